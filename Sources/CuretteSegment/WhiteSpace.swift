import CuretteText

/// What Unicode calls white space, told from UTF-8 bytes: blocks begin and end outside it.
package enum WhiteSpace {
    /// The width of the white space that begins at `offset`; 0 where something else does.
    package static func width(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let byte = bytes[offset]
        if byte == 0x20 || byte &- 0x09 < 5 { return 1 }
        guard byte >= 0xC2 else { return 0 }
        let scalar = UTF8Bytes.scalar(in: bytes, at: offset)
        return isSpace(scalar.value) ? scalar.width : 0
    }

    /// The width of the white space that ends just before `offset`, which is above 0.
    package static func width(in bytes: UnsafeBufferPointer<UInt8>, before offset: Int) -> Int {
        let byte = bytes[offset &- 1]
        if byte < 0x80 { return byte == 0x20 || byte &- 0x09 < 5 ? 1 : 0 }
        let scalar = UTF8Bytes.scalar(in: bytes, before: offset)
        return isSpace(scalar.value) ? scalar.width : 0
    }

    /// `lower..<upper` without the white space at either end.
    package static func trimmed(
        _ lower: Int,
        _ upper: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> (lower: Int, upper: Int) {
        var (lower, upper) = (lower, upper)
        while lower < upper {
            let width = width(in: bytes, at: lower)
            if width == 0 { break }
            lower = min(upper, lower + width)
        }
        while upper > lower {
            let width = width(in: bytes, before: upper)
            if width == 0 { break }
            upper = max(lower, upper - width)
        }
        return (lower, upper)
    }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}
