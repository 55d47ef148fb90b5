import CuretteLexicon

/// What may follow a stem, flat: endings are compared at every name of a page, and arrays of arrays cost a reference
/// each.
struct Endings: Sendable {
    private let letters: [UInt8]
    /// Where each ending begins in `letters`; one more at the end.
    private let starts: [UInt32]
    /// Where each class begins in `starts`; one more at the end.
    private let classes: [UInt32]

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
        self.letters = letters
        self.starts = starts
        self.classes = classes
    }

    /// The endings of a class, by their places: the first is the one that the table's form has.
    @inline(__always)
    func places(of endings: UInt16) -> Range<Int> { Int(classes[Int(endings)])..<Int(classes[Int(endings) + 1]) }

    func count(ofEnding place: Int) -> Int { Int(starts[place + 1] - starts[place]) }

    /// The ending that the table's form has.
    func first(of endings: UInt16) -> ArraySlice<UInt8> {
        let place = places(of: endings).lowerBound
        return letters[Int(starts[place])..<Int(starts[place + 1])]
    }

    /// Which ending of a class `text` is as a whole: its place in the class; nil for none.
    @inline(__always)
    func index(of text: UnsafeBufferPointer<UInt8>, in endings: UInt16) -> Int? {
        let places = places(of: endings)
        return places.first { count(ofEnding: $0) == text.count && stands($0, at: 0, of: text) }
            .map { $0 - places.lowerBound }
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
