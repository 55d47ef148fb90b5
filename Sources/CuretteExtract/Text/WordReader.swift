import CuretteLexicon
import CuretteText

/// Reads a text into the columns of `FoldedText`, in one pass over its bytes.
///
/// It writes through pointers that its maker has given room: appending to four arrays byte by byte took most of its
/// time.
struct WordReader {
    let letters: UnsafeMutableBufferPointer<UInt8>
    let offsets: UnsafeMutableBufferPointer<UInt32>
    let starts: UnsafeMutableBufferPointer<UInt32>
    let gaps: UnsafeMutableBufferPointer<Gap>
    private(set) var letterCount = 0
    private(set) var wordCount = 0
    private var gap: Gap = []

    init(
        letters: UnsafeMutableBufferPointer<UInt8>,
        offsets: UnsafeMutableBufferPointer<UInt32>,
        starts: UnsafeMutableBufferPointer<UInt32>,
        gaps: UnsafeMutableBufferPointer<Gap>
    ) {
        self.letters = letters
        self.offsets = offsets
        self.starts = starts
        self.gaps = gaps
    }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ folding: Folding) {
        folding.ascii.withUnsafeBufferPointer { readWords(of: bytes, $0, folding) }
    }

    private mutating func readWords(
        of bytes: UnsafeBufferPointer<UInt8>,
        _ ascii: UnsafeBufferPointer<UInt8>,
        _ folding: Folding
    ) {
        var offset = 0
        var inWord = false
        var lastWasLower = false
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte < 0x80 else {
                readScalar(of: bytes, at: &offset, folding, &inWord, &lastWasLower)
                continue
            }
            let letter = ascii[Int(byte)]
            if letter != 0 {
                let isUpper = byte &- 0x41 < 26
                if !inWord || (isUpper && (lastWasLower || Self.isWordStart(bytes, offset))) {
                    beginWord()
                    inWord = true
                }
                append(letter, offset)
                offset &+= 1
                lastWasLower = !isUpper
                readSmallLetters(of: bytes, at: &offset, &lastWasLower)
                continue
            }
            inWord = false
            lastWasLower = false
            if byte == 0x20 { gap.insert(.space) } else { note(byte, at: offset, of: bytes) }
            offset &+= 1
        }
    }

    /// The small letters and digits that follow in the same word: most of any text, with nothing to decide about them.
    @inline(__always)
    private mutating func readSmallLetters(
        of bytes: UnsafeBufferPointer<UInt8>,
        at offset: inout Int,
        _ lastWasLower: inout Bool
    ) {
        var place = offset
        var count = letterCount
        while place < bytes.count {
            let byte = bytes[place]
            guard byte &- 0x61 < 26 || byte &- 0x30 < 10 else { break }
            letters[count] = byte
            offsets[count] = UInt32(truncatingIfNeeded: place)
            count &+= 1
            place &+= 1
        }
        if place > offset { lastWasLower = true }
        offset = place
        letterCount = count
    }

    private mutating func readScalar(
        of bytes: UnsafeBufferPointer<UInt8>,
        at offset: inout Int,
        _ folding: Folding,
        _ inWord: inout Bool,
        _ lastWasLower: inout Bool
    ) {
        let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: offset)
        defer { offset &+= width }
        let outcome = folding.fold(scalar)
        switch outcome {
        case .nothing: return
        case .separator:
            inWord = false
            gap.formUnion(Gap.parting(scalar))
            return
        case .letters, .itself: break
        }
        let isUpper = Unicode.Scalar(scalar)?.properties.isUppercase ?? false
        if !inWord || (isUpper && lastWasLower) {
            beginWord()
            inWord = true
        }
        lastWasLower = !isUpper
        if case .letters(let plain) = outcome {
            for letter in plain { append(letter, offset) }
        } else {
            for place in offset..<min(offset + width, bytes.count) { append(bytes[place], offset) }
        }
    }

    @inline(__always)
    private mutating func beginWord() {
        starts[wordCount] = UInt32(truncatingIfNeeded: letterCount)
        gaps[wordCount] = gap
        wordCount &+= 1
        gap = []
    }

    @inline(__always)
    private mutating func append(_ letter: UInt8, _ offset: Int) {
        letters[letterCount] = letter
        offsets[letterCount] = UInt32(truncatingIfNeeded: offset)
        letterCount &+= 1
    }

    /// Whether a capitalised word begins at this capital, behind an abbreviation: "BBLRhinoplasty", not "BBLs".
    @inline(__always)
    private static func isWordStart(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        offset + 3 < bytes.count && offset > 0 && bytes[offset - 1] &- 0x41 < 26 && bytes[offset + 1] &- 0x61 < 26
            && bytes[offset + 2] &- 0x61 < 26 && bytes[offset + 3] &- 0x61 < 26
    }

    /// Takes one ASCII separator into the gap; an ampersand becomes a word of its own.
    private mutating func note(_ byte: UInt8, at offset: Int, of bytes: UnsafeBufferPointer<UInt8>) {
        switch byte {
        case UInt8(ascii: " "), 0x09, 0x0D:
            gap.insert(.space)
        case 0x0A:
            gap.insert(gap.contains(.lineBreak) ? .blankLine : .lineBreak)
        case UInt8(ascii: "-"):
            let spaced = gap.contains(.space) && offset + 1 < bytes.count && bytes[offset + 1] == 0x20
            gap.insert(spaced ? .dash : .hyphen)
        case UInt8(ascii: "'"):
            gap.insert(.apostrophe)
        case UInt8(ascii: "&"):
            beginWord()
            for letter in Folding.and { append(letter, offset) }
        case UInt8(ascii: "/"), UInt8(ascii: "+"): gap.insert(.slash)
        case UInt8(ascii: ","): gap.insert(.comma)
        case UInt8(ascii: "("), UInt8(ascii: "["): gap.insert(.open)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): gap.insert(.close)
        case UInt8(ascii: ":"): gap.insert(.colon)
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): gap.insert(.stop)
        default: gap.insert(.other)
        }
    }
}
