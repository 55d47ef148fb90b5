extension Reader {
    /// Escapes make a line at most six times as long as what it says.
    private static let longestEscape = 6

    /// A page a line: `id`, `url`, and `text`, `html` or base64 `bytes`.
    func readLines(_ stream: inout ByteStream, _ body: Body) throws(IngestError) {
        var number = 0
        let limit = limits.pageBytes.multipliedReportingOverflow(by: Self.longestEscape)
        while true {
            let offset = stream.offset
            guard let line = try stream.line(limit: limit.overflow ? Int.max : limit.partialValue) else { return }
            number += 1
            let place = "\(stream.name):\(number)"
            switch line {
            case .tooLong:
                guard body(.failure(tooLarge(place))) else { return }
            case .whole(let line):
                if line.allSatisfy({ $0 <= 0x20 }) { continue }
                let record = Payload.Record(index: number - 1, offset: offset, length: line.count)
                guard body(payload(of: line, source: stream.name, place: place, record)) else { return }
            }
        }
    }

    private func payload(
        of line: ArraySlice<UInt8>,
        source: String,
        place: String,
        _ record: Payload.Record
    ) -> Result<Payload, IngestError> {
        line.withUnsafeBufferPointer { buffer in
            do throws(JSONFlaw) {
                let json = try JSONLine(buffer)
                let id = json.id.map { String(decoding: $0, as: UTF8.self) }
                var payload = Payload(
                    id: id ?? place,
                    source: source,
                    record: record,
                    url: json.url.map { String(decoding: $0, as: UTF8.self) },
                    bytes: []
                )
                // JSON is UTF-8, whatever a page says that was put into it.
                if let html = json.html {
                    (payload.bytes, payload.format, payload.charset) = (html, .html, "utf-8")
                } else if let text = json.text {
                    (payload.bytes, payload.format, payload.charset) = (text, .text, "utf-8")
                } else if let bytes = json.bytes {
                    payload.bytes = bytes
                } else {
                    let sentence = "the line has neither 'text' nor 'html' nor 'bytes'"
                    return .failure(IngestError("bad-json", at: id ?? place, sentence))
                }
                guard payload.bytes.count <= limits.pageBytes else { return .failure(tooLarge(payload.id)) }
                return .success(payload)
            } catch {
                return .failure(IngestError("bad-json", at: place, "byte \(error.offset + 1): \(error.sentence)"))
            }
        }
    }
}
