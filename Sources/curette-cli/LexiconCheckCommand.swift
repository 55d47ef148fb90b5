import ArgumentParser
import CuretteBatch
import CuretteData
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
        let counts = try Run.loading { () throws(DataFileError) in try Stages.check(lexicon: folder) }
        let line = "\(Printable.string(folder)): \(counts), no mistakes\n"
        try Run.reporting { () throws(OutputError) in try Output.standard().write(Array(line.utf8)) }
    }
}
