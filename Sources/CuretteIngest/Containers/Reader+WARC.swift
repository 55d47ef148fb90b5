extension Reader {
    /// The head of a record, or of the HTTP message in it, is no longer than this.
    private static let longestHead = 1 << 18

    /// The pages of a WARC file (ISO 28500, versions 1.0 and 1.1): responses, resources and conversions that are text.
    ///
    /// Records of other kinds and of other media types, and responses that are no success, hold no page and are passed
    /// over.
    func readRecords(_ stream: inout ByteStream, _ body: Body) throws(IngestError) {
        var index = 0
        while try skipToRecord(&stream) {
            let offset = stream.offset
            let place = "\(stream.name)#\(index)"
            guard let head = try self.head(&stream) else {
                throw IngestError("bad-warc", at: place, "the record's head does not end")
            }
            guard let length = head.number("content-length"), length >= 0 else {
                index += 1
                stream.drop(head.length)
                let error = IngestError("bad-warc", at: place, "the record does not say its length")
                guard body(.failure(error)) else { return }
                continue
            }
            stream.drop(head.length)
            let record = Payload.Record(index: index, offset: offset, length: head.length + length)
            index += 1
            let hasPage = Self.kinds.contains { head.field("warc-type", is: $0) }
            let (most, overflow) = limits.pageBytes.addingReportingOverflow(Self.longestHead)
            if !hasPage || !overflow && length > most {
                if hasPage, !body(.failure(tooLarge(head.string("warc-target-uri") ?? place))) { return }
                guard try stream.skip(length) == length else { return }
                continue
            }
            try stream.fill(to: length)
            let block = stream.window.prefix(length)
            let isWhole = block.count == length
            let page = isWhole ? self.page(in: block, head, source: stream.name, place: place, record) : nil
            stream.drop(block.count)
            guard isWhole else {
                throw IngestError("truncated-warc", at: place, "the record has \(block.count) bytes of \(length)")
            }
            if let page, !body(page) { return }
        }
    }

    private static let kinds: [StaticString] = ["response", "resource", "conversion"]

    /// Passes over what separates records, and over what should not be there, to the next record: whether there is
    /// one.
    private func skipToRecord(_ stream: inout ByteStream) throws(IngestError) -> Bool {
        while true {
            try stream.fill(to: 7)
            if stream.window.starts(with: Array("WARC/1.".utf8)) { return true }
            if try stream.line(limit: Self.longestHead) == nil { return false }
        }
    }

    /// The head of the record at hand; nil where it does not end.
    private func head(_ stream: inout ByteStream) throws(IngestError) -> HeaderFields? {
        var wanted = 1 << 12
        while true {
            try stream.fill(to: wanted)
            if let head = HeaderFields(stream.window.prefix(wanted)) { return head }
            guard stream.available >= wanted, wanted < Self.longestHead else { return nil }
            wanted *= 4
        }
    }

    /// The page in a record's block; nil where it is none.
    private func page(
        in block: ArraySlice<UInt8>,
        _ head: HeaderFields,
        source: String,
        place: String,
        _ record: Payload.Record
    ) -> Result<Payload, IngestError>? {
        // Some writers put the address in angle brackets.
        let address = head.string("warc-target-uri").map { uri in
            uri.hasPrefix("<") && uri.hasSuffix(">") ? String(uri.dropFirst().dropLast()) : uri
        }
        var payload = Payload(id: address ?? place, source: source, record: record, url: address, bytes: [])
        do throws(IngestError) {
            if head.field("warc-type", is: "response") {
                guard head.field("content-type", is: "application/http") else { return nil }
                // A record that lies about its length may cut the head: whether it held a page, nobody can tell.
                guard let http = HeaderFields(block), let status = http.status else {
                    return .failure(
                        IngestError("bad-warc", at: payload.id, "the response's head does not end within its record")
                    )
                }
                guard (200..<300).contains(status), Self.setMediaType(http["content-type"], of: &payload) else {
                    return nil
                }
                let encoded = block.dropFirst(http.length)
                payload.bytes = try HTTPBody.decode(encoded, http, at: payload.id, limits: limits)
            } else {
                guard Self.setMediaType(head["content-type"], of: &payload) else { return nil }
                payload.bytes = Array(block)
            }
        } catch {
            return .failure(error)
        }
        guard payload.bytes.count <= limits.pageBytes else { return .failure(tooLarge(payload.id)) }
        return .success(payload)
    }

    /// Takes format and charset from a `Content-Type`: whether it is one of text. Where there is none, the bytes
    /// decide.
    private static func setMediaType(_ field: ArraySlice<UInt8>?, of payload: inout Payload) -> Bool {
        guard let field, !field.isEmpty else { return true }
        let type = field.prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
        switch String(decoding: type, as: UTF8.self).lowercased() {
        case "text/html", "application/xhtml+xml": payload.format = .html
        case "text/plain": payload.format = .text
        default: return false
        }
        payload.charset = MetaPrescan.label(inContentType: Array(field)).map { String(decoding: $0, as: UTF8.self) }
        return true
    }
}
