import CuretteText

/// What a line begins with when it is an item: a bullet, a number, a letter.
enum LineMarker {
    enum Kind: UInt8 { case none, dash, bullet, number, letter }

    struct Found {
        var kind: Kind
        /// Where the text behind the marker begins.
        var body: Int
        /// How many numbers it has ("1.2": 2).
        var rank = 1
    }

    static func find(in bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Found? {
        let first = bytes[lower]
        switch first {
        case 0x2D, 0x2A, 0x2B: return dash(lower + 1, in: bytes, upper)
        case 0x30...0x39: return number(in: bytes, lower, upper)
        case 0x28: return bracketed(in: bytes, lower, upper)
        case 0x41...0x5A, 0x61...0x7A: return letter(in: bytes, lower, upper)
        case 0xC2, 0xE2: return sign(in: bytes, lower, upper)
        default: return nil
        }
    }

    /// `j.` below `i.`: the letter that follows the one of the line above, however late in the alphabet.
    static func successor(
        of line: Line,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ lower: Int,
        _ upper: Int
    ) -> Found? {
        guard line.marker == .letter, lower + 2 < upper, bytes[lower] == bytes[line.lower] &+ 1,
            bytes[lower + 1] == bytes[line.lower + 1], bytes[lower + 1] == 0x2E || bytes[lower + 1] == 0x29
        else { return nil }
        let body = skipSpaces(lower + 2, in: bytes, upper)
        return body > lower + 2 && body < upper ? Found(kind: .letter, body: body) : nil
    }

    private static func skipSpaces(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>, _ upper: Int) -> Int {
        var offset = offset
        while offset < upper {
            let width = WhiteSpace.width(in: bytes, at: offset)
            if width == 0 { break }
            offset += width
        }
        return offset
    }

    /// `- item`, `* item`: a dash without a space is a minus, a flag, or a word's own.
    private static func dash(_ end: Int, in bytes: UnsafeBufferPointer<UInt8>, _ upper: Int) -> Found? {
        let body = skipSpaces(end, in: bytes, upper)
        return body > end && body < upper ? Found(kind: .dash, body: body) : nil
    }

    private static func sign(in bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Found? {
        let scalar = UTF8Bytes.scalar(in: bytes, at: lower)
        let end = lower + scalar.width
        switch scalar.value {
        case 0x2012,  // FIGURE DASH
            0x2013,  // EN DASH
            0x2014,  // EM DASH
            0x2192:  // RIGHTWARDS ARROW
            return dash(end, in: bytes, upper)
        case 0x00B7,  // MIDDLE DOT
            0x2022,  // BULLET
            0x2023,  // TRIANGULAR BULLET
            0x2043,  // HYPHEN BULLET
            0x2219,  // BULLET OPERATOR
            0x25A0, 0x25A1,  // BLACK SQUARE, WHITE SQUARE
            0x25AA, 0x25AB,  // BLACK SMALL SQUARE, WHITE SMALL SQUARE
            0x25B6, 0x25B8, 0x25BA,  // BLACK RIGHT-POINTING TRIANGLE, SMALL TRIANGLE, POINTER
            0x25C6, 0x25CB, 0x25CF, 0x25E6,  // BLACK DIAMOND, WHITE CIRCLE, BLACK CIRCLE, WHITE BULLET
            0x2605,  // BLACK STAR
            0x2611,  // BALLOT BOX WITH CHECK
            0x2705, 0x2713, 0x2714,  // check marks
            0x2717, 0x2718, 0x274C,  // crosses
            0x2756,  // BLACK DIAMOND MINUS WHITE X
            0x27A2, 0x27A4:  // arrowheads
            let body = skipSpaces(end, in: bytes, upper)
            return Found(kind: .bullet, body: body)
        case 0x2460...0x2473:  // CIRCLED DIGIT ONE to CIRCLED NUMBER TWENTY
            return Found(kind: .number, body: skipSpaces(end, in: bytes, upper))
        default:
            return nil
        }
    }

    /// `1.`, `1)`, `1.2`, `1.2.3.`; a year or a quantity ("3.5 million") is none.
    private static func number(in bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Found? {
        var offset = lower
        var rank = 0
        var closed = false
        while offset < upper, rank < 4 {
            let start = offset
            while offset < upper, bytes[offset] &- 0x30 < 10 { offset += 1 }
            guard offset > start, offset - start <= 2 else { break }
            rank += 1
            closed = offset < upper && (bytes[offset] == 0x2E || bytes[offset] == 0x29)
            guard closed else { break }
            offset += 1
        }
        guard rank > 0, offset < upper else { return nil }
        let body = skipSpaces(offset, in: bytes, upper)
        guard body < upper else { return nil }
        let isCapital = bytes[body] &- 0x41 < 26 || bytes[body] >= 0xC3
        if !closed { guard rank > 1, body > offset, isCapital else { return nil } }
        // "1.Facial" is glued; "12.5x" is not a marker.
        if body == offset { guard isCapital, rank == 1 else { return nil } }
        return Found(kind: .number, body: body, rank: rank)
    }

    /// `(1)`, `(a)`, `(iv)`.
    private static func bracketed(in bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Found? {
        guard lower + 3 < upper else { return nil }
        if let inner = number(in: bytes, lower + 1, upper), bytes[lower + 2] == 0x29 || bytes[lower + 3] == 0x29 {
            return inner
        }
        return letter(in: bytes, lower + 1, upper, closing: 0x29)
    }

    /// `A.`, `b)`, `IV.`: letters up to H, so that initials ("J. Smith") are rarely taken for one, and Roman numbers.
    private static func letter(
        in bytes: UnsafeBufferPointer<UInt8>,
        _ lower: Int,
        _ upper: Int,
        closing: UInt8? = nil
    ) -> Found? {
        var end = lower
        while end < upper, end - lower < 5, (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
        guard end > lower, end + 1 < upper else { return nil }
        guard closing.map({ bytes[end] == $0 }) ?? (bytes[end] == 0x2E || bytes[end] == 0x29) else { return nil }
        let isRoman = (lower..<end).allSatisfy { [0x69, 0x76, 0x78].contains(bytes[$0] | 0x20) }
        guard isRoman || end - lower == 1 && (bytes[lower] | 0x20) <= 0x68 else { return nil }
        let body = skipSpaces(end + 1, in: bytes, upper)
        return body > end + 1 && body < upper ? Found(kind: .letter, body: body) : nil
    }
}
