import CICU

/// A charset of one byte a character, in which UTF-8 was wrongly read.
struct SingleByteCharset: Sendable {
    /// The code points of the 256 bytes. Bytes that mean nothing are read as controls of the same number, as browsers do.
    let meanings: [UInt32]
    private let bytes: [UInt32: UInt8]
    /// The same up to the signs of typography, 0 for none: pages of Cyrillic ask it for every letter.
    private let near: [UInt8]

    static let windows1252 = SingleByteCharset("windows-1252")
    static let windows1251 = SingleByteCharset("windows-1251")
    static let macRoman = SingleByteCharset("macintosh")

    private init(_ name: String) {
        var meanings = [UInt32](repeating: 0, count: 256)
        let isKnown = curette_single_bytes(name, &meanings) != 0
        var bytes: [UInt32: UInt8] = [:]
        for byte in 0..<256 {
            if !isKnown || meanings[byte] == .max { meanings[byte] = UInt32(byte) }
            if byte >= 0x80 { bytes[meanings[byte]] = UInt8(byte) }
        }
        // Lenient: a control of latin-1 among letters of the charset.
        for byte in UInt32(0x80)...0x9F where bytes[byte] == nil { bytes[byte] = UInt8(byte) }
        var near = [UInt8](repeating: 0, count: 0x2140)
        for (meaning, byte) in bytes where meaning < 0x2140 { near[Int(meaning)] = byte }
        self.near = near
        self.meanings = meanings
        self.bytes = bytes
    }

    /// The byte above ASCII that was read as `scalar`.
    @inline(__always)
    func byte(for scalar: UInt32) -> UInt8? {
        guard scalar < 0x2140 else { return bytes[scalar] }
        let byte = near.withUnsafeBufferPointer { $0[Int(scalar)] }
        return byte == 0 ? nil : byte
    }
}
