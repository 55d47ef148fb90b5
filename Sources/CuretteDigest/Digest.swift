import CNettle

/// SHA-256 as reports print it: in 64 lower-case hexadecimal digits.
package enum Digest {
    package static func sha256(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { sha256([$0]) } }

    /// The hash of `parts`, one behind the other.
    package static func sha256(_ parts: [UnsafeRawBufferPointer]) -> String {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        for part in parts {
            nettle_sha256_update(&context, part.count, part.bindMemory(to: UInt8.self).baseAddress)
        }
        var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, hash.count, &hash)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] }, as: UTF8.self)
    }
}
