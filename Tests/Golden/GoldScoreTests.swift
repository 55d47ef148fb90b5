import CuretteTestSupport
import Testing

/// The scorer scored: pages so small that the figures can be told without it.
@Suite struct GoldScoreTests {
    private static let facts = "#! doc=page usage=umbrella rewritten=no lang=en\n"

    @Test func `gold is read with its marks taken off, over line ends too`() throws {
        let gold = try GoldPage(
            Self.facts
                + "A ⟦nose\njob|rhinoplasty|c⟧, ⟦lift|breast-lift|r~?⟧; ⟦plastic surgery|field:plastic-surgery|u⟧"
        )
        #expect(gold.name == "page")
        #expect(gold.usage == "umbrella")
        #expect(gold.mentions.map { String(scalars: $0.surface) } == ["nose\njob", "lift", "plastic surgery"])
        #expect(gold.mentions.map(\.concepts) == [["rhinoplasty"], ["breast-lift"], ["plastic-surgery"]])
        #expect(gold.mentions.map(\.tag) == ["cosmetic", "reconstructive", "umbrella"])
        #expect(gold.mentions.map(\.isOptional) == [false, true, false])
        #expect(gold.mentions.map(\.isField) == [false, false, true])
        #expect(String(scalars: gold.mentions[2].before) == "A nose\njob, lift; ")
    }

    @Test func `gold that breaks its format is refused`() {
        for page in ["no facts\n", "⟦nose job|rhinoplasty|c", "⟦nose job|rhinoplasty⟧", "⟦nose job|rhinoplasty|x⟧"] {
            let file = page.hasPrefix("⟦") ? Self.facts + page : page
            #expect(throws: GoldError.self, "\(page)") { try GoldPage(file) }
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
        let gold = try GoldPage(Self.facts + "Then comes another, longer ⟦lift|brow-lift|c⟧ of the brow.")
        let places = try [("First", 22), ("Then", 67)].map { _, at in
            var score = GoldScore(broader: [:])
            score.add(try Self.report(text, [("lift", "brow-lift", "cosmetic")], at: at), against: gold)
            return score.figures.first { $0.name == "f1" }?.value
        }
        #expect(places == [0, 1])
    }

    // MARK: Support

    private static func figures(_ gold: String, _ said: [(String, String, String)]) throws -> [String: Double] {
        var score = GoldScore(broader: ["rhinoplasty": "nasal-surgery", "nasal-surgery": "facial-surgery"])
        let text = "a nose job or a breast lift by a clinic for plastic surgery"
        score.add(try report(text, said), against: try GoldPage(facts + gold))
        return Dictionary(uniqueKeysWithValues: score.figures.map { ($0.name, $0.value) })
    }

    /// A report that says so; each surface where it first stands, or at `at`.
    private static func report(_ text: String, _ said: [(String, String, String)], at: Int? = nil) throws
        -> WrittenReport
    {
        let mentions = said.map { surface, concept, tag in
            let found = text.ranges(of: surface).first.map { text.distance(from: text.startIndex, to: $0.lowerBound) }
            let start = at ?? found ?? 0
            return #"""
                {"kind": "procedure", "concept": "\#(concept)", "surface": "\#(surface)", "source": [[0, 0]],
                 "spans": [[\#(start), \#(start + surface.count)]], "repaired": false, "role": "content",
                 "tag": "\#(tag)", "confidence": 1, "evidence": []}
                """#
        }
        let json = #"""
            {"document": {"id": "page", "mediaType": "text/plain", "charset": "UTF-8", "bytes": 0, "sha256": "",
             "usage": "umbrella", "rewritten": false}, "text": "\#(text)", "textSha256": "", "blocks": [], "repairs": [],
             "suspicions": [], "mentions": [\#(mentions.joined(separator: ","))],
             "summary": {"mentions": 0, "cosmetic": 0, "reconstructive": 0, "concepts": []}}
            """#
        return try WrittenReport(json: Array(json.utf8))
    }
}
