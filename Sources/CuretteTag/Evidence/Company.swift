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
    /// Each procedure's side, once however often it is named, and its clearest mention.
    private var sides: [Int: (lean: Double, mention: Int)] = [:]
    private var total = 0.0

    /// - Parameter sums: each mention's log-odds by all other evidence, above 0 for cosmetic.
    init(_ mentions: [Mention], _ blocks: [Block], sums: [Double], weight: Double) {
        self.weight = weight
        for (index, mention) in mentions.enumerated()
        where mention.kind == .procedure && blocks[mention.block].role == .content && abs(sums[index]) >= Self.leastFirm
        {
            if let known = sides[mention.concept], abs(sums[known.mention]) >= abs(sums[index]) { continue }
            sides[mention.concept] = (sums[index] > 0 ? 1 : -1, index)
        }
        for side in sides.values { total += side.lean }
    }

    func evidence(for mention: Mention, in mentions: [Mention]) -> Evidence? {
        let own = sides[mention.concept]
        let count = sides.count - (own == nil ? 0 : 1)
        guard count >= Self.least else { return nil }
        let lean = (total - (own?.lean ?? 0)) / Double(count)
        guard abs(lean) >= Self.leastLean else { return nil }
        // The first procedure on the page that is of that mind, for whoever wants to look.
        let first = sides.filter { $0.key != mention.concept && $0.value.lean * lean > 0 }.map(\.value.mention).min()
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
