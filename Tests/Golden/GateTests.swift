import Curette
import CuretteDigest
import CuretteEvaluate
import CuretteExtract
import CuretteIngest
import CuretteReport
import CuretteTag
import CuretteTestSupport
import Foundation
import Testing

/// The evaluation gate: what the program finds on the fixtures, held against gold by the guideline's scores, may not fall
/// below the floors of `Fixtures/floors.json`.
///
/// `CURETTE_RECORD=1` raises floors to `slack` below the figures, never lowers one; whoever must lower a floor edits the
/// file and says why. The gold's hash stands beside the floors, so that no one mends a figure by mending the truth.
@Suite struct GateTests {
    /// How far a figure may fall before anyone is told: about what one page of twenty can move.
    private static let slack = 0.02
    private static let gold = Fixtures.folder.appending(path: "gold")
    private static let file = Fixtures.folder.appending(path: "floors.json")

    /// The figures that have a floor.
    private static let floored = [
        "precision", "recall", "f1", "tagged_f1", "tag_accuracy", "tag_macro_f1", "auroc", "usage_accuracy",
        "usage_macro_f1", "field_f1",
    ]

    private struct Floors: Codable {
        /// SHA-256 over names and contents of all gold files.
        var gold: String
        var floors: [String: Double]
    }

    @Test func `no figure falls below its floor`() throws {
        let score = try Self.score()
        let hash = try Self.goldHash()
        for figure in score.figures { print("gate: \(figure.name) \(figure.value.map(Self.digits) ?? "-")") }
        if ProcessInfo.processInfo.environment["CURETTE_GATE_ERRORS"] == "1" { score.errors.forEach { print($0) } }
        if Fixtures.isRecording {
            try Self.record(score, hash)
            return
        }
        let floors = try JSONDecoder().decode(Floors.self, from: Data(contentsOf: Self.file))
        #expect(floors.gold == hash, "the gold was edited: look at the figures, then CURETTE_RECORD=1")
        #expect(Set(floors.floors.keys) == Set(Self.floored))
        for name in Self.floored {
            guard let floor = floors.floors[name], let value = score.value(of: name) else { continue }
            #expect(value >= floor, "\(name) is \(Self.digits(value)), its floor \(Self.digits(floor))")
        }
    }

    /// Not floors but promises: of what is tagged with a confidence of 0.9, nine in ten are right.
    @Test func `confidence means what it says, and is low where the text says either`() throws {
        let score = try Self.score()
        #expect(try #require(score.value(of: "ece")) <= 0.05)
        #expect(try #require(score.value(of: "either_confidence")) <= 0.75)
    }

    @Test func `every page has gold, and every gold a page`() throws {
        let pages = try Fixtures.pages().map { $0.deletingPathExtension().lastPathComponent }
        #expect(try Self.goldPages().map(\.name).sorted() == pages.sorted())
    }

    /// Gold that names a concept or a usage which is not there could never be met.
    @Test func `gold speaks of concepts that the lexicon has`() throws {
        let lexicon = try Lexicon()
        for page in try Self.goldPages() {
            #expect(Usage(rawValue: page.usage) != nil, "\(page.name)")
            let unknown = page.mentions.flatMap(\.concepts).filter { lexicon.concept($0) == nil }
            #expect(unknown == [], "\(page.name)")
        }
    }

    // MARK: Scoring

    private static func score() throws -> Score {
        var score = Score(try Lexicon())
        let pages = try Fixtures.pages()
        for gold in try goldPages() {
            guard let page = pages.first(where: { $0.deletingPathExtension().lastPathComponent == gold.name }) else {
                continue
            }
            let line = JSONLinesWriter().line(try pipeline.get().report(on: Payload(of: page)))
            score.add(try ScoredReport(line: line, file: gold.name, number: 1), against: gold)
        }
        return score
    }

    private static func goldFiles() throws -> [URL] {
        try Fixtures.files(in: gold).filter { $0.lastPathComponent.hasSuffix(".gold.txt") }
    }

    private static func goldPages() throws -> [GoldPage] {
        try GoldFolder.pages(in: gold.path)
    }

    private static func goldHash() throws -> String {
        var bytes: [UInt8] = []
        for file in try goldFiles() {
            bytes += Array(file.lastPathComponent.utf8) + [0]
            bytes += try Data(contentsOf: file) + [0]
        }
        return Digest.sha256(bytes)
    }

    // MARK: Floors

    private static func record(_ score: Score, _ hash: String) throws {
        var floors = Floors(gold: hash, floors: [:])
        if let data = try? Data(contentsOf: file) {
            floors.floors = try JSONDecoder().decode(Floors.self, from: data).floors
        }
        floors.gold = hash
        for name in floored {
            guard let value = score.value(of: name) else { continue }
            let reached = ((value - slack) * 1000).rounded() / 1000
            floors.floors[name] = max(floors.floors[name] ?? 0, reached)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try (encoder.encode(floors) + Data("\n".utf8)).write(to: file)
    }

    private static func digits(_ value: Double) -> String { String(format: "%.4f", value) }
}
