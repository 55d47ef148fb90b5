import Crypto

/// SHA-256 as reports print it.
package enum Digest {
    /// The hash of `bytes` in 64 lower-case hexadecimal digits.
    package static func sha256(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { sha256([$0]) } }

    /// The hash of `parts`, one behind the other.
    package static func sha256(_ parts: [UnsafeRawBufferPointer]) -> String {
        var hasher = SHA256()
        for part in parts { hasher.update(bufferPointer: part) }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in hasher.finalize() {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0x0F)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
