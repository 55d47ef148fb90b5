import CuretteBatch
import CuretteIngest
import CuretteReport

/// `{"id","text"}` lines, one for each that was read; for a line that could not be, its `error`.
struct LinePrinter: CleanPrinter {
    private let output = Output.standard()

    mutating func add(_ page: Result<CleanedPage, IngestError>) throws(OutputError) {
        var json = JSONBytes()
        json.openObject()
        json.key("id")
        switch page {
        case .success(let page):
            json.string(page.page.id)
            json.key("text")
            json.string(page.text)
        case .failure(let error):
            json.string(error.place)
            json.key("error")
            json.openObject()
            json.key("code")
            json.string(error.code)
            json.key("message")
            json.string(error.sentence)
            json.closeObject()
        }
        json.closeObject()
        json.endLine()
        try output.write(json.bytes)
    }
}
