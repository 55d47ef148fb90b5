import CuretteBatch
import CuretteIngest
import CuretteReport

/// What was repaired and what looks odd, on standard output, a line each.
struct ExplanationPrinter: CleanPrinter {
    private let output = Output.standard()

    mutating func add(_ page: Result<CleanedPage, IngestError>) throws(OutputError) {
        guard case .success(let page) = page else { return }
        try output.write(
            Array(Explanation.lines(on: page.page, suspicions: page.suspicions, inColor: Terminal.showsColors).utf8)
        )
    }
}
