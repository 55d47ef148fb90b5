import ArgumentParser
import Curette
import CuretteBatch
import CuretteData
import CuretteExtract
import CuretteReport

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Reports every procedure that pages name: a line of JSON a page.",
        discussion: """
            Reports come in the order of the inputs. A page that cannot be read is a line too, with an error in it; \
            the run goes on and ends with status 1. In folders, files of unknown kind are passed over.

            With -o, what a run has done until it is interrupted is kept beside the file, and --resume goes on from \
            there: pages that are what they were are not worked on again, and the file is the same, byte for byte, as \
            if nothing had happened. A page on which the program crashed is an error record then.

            EXAMPLES
              curette annotate page.html
              curette annotate --pretty page.html | less
              curette annotate crawl/ -o reports.jsonl --table
              curette annotate --without text,blocks crawl/ > reports.jsonl
              find crawl -name '*.html' > list.txt; curette annotate --files-from list.txt
              curette annotate crawl.warc.gz wet.zst -o reports.jsonl
              curette annotate --column html --id url pages.csv > reports.jsonl
              curette annotate crawl/ -o reports.jsonl --resume
              curette annotate crawl/ -o part-2.jsonl --shard 2/8; curette merge part-*.jsonl -o reports.jsonl
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

    @Flag(help: "Print a row a page as well: on standard output if reports go to a file, else on standard error.")
    var table = false

    @OptionGroup(title: "The run") var options: RunOptions

    func validate() throws {
        guard options.resume || options.shard != nil else { return }
        guard let output, !Output.isDevice(output) else {
            throw ValidationError("--resume and --shard need a file to write to: -o FILE.")
        }
    }

    func run() throws {
        guard !input.isNothing else { throw Run.nothingToRead(Self.self) }
        let pipeline = try Run.loading { () throws(DataFileError) in
            try Pipeline(tables: tables.tables(), elementDepth: input.maxDepth)
        }
        try AnnotationRun(self, pipeline).run()
    }
}
