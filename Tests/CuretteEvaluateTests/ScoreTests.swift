import CuretteData
import CuretteEvaluate
import Testing

/// The scorer scored: pages so small that the figures can be told without it.
@Suite struct ScoreTests {
    private static let facts = "#! doc=page usage=umbrella rewritten=no lang=en\n"

    @Test func `gold is read with its marks taken off, over line ends too`() throws {
        let gold = try GoldPage(
            markup: Self.facts
                + "A ⟦nose\njob|rhinoplasty|c⟧, ⟦lift|breast-lift|r~?⟧; ⟦plastic surgery|field:plastic-surgery|u⟧",
            file: "page.gold.txt"
        )
        #expect(gold.name == "page")
        #expect(gold.usage == "umbrella")
        #expect(gold.mentions.map { Self.string($0.surface) } == ["nose\njob", "lift", "plastic surgery"])
        #expect(gold.mentions.map(\.concepts) == [["rhinoplasty"], ["breast-lift"], ["plastic-surgery"]])
        #expect(gold.mentions.map(\.tag) == [.cosmetic, .reconstructive, .umbrella])
        #expect(gold.mentions.map(\.isOptional) == [false, true, false])
        #expect(gold.mentions.map(\.isField) == [false, false, true])
        #expect(Self.string(gold.mentions[2].before) == "A nose\njob, lift; ")
    }

    @Test func `gold that breaks its format is refused, with its line`() {
        for (page, line) in [
            ("no facts\n", 1), ("⟦nose job|rhinoplasty|c", 2), ("one line\n⟦nose job|rhinoplasty⟧", 3),
            ("⟦nose job|rhinoplasty|x⟧", 2), ("⟦|rhinoplasty|c⟧", 2),
            ("⟦nose\njob|rhinoplasty|c⟧ and ⟦lift|breast-lift|⟧", 3),
        ] {
            let file = line == 1 ? page : Self.facts + page
            let error = #expect(throws: DataFileError.self, "\(page)") {
                try GoldPage(markup: file, file: "page.gold.txt")
            }
            #expect(error?.line == line, "\(page)")
        }
    }

    @Test func `gold may be stand-off quotes`() throws {
        let json = #"""
            {"doc": "page", "usage": "none", "mentions": [{"exact": "nose job", "prefix": "a ", "suffix": " or",
             "concept": "rhinoplasty", "kind": "procedure", "tag": "either", "optional": true}]}
            """#
        let gold = try GoldPage(json: Array(json.utf8), file: "page.json")
        #expect(gold.mentions.map(\.tag) == [.either])
        #expect(gold.mentions.map(\.isOptional) == [true])
        let error = #expect(throws: DataFileError.self) {
            try GoldPage(json: Array(#"{"doc": "page", "mentions": []}"#.utf8), file: "page.json")
        }
        #expect(error?.description == "page.json: this is no gold page: it has no 'usage'")
    }

    @Test func `decimals are rounded by the number as it is stored`() {
        for (value, text) in [
            (0.0, "0.0000"), (1.0, "1.0000"), (0.5, "0.5000"), (2.0 / 3, "0.6667"), (0.99995, "1.0000"),
            // Exact halves, which go to the even digit.
            (0.03125, "0.0312"), (0.09375, "0.0938"),
            // 0.00005 is stored a little above, 0.00015 a little below; times 10,000 both are a half to the letter.
            (0.00005, "0.0001"), (0.00015, "0.0001"), (12.34565, "12.3456"),
        ] {
            #expect(Decimals.four(value) == text)
        }
    }

    @Test func `each kind of mistake costs the figure that is its own`() throws {
        let gold = "a ⟦nose job|rhinoplasty|c⟧ or a ⟦breast lift|breast-lift|c⟧ by a clinic for plastic surgery"
        // Found, tagged, tagged rightly, of two; and what else was said.
        let cases: [(said: [(String, String, String)], precision: Double, recall: Double, tagged: Double)] = [
            ([("nose job", "rhinoplasty", "cosmetic"), ("breast lift", "breast-lift", "cosmetic")], 1, 1, 1),
            ([("nose job", "rhinoplasty", "cosmetic")], 1, 0.5, 2 / 3),
            ([("nose job", "rhinoplasty", "reconstructive"), ("breast lift", "breast-lift", "cosmetic")], 1, 1, 0.5),
            ([("nose job", "facelift", "cosmetic"), ("breast lift", "breast-lift", "cosmetic")], 0.5, 0.5, 0.5),
            // One direct step up or down is near enough, two are not.
            ([("nose job", "nasal-surgery", "cosmetic"), ("breast lift", "breast-lift", "cosmetic")], 1, 1, 1),
            ([("nose job", "facial-surgery", "cosmetic"), ("breast lift", "breast-lift", "cosmetic")], 0.5, 0.5, 0.5),
            // Half of the name is enough, less is not; 25 characters too many are too many.
            ([("nose", "rhinoplasty", "cosmetic"), ("lift", "breast-lift", "cosmetic")], 0.5, 0.5, 0.5),
            ([("nose job or a breast lift by a clinic", "rhinoplasty", "cosmetic")], 0, 0, 0),
            // A thing found twice is found once.
            ([("nose job", "rhinoplasty", "cosmetic"), ("a nose job", "rhinoplasty", "cosmetic")], 0.5, 0.5, 0.5),
        ]
        for (said, precision, recall, tagged) in cases {
            let figures = try Self.figures(gold, said)
            #expect(abs((figures["precision"] ?? -1) - precision) < 1e-9, "\(said)")
            #expect(abs((figures["recall"] ?? -1) - recall) < 1e-9, "\(said)")
            #expect(abs((figures["tagged_f1"] ?? -1) - tagged) < 1e-9, "\(said)")
        }
    }

    @Test func `optional mentions neither help nor hurt, and either tag is right where gold says either`() throws {
        let gold = "a ⟦nose job|rhinoplasty|e⟧ or a ⟦breast lift|breast-lift|c?⟧ by a clinic for plastic surgery"
        for said in [
            [("nose job", "rhinoplasty", "cosmetic")],
            [("nose job", "rhinoplasty", "reconstructive"), ("breast lift", "breast-lift", "reconstructive")],
            [("nose job", "rhinoplasty", "cosmetic"), ("lift", "facelift", "cosmetic")],
        ] {
            let figures = try Self.figures(gold, said)
            #expect(figures["precision"] == 1 && figures["recall"] == 1 && figures["tagged_f1"] == 1, "\(said)")
        }
    }

    @Test func `of equal words those are meant that stand in the same company`() throws {
        let text = "First comes one short lift of the eyes. Then comes another, longer lift of the brow."
        let gold = try GoldPage(
            markup: Self.facts + "Then comes another, longer ⟦lift|brow-lift|c⟧ of the brow.",
            file: "page.gold.txt"
        )
        let places = try [("First", 22), ("Then", 67)].map { _, at in
            var score = Score(broader: [:])
            score.add(try Self.report(text, [("lift", "brow-lift", "cosmetic")], at: at), against: gold)
            return score.value(of: "f1")
        }
        #expect(places == [0, 1])
    }

    // MARK: Support

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func figures(_ gold: String, _ said: [(String, String, String)]) throws -> [String: Double] {
        var score = Score(broader: ["rhinoplasty": "nasal-surgery", "nasal-surgery": "facial-surgery"])
        let text = "a nose job or a breast lift by a clinic for plastic surgery"
        score.add(try report(text, said), against: try GoldPage(markup: facts + gold, file: "page.gold.txt"))
        return Dictionary(uniqueKeysWithValues: score.figures.map { ($0.name, $0.value ?? -1) })
    }

    /// A report that says so; each surface where it first stands, or at `at`.
    private static func report(_ text: String, _ said: [(String, String, String)], at: Int? = nil) throws
        -> ScoredReport?
    {
        let mentions = said.map { surface, concept, tag in
            let found = text.ranges(of: surface).first.map { text.distance(from: text.startIndex, to: $0.lowerBound) }
            let start = at ?? found ?? 0
            return #"""
                {"kind": "procedure", "concept": "\#(concept)", "spans": [[\#(start), \#(start + surface.count)]],
                 "tag": "\#(tag)", "confidence": 1}
                """#
        }
        let json = #"""
            {"document": {"id": "page", "usage": "umbrella"}, "text": "\#(text)",
             "mentions": [\#(mentions.joined(separator: ","))]}
            """#
        return try ScoredReport(line: Array(json.utf8), file: "reports.jsonl", number: 1)
    }
}
