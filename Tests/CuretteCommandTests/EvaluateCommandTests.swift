import Foundation
import Testing

@Suite struct EvaluateCommandTests {
    private static let gold = """
        #! doc=page usage=none rewritten=no lang=en
        A ⟦facelift|facelift|c⟧, a ⟦breast lift|breast-lift|r⟧ and a ⟦liposuction of the knees|rhinoplasty|c⟧.

        """
    private static let page = "A facelift, a breast lift and a liposuction of the knees.\n"

    @Test func `reports from a pipe are scored, and mistakes listed`() throws {
        try Command.inFolder(["gold/page.gold.txt": Self.gold, "pages/page.txt": Self.page]) { folder in
            let reports = try Command.run("annotate", "pages", in: folder)
            let outcome = try Command.run("evaluate", "--errors", "gold", "-", input: reports.output, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("\n     2      1       1      1/2  page\n"))
            #expect(outcome.output.contains("\ntag_accuracy      0.5000\n"))
            #expect(outcome.output.contains("page: tag: 'breast lift' (breast-lift) is reconstructive, got cosmetic"))
            #expect(outcome.output.contains("page: missed: 'liposuction of the knees' (rhinoplasty)\n"))
            let json = try Command.run("evaluate", "--json", "gold", "-", input: reports.output, in: folder)
            let figures = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            #expect(figures?["recall"] as? Double == 0.6667)
            #expect(figures?["gold_mentions"] as? Int == 3)
        }
    }

    @Test func `a mistake in gold or reports is told with its file and line`() throws {
        let broken = Self.gold.replacingOccurrences(of: "|c⟧.", with: "|x⟧.")
        try Command.inFolder(["gold/page.gold.txt": Self.gold, "bad/page.gold.txt": broken, "no/page.txt": ""]) {
            folder in
            for (gold, reports, line) in [
                ("bad", "", "page.gold.txt:2: "), ("no", "", "no: the folder holds no gold"),
                ("gold", "\n{}\n", "-:2: this is no report: it has no 'document'"), ("nowhere", "", "nowhere: "),
            ] {
                let outcome = try Command.run("evaluate", gold, "-", input: reports, in: folder)
                #expect(outcome.status == 2)
                #expect(outcome.output == "")
                #expect(outcome.errors.hasPrefix(line), "\(outcome.errors)")
            }
        }
    }
}
