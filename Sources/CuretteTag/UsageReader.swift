import CuretteExtract
import CuretteSegment
import CuretteText

/// Decides how a page uses "plastic surgery": against reconstructive surgery, against cosmetic surgery, or as the roof
/// over both.
///
/// Read from the field mentions' own sentences: contrasts, definitions, and which fields stand beside it as headings.
struct UsageReader {
    let tables: CueTables
    let words: FoldedText
    let blocks: [Block]
    let mentions: [Mention]
    let fieldOf: (Mention) -> Field?

    /// The three fields that the usage is about.
    enum Field { case plastic, cosmetic, reconstructive }

    /// A usage, and the stretch of the page that spoke most clearly for it.
    struct Reading {
        let usage: Usage
        /// How far ahead of the next usage it is, in the points below.
        let margin: Double
        let quote: Span<Clean>?
    }

    // Points a sentence gives; a heading counts more because it is what the page is about. Chosen so that one contrast
    // in a heading, or a contrast and a definition, decide.
    private static let contrast = 2.0
    private static let definition = 1.5
    private static let roof = 2.0
    private static let headingFactor = 1.5
    private static let least = 1.5

    func reading(of sentences: [(span: Span<Clean>, mentions: [Int], block: Int)]) -> Reading {
        let plastic = mentions.filter { fieldOf($0) == .plastic }
        guard !plastic.isEmpty else { return Reading(usage: .none, margin: 2, quote: nil) }
        var scores: [Usage: Double] = [:]
        var quotes: [Usage: (points: Double, span: Span<Clean>)] = [:]
        func give(_ points: Double, _ usage: Usage, _ span: Span<Clean>) {
            scores[usage, default: 0] += points
            if points > (quotes[usage]?.points ?? 0) { quotes[usage] = (points, span) }
        }
        for sentence in sentences {
            let fields = sentence.mentions.compactMap { fieldOf(mentions[$0]) }
            guard fields.contains(.plastic) else { continue }
            let isHeading: Bool
            if case .heading = blocks[sentence.block].kind { isHeading = true } else { isHeading = false }
            let factor = isHeading ? Self.headingFactor : 1
            let range = words.words(in: sentence.span)
            let sides = sides(in: range, besides: fields)
            let turns = tables.usage.findings(in: range, of: words)
            let contrasts = turns.contains { $0.meaning == .contrast }
            let covers = turns.contains { $0.meaning == .roof }
            switch (sides.cosmetic, sides.reconstructive) {
            case (true, true):
                give(Self.roof * (covers ? 1.5 : 0.75) * factor, .umbrella, sentence.span)
            case (false, true) where contrasts:
                give(Self.contrast * factor, .cosmetic, sentence.span)
            case (true, false) where contrasts:
                give(Self.contrast * factor, .reconstructive, sentence.span)
            case (true, false) where covers, (false, true) where covers:
                give(Self.roof * 0.5 * factor, .umbrella, sentence.span)
            default: break
            }
            if !isHeading, let tag = definition(in: range, sentence.mentions) {
                let usage: Usage = tag == .cosmetic ? .cosmetic : tag == .reconstructive ? .reconstructive : .umbrella
                give(Self.definition, usage, sentence.span)
            }
        }
        readHeadings(give)
        let order = scores.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }
        guard let first = order.first, first.value >= Self.least else {
            return Reading(usage: .umbrella, margin: 1, quote: plastic.first?.span)
        }
        let second = order.dropFirst().first?.value ?? 0
        guard first.value > second else { return Reading(usage: .umbrella, margin: 0, quote: quotes[.umbrella]?.span) }
        return Reading(usage: first.key, margin: first.value - second, quote: quotes[first.key]?.span)
    }

    /// Which of the other two fields a sentence speaks of, by name or by adjective.
    private func sides(in range: Range<Int>, besides fields: [Field]) -> (cosmetic: Bool, reconstructive: Bool) {
        var cosmetic = fields.contains(.cosmetic)
        var reconstructive = fields.contains(.reconstructive)
        for finding in tables.usage.findings(in: range, of: words) {
            if finding.meaning == .cosmetic { cosmetic = true }
            if finding.meaning == .reconstructive { reconstructive = true }
        }
        return (cosmetic, reconstructive)
    }

    /// "Plastic surgery is performed to restore …": a sentence that begins with the field and says what it is for.
    /// Umbrella where it says both.
    private func definition(in range: Range<Int>, _ indices: [Int]) -> Tag? {
        guard let first = indices.first(where: { mentions[$0].kind == .field }), fieldOf(mentions[first]) == .plastic else {
            return nil
        }
        let own = words.words(in: mentions[first].span)
        guard own.lowerBound - range.lowerBound <= 6, own.upperBound < range.upperBound else { return nil }
        let opening = own.upperBound..<min(own.upperBound + 5, range.upperBound)
        guard tables.usage.findings(in: opening, of: words).contains(where: { $0.meaning == .definition }) else {
            return nil
        }
        let contrasts = tables.turns.findings(in: range, of: words).filter { $0.meaning == .contrast }
        var totals = (cosmetic: 0, reconstructive: 0)
        for finding in tables.cues.findings(in: own.upperBound..<range.upperBound, of: words) {
            guard case .toward(let tag) = finding.meaning.lean else { continue }
            // What follows a contrast, up to the sentence's end, is said of the other field.
            if contrasts.contains(where: { $0.words.lowerBound < finding.words.lowerBound }) { continue }
            if tag == .cosmetic { totals.cosmetic += finding.meaning.strength }
            else { totals.reconstructive += finding.meaning.strength }
        }
        switch totals {
        case (0, 0): return nil
        case (_, 0): return .cosmetic
        case (0, _): return .reconstructive
        default: return .umbrella
        }
    }

    /// "Cosmetic Surgery" and "Plastic Surgery" as headings side by side set one against the other.
    private func readHeadings(_ give: (Double, Usage, Span<Clean>) -> Void) {
        var headed: [Field: Span<Clean>] = [:]
        for mention in mentions where mention.kind == .field {
            guard case .heading = blocks[mention.block].kind, let field = fieldOf(mention) else { continue }
            let block = blocks[mention.block]
            // The heading names the field and little else.
            if block.span.count <= 2 * mention.span.count, headed[field] == nil { headed[field] = mention.span }
        }
        guard let plastic = headed[.plastic] else { return }
        switch (headed[.cosmetic] != nil, headed[.reconstructive] != nil) {
        case (true, false): give(Self.definition, .reconstructive, plastic)
        case (false, true): give(Self.definition, .cosmetic, plastic)
        default: break
        }
    }
}
