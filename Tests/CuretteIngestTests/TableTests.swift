import CuretteIngest
import Testing

@Suite struct TableTests {
    private func read(
        _ text: String,
        _ columns: TableColumns = TableColumns(),
        limits: Limits = Limits()
    ) throws -> [Result<Payload, IngestError>] {
        let folder = try Folder()
        let file = try folder.file("t.csv", text)
        var found: [Result<Payload, IngestError>] = []
        Reader(limits: limits, columns: columns).read(.file(file)) {
            found.append($0)
            return true
        }
        return found
    }

    @Test func `a page a row, by named columns`() throws {
        let table =
            "url,notes,html\r\nhttp://a.example/,x,<p>one\r\nhttp://b.example/,,\"<p>\"\"two\"\",\r\nlines\"\r\n"
        let found = try read(table, TableColumns(page: "html", id: "url"))
        #expect(found.map(\.summary) == ["http://a.example/: <p>one", "http://b.example/: <p>\"two\",\r\nlines"])
        #expect(found.map { $0.payload?.url } == ["http://a.example/", "http://b.example/"])
        #expect(found.map { $0.payload?.format } == [.html, .html])
        let record = try #require(found.last?.payload?.record)
        #expect(record.index == 1)
        let bytes = Array(table.utf8)[record.offset..<record.offset + record.length]
        #expect(bytes.starts(with: "http://b".utf8) && bytes.suffix(8).elementsEqual("lines\"\r\n".utf8))
    }

    @Test(arguments: [",", ";", "\t"])
    func `columns are found by what is usual, whatever parts them`(separator: String) throws {
        let table = "\u{FEFF}id|text\n7|a \"quoted\" lift\n\n8|\"x|y\"".replacing("|", with: separator)
        #expect(try read(table).map(\.summary) == ["7: a \"quoted\" lift", "8: x\(separator)y"])
    }

    @Test func `rows too short or too long are errors for themselves`() throws {
        var limits = Limits()
        limits.pageBytes = 10
        let table =
            "id,text\n1,lift\n2\n3,\(String(repeating: "x", count: 11))\n4,\"\(String(repeating: "y\n", count: 60))\"\n5,lift"
        let found = try read(table, limits: limits)
        #expect(found.map(\.summary) == ["1: lift", "bad-csv", "page-too-large", "page-too-large", "5: lift"])
    }

    @Test func `a table without the column is one error that says which there are`() throws {
        let found = try read("id,body\n1,lift", TableColumns(page: "html"))
        #expect(found.map(\.summary) == ["bad-csv"])
        guard case .failure(let error)? = found.first else { return }
        #expect(error.sentence == "there is no column 'html' among id, body")
        #expect(try read("", TableColumns(page: "html")).map(\.summary) == ["bad-csv"])
    }

    /// The slow, obvious way: one state a byte over all of the table.
    @Test func `rows are those of the obvious reading, whatever the table`() throws {
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<400 {
            let rows = (0..<random(6)).map { _ in
                (0..<2).map { _ in (0..<random(6)).map { _ in ["a", ",", "\"", "\n", "é"][random(5)] }.joined() }
            }
            let table =
                "id,text\n"
                + rows.map { row in
                    row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
                }.joined()
            let found = try read(table)
            #expect(found.map { $0.payload.map { String(decoding: $0.bytes, as: UTF8.self) } } == rows.map { $0[1] })
        }
    }
}
