import CuretteExtract
import CuretteIngest
import CuretteSegment

/// What a page says of all its other procedures: in a burns unit's text an eyebrow transplant is no beauty treatment.
///
/// Only where the page is of one mind, and only in its content: a menu lists whatever the clinic does.
struct Company {
    /// Procedures that are needed before they say anything.
    private static let least = 5
    /// How much of one mind they have to be: 1 is all of them.
    private static let leastLean = 0.6
    /// Log-odds below which a procedure's own tag is too weak to speak for others.
    private static let leastFirm = 1.0

    private let weight: Double
    /// Each procedure's side, 1 for cosmetic and -1 for reconstructive, by its clearest mention; once however often it is
    /// named.
    private var leans: [Int: Double] = [:]
    private var total = 0.0
    /// The first mentions of two procedures of either side, to be quoted: one of them is another's.
    private var cosmetic: [Int] = []
    private var reconstructive: [Int] = []

    /// - Parameter sums: each mention's log-odds by all other evidence, above 0 for cosmetic.
    init(_ mentions: [Mention], _ blocks: [Block], sums: [Double], weight: Double) {
        self.weight = weight
        var clearest: [Int: Int] = [:]
        for (index, mention) in mentions.enumerated()
        where mention.kind == .procedure && blocks[mention.block].role == .content && abs(sums[index]) >= Self.leastFirm
        {
            if let known = clearest[mention.concept], abs(sums[known]) >= abs(sums[index]) { continue }
            clearest[mention.concept] = index
        }
        for (concept, index) in clearest.sorted(by: { $0.value < $1.value }) {
            let isCosmetic = sums[index] > 0
            leans[concept] = isCosmetic ? 1 : -1
            total += isCosmetic ? 1 : -1
            if isCosmetic, cosmetic.count < 2 { cosmetic.append(index) }
            if !isCosmetic, reconstructive.count < 2 { reconstructive.append(index) }
        }
    }

    func evidence(for mention: Mention, in mentions: [Mention]) -> Evidence? {
        guard leans.count >= Self.least else { return nil }
        let own = leans[mention.concept]
        let count = leans.count - (own == nil ? 0 : 1)
        guard count >= Self.least else { return nil }
        let lean = (total - (own ?? 0)) / Double(count)
        guard abs(lean) >= Self.leastLean else { return nil }
        let first = (lean > 0 ? cosmetic : reconstructive).first { mentions[$0].concept != mention.concept }
        return first.map {
            Evidence(
                favours: lean > 0 ? .cosmetic : .reconstructive,
                weight: weight * abs(lean),
                kind: "company",
                quote: .text(mentions[$0].span)
            )
        }
    }
}
