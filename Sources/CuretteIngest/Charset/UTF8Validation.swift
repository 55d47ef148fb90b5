import CuretteText

/// Telling well-formed UTF-8 from what only looks like it.
enum UTF8Validation {
    /// Whether all of `bytes` is well-formed UTF-8.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        if #available(macOS 26, *) {
            // The standard library's own check is by far the fastest there is.
            return (try? UTF8Span(validating: bytes.span)) != nil
        }
        return bytes.withUnsafeBufferPointer { flaws(in: $0, from: 0).isEmpty }
    }

    /// What stands in the place of ill-formed bytes: a U+FFFD for each maximal subpart, as the Unicode Standard (3.9)
    /// and every browser have it.
    static func flaws(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Edits {
        var edits = Edits()
        var here = start
        while here < bytes.count {
            if bytes[here] < 0x80 {
                here += 1
                continue
            }
            let (width, isWhole) = subpart(of: bytes, at: here)
            if !isWhole { edits.replace(here, here + width, with: "\u{FFFD}", .undecodable) }
            here += width
        }
        return edits
    }

    /// How many sequences of two and more bytes are well formed.
    static func wholeSequences(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var here = 0
        while here < bytes.count {
            if bytes[here] < 0x80 {
                here += 1
                continue
            }
            let (width, isWhole) = subpart(of: bytes, at: here)
            if isWhole { count += 1 }
            here += width
        }
        return count
    }

    /// The sequence at `offset`, or as much of one as is well formed (at least one byte).
    private static func subpart(of bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (width: Int, isWhole: Bool) {
        let lead = bytes[offset]
        let trails: Int
        var range: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: trails = 1
        case 0xE0: (trails, range) = (2, 0xA0...0xBF)
        case 0xED: (trails, range) = (2, 0x80...0x9F)
        case 0xE1...0xEF: trails = 2
        case 0xF0: (trails, range) = (3, 0x90...0xBF)
        case 0xF4: (trails, range) = (3, 0x80...0x8F)
        case 0xF1...0xF3: trails = 3
        default: return (1, false)
        }
        for trail in 1...trails {
            guard offset + trail < bytes.count, range.contains(bytes[offset + trail]) else { return (trail, false) }
            range = 0x80...0xBF
        }
        return (trails + 1, true)
    }
}
