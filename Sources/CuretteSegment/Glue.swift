import CuretteText

/// Finds the seams of text that lost its line breaks: "…can mend:burnsscars", "Risks of surgeryAs with any …".
///
/// A seam must justify itself: the heading stands on the line above, a colon has no space behind it, a small word
/// runs into a capital behind such a colon. Sentences glued at their full stop are left to `Sentences`.
enum Glue {
    struct Part {
        var lower: Int
        var upper: Int
        var isItem = false
        var introduces = false
    }

    /// Where the heading `lower..<upper` ends that `offset` repeats, if text that begins with a capital is glued to it.
    static func repeatedHeading(
        _ lower: Int,
        _ upper: Int,
        at offset: Int,
        upTo end: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let count = upper - lower
        guard count >= 4, offset + count < end else { return nil }
        for index in 0..<count
        where LinePhrases.fold(bytes[lower + index]) != LinePhrases.fold(bytes[offset + index]) { return nil }
        let next = bytes[offset + count]
        return next &- 0x41 < 26 || next >= 0xC3 && next < 0xE0 ? offset + count : nil
    }

    /// The blocks that `lower..<upper` is glued from; one where nothing shows a seam.
    static func parts(_ lower: Int, _ upper: Int, in bytes: UnsafeBufferPointer<UInt8>) -> [Part] {
        var parts: [Part] = []
        var current = Part(lower: lower, upper: upper)
        guard hasGluedColon(lower, upper, in: bytes) else {
            let (start, end) = WhiteSpace.trimmed(lower, upper, in: bytes)
            return start < end ? [Part(lower: start, upper: end)] : []
        }
        /// Whether the open list's items begin small; a capital then ends it.
        var itemsAreSmall = false
        var sawSeam = false
        var wordStart = lower
        func close(at offset: Int, isItem: Bool) {
            let (start, end) = WhiteSpace.trimmed(current.lower, offset, in: bytes)
            if start < end {
                current.lower = start
                current.upper = end
                parts.append(current)
            }
            current = Part(lower: offset, upper: upper, isItem: isItem)
        }
        var offset = lower + 1
        while offset + 1 < upper {
            let byte = bytes[offset]
            if !isLetter(byte) {
                if byte == 0x3A, isLetter(bytes[offset + 1]), isSmall(bytes[offset - 1]),
                    !isScheme(wordStart, offset, bytes)
                {
                    sawSeam = true
                    current.introduces = true
                    close(at: offset + 1, isItem: true)
                    itemsAreSmall = isSmall(bytes[offset + 1])
                } else if current.isItem, byte == 0x2E, endsList(at: offset, upper, bytes) {
                    close(at: offset + 1, isItem: false)
                }
                if byte != 0x27 { wordStart = offset + 1 }
            } else if sawSeam, byte &- 0x41 < 26, isSeam(wordStart, offset, isItem: current.isItem, bytes) {
                let staysInList = current.isItem && !itemsAreSmall
                close(at: offset, isItem: staysInList)
                wordStart = offset
            }
            offset += 1
        }
        let (start, end) = WhiteSpace.trimmed(current.lower, upper, in: bytes)
        if start < end {
            current.lower = start
            current.upper = end
            parts.append(current)
        }
        return parts
    }

    /// Whether a letter follows a colon without a space: no other seam counts before one of those.
    private static func hasGluedColon(_ lower: Int, _ upper: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = lower + 1
        while offset + 1 < upper {
            if bytes[offset] == 0x3A, isLetter(bytes[offset + 1]) { return true }
            offset &+= 1
        }
        return false
    }

    @inline(__always)
    private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

    /// A full stop with a capital behind it, with or without a space.
    private static func endsList(at stop: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let next = bytes[stop + 1] == 0x20 ? stop + 2 : stop + 1
        return next < upper && bytes[next] &- 0x41 < 26 && isSmall(bytes[stop - 1])
    }

    /// Whether the capital at `offset` begins another block: the word before it is small throughout and no stump
    /// ("iPhone"), or, among items, long enough to be a name of its own and not the first half of a brand's.
    private static func isSeam(_ start: Int, _ offset: Int, isItem: Bool, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // Sixty letters are no word, and looking at them again for each capital would be more than linear.
        guard offset - start >= 3, offset - start <= 60, isSmall(bytes[offset - 1]), isSmall(bytes[offset + 1]) else {
            return false
        }
        let letters = bytes[(start + 1)..<offset]
        guard letters.allSatisfy({ $0 >= 0x80 || isSmall($0) || $0 == 0x27 }) else { return false }
        return isSmall(bytes[start]) || isItem && offset - start >= 8
    }

    /// "https:", "mailto:" before a colon.
    private static func isScheme(_ start: Int, _ colon: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // The colon of an address or a path is none of the sentence.
        if start > 0, [0x2F, 0x2E, 0x40, 0x5F].contains(bytes[start - 1]) || colon - start < 2 { return true }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<colon])
        return ["http", "https", "mailto", "tel"].contains { (scheme: StaticString) in
            word.count == scheme.utf8CodeUnitCount
                && word.elementsEqual(UnsafeBufferPointer(start: scheme.utf8Start, count: word.count))
        }
    }
}
