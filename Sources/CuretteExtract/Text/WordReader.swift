import CuretteText

/// Reads a text into the columns of `FoldedText`, in one pass.
struct WordReader {
    private(set) var letters: [UInt8] = []
    private(set) var offsets: [UInt32] = []
    private(set) var starts: [UInt32] = []
    private(set) var gaps: [Gap] = []

    /// - Parameter capacity: bytes of the text.
    init(capacity: Int) {
        letters.reserveCapacity(capacity + 8)
        offsets.reserveCapacity(capacity + 1)
        starts.reserveCapacity(capacity / 4 + 2)
        gaps.reserveCapacity(capacity / 4 + 1)
    }

    mutating func finish(byteCount: Int) {
        starts.append(UInt32(letters.count))
        offsets.append(UInt32(byteCount))
        for _ in 0..<8 { letters.append(0) }
    }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ folding: Folding) {
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
                    gap.formUnion(Gap.parting(scalar))
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
        _ byte: UInt8,
        at offset: Int,
        of bytes: UnsafeBufferPointer<UInt8>,
        _ gap: inout Gap
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
}
