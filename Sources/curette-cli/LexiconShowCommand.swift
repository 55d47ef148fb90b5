import ArgumentParser
import CuretteBatch
import CuretteData
import CuretteReport

struct LexiconShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows all that the tables say of one concept.",
        discussion: """
            EXAMPLE
              curette lexicon show breast-reduction
            """
    )

    @OptionGroup var tables: LexiconOptions

    @Argument(help: ArgumentHelp("The concept's id, as reports and `curette lexicon list` have it.", valueName: "id"))
    var concept: String

    func run() throws {
        let concepts = try Run.loading { () throws(DataFileError) in try Stages.concepts(lexicon: tables.lexicon) }
        guard let found = concepts.first(where: { $0.id == concept }) else {
            throw ValidationError(
                "No concept has the id '\(Printable.string(concept))'; `curette lexicon list` shows those there are."
            )
        }
        let facts = [("id", found.id), ("kind", found.kind), ("label", found.label)] + found.facts
        let width = facts.map(\.0.count).max() ?? 0
        let lines = facts.map { name, value in
            name + String(repeating: " ", count: width - name.count + 2) + value + "\n"
        }
        try Run.reporting { () throws(OutputError) in try Output.standard().write(Array(lines.joined().utf8)) }
    }
}
