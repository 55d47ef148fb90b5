import CuretteData
import Testing

private func table(_ text: String) -> Table {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
    bytes.copyBytes(from: text.utf8)
    return Table("forms.tsv", UnsafeRawBufferPointer(bytes), columns: ["id", "form"])
}

@Suite struct TableTests {
    @Test func `rows come with their lines, comments and blank lines aside`() throws {
        var rows: [[String]] = []
        try table("# forms\nid\tform\n\nlip\tlip lift\r\n# more\nneck\tneck lift").forEachRow {
            (row) throws(DataFileError) in
            rows.append([String(row.line), row[0], row[1]])
        }
        #expect(rows == [["4", "lip", "lip lift"], ["6", "neck", "neck lift"]])
    }

    @Test(arguments: [
        ("id\tform\nlip\n", "forms.tsv:2: expected 2 tab-separated fields, found 1"),
        ("id\tfrom\n", "forms.tsv:1: the header should name column 2 'form', not 'from'"),
        ("# nothing\n", "forms.tsv: the table has no header row"),
    ])
    func `a mistake is a place and a sentence`(text: String, message: String) {
        #expect(throws: DataFileError.self) { try table(text).forEachRow { _ in } }
        do { try table(text).forEachRow { _ in } } catch { #expect("\(error)" == message) }
    }
}
