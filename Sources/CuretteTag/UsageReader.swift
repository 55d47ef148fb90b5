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
    private static let questionFactor = 0.6
    private static let least = 1.5

    func reading(of sentences: [(span: Span<Clean>, mentions: [Int], block: Int)]) -> Reading {
        let plastic = mentions.filter { fieldOf($0) == .plastic && !isCredential($0) }
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
            let turns = tables.usage.findings(in: range, of: words)
            let names = (cosmetic: fields.contains(.cosmetic), reconstructive: fields.contains(.reconstructive))
            let asks = words.bytes[sentence.span.upper - 1] == UInt8(ascii: "?")
            let equates = turns.contains { $0.meaning == .same }
            let denies = tables.turns.findings(in: range, of: words).contains { $0.meaning == .negation }
            let contrasts =
                turns.contains { $0.meaning == .contrast } || equates && (denies || asks)
                || (isHeading || asks) && turns.contains { $0.meaning == .choice }
            let covers = turns.contains { $0.meaning == .roof }
            let speaks = (
                cosmetic: names.cosmetic || turns.contains { $0.meaning == .cosmetic },
                reconstructive: names.reconstructive || turns.contains { $0.meaning == .reconstructive }
            )
            // A question sets two fields apart only as far as its answer does.
            let weight = factor * (asks && !isHeading ? Self.questionFactor : 1)
            switch (names.cosmetic, names.reconstructive) {
            // An adjective beside a contrast describes one of its sides: only names say which two are set apart.
            case (false, true) where contrasts: give(Self.contrast * weight, .cosmetic, sentence.span)
            case (true, false) where contrasts: give(Self.contrast * weight, .reconstructive, sentence.span)
            case (true, false) where equates: give(Self.contrast * weight, .cosmetic, sentence.span)
            case (false, true) where equates: give(Self.contrast * weight, .reconstructive, sentence.span)
            default:
                let both = speaks.cosmetic && speaks.reconstructive
                if both || covers && (speaks.cosmetic || speaks.reconstructive) {
                    give(Self.roof * (both ? covers ? 1.5 : 1 : 0.5) * weight, .umbrella, sentence.span)
                } else if turns.contains(where: { $0.meaning == .umbrella }) {
                    give(Self.roof * weight, .umbrella, sentence.span)
                }
            }
            if !isHeading, let tag = definition(in: range, sentence.mentions) {
                let usage: Usage = tag == .cosmetic ? .cosmetic : tag == .reconstructive ? .reconstructive : .umbrella
                give(Self.definition, usage, sentence.span)
            }
        }
        readDenials(sentences, give)
        readHeadings(give)
        let order = scores.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }
        guard let first = order.first, first.value >= Self.least else {
            return Reading(usage: .umbrella, margin: 1, quote: plastic.first?.span)
        }
        let second = order.dropFirst().first?.value ?? 0
        guard first.value > second else { return Reading(usage: .umbrella, margin: 0, quote: quotes[.umbrella]?.span) }
        return Reading(usage: first.key, margin: first.value - second, quote: quotes[first.key]?.span)
    }

    /// "Plastic surgery is performed to restore …": a sentence that begins with the field and says what it is for.
    /// Umbrella where it says both.
    private func definition(in range: Range<Int>, _ indices: [Int]) -> Tag? {
        guard let first = indices.first(where: { mentions[$0].kind == .field }), fieldOf(mentions[first]) == .plastic
        else {
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
            if tag == .cosmetic {
                totals.cosmetic += finding.meaning.strength
            } else {
                totals.reconstructive += finding.meaning.strength
            }
        }
        for finding in tables.usage.findings(in: own.upperBound..<range.upperBound, of: words) {
            if contrasts.contains(where: { $0.words.lowerBound < finding.words.lowerBound }) { continue }
            if finding.meaning == .cosmetic { totals.cosmetic += 2 }
            if finding.meaning == .reconstructive { totals.reconstructive += 2 }
        }
        switch totals {
        case (0, 0): return nil
        case (_, 0): return .cosmetic
        case (0, _): return .reconstructive
        default: return .umbrella
        }
    }

    /// Letters of a degree: MS, MCh, FRCS, FACS.
    private static let degreeLength = 4

    /// "Dr V. Okoro, Plastic Surgery": a person's field is no usage.
    private func isCredential(_ mention: Mention) -> Bool {
        let block = words.words(in: blocks[mention.block].span)
        let own = words.words(in: mention.span)
        guard !block.isEmpty, own.lowerBound > block.lowerBound else { return false }
        // "M.Ch (Plastic Surgery)": a degree's letters before the bracket.
        if words.gaps[own.lowerBound].contains(.open), words.count(ofWord: own.lowerBound - 1) <= Self.degreeLength {
            return true
        }
        guard words.gaps[own.lowerBound].contains(.comma) else { return false }
        return tables.usage.finding(at: block.lowerBound, before: block.upperBound, in: words)?.meaning == .title
    }

    /// "It is not cosmetic surgery", in a paragraph that has spoken of plastic surgery: a contrast over two sentences.
    private func readDenials(
        _ sentences: [(span: Span<Clean>, mentions: [Int], block: Int)],
        _ give: (Double, Usage, Span<Clean>) -> Void
    ) {
        var spoken = -1
        for sentence in sentences {
            let fields = sentence.mentions.compactMap { fieldOf(mentions[$0]) }
            if fields.contains(.plastic) { spoken = sentence.block }
            guard spoken == sentence.block else { continue }
            for index in sentence.mentions {
                guard let field = fieldOf(mentions[index]), field != .plastic else { continue }
                let own = words.words(in: mentions[index].span)
                let before = max(words.words(in: sentence.span).lowerBound, own.lowerBound - Self.denialReach)
                let turns = tables.turns.findings(in: before..<own.lowerBound, of: words)
                guard turns.contains(where: { $0.meaning == .negation }) else { continue }
                give(Self.contrast, field == .cosmetic ? .reconstructive : .cosmetic, sentence.span)
            }
        }
    }

    /// Words between a "not" and the field that it denies.
    private static let denialReach = 5

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
