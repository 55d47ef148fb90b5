import CuretteLexicon

/// What may follow a stem, flat: endings are compared at every name of a page.
final class Endings: Sendable {
    private let letters: Column<UInt8>
    /// Where each ending begins in `letters`; one more at the end.
    private let starts: Column<UInt32>
    /// Where each class begins in `starts`; one more at the end.
    private let classes: Column<UInt32>

    init(_ inflections: Inflections) {
        var letters: [UInt8] = []
        var starts: [UInt32] = []
        var classes: [UInt32] = []
        for endings in inflections.classes {
            classes.append(UInt32(starts.count))
            for ending in endings {
                starts.append(UInt32(letters.count))
                letters += ending
            }
        }
        classes.append(UInt32(starts.count))
        starts.append(UInt32(letters.count))
        self.letters = Column(letters)
        self.starts = Column(starts)
        self.classes = Column(classes)
    }

    deinit {
        letters.free()
        starts.free()
        classes.free()
    }

    /// The endings of a class, by their places: the first is the one that the table's form has.
    @inline(__always)
    func places(of endings: UInt16) -> Range<Int> { Int(classes[Int(endings)])..<Int(classes[Int(endings) + 1]) }

    @inline(__always)
    func count(ofEnding place: Int) -> Int { Int(starts[place + 1] - starts[place]) }

    /// The ending that the table's form has.
    func first(of endings: UInt16) -> [UInt8] {
        let place = places(of: endings).lowerBound
        return (Int(starts[place])..<Int(starts[place + 1])).map { letters[$0] }
    }

    /// Which ending of a class `text` is as a whole: its place in the class; nil for none.
    @inline(__always)
    func index(of text: UnsafeBufferPointer<UInt8>, in endings: UInt16) -> Int? {
        let places = places(of: endings)
        for place in places where count(ofEnding: place) == text.count && stands(place, at: 0, of: text) {
            return place &- places.lowerBound
        }
        return nil
    }

    /// Whether the text has an ending at `offset`.
    @inline(__always)
    func stands(_ place: Int, at offset: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[place])
        let count = Int(starts[place + 1]) - start
        guard offset + count <= text.count else { return false }
        for index in 0..<count where letters[start + index] != text[offset + index] { return false }
        return true
    }
}
