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
        guard let encodings = fields.string("content-encoding")?.lowercased(), !body.isEmpty else { return Array(body) }
        // Listed in the order in which they were applied.
        for encoding in encodings.split(separator: ",").reversed() {
            let word = encoding.filter { $0 != " " && $0 != "\t" }
            body = try decode(body, as: word, place, limits)[...]
        }
        return Array(body)
    }

    private static func decode(
        _ body: ArraySlice<UInt8>,
        as encoding: String,
        _ place: String,
        _ limits: Limits
    ) throws(IngestError) -> ArraySlice<UInt8> {
        switch encoding {
        case "", "identity", "none": return body
        case "gzip", "x-gzip":
            return Inflation.isGzip(body) ? try inflate(body, [.gzip], place, limits) : body
        case "deflate":
            // The standard means zlib's wrapping; half of the servers send none.
            return try inflate(body, [.zlib, .none], place, limits)
        case "br": return try expand(body, BrotliExpansion(), place, limits)
        case "zstd":
            return ZstdExpansion.isFrame(body) ? try expand(body, ZstdExpansion(), place, limits) : body
        default:
            throw IngestError("unsupported-encoding", at: place, "the content encoding '\(encoding)' cannot be read")
        }
    }

    private static func inflate(
        _ body: ArraySlice<UInt8>,
        _ wrappings: [Inflation.Wrapping],
        _ place: String,
        _ limits: Limits
    ) throws(IngestError) -> ArraySlice<UInt8> {
        var inflation = Inflation(expansionRatio: limits.expansionRatio)
        for wrapping in wrappings {
            switch inflation.inflate(body, as: wrapping, limit: limits.pageBytes) {
            case .whole(let page, _): return page[...]
            case .tooLarge: throw tooLarge(place)
            case .broken: continue
            }
        }
        return try asItStands(body, place)
    }

    private static func expand(
        _ body: ArraySlice<UInt8>,
        _ expansion: consuming some Expansion & ~Copyable,
        _ place: String,
        _ limits: Limits
    ) throws(IngestError) -> ArraySlice<UInt8> {
        var expansion = expansion
        var bound = ExpansionBound(ratio: limits.expansionRatio)
        var page: [UInt8] = []
        var lower = body.startIndex
        while true {
            let step = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { piece in
                let step = body[lower...].withUnsafeBytes { expansion.expand($0, into: piece) }
                page.append(contentsOf: piece[..<step.produced])
                return step
            }
            lower += step.consumed
            bound.add(step)
            if bound.isPassed || page.count > limits.pageBytes { throw tooLarge(place) }
            switch step.state {
            case .ended: return page[...]
            case .broken: return try asItStands(body, place)
            case .running where step.produced == 0 && step.consumed == 0: return try asItStands(body, place)
            case .running: continue
            }
        }
    }

    private static func tooLarge(_ place: String) -> IngestError {
        IngestError("expansion-too-large", at: place, "the body expands beyond the limit")
    }

    /// A body that is not in the encoding it claims, if it is text already.
    private static func asItStands(_ body: ArraySlice<UInt8>, _ place: String) throws(IngestError) -> ArraySlice<UInt8>
    {
        let start = body.prefix(1024)
        let controls = start.count { $0 < 0x20 && !($0 >= 0x09 && $0 <= 0x0D) || $0 == 0x7F }
        let high = start.count { $0 >= 0x80 }
        // Compressed bytes are spread evenly: every eighth is a control, every other is high.
        guard controls == 0, 4 * high < start.count else {
            throw IngestError("damaged-body", at: place, "the compressed body is damaged or ends too early")
        }
        return body
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
