/// Text outside scripts: the states `data`, `RCDATA`, `RAWTEXT`, `PLAINTEXT` and `CDATA section`.
extension Tokenizer {
    mutating func dataState() -> Token {
        while at < count {
            if let run = runOfText(stoppingAtAmpersand: true) { return run }
            switch bytes[at] {
            case UInt8(ascii: "<"): if let token = tagOpenState() { return token }
            case UInt8(ascii: "&"): return characterReferenceState()
            case 0x0D: if let newline = carriageReturn() { return newline }
            default: return nul(as: 0)
            }
        }
        return .endOfFile
    }

    mutating func rcdataState() -> Token {
        while at < count {
            if let run = runOfText(stoppingAtAmpersand: true) { return run }
            switch bytes[at] {
            case UInt8(ascii: "<"): return rcdataLessThanSignState()
            case UInt8(ascii: "&"): return characterReferenceState()
            case 0x0D: if let newline = carriageReturn() { return newline }
            default: return nul(as: 0xFFFD)
            }
        }
        return .endOfFile
    }

    mutating func rawtextState() -> Token {
        while at < count {
            if let run = runOfText(stoppingAtAmpersand: false) { return run }
            switch bytes[at] {
            case UInt8(ascii: "<"): return rcdataLessThanSignState()
            case 0x0D: if let newline = carriageReturn() { return newline }
            default: return nul(as: 0xFFFD)
            }
        }
        return .endOfFile
    }

    mutating func plaintextState() -> Token {
        while at < count {
            if let run = runOfText(stoppingAtAmpersand: false) { return run }
            switch bytes[at] {
            case UInt8(ascii: "<"): return takeCharacters(1)
            case 0x0D: if let newline = carriageReturn() { return newline }
            default: return nul(as: 0xFFFD)
            }
        }
        return .endOfFile
    }

    mutating func cdataSectionState() -> Token {
        let start = at
        while at < count {
            switch bytes[at] {
            case UInt8(ascii: "]") where matches("]]>", at: at):
                guard at == start else { return .characters(start..<at) }
                at += 3
                enter(.data)
                return dataState()
            case 0x0D:
                guard at == start else { return .characters(start..<at) }
                return carriageReturn() ?? cdataSectionState()
            default:
                at += 1
            }
        }
        return at == start ? .endOfFile : .characters(start..<at)
    }

    /// `RCDATA less-than sign`, `RCDATA end tag open` and `RCDATA end tag name`, and their like for RAWTEXT: an end
    /// tag where it is the appropriate one, else a mere `<`.
    private mutating func rcdataLessThanSignState() -> Token {
        isAppropriateEndTag(at: at) ? appropriateEndTag() : takeCharacters(1)
    }

    // MARK: Pieces

    /// Text up to the next byte that means something; nil where that is the very next.
    ///
    /// Eight bytes at a time: most bytes of a page that are not markup are seen here, and nowhere else before the
    /// text is cut out.
    @inline(__always)
    private mutating func runOfText(stoppingAtAmpersand: Bool) -> Token? {
        let start = at
        let raw = UnsafeRawPointer(bytes)
        var here = at
        // A byte is zero after the exclusive or where it is the one looked for; the sum then carries into its top
        // bit. Bytes above a hit may raise false alarms, and a non-ASCII byte none, so the lowest hit is right.
        while here + 8 <= count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: here, as: UInt64.self))
            var hits = Self.zeroBytes(word ^ Self.repeated(0x3C)) | Self.zeroBytes(word)
            hits |= Self.zeroBytes(word ^ Self.repeated(0x0D))
            if stoppingAtAmpersand { hits |= Self.zeroBytes(word ^ Self.repeated(0x26)) }
            if hits != 0 {
                here += hits.trailingZeroBitCount >> 3
                at = here
                return here == start ? nil : .characters(start..<here)
            }
            here += 8
        }
        scan: while here < count {
            switch bytes[here] {
            case 0x3C, 0x0D, 0: break scan
            case 0x26 where stoppingAtAmpersand: break scan
            default: here += 1
            }
        }
        at = here
        return here == start ? nil : .characters(start..<here)
    }

    @inline(__always)
    private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The top bit of the lowest byte that is zero, and perhaps of some above it.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// The next `width` bytes as text.
    mutating func takeCharacters(_ width: Int) -> Token {
        defer { at += width }
        return .characters(at..<at + width)
    }

    /// A carriage return is a line feed, and nothing where a line feed follows.
    mutating func carriageReturn() -> Token? {
        at += 1
        return at < count && bytes[at] == 0x0A ? nil : .scalars(at - 1..<at, 0x0A, 0)
    }

    mutating func nul(as scalar: UInt32) -> Token {
        at += 1
        return .scalars(at - 1..<at, scalar, 0)
    }
}
