import ArgumentParser
import CuretteBatch
import CuretteData
import CuretteExtract
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

    /// Many forms are generated from parts; the shortest tell what sort of names they are.
    private static let formsShown = 8

    @Flag(help: "Show all forms, not only the shortest.")
    var allForms = false

    @Argument(help: ArgumentHelp("The concept's id, as reports and `curette lexicon list` have it.", valueName: "id"))
    var concept: String

    func run() throws {
        let lexicon = try Run.loading { () throws(DataFileError) in try Lexicon(from: tables.tables()) }
        guard let number = lexicon.concept(concept) else {
            throw ValidationError(
                "No concept has the id '\(Printable.string(concept))'; `curette lexicon list` shows those there are."
            )
        }
        let facts = facts(of: number, in: lexicon)
        let width = facts.map(\.name.count).max() ?? 0
        let lines = facts.map { name, value in
            name + String(repeating: " ", count: width - name.count + 2) + value + "\n"
        }
        try Run.reporting { () throws(OutputError) in try Output.standard().write(Array(lines.joined().utf8)) }
    }

    /// What there is to know of a concept, a fact a line; its forms (folded, without spaces) a line a language.
    private func facts(of number: Int, in lexicon: Lexicon) -> [(name: String, value: String)] {
        let concept = lexicon.concepts[number]
        var facts = [
            ("id", concept.id), ("kind", concept.kind.rawValue), ("label", concept.label), ("family", concept.family),
            ("usual", concept.usual.rawValue),
            ("ambivalence", "\(concept.ambivalence) of 3"),
        ]
        if let broader = concept.broader { facts.append(("broader", lexicon.concepts[broader].id)) }
        if let mesh = concept.mesh { facts.append(("mesh", mesh)) }
        facts.append(("source", concept.source))
        var forms: [String: Set<String>] = [:]
        for (language, key) in lexicon.forms(of: number) { forms[language, default: []].insert(key) }
        for (language, keys) in forms.sorted(by: { $0.key < $1.key }) {
            let byLength = keys.sorted { ($0.count, $0) < ($1.count, $1) }
            let shown = byLength.prefix(allForms ? keys.count : Self.formsShown)
            let rest = keys.count - shown.count
            facts.append((language, shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")))
        }
        return facts
    }
}
