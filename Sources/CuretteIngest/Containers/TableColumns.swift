/// Which columns of a table (CSV) hold a page, its name and its address.
package struct TableColumns: Sendable {
    /// Nil: the first of `html` and `text` that the table has.
    package var page: String?
    /// Nil: a column called `id`, if there is one; else the row's number names the page.
    package var id: String?
    /// Nil: a column called `url`, if there is one.
    package var url: String?

    package init(page: String? = nil, id: String? = nil, url: String? = nil) {
        self.page = page
        self.id = id
        self.url = url
    }

    /// Where the columns stand among the names of a table's first row.
    struct Places {
        let page: Int
        let format: Payload.Format?
        let id: Int?
        let url: Int?
    }

    func places(among names: [String], of table: String) throws(IngestError) -> Places {
        func place(_ wanted: String?, orElse usual: String?) throws(IngestError) -> Int? {
            guard let wanted else { return usual.flatMap { usual in names.firstIndex { $0.lowercased() == usual } } }
            if let place = names.firstIndex(of: wanted) { return place }
            throw missing("'\(wanted)'", names, table)
        }
        var found = try place(page, orElse: "html")
        if found == nil { found = try place(nil, orElse: "text") }
        guard let page = found else { throw missing("'html' or 'text'", names, table) }
        // A column's name is the only word there is of what it holds; others are looked at.
        let format: Payload.Format? =
            switch names[page].lowercased() {
            case "html": .html
            case "text": .text
            default: nil
            }
        return Places(page: page, format: format, id: try place(id, orElse: "id"), url: try place(url, orElse: "url"))
    }

    private func missing(_ column: String, _ names: [String], _ table: String) -> IngestError {
        let shown = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
        return IngestError("bad-csv", at: table, "there is no column \(column) among \(shown)")
    }
}
