import CuretteText

/// One character of a word: where it stands in the draft, and what it is.
struct Letter {
    let scalar: UInt32
    let lower: Int
    let width: Int
    let traits: Traits

    var upper: Int { lower + width }
    var isASCII: Bool { scalar < 0x80 }
}

/// A stretch of letters, marks, digits and inner apostrophes.
struct Word {
    var letters: [Letter]

    var lower: Int { letters[0].lower }
    var upper: Int { letters[letters.count - 1].upper }

    /// Longer stretches are not words of any language written with spaces; passes that guess leave them alone, so that
    /// a hostile one costs no more than its length.
    static let longest = 48
}

enum WordCharacter {
    static func isASCIIWord(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39
    }

    static func isASCIILetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }

    /// Enclosed Latin letters count as symbols, and are letters in disguise.
    static func isEnclosedLetter(_ scalar: UInt32) -> Bool {
        scalar >= 0x249C && scalar <= 0x24E9 || scalar >= 0x1F110 && scalar <= 0x1F189
            || scalar >= 0x1F1E6 && scalar <= 0x1F1FF
    }

    /// Plain letters stand directly on both sides.
    static func isInside(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
        lower > 0 && upper < bytes.count && isASCIILetter(bytes[lower - 1]) && isASCIILetter(bytes[upper])
    }

    static func isApostrophe(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2019 || scalar == 0x2BC }

    static func belongs(_ scalar: UInt32, _ traits: Traits) -> Bool {
        traits.isLetter || traits.isMark || traits.isNumber || isEnclosedLetter(scalar)
    }
}

/// Walks the words of a draft that hold at least one byte beyond ASCII.
struct ForeignWords {
    let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    /// The next such word in `word`, whose storage is used again; false behind the last.
    mutating func next(into word: inout Word) -> Bool {
        while let first = FastScan.nonASCII(bytes, from: offset) {
            var start = first
            while start > offset, WordCharacter.isASCIIWord(bytes[start - 1]) || Self.joins(bytes, at: start - 1) {
                start -= 1
            }
            word.letters.removeAll(keepingCapacity: true)
            var place = start
            while place < bytes.count {
                let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: place)
                let traits = Traits(scalar)
                if !WordCharacter.belongs(scalar, traits), !isLetterlikeSign(scalar, traits, place, width) {
                    guard WordCharacter.isApostrophe(scalar), !word.letters.isEmpty, place + width < bytes.count
                    else { break }
                    let following = UTF8Bytes.scalar(in: bytes, at: place + width).value
                    guard Traits(following).isLetter else { break }
                }
                word.letters.append(Letter(scalar: scalar, lower: place, width: width, traits: traits))
                place += width
            }
            guard !word.letters.isEmpty, place > first else {
                offset = max(place, first + UTF8Bytes.width(of: bytes[first]))
                continue
            }
            offset = place
            return true
        }
        return false
    }

    /// A sign between two plain letters that is drawn like one (`e×amine`).
    private func isLetterlikeSign(_ scalar: UInt32, _ traits: Traits, _ place: Int, _ width: Int) -> Bool {
        scalar >= 0x80 && traits.isSign && WordCharacter.isInside(bytes, place, place + width)
            && Confusables.standard.isLetterlike(scalar)
    }

    /// An ASCII apostrophe between two letters.
    private static func joins(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        bytes[place] == 0x27 && place > 0 && WordCharacter.isASCIILetter(bytes[place - 1])
            && place + 1 < bytes.count && (bytes[place + 1] >= 0x80 || WordCharacter.isASCIILetter(bytes[place + 1]))
    }
}
