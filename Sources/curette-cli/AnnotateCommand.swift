import ArgumentParser
import Curette
import CuretteBatch
import CuretteData
import CuretteExtract
import CuretteReport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Reports every procedure that pages name: a line of JSON a page.",
        discussion: """
            Reports come in the order of the inputs. A page that cannot be read is a line too, with an error in it; \
            the run goes on and ends with status 1. In folders, files of unknown kind are passed over.

            EXAMPLES
              curette annotate page.html
              curette annotate --pretty page.html | less
              curette annotate crawl/ -o reports.jsonl --table
              curette annotate --without text,blocks crawl/ > reports.jsonl
              find crawl -name '*.html' > list.txt; curette annotate --files-from list.txt
              curette annotate crawl.warc.gz wet.zst -o reports.jsonl
              curette annotate --column html --id url pages.csv > reports.jsonl
              curl -s https://example.org/ | curette annotate --url https://example.org/
              curette annotate page.html | jq '.mentions[] | {concept, tag, surface}'
            """
    )

    @OptionGroup var input: InputOptions
    @OptionGroup var tables: LexiconOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to a file, which appears when it is whole.", valueName: "file")
    )
    var output: String?

    @Flag(help: "Indent the JSON for reading.")
    var pretty = false

    @Option(help: ArgumentHelp("Leave out the largest parts: text, blocks, or text,blocks.", valueName: "parts"))
    var without: [PartList] = []

    @Option(help: ArgumentHelp("Report mentions of one kind only: procedure or field.", valueName: "kind"))
    var kind: Mention.Kind?

    @Option(help: ArgumentHelp("Work on so many pages at a time (default: one a core).", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Print a row a page as well: on standard output if reports go to a file, else on standard error.")
    var table = false

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 1024.") }
    }

    func run() throws {
        guard !input.isNothing else { throw Run.nothingToRead(Self.self) }
        let pipeline = try Run.loading { () throws(DataFileError) in
            try Pipeline(tables: tables.tables(), elementDepth: input.maxDepth)
        }
        let outcome = try Run.reporting { () throws(OutputError) in try annotate(with: pipeline) }
        if outcome.errors > 0 { throw Run.somethingUnread }
    }

    private static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    private func annotate(with pipeline: Pipeline) throws(OutputError) -> Batch.Outcome {
        let writer = JSONLinesWriter(isPretty: pretty, without: without.parts, kind: kind)
        let lines = try output.map { path throws(OutputError) in try Output.file(path) } ?? .standard()
        let rows = table ? PageTable(to: output == nil || output == "/dev/stdout" ? .error : .output) : nil
        rows?.begin()
        let batch = Batch(
            jobs: jobs ?? Self.cores,
            report: { input in
                switch input {
                case .page(let payload): pipeline.report(on: payload)
                case .unread(let error, let source): pipeline.report(unreadable: error, source: source)
                }
            },
            write: writer.line
        )
        let outcome = try batch.run { report, line throws(OutputError) in
            try lines.write(line)
            if let error = report.error { Run.unread(error) }
            rows?.add(report)
        } feed: { submit in
            Inputs(input).read(submit)
        }
        try lines.finish()
        rows?.end(outcome)
        return outcome
    }
}
