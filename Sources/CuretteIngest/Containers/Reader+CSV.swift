extension Reader {
    /// Quotes doubled, and fields beside the page's own, make a row longer than its page.
    private static let longestRow = 4

    /// A page a row, in the column that holds pages; the first row names the columns.
    func readRows(_ stream: inout ByteStream, _ body: Body) throws(IngestError) {
        try stream.fill(to: 3)
        // A byte order mark is none of the first column's name.
        if stream.window.starts(with: [0xEF, 0xBB, 0xBF]) { stream.drop(3) }
        let limit = limits.pageBytes.multipliedReportingOverflow(by: Self.longestRow)
        let longest = limit.overflow ? Int.max : limit.partialValue
        guard case .whole(let head)? = try row(of: &stream, parted: UInt8(ascii: ","), limit: longest) else {
            throw IngestError("bad-csv", at: stream.name, "the table has no row that names its columns")
        }
        let separator = CSVRow.separator(of: head)
        let names = CSVRow(head, separator: separator).fields.map { String(decoding: $0, as: UTF8.self) }
        let places = try columns.places(among: names, of: stream.name)
        var index = 0
        while true {
            let offset = stream.offset
            guard let row = try row(of: &stream, parted: separator, limit: longest) else { return }
            let place = "\(stream.name):\(index + 2)"
            let record = Payload.Record(index: index, offset: offset, length: max(0, stream.offset - offset))
            index += 1
            switch row {
            case .tooLong:
                guard body(.failure(tooLarge(place))) else { return }
            case .whole(let row):
                if row.isEmpty { continue }
                let fields = CSVRow(row, separator: separator).fields
                guard body(page(in: fields, places, source: stream.name, place: place, record)) else { return }
            }
        }
    }

    private func page(
        in fields: [[UInt8]],
        _ places: TableColumns.Places,
        source: String,
        place: String,
        _ record: Payload.Record
    ) -> Result<Payload, IngestError> {
        func field(_ index: Int?) -> String? {
            guard let index, index < fields.count, !fields[index].isEmpty else { return nil }
            return String(decoding: fields[index], as: UTF8.self)
        }
        let id = field(places.id) ?? place
        guard places.page < fields.count else {
            let sentence = "the row has \(fields.count) fields, and the page is in field \(places.page + 1)"
            return .failure(IngestError("bad-csv", at: id, sentence))
        }
        guard fields[places.page].count <= limits.pageBytes else { return .failure(tooLarge(id)) }
        return .success(
            Payload(
                id: id,
                source: source,
                record: record,
                url: field(places.url),
                format: places.format,
                bytes: fields[places.page]
            )
        )
    }

    /// The next row without its line break, done with; nil at the end. Of a row longer than `limit` nothing is held.
    private func row(
        of stream: inout ByteStream,
        parted separator: UInt8,
        limit: Int
    ) throws(IngestError) -> ByteStream.Line? {
        var end = CSVRowEnd(separator: separator)
        var searched = 0
        var isTooLong = false
        while true {
            let found = stream.window.dropFirst(searched).withUnsafeBufferPointer { end.find(in: $0) }
            if let found {
                var row = stream.window.prefix(searched + found)
                stream.drop(searched + found + 1)
                if row.last == 0x0D { row.removeLast() }
                return isTooLong || row.count > limit ? .tooLong : .whole(row)
            }
            searched = stream.available
            if searched > limit || isTooLong {
                isTooLong = true
                stream.drop(searched)
                searched = 0
            }
            if try stream.more() { continue }
            // Half a row is no page.
            if let failure = stream.failure {
                stream.drop(stream.available)
                throw failure
            }
            guard searched > 0 || isTooLong else { return nil }
            let row = stream.window
            stream.drop(searched)
            return isTooLong ? .tooLong : .whole(row)
        }
    }
}
