/// Reading and writing single scalars in UTF-8 bytes, without `String`.
///
/// The bytes are well formed by the time anything here sees them: Ingest replaces what is not.
public enum UTF8Bytes {
    /// How many bytes the scalar that begins with `lead` takes; 1 for a byte that cannot begin one.
    @inlinable
    public static func width(of lead: UInt8) -> Int {
        if lead < 0xC0 { return 1 }
        if lead < 0xE0 { return 2 }
        return lead < 0xF0 ? 3 : 4
    }

    /// The scalar that begins at `offset` of well-formed UTF-8.
    @inlinable
    public static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (value: UInt32, width: Int) {
        let lead = bytes[offset]
        if lead < 0x80 { return (UInt32(lead), 1) }
        let width = width(of: lead)
        guard offset + width <= bytes.count else { return (0xFFFD, 1) }
        let second = UInt32(bytes[offset &+ 1] & 0x3F)
        if width == 2 { return (UInt32(lead & 0x1F) << 6 | second, 2) }
        let third = UInt32(bytes[offset &+ 2] & 0x3F)
        if width == 3 { return (UInt32(lead & 0x0F) << 12 | second << 6 | third, 3) }
        return (UInt32(lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[offset &+ 3] & 0x3F), 4)
    }

    /// The scalar that ends just before `offset`; `offset` must be above 0.
    @inlinable
    public static func scalar(
        in bytes: UnsafeBufferPointer<UInt8>,
        before offset: Int
    ) -> (value: UInt32, width: Int) {
        var start = offset &- 1
        while start > 0 && bytes[start] & 0xC0 == 0x80 && offset &- start < 4 { start &-= 1 }
        return scalar(in: bytes, at: start)
    }

    @inlinable
    public static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let value = scalar.value
        switch value {
        case ..<0x80:
            bytes.append(UInt8(value))
        case ..<0x800:
            bytes.append(0xC0 | UInt8(value >> 6))
            bytes.append(0x80 | UInt8(value & 0x3F))
        case ..<0x10000:
            bytes.append(0xE0 | UInt8(value >> 12))
            bytes.append(0x80 | UInt8(value >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(value & 0x3F))
        default:
            bytes.append(0xF0 | UInt8(value >> 18))
            bytes.append(0x80 | UInt8(value >> 12 & 0x3F))
            bytes.append(0x80 | UInt8(value >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(value & 0x3F))
        }
    }
}
