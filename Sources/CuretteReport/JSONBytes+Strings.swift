extension JSONBytes {
    /// A string of well-formed UTF-8.
    ///
    /// Escaped are what JSON demands (quote, backslash, U+0000…1F) and the other control characters, U+007F…9F: JSON
    /// allows those, but a terminal that shows a report would obey them. All else stays as it is.
    package mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        var clean = 0
        var at = 0
        while true {
            at = Self.nextSuspect(in: utf8, from: at)
            guard at < utf8.count else { break }
            let byte = utf8[at]
            if byte == 0xC2 {
                let isControl = at + 1 < utf8.count && utf8[at + 1] < 0xA0
                if isControl {
                    append(utf8, clean, at)
                    escape(utf8[at + 1])
                    clean = at + 2
                }
                at += 2
            } else {
                append(utf8, clean, at)
                escape(byte)
                at += 1
                clean = at
            }
        }
        append(utf8, clean, utf8.count)
        append(UInt8(ascii: "\""))
    }

    /// The first byte at or behind `start` that may need an escape; the count where there is none.
    ///
    /// Eight bytes at a time: in each lane the high bit is set where the byte is below 0x20, or equals the byte looked
    /// for. A borrow from a lane that matched can mark the lane above it too, which costs a second look and no more;
    /// bytes from 0x80 on are masked out of the three tests for ASCII.
    @inline(__always)
    private static func nextSuspect(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var at = start
        if let base = utf8.baseAddress {
            let raw = UnsafeRawPointer(base)
            while at &+ 8 <= utf8.count {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                let quote = word ^ (ones &* 0x22)
                let backslash = word ^ (ones &* 0x5C)
                let delete = word ^ (ones &* 0x7F)
                let ascii =
                    (word &- ones &* 0x20) | (quote &- ones) | (backslash &- ones) | (delete &- ones)
                let lead = word ^ (ones &* 0xC2)
                let suspects = (ascii & ~word | (lead &- ones) & ~lead) & highs
                if suspects != 0 {
                    at &+= suspects.trailingZeroBitCount / 8
                    // Lanes below the first one marked are clean, for a borrow only ever runs upwards.
                    if needsLook(utf8[at]) { return at }
                    at &+= 1
                } else {
                    at &+= 8
                }
            }
        }
        while at < utf8.count, !needsLook(utf8[at]) { at &+= 1 }
        return at
    }

    @inline(__always)
    private static func needsLook(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2
    }

    private mutating func append(_ utf8: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) {
        guard lower < upper else { return }
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[lower..<upper]))
    }

    private mutating func escape(_ code: UInt8) {
        append(UInt8(ascii: "\\"))
        switch code {
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        case 0x22, 0x5C: append(code)
        default:
            append(UInt8(ascii: "u"))
            append(UInt8(ascii: "0"))
            append(UInt8(ascii: "0"))
            for nibble in [code >> 4, code & 0x0F] { append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble) }
        }
    }
}
