import ArgumentParser
import CuretteBatch
import CuretteReport

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Joins what many machines have written, each with --shard, into one file.",
        discussion: """
            The reports come in the order in which one run would have written them, and are the same, byte for byte. \
            Beside each file must lie its ledger (FILE.run): by it the command sees that every shard is there once and \
            whole, of the same run over the same pages, and that no line was damaged on the way. Status 2: they do not \
            belong together.

            EXAMPLE
              curette annotate crawl/ -o part-1.jsonl --shard 1/2     # on one machine
              curette annotate crawl/ -o part-2.jsonl --shard 2/2     # on another
              curette merge part-1.jsonl part-2.jsonl -o reports.jsonl
            """
    )

    @Argument(help: ArgumentHelp("The shards' files, in any order.", valueName: "file"))
    var files: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to a file, which appears when it is whole.", valueName: "file")
    )
    var output: String?

    func run() throws {
        do {
            let output = try output.map { try Output.file($0, isBuffered: true) } ?? .standard(isBuffered: true)
            _ = try Merger.merge(files, into: output)
            try output.finish()
        } catch let error as LedgerError {
            Terminal.say("curette: \(Printable.string(error.description))")
            throw Run.ledgerMistake
        } catch let error as OutputError {
            throw Run.ended(by: error)
        }
    }
}
