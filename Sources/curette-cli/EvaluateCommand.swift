import ArgumentParser
import CuretteBatch
import CuretteData
import CuretteEvaluate
import CuretteExtract
import CuretteReport

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Scores reports against pages that a person has annotated.",
        discussion: """
            GOLD is a folder of NAME.gold.txt: a line of facts, then the page's text with its mentions marked.

              #! doc=NAME usage=umbrella rewritten=no lang=en
              Ask about a ⟦nose job|rhinoplasty|c⟧ or ⟦plastic surgery|field:plastic-surgery|u⟧.

            Tags are c cosmetic, r reconstructive, e either, u umbrella (fields only); ~ behind a tag marks an elided \
            name, ? one that neither helps nor hurts. NAME.json, stand-off quotes, does as well. A report belongs to the \
            gold whose NAME is its document's id, or its file's name.

            EXAMPLES
              curette annotate pages/ -o reports.jsonl; curette evaluate gold/ reports.jsonl
              curette annotate --lexicon my-tables/ pages/ | curette evaluate gold/ -
              curette evaluate --errors gold/ reports.jsonl | grep 'tag:'
              curette evaluate --json gold/ reports.jsonl | jq .tagged_f1
            """
    )

    @Argument(help: ArgumentHelp("The folder of gold.", valueName: "gold"))
    var gold: String

    @Argument(help: ArgumentHelp("Reports, a line each, or - for standard input.", valueName: "reports"))
    var reports: String

    @OptionGroup var tables: LexiconOptions

    @Flag(help: "List what was missed, what is too much, and every wrong tag and usage.")
    var errors = false

    @Flag(help: "Print the figures as one line of JSON.")
    var json = false

    func run() throws {
        let text = try Run.loading { () throws(DataFileError) in
            let pages = try GoldFolder.pages(in: gold)
            guard let bytes = WholeFile.bytes(at: reports) else {
                throw DataFileError(reports, "the file cannot be read")
            }
            let found = try ReportLines.reports(in: bytes, file: reports, for: pages)
            var score = Score(try Lexicon(from: tables.tables()))
            for page in pages { score.add(found[page.name], against: page) }
            return json ? ScorePrinter.json(score) : ScorePrinter.text(score, errors: errors)
        }
        try Run.reporting { () throws(OutputError) in try Output.standard().write(Array(text.utf8)) }
    }
}

/// Writes a score for people, or as a line of JSON.
private enum ScorePrinter {
    static func text(_ score: Score, errors: Bool) -> String {
        var text = ""
        if errors { text += score.errors.map { "\(Printable.string($0))\n" }.joined() + "\n" }
        text += row("found", "extra", "missed", "tags", "page")
        for page in score.rows {
            let name = Printable.string(page.page) + (page.hasReport ? "" : " (no report)")
            text += row(
                "\(page.hits)",
                "\(page.extras)",
                "\(page.misses)",
                "\(page.rightTags)/\(page.tags)",
                name
            )
        }
        return text + "\n" + score.reliability.table + "\n" + score.figureTable
    }

    static func json(_ score: Score) -> String {
        let members = score.figures.map { "\"\($0.name)\": \($0.digits ?? "null")" }
        return "{\(members.joined(separator: ", "))}\n"
    }

    private static func row(_ found: String, _ extra: String, _ missed: String, _ tags: String, _ page: String)
        -> String
    {
        right(found, 6) + right(extra, 7) + right(missed, 8) + right(tags, 9) + "  \(page)\n"
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
