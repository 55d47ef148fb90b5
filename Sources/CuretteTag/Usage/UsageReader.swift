import CuretteExtract
import CuretteSegment
import CuretteText

/// Decides how a page uses "plastic surgery": against reconstructive surgery, against cosmetic surgery, or as the roof
/// over both.
///
/// Read from the field mentions' own sentences: contrasts, definitions, denials, and which fields stand beside it as
/// headings.
struct UsageReader {
    let tables: CueTables
    let lexicon: Lexicon
    let words: FoldedText
    let blocks: [Block]
    let mentions: [Mention]
    let fields: [Int: Field]
    let points: Weights.UsagePoints

    /// The three fields that the usage is about.
    enum Field { case plastic, cosmetic, reconstructive }

    /// A usage, and the stretch of the page that spoke most clearly for it.
    struct Reading {
        let usage: Usage
        /// How far ahead of the next usage it is, in the points below.
        let margin: Double
        let quote: Span<Clean>?
    }

    func reading(of passages: [Passage]) -> Reading {
        let names = UsageNames(
            tables: tables,
            words: words,
            blocks: blocks,
            mentions: mentions.filter { fields[$0.concept] == .plastic }
        )
        var isName = [Bool](repeating: false, count: mentions.count)
        var first: Span<Clean>?
        for (index, mention) in mentions.enumerated() where fields[mention.concept] == .plastic {
            isName[index] = names.isPartOfName(mention)
            if !isName[index], first == nil { first = mention.span }
        }
        let compounds = self.compounds()
        guard let first = first ?? compounds.cosmetic ?? compounds.reconstructive else {
            return Reading(usage: .none, margin: 2, quote: nil)
        }
        var scores = UsageScores()
        // "Cosmetic plastic surgery" beside "reconstructive plastic surgery": kinds of one thing.
        if let cosmetic = compounds.cosmetic, compounds.reconstructive != nil {
            scores.give(points.contrast, .umbrella, cosmetic)
        }
        let definition = speaksOfOthers(isName) ? points.definition : points.alone
        for passage in passages {
            let own = passage.mentions.filter { fields[mentions[$0].concept] != nil && !isName[$0] }
            guard own.contains(where: { fields[mentions[$0].concept] == .plastic }) else { continue }
            read(passage, own, defining: definition, into: &scores)
        }
        readAnswers(passages, isName, into: &scores)
        readHeadings(isName, into: &scores)
        return scores.reading(atLeast: points.least, first: first)
    }

    /// Where cosmetic and reconstructive surgery are first called kinds of plastic surgery: "reconstructive plastic
    /// surgery".
    private func compounds() -> (cosmetic: Span<Clean>?, reconstructive: Span<Clean>?) {
        var found: (cosmetic: Span<Clean>?, reconstructive: Span<Clean>?) = (nil, nil)
        for mention in mentions where mention.kind == .field && mention.rest == nil {
            guard let field = fields[mention.concept], field != .plastic else { continue }
            let own = words.words(in: mention.span)
            guard tables.usage.findings(in: own, of: words).contains(where: { $0.meaning == .plastic }) else {
                continue
            }
            if field == .cosmetic {
                found.cosmetic = found.cosmetic ?? mention.span
            } else {
                found.reconstructive = found.reconstructive ?? mention.span
            }
        }
        return found
    }

    /// Whether the page names cosmetic or reconstructive surgery by itself: a definition of plastic surgery says against
    /// what it stands only if something else is there.
    private func speaksOfOthers(_ isName: [Bool]) -> Bool {
        let plastic = mentions.indices.filter { fields[mentions[$0].concept] == .plastic }
        return mentions.enumerated().contains { index, mention in
            guard let field = fields[mention.concept], field != .plastic, !isName[index] else { return false }
            return !sharesWords(index, plastic.filter { mentions[$0].block == mention.block })
        }
    }

    /// A sentence that names plastic surgery.
    ///
    /// - Parameter definition: the points of a definition on this page.
    private func read(
        _ passage: Passage,
        _ own: [Int],
        defining definition: Double,
        into scores: inout UsageScores
    ) {
        let range = words.words(in: passage.span)
        let signs = tables.usage.findings(in: range, of: words)
        let turns = tables.turns.findings(in: range, of: words)
        func has(_ sign: UsageSign) -> Bool { signs.contains { $0.meaning == sign } }
        let isHeading: Bool
        if case .heading = blocks[passage.block].kind { isHeading = true } else { isHeading = false }
        let asks = words.bytes[passage.span.upper - 1] == UInt8(ascii: "?")
        // A question sets two fields apart only as far as its answer does.
        let weight = (isHeading ? points.heading : 1) * (asks && !isHeading ? points.question : 1)

        // "Plastic and reconstructive surgery" is one name: what shares its words stands not beside it.
        var plate = own.filter { fields[mentions[$0].concept] != .plastic && sharesWords($0, own) }
        var apart = own.filter { !plate.contains($0) }
        func names(_ field: Field, in indices: [Int]) -> Bool {
            indices.contains { fields[mentions[$0].concept] == field }
        }
        // "The difference between cosmetic and plastic surgery": what is set apart is no plate.
        if has(.contrast) || has(.same), apart.allSatisfy({ fields[mentions[$0].concept] == .plastic }) {
            apart = own
            plate = []
        }
        let cosmetic = names(.cosmetic, in: apart)
        let reconstructive = names(.reconstructive, in: apart)
        let equates = has(.same)
        let denies = turns.contains { $0.meaning == .negation || $0.meaning == .denial }
        let parallel = !has(.umbrella) && !has(.roof) && areParallel(apart, range, turns)
        let contrasts =
            has(.contrast) || parallel || equates && (denies || asks) || (isHeading || asks) && has(.choice)
        let speaksCosmetic = cosmetic || has(.cosmetic)
        let speaksReconstructive = reconstructive || has(.reconstructive)
        let both = speaksCosmetic && speaksReconstructive
        switch (cosmetic, reconstructive) {
        // An adjective beside a contrast describes one of its sides: only names say which two are set apart.
        case (false, true) where contrasts: scores.give(points.contrast * weight, .cosmetic, passage.span)
        case (true, false) where contrasts: scores.give(points.contrast * weight, .reconstructive, passage.span)
        case (true, false) where equates: scores.give(points.contrast * weight, .cosmetic, passage.span)
        case (false, true) where equates: scores.give(points.contrast * weight, .reconstructive, passage.span)
        case (false, true) where isCoordinated(apart, turns):
            scores.give(points.contrast * weight, .cosmetic, passage.span)
        case (true, false) where isCoordinated(apart, turns):
            scores.give(points.side * weight, .reconstructive, passage.span)
        default:
            if names(.cosmetic, in: plate) && names(.reconstructive, in: plate) {
                scores.give(points.side, .umbrella, passage.span)
            } else if plate.isEmpty, both || has(.roof) && (speaksCosmetic || speaksReconstructive) {
                scores.give(points.roof * (both ? has(.roof) ? 1.5 : 1 : 0.5) * weight, .umbrella, passage.span)
            } else if plate.isEmpty, has(.umbrella) {
                scores.give(points.roof * weight, .umbrella, passage.span)
            }
        }
        let defines = UsageDefinition(
            tables: tables,
            lexicon: lexicon,
            words: words,
            mentions: mentions,
            fields: fields
        )
        if !isHeading, !asks, let usage = defines.usage(in: range, passage.mentions, signs, turns) {
            scores.give(definition, usage, passage.span)
        }
    }

    /// "Cosmetic surgery improves looks, while plastic surgery restores function": two fields, each at the head of a
    /// clause.
    private func areParallel(_ indices: [Int], _ range: Range<Int>, _ turns: [PhraseTable<Turn>.Finding]) -> Bool {
        var heads: Set<Field> = []
        for index in indices {
            guard let field = fields[mentions[index].concept], mentions[index].rest == nil else { continue }
            let place = words.words(in: mentions[index].span).lowerBound
            let follows = turns.contains {
                $0.meaning == .clauseBreak && $0.words.upperBound < place
                    && place - $0.words.upperBound <= Self.openingReach
            }
            if place - range.lowerBound <= Self.openingReach || follows
                || place > range.lowerBound && words.gaps[place].contains(.stop)
            {
                heads.insert(field)
            }
        }
        return heads.count == 2 && heads.contains(.plastic)
    }

    /// Whether a mention has a word in common with a mention of plastic surgery: they are one coordinated name.
    private func sharesWords(_ index: Int, _ own: [Int]) -> Bool {
        own.contains { other in
            fields[mentions[other].concept] == .plastic
                && mentions[other].spans.contains { span in mentions[index].spans.contains { $0.overlaps(span) } }
        }
    }

    /// "plastic surgery and reconstructive surgery": two full names with a joint between.
    private func isCoordinated(_ indices: [Int], _ turns: [PhraseTable<Turn>.Finding]) -> Bool {
        let spans = indices.map { (field: fields[mentions[$0].concept], words: words.words(in: mentions[$0].span)) }
        return zip(spans, spans.dropFirst()).contains { first, second in
            guard first.field != second.field, second.words.lowerBound - first.words.upperBound == 1 else {
                return false
            }
            return turns.contains { $0.meaning == .joint && $0.words.contains(first.words.upperBound) }
        }
    }

    // MARK: Over more than one sentence

    /// Words between a "not" and the field that it denies.
    private static let denialReach = 5
    /// Words about a sentence's head: a field and an adverb.
    private static let openingReach = 2

    /// "It is not cosmetic surgery", "Reconstructive surgery, by contrast, …", in a paragraph that has spoken of plastic
    /// surgery: a contrast over two sentences.
    private func readAnswers(_ passages: [Passage], _ isName: [Bool], into scores: inout UsageScores) {
        var spoken = -1
        var before: (block: Int, field: Field?) = (-1, nil)
        for passage in passages {
            let own = passage.mentions.filter { fields[mentions[$0].concept] != nil && !isName[$0] }
            let speaks = own.contains { fields[mentions[$0].concept] == .plastic }
            if speaks { spoken = passage.block }
            let others = own.compactMap { fields[mentions[$0].concept] }.filter { $0 != .plastic }
            // "Cosmetic surgery is for looks. On the other hand, plastic surgery …"
            if speaks, before.block == passage.block, let field = before.field {
                let range = words.words(in: passage.span)
                let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 2 * Self.openingReach)
                if tables.usage.findings(in: head, of: words).contains(where: { $0.meaning == .opposed }) {
                    scores.give(points.contrast, field == .cosmetic ? .reconstructive : .cosmetic, passage.span)
                }
            }
            before = (passage.block, others.count == 1 && !speaks ? others[0] : nil)
            guard spoken == passage.block, own.contains(where: { fields[mentions[$0].concept] != .plastic }) else {
                continue
            }
            let range = words.words(in: passage.span)
            let turns = tables.turns.findings(in: range, of: words)
            for index in own {
                guard let field = fields[mentions[index].concept], field != .plastic else { continue }
                let place = words.words(in: mentions[index].span).lowerBound
                let isDenied =
                    (speaks || own.count == 1)
                    && turns.contains {
                        ($0.meaning == .negation || $0.meaning == .denial) && $0.words.upperBound < place
                            && place - $0.words.upperBound <= Self.denialReach
                    }
                // "By contrast, reconstructive surgery …", "Reconstructive surgery, by contrast, …"
                let isOpposed =
                    !speaks && own.count == 1 && place - range.lowerBound <= Self.openingReach
                    && tables.usage.findings(
                        in: range.lowerBound..<min(range.upperBound, place + 2 * Self.openingReach),
                        of: words
                    ).contains { $0.meaning == .contrast || $0.meaning == .opposed }
                if isDenied {
                    scores.give(points.contrast, field == .cosmetic ? .reconstructive : .cosmetic, passage.span)
                }
                if isOpposed {
                    scores.give(points.contrast, field == .cosmetic ? .reconstructive : .cosmetic, passage.span)
                }
            }
        }
    }

    /// "Cosmetic Surgery" and "Plastic Surgery" as headings side by side set one against the other.
    private func readHeadings(_ isName: [Bool], into scores: inout UsageScores) {
        var plastic: Span<Clean>?
        var cosmetic = false
        var reconstructive = false
        for (index, mention) in mentions.enumerated() where mention.kind == .field && !isName[index] {
            guard case .heading = blocks[mention.block].kind, let field = fields[mention.concept] else { continue }
            // The heading names the field and little else.
            guard blocks[mention.block].span.count <= 2 * mention.span.count, mention.rest == nil else { continue }
            switch field {
            case .plastic: plastic = plastic ?? mention.span
            case .cosmetic: cosmetic = true
            case .reconstructive: reconstructive = true
            }
        }
        guard let plastic else { return }
        switch (cosmetic, reconstructive) {
        case (true, false): scores.give(points.definition, .reconstructive, plastic)
        case (false, true): scores.give(points.definition, .cosmetic, plastic)
        default: break
        }
    }
}
