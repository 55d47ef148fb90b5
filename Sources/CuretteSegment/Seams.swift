import CuretteText

/// Finds where lines that scraping glued together were joined: "About UsServicesGallery", "…is chosen.What it costs".
///
/// One seam may be a typist's slip or a brand's capital; a line that has several lost its line breaks, and is read as
/// the lines that it was.
struct Seams {
    let bytes: UnsafeBufferPointer<UInt8>
    let names: JoinedNames
    private var isGlued = false

    init(bytes: UnsafeBufferPointer<UInt8>, names: JoinedNames) {
        self.bytes = bytes
        self.names = names
    }

    /// A line with fewer beyond doubt is left whole. Two may be one sentence with a slip and a name.
    private static let fewest = 3
    /// Longer runs of letters are no words.
    private static let longestWord = 60

    /// Where the lines that `lower..<upper` is glued from begin, the first one left out; none where it is one line.
    mutating func lineStarts(_ lower: Int, _ upper: Int) -> [Int] {
        var starts: [Int] = []
        var certain = 0
        var offset = lower + 1
        var token = lower
        while offset + 1 < upper {
            let byte = bytes[offset]
            if byte &- 0x41 < 26 || byte >= 0x80 || byte &- 0x61 < 26 {
                if byte &- 0x41 < 26, isSmall(before: offset), Self.isSmall(bytes[offset + 1]) {
                    let end = tokenEnd(offset, upper)
                    certain += cutHumps(token, end, &starts)
                    offset = end
                    token = end
                    continue
                }
            } else {
                if isStop(byte), endsLine(at: offset, from: token, upper, starts) {
                    starts.append(offset + 1)
                    certain += 1
                }
                if byte != 0x27 { token = offset + 1 }
            }
            offset += 1
        }
        // A page that was glued in one place was glued in others.
        guard certain >= (isGlued ? 1 : Self.fewest) else { return [] }
        isGlued = true
        return starts
    }

    private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte >= 0x80 }

    /// Whether a small letter stands before `offset`; a hard space or a quotation mark is none, though its bytes are high.
    private func isSmall(before offset: Int) -> Bool {
        if bytes[offset - 1] < 0x80 { return bytes[offset - 1] &- 0x61 < 26 }
        let scalar = UTF8Bytes.scalar(in: bytes, before: offset)
        return Unicode.Scalar(scalar.value)?.properties.isLowercase ?? false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

    private func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x3F || byte == 0x21 || byte == 0x3A }

    private func tokenEnd(_ offset: Int, _ upper: Int) -> Int {
        var end = offset
        while end < upper, Self.isLetter(bytes[end]) { end += 1 }
        return end
    }

    /// Cuts the run of letters `lower..<upper` where a capital follows a small letter: how many of these seams are
    /// beyond doubt.
    private func cutHumps(_ lower: Int, _ upper: Int, _ starts: inout [Int]) -> Int {
        guard upper - lower <= 4 * Self.longestWord else { return 0 }
        // What belongs to an address is none of the text's words.
        if isInAddress(lower, starts) { return 0 }
        var humps: [Int] = []
        var start = lower
        for offset in (lower + 1)..<upper
        where bytes[offset] &- 0x41 < 26 && isSmall(before: offset) && offset + 1 < upper
            && Self.isSmall(bytes[offset + 1])
        {
            // "iPhone" and "USAid" are no two words.
            let isWord = offset - start >= 2 && bytes[(start + 1)..<offset].allSatisfy(Self.isSmall)
            guard isWord, offset - start <= Self.longestWord else { return 0 }
            humps.append(offset)
            start = offset
        }
        guard !humps.isEmpty, !names.contains(bytes[lower..<upper]) else { return 0 }
        starts += humps
        // Two words with capitals may be a name that no table has; a small one before a capital is none.
        let beginsSmall = bytes[lower] &- 0x61 < 26 && humps[0] - lower >= 3
        return humps.count >= 2 || beginsSmall ? humps.count : 0
    }

    /// Whether the word at `offset` stands behind a sign that joins the parts of an address, and that ended no line.
    private func isInAddress(_ offset: Int, _ starts: [Int]) -> Bool {
        offset > 0 && [0x2F, 0x2E, 0x40, 0x5F, 0x2D].contains(bytes[offset - 1]) && starts.last != offset
    }

    /// Whether the sign at `offset` ends a line and another is glued to it. `word` is where the word before it begins.
    private func endsLine(at offset: Int, from word: Int, _ upper: Int, _ starts: [Int]) -> Bool {
        let (before, after) = (bytes[offset - 1], bytes[offset + 1])
        guard Self.isLetter(after), after < 0x80 || after >= 0xC3 && after < 0xE0 else { return false }
        let isAddress = isInAddress(word, starts)
        if bytes[offset] == 0x3A {
            // "https:", "mailto:", and what stands in the middle of an address.
            guard Self.isSmall(before), !isAddress, offset - word >= 3 else { return false }
            return !["http", "https", "mailto", "tel", "www"].contains { (scheme: StaticString) in
                offset - word == scheme.utf8CodeUnitCount
                    && bytes[word..<offset].elementsEqual(
                        UnsafeBufferPointer(start: scheme.utf8Start, count: offset - word)
                    )
            }
        }
        guard after &- 0x41 < 26, offset + 2 < upper, Self.isSmall(bytes[offset + 2]) || bytes[offset + 2] == 0x20
        else {
            return false
        }
        // "Dr.Smith", "Ph.D.", "No.One" and initials are shorter than the words that sentences end with.
        // "It goes to.The": small words of two letters end sentences, capital ones ("Dr.") hardly.
        let isWord =
            offset - word >= (Self.isSmall(bytes[word]) ? 2 : 3) && !isAddress
            && bytes[(word + 1)..<offset].allSatisfy(Self.isSmall)
        return isWord || before == 0x29 || before &- 0x30 < 10 && bytes[offset + 2] != 0x20
    }
}
