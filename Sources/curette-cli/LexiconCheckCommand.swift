import ArgumentParser
import Curette
import CuretteBatch
import CuretteData
import CuretteExtract
import CuretteReport

struct LexiconCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a folder of tables, and says where the first mistake is.",
        discussion: """
            Status 0: the tables can be used. Status 2: the line on standard error names file, line and mistake.

            EXAMPLE
              curette lexicon check my-tables/
            """
    )

    @Argument(help: ArgumentHelp("The folder, as --lexicon would take it.", valueName: "folder"))
    var folder: String

    func run() throws {
        let lexicon = try Run.loading { () throws(DataFileError) in
            let tables = try LexiconOptions.tables(in: folder)
            // All tables, those of the cues too, and what they say of each other.
            _ = try Pipeline(tables: tables)
            return try Lexicon(from: tables)
        }
        let counts =
            "\(lexicon.concepts.count) concepts, \(lexicon.formCount) forms, "
            + "\(lexicon.regularNameCount) pairs of a site and an operation"
        let line = "\(Printable.string(folder)): \(counts), no mistakes\n"
        try Run.reporting { () throws(OutputError) in try Output.standard().write(Array(line.utf8)) }
    }
}
