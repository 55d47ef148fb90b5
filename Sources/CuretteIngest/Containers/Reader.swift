/// Takes pages out of whatever holds them, one at a time, in order.
///
/// What cannot be read is an error for that page alone; the next one follows where the container allows it. Memory
/// holds a page and a piece of the input.
package struct Reader: Sendable {
    package typealias Body = (Result<Payload, IngestError>) -> Bool

    let limits: Limits
    let columns: TableColumns

    /// - Parameter columns: where tables (CSV) have their pages.
    package init(limits: Limits = Limits(), columns: TableColumns = TableColumns()) {
        self.limits = limits
        self.columns = columns
    }

    /// Calls `body` for each page of `input`, until it returns false.
    ///
    /// - Parameter format: what the input holds; a file's own name and bytes decide where it is `auto`.
    package func read(_ input: Input, as format: InputFormat = .auto, _ body: Body) {
        do throws(IngestError) {
            var format = format
            if format == .auto, case .file(let path) = input { format = InputFormat(ofFile: path) ?? .auto }
            var stream = try ByteStream(input, limits: limits)
            if format == .auto { format = try Self.format(of: &stream) }
            switch format {
            case .jsonl: try readLines(&stream, body)
            case .warc: try readRecords(&stream, body)
            case .csv: try readRows(&stream, body)
            case .html: try readPage(&stream, .html, body)
            case .text: try readPage(&stream, .text, body)
            case .auto: try readPage(&stream, nil, body)
            }
        } catch {
            _ = body(.failure(error))
        }
    }

    /// All of the input as one page.
    private func readPage(
        _ stream: inout ByteStream,
        _ format: Payload.Format?,
        _ body: Body
    ) throws(IngestError) {
        try stream.fill(to: limits.pageBytes + 1)
        if let failure = stream.failure { throw failure }
        guard stream.available <= limits.pageBytes else { throw tooLarge(stream.name) }
        let bytes = Array(stream.window)
        _ = body(.success(Payload(id: stream.name, source: stream.name, format: format, bytes: bytes)))
    }

    func tooLarge(_ place: String) -> IngestError {
        IngestError("page-too-large", at: place, "the page has more than \(limits.pageBytes) bytes")
    }

    // MARK: What an input holds

    /// How much of an input is looked at.
    private static let reach = 1 << 16

    /// WARC by its first line, JSON Lines by a first line that has what a page needs; `auto` for a page.
    private static func format(of stream: inout ByteStream) throws(IngestError) -> InputFormat {
        try stream.fill(to: 5)
        if stream.window.starts(with: Array("WARC/".utf8)) { return .warc }
        guard stream.window.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return .auto }
        // No more than it takes: a partner at the other end of a pipe may wait for an answer to its first line.
        var key = firstKey(of: stream.window)
        while key == nil, stream.available < reach, try stream.more() { key = firstKey(of: stream.window) }
        guard let key else { return .auto }
        return ["id", "url", "text", "html", "bytes"].contains(key) ? .jsonl : .auto
    }

    /// The first key of the object that `bytes` begin with.
    private static func firstKey(of bytes: ArraySlice<UInt8>) -> String? {
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = JSONScanner(buffer)
            scanner.skipWhiteSpace()
            guard scanner.take(UInt8(ascii: "{")) else { return nil }
            scanner.skipWhiteSpace()
            guard let key = try? scanner.string() else { return nil }
            scanner.skipWhiteSpace()
            return scanner.isAt(UInt8(ascii: ":")) ? String(decoding: key, as: UTF8.self) : nil
        }
    }
}
