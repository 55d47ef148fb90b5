import ArgumentParser
import CuretteBatch
import CuretteData
import CuretteExtract

struct LexiconListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists all concepts: id, kind and label, separated by tabs.",
        discussion: """
            EXAMPLES
              curette lexicon list
              curette lexicon list | awk -F '\\t' '$2 == "field"'
            """
    )

    @OptionGroup var tables: LexiconOptions

    func run() throws {
        let lexicon = try Run.loading { () throws(DataFileError) in try Lexicon(from: tables.tables()) }
        let lines = lexicon.concepts.map { "\($0.id)\t\($0.kind)\t\($0.label)\n" }.joined()
        try Run.reporting { () throws(OutputError) in try Output.standard().write(Array(lines.utf8)) }
    }
}
