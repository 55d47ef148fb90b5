import CuretteDigest
import CuretteIngest

/// Tells whether a page is the one that it was in an earlier run: what it is called, where it came from, how it is to
/// be read, and every byte of it. 128 bits of SHA-256.
struct Fingerprint: Hashable, Sendable {
    private let upper: UInt64
    private let lower: UInt64

    init(_ input: Batch.Input) {
        switch input {
        case .page(let payload):
            let record = payload.record.map { "\($0.index) \($0.offset) \($0.length)" }
            let fields = [
                payload.id, payload.source, record, payload.url, payload.format?.rawValue, payload.charset,
            ]
            self.init(fields, payload.bytes)
        case .unread(let error, let source):
            self.init([error.place, source, error.code, error.sentence], [])
        }
    }

    /// - Parameter digits: 32 hexadecimal ones, as `description` gives them.
    init?(_ digits: some StringProtocol) {
        guard digits.utf8.count == 32, let upper = UInt64(digits.prefix(16), radix: 16),
            let lower = UInt64(digits.suffix(16), radix: 16)
        else { return nil }
        (self.upper, self.lower) = (upper, lower)
    }

    private init(_ fields: [String?], _ content: [UInt8]) {
        var head: [UInt8] = []
        for field in fields {
            // With their lengths, or two fields could share their letters otherwise and be hashed alike.
            head += "\(field?.utf8.count ?? -1):".utf8
            head += (field ?? "").utf8
        }
        let digest = head.withUnsafeBytes { head in content.withUnsafeBytes { Digest.sha256([head, $0]) } }
        upper = UInt64(digest.prefix(16), radix: 16) ?? 0
        lower = UInt64(digest.dropFirst(16).prefix(16), radix: 16) ?? 0
    }
}

extension Fingerprint: CustomStringConvertible {
    var description: String { Self.digits(upper) + Self.digits(lower) }

    private static func digits(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
