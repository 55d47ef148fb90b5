package import CuretteText

/// What lies between two words of a page, as far as it matters to whether a name may run across it.
package struct Gap: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let space = Gap(rawValue: 1 << 0)
    package static let hyphen = Gap(rawValue: 1 << 1)
    /// ®, ™ and the like: they vanish.
    package static let mark = Gap(rawValue: 1 << 2)
    package static let apostrophe = Gap(rawValue: 1 << 3)
    package static let lineBreak = Gap(rawValue: 1 << 4)
    package static let blankLine = Gap(rawValue: 1 << 5)
    package static let slash = Gap(rawValue: 1 << 6)
    package static let comma = Gap(rawValue: 1 << 7)
    package static let open = Gap(rawValue: 1 << 8)
    package static let close = Gap(rawValue: 1 << 9)
    package static let colon = Gap(rawValue: 1 << 10)
    /// Full stop, semicolon, question and exclamation mark.
    package static let stop = Gap(rawValue: 1 << 11)
    package static let other = Gap(rawValue: 1 << 12)
    /// A dash between spaces, or an em dash: it separates, as a hyphen does not.
    package static let dash = Gap(rawValue: 1 << 13)

    /// A name may run across these and nothing else.
    package static let insideNames: Gap = [.space, .hyphen, .mark, .apostrophe, .lineBreak]

    @inline(__always) var isInsideName: Bool { isSubset(of: Gap.insideNames) }
}

/// A page's text as the matcher reads it: folded letters without anything between them, and where each word begins.
///
/// Word boundaries are where letters meet something else, and where a lower-case letter meets an upper-case one
/// ("OtoplastyWhen"): scraping glues words, and brands write themselves so.
package struct FoldedText: Sendable {
    package let bytes: [UInt8]
    /// Folded letters, with 8 zero bytes behind the last.
    package private(set) var letters: [UInt8] = []
    /// Where in the text each letter stands (the first byte of the scalar it came from).
    package private(set) var offsets: [UInt32] = []
    /// The index of each word's first letter; one more at the end, the letters' count.
    package private(set) var starts: [UInt32] = []
    /// What stands before each word.
    package private(set) var gaps: [Gap] = []

    package var wordCount: Int { gaps.count }

    package init(_ bytes: [UInt8], folding: Folding) {
        self.bytes = bytes
        letters.reserveCapacity(bytes.count + 8)
        offsets.reserveCapacity(bytes.count + 1)
        starts.reserveCapacity(bytes.count / 4 + 2)
        gaps.reserveCapacity(bytes.count / 4 + 1)
        bytes.withUnsafeBufferPointer { read($0, folding) }
        starts.append(UInt32(letters.count))
        offsets.append(UInt32(bytes.count))
        for _ in 0..<8 { letters.append(0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ folding: Folding) {
        var offset = 0
        var inWord = false
        var lastWasLower = false
        var gap: Gap = []
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x80 {
                let letter = folding.asciiLetter(byte)
                if letter != 0 {
                    let isUpper = byte &- 0x41 < 26
                    if !inWord || (isUpper && lastWasLower) {
                        starts.append(UInt32(letters.count))
                        gaps.append(gap)
                        gap = []
                        inWord = true
                    }
                    lastWasLower = byte >= 0x61
                    letters.append(letter)
                    offsets.append(UInt32(offset))
                } else {
                    inWord = false
                    lastWasLower = false
                    note(byte, at: offset, of: bytes, &gap)
                }
                offset &+= 1
            } else {
                let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: offset)
                let before = letters.count
                switch folding.fold(scalar) {
                case .letters(let plain):
                    letters.append(contentsOf: plain)
                case .itself:
                    letters.append(contentsOf: bytes[offset..<min(offset + width, bytes.count)])
                case .nothing: break
                case .separator:
                    inWord = false
                    gap.formUnion(Self.gap(of: scalar))
                }
                if letters.count > before {
                    let isUpper = Unicode.Scalar(scalar)?.properties.isUppercase ?? false
                    if !inWord || (isUpper && lastWasLower) {
                        starts.append(UInt32(before))
                        gaps.append(gap)
                        gap = []
                        inWord = true
                    }
                    for _ in before..<letters.count { offsets.append(UInt32(offset)) }
                    lastWasLower = !isUpper
                }
                offset &+= width
            }
        }
    }

    /// Takes one ASCII separator into the gap; an ampersand becomes a word of its own.
    private mutating func note(
        _ byte: UInt8, at offset: Int, of bytes: UnsafeBufferPointer<UInt8>, _ gap: inout Gap
    ) {
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
            starts.append(UInt32(letters.count))
            gaps.append(gap)
            gap = []
            for letter in Folding.and {
                letters.append(letter)
                offsets.append(UInt32(offset))
            }
        case UInt8(ascii: "/"), UInt8(ascii: "+"): gap.insert(.slash)
        case UInt8(ascii: ","): gap.insert(.comma)
        case UInt8(ascii: "("), UInt8(ascii: "["): gap.insert(.open)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): gap.insert(.close)
        case UInt8(ascii: ":"): gap.insert(.colon)
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): gap.insert(.stop)
        default: gap.insert(.other)
        }
    }

    private static func gap(of scalar: UInt32) -> Gap {
        switch scalar {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
        case 0x2010, 0x2011: .hyphen
        case 0x2012...0x2015: .dash
        case 0x2018, 0x2019: .apostrophe
        case 0xAE, 0xA9, 0x2122, 0x2120: .mark
        case 0x2028, 0x2029: .blankLine
        default: .other
        }
    }

    // MARK: Places

    /// Where a word begins in the text.
    package func offset(ofWord word: Int) -> Int { Int(offsets[Int(starts[word])]) }

    /// How many letters a word has, in bytes of the folded text.
    package func count(ofWord word: Int) -> Int { Int(starts[word + 1] - starts[word]) }

    /// The words that begin within `span`, as a range of indices.
    package func words(in span: Span<Clean>) -> Range<Int> {
        let lower = firstWord(from: span.lower)
        return lower..<max(lower, firstWord(from: span.upper))
    }

    /// The first word that begins at or behind `offset`.
    private func firstWord(from offset: Int) -> Int {
        var low = 0
        var high = wordCount
        while low < high {
            let middle = (low + high) / 2
            if self.offset(ofWord: middle) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The text of the words `from...through`, from the first letter to behind the last one.
    package func span(fromWord from: Int, throughWord through: Int) -> Span<Clean> {
        Span(Int(offsets[Int(starts[from])]), end(ofLetter: Int(starts[through + 1]) - 1))
    }

    /// The text of the letters `lower..<upper`.
    package func span(ofLetters lower: Int, _ upper: Int) -> Span<Clean> {
        Span(Int(offsets[lower]), end(ofLetter: upper - 1))
    }

    /// The byte behind the scalar that gave letter `index`.
    private func end(ofLetter index: Int) -> Int {
        let start = Int(offsets[index])
        return start + UTF8Bytes.width(of: bytes[start])
    }
}
