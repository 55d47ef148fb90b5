import Curette
import CuretteEvaluate
import CuretteExtract
import CuretteIngest
import CuretteReport
import CuretteTestSupport
import Foundation
import Testing

/// `curette evaluate` against the guideline's own scorer, which is another program in another language, to the last digit.
@Suite(.enabled(if: Fixtures.shared != nil)) struct ScorerAgreementTests {
    @Test func `on the seeds and on the fixtures every figure is the same`() throws {
        let shared = try #require(Fixtures.shared)
        try expectAgreement(
            pages: Fixtures.files(in: shared.appending(path: "seeds")),
            gold: shared.appending(path: "gold")
        )
        try expectAgreement(pages: Fixtures.pages(), gold: Fixtures.folder.appending(path: "gold"))
    }

    /// Where all is well little is compared. Gold that was spoilt makes misses, extras, wrong names, tags and usages.
    @Test func `on spoilt gold every figure is the same too`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "curette-gold-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for seed in 1...3 as ClosedRange<UInt64> {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            var random = SeededGenerator(seed: seed)
            for file in try Fixtures.files(in: Fixtures.folder.appending(path: "gold")) {
                let gold = String(decoding: try Data(contentsOf: file), as: UTF8.self)
                try Data(Self.spoilt(gold, &random).utf8).write(to: folder.appending(path: file.lastPathComponent))
            }
            try expectAgreement(pages: Fixtures.pages(), gold: folder)
        }
    }

    // MARK: Support

    /// The gold with a third of its marks gone or changed, and a quarter of its usages.
    private static func spoilt(_ gold: String, _ random: inout SeededGenerator) -> String {
        var gold = gold
        if Int.random(in: 0..<4, using: &random) == 0 {
            gold = gold.replacing(#/usage=\w+/#) { _ in "usage=reconstructive" }
        }
        return gold.replacing(#/⟦([^|⟧]*)\|([^|⟧]*)\|([^⟧]*)⟧/#) { mark -> String in
            let (surface, concept, flags) = (mark.output.1, mark.output.2, mark.output.3)
            switch Int.random(in: 0..<20, using: &random) {
            case 0: return String(surface)
            case 1: return "⟦\(surface)|facelift|\(flags)⟧"
            case 2: return "⟦\(surface)|\(concept)|\(flags)?⟧"
            case 3: return "⟦\(surface.prefix(4))|\(concept)|\(flags)⟧"
            case 4: return "⟦\(surface) of old|\(concept)|\(flags)⟧"
            case 5 where !concept.hasPrefix("field"):
                return "⟦\(surface)|\(concept)|\(flags.hasPrefix("c") ? "r" : "c")⟧"
            case 6 where !concept.hasPrefix("field"): return "⟦\(surface)|\(concept)|e⟧"
            default: return String(mark.output.0)
            }
        }
    }

    private func expectAgreement(pages: [URL], gold: URL) throws {
        let lexicon = try Lexicon()
        let writer = JSONLinesWriter()
        var lines: [UInt8] = []
        for page in pages { lines += writer.line(try pipeline.get().report(on: Payload(of: page))) }
        let golds = try GoldFolder.pages(in: gold.path)
        let found = try ReportLines.reports(in: lines, file: "reports.jsonl", for: golds)
        var score = Score(lexicon)
        for page in golds { score.add(found[page.name], against: page) }

        let theirs = try figures(of: lines, gold: gold, lexicon)
        #expect(Set(score.figures.map(\.name)) == Set(theirs.keys))
        for figure in score.figures {
            let value = figure.value.map(Decimals.four).flatMap(Double.init)
            #expect(value == theirs[figure.name] as? Double, "\(figure.name) over \(gold.lastPathComponent)")
        }
    }

    /// What the guideline's scorer says, with our concepts' order in place of its own.
    private func figures(of lines: [UInt8], gold: URL, _ lexicon: Lexicon) throws -> [String: Any] {
        let shared = try #require(Fixtures.shared)
        let folder = FileManager.default.temporaryDirectory.appending(path: "curette-scores-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let reports = folder.appending(path: "reports.jsonl")
        try Data(lines).write(to: reports)
        let concepts = folder.appending(path: "concepts.tsv")
        let rows = lexicon.concepts.map { "\($0.id)\t\($0.broader.map { lexicon.concepts[$0].id } ?? "")\n" }
        try Data(("id\tbroader\n" + rows.joined()).utf8).write(to: concepts)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", shared.appending(path: "tools/score.py").path, gold.path, reports.path, "--json", "--broader",
            concepts.path,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let json = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
    }
}
