import ArgumentParser
import Curette
import CuretteBatch
import CuretteClean
import CuretteData
import CuretteIngest
import CuretteReport
import CuretteText

struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Repairs text and prints it: disguised letters, invisible characters, odd spaces and the like.",
        discussion: """
            Text comes back as text; of an HTML page comes what a visitor reads, a block a line. Only what is certain \
            is repaired; --explain lists each repair, with the code points and the reason, and what merely looks \
            suspicious; in colour on a terminal, unless NO_COLOR is set.

            EXAMPLES
              curette clean page.txt > repaired.txt
              pbpaste | curette clean
              curette clean --explain page.txt
              curette clean -d repaired/ pages/*.txt
              curette clean --format jsonl texts.jsonl > repaired.jsonl
                  lines {"id": …, "text": …} in, the same lines out, one for one
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl
    }

    @OptionGroup var input: InputOptions
    @OptionGroup var tables: LexiconOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write each page to a file of its own in this folder.", valueName: "folder")
    )
    var directory: String?

    @Flag(help: "Print each repair with its place and reason instead of the text.")
    var explain = false

    @Option(help: ArgumentHelp("text, or jsonl for lines of JSON with id and text.", valueName: "format"))
    var format: Format = .text

    func validate() throws {
        if directory != nil, explain || format == .jsonl {
            throw ValidationError("-d writes repaired texts; --explain and --format jsonl write to standard output.")
        }
        if input.inputs.count > 1, directory == nil, !explain, format == .text {
            throw ValidationError("Several texts need a folder to go to: -d FOLDER.")
        }
        if explain, format == .jsonl { throw ValidationError("--explain is for people, --format jsonl is not.") }
    }

    func run() throws {
        guard !input.isNothing else { throw Run.nothingToRead(Self.self) }
        let pipeline = try Run.loading { () throws(DataFileError) in
            try Pipeline(tables: tables.tables(), elementDepth: input.maxDepth)
        }
        var errors = 0
        try Run.reporting { () throws(OutputError) in
            var printer = try printer()
            var failure: OutputError?
            Inputs(input, format: format == .jsonl ? .jsonl : nil).read { input in
                let page = Self.page(input, by: pipeline)
                if case .failure(let error) = page {
                    Run.unread(error)
                    errors += 1
                }
                do throws(OutputError) { try printer.add(page) } catch { failure = error }
                return failure == nil
            }
            if let failure { throw failure }
            try printer.end()
        }
        if errors > 0 { throw Run.somethingUnread }
    }

    private static func page(_ input: Batch.Input, by pipeline: Pipeline) -> Result<CleanedPage, IngestError> {
        switch input {
        case .page(let payload):
            Result { () throws(IngestError) in
                let (page, suspicions) = try pipeline.cleaned(payload)
                return CleanedPage(page: page, suspicions: suspicions)
            }
        case .unread(let error, _): .failure(error)
        }
    }

    private func printer() throws(OutputError) -> any CleanPrinter {
        if let directory { return try FilePrinter(into: directory) }
        if explain { return ExplanationPrinter() }
        return format == .jsonl ? LinePrinter() : TextPrinter()
    }
}

/// Writes repaired pages in one of the ways the command offers.
protocol CleanPrinter {
    mutating func add(_ page: Result<CleanedPage, IngestError>) throws(OutputError)
    mutating func end() throws(OutputError)
}

extension CleanPrinter {
    mutating func end() throws(OutputError) {}
}

/// A page after cleaning, and what cleaning left alone though it looked odd.
struct CleanedPage {
    let page: Page
    let suspicions: [Suspicion]

    /// The repaired text, as a file or a pipe gets it. The last block of an HTML page is a line like the others.
    var text: [UInt8] {
        var text = page.text.bytes
        if page.format == .html, !text.isEmpty, text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
        return text
    }
}
