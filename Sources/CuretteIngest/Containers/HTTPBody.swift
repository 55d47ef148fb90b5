/// The body of an archived HTTP response as its page: transfer and content encodings taken off.
///
/// Archives often hold bodies already decoded under headers that say otherwise; a body that is not what its header
/// says is taken as it stands.
enum HTTPBody {
    static func decode(
        _ body: ArraySlice<UInt8>,
        _ fields: HeaderFields,
        at place: String,
        limits: Limits
    ) throws(IngestError) -> [UInt8] {
        var body = body
        if fields.field("transfer-encoding", is: "chunked"), let joined = joiningChunks(of: body) { body = joined[...] }
        guard let encoding = fields.string("content-encoding")?.lowercased(), !body.isEmpty else { return Array(body) }
        switch encoding {
        case "", "identity", "none": return Array(body)
        case "gzip", "x-gzip":
            return Inflation.isGzip(body) ? try inflate(body, [.gzip], place, limits) : Array(body)
        case "deflate":
            // The standard means zlib's wrapping; half of the servers send none.
            return try inflate(body, [.zlib, .none], place, limits)
        default:
            throw IngestError("unsupported-encoding", at: place, "the content encoding '\(encoding)' cannot be read")
        }
    }

    private static func inflate(
        _ body: ArraySlice<UInt8>,
        _ wrappings: [Inflation.Wrapping],
        _ place: String,
        _ limits: Limits
    ) throws(IngestError) -> [UInt8] {
        var inflation = Inflation(expansionRatio: limits.expansionRatio)
        for wrapping in wrappings {
            switch inflation.inflate(body, as: wrapping, limit: limits.pageBytes) {
            case .whole(let page, _): return page
            case .tooLarge: throw IngestError("expansion-too-large", at: place, "the body expands beyond the limit")
            case .broken: continue
            }
        }
        throw IngestError("damaged-body", at: place, "the compressed body is damaged or ends too early")
    }

    /// The chunks' data as one; nil where the body is not made of chunks. Chunks that end too early count as far as
    /// they go.
    private static func joiningChunks(of body: ArraySlice<UInt8>) -> [UInt8]? {
        var joined: [UInt8] = []
        var here = body.startIndex
        while let end = body[here...].firstIndex(of: 0x0A) {
            let digits = body[here..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
            guard digits.count <= 8, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0
            else {
                return joined.isEmpty ? nil : joined
            }
            if size == 0 { return joined }
            let lower = end + 1
            let upper = min(body.endIndex, lower + size)
            joined += body[lower..<upper]
            here = upper
            // The line break behind the data.
            if here < body.endIndex, body[here] == 0x0D { here += 1 }
            if here < body.endIndex, body[here] == 0x0A { here += 1 }
        }
        return joined.isEmpty ? nil : joined
    }
}
