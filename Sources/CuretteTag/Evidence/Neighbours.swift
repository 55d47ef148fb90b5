import CuretteExtract
import CuretteSegment

/// What stands in the same list or section says a little of a procedure that is as often one as the other: a breast
/// reduction among facelifts and lip fillers is probably there for looks.
struct Neighbours {
    /// The sums of one section: procedures by their usual tags, as far as these are firm.
    private struct Company {
        var cosmetic = 0
        var reconstructive = 0
        var firstCosmetic = -1
        var firstReconstructive = -1
    }

    /// Others that are needed before they say anything.
    private static let least = 3
    /// A procedure whose usual tag is at most so ambivalent counts as company, …
    private static let firm = 1
    /// … and one that is at least so ambivalent is judged by it.
    private static let loose = 2

    private let lexicon: Lexicon
    private let mentions: [Mention]
    private let blocks: [Block]
    private let weight: Double
    private var companies: [Int: Company] = [:]

    init(_ lexicon: Lexicon, _ mentions: [Mention], _ blocks: [Block], weight: Double) {
        self.lexicon = lexicon
        self.mentions = mentions
        self.blocks = blocks
        self.weight = weight
        for (index, mention) in mentions.enumerated() where mention.kind == .procedure {
            let concept = lexicon.concepts[mention.concept]
            guard concept.ambivalence <= Self.firm else { continue }
            let section = Self.section(of: mention, blocks)
            if concept.usual == .cosmetic {
                if companies[section, default: Company()].firstCosmetic < 0 {
                    companies[section, default: Company()].firstCosmetic = index
                }
                companies[section, default: Company()].cosmetic += 1
            } else {
                if companies[section, default: Company()].firstReconstructive < 0 {
                    companies[section, default: Company()].firstReconstructive = index
                }
                companies[section, default: Company()].reconstructive += 1
            }
        }
    }

    private static func section(of mention: Mention, _ blocks: [Block]) -> Int {
        blocks[mention.block].introduction ?? blocks[mention.block].heading ?? -1
    }

    func evidence(for mention: Mention) -> Evidence? {
        let concept = lexicon.concepts[mention.concept]
        guard concept.ambivalence >= Self.loose, let company = companies[Self.section(of: mention, blocks)] else {
            return nil
        }
        let all = company.cosmetic + company.reconstructive
        guard all >= Self.least else { return nil }
        let lean = Double(company.cosmetic - company.reconstructive) / Double(all)
        guard abs(lean) >= 0.5 else { return nil }
        let first = lean > 0 ? company.firstCosmetic : company.firstReconstructive
        return Evidence(
            favours: lean > 0 ? .cosmetic : .reconstructive,
            weight: weight * abs(lean),
            kind: "neighbours",
            quote: .text(mentions[first].span)
        )
    }
}
