import CuretteExtract
import CuretteText

/// Reads a sentence as a definition of plastic surgery: "Plastic surgery is performed to restore …".
struct UsageDefinition {
    let tables: CueTables
    let lexicon: Lexicon
    let words: FoldedText
    let mentions: [Mention]
    let fields: [Int: UsageReader.Field]

    /// Words that may stand before the field: "In this country, modern plastic surgery …".
    private static let longestLead = 6
    /// Words between the field and what says that it is defined: "surgery, as we know it, is".
    private static let longestPause = 3
    /// Procedures that a sentence lists before they say what kind it speaks of.
    private static let leastListed = 3

    /// What a sentence that begins with the field says that it is for; umbrella where it says both.
    func usage(
        in range: Range<Int>,
        _ indices: [Int],
        _ signs: [PhraseTable<UsageSign>.Finding],
        _ turns: [PhraseTable<Turn>.Finding]
    ) -> Usage? {
        guard let first = indices.first(where: { mentions[$0].kind == .field }),
            fields[mentions[first].concept] == .plastic, mentions[first].rest == nil
        else { return nil }
        let own = words.words(in: mentions[first].span)
        guard own.lowerBound - range.lowerBound <= Self.longestLead, own.upperBound < range.upperBound else {
            return nil
        }
        guard isDefined(own, signs, range) else { return nil }
        // What follows a contrast, or another field at the head of its clause, is said of that one.
        var end = turns.first { $0.meaning == .contrast }?.words.lowerBound ?? range.upperBound
        for index in indices where mentions[index].kind == .field && fields[mentions[index].concept] != .plastic {
            let place = words.words(in: mentions[index].span).lowerBound
            guard place > own.upperBound else { continue }
            let follows = turns.contains { $0.meaning == .clauseBreak && $0.words.upperBound + 1 == place }
            if follows || words.gaps[place].contains(.stop)
                || words.gaps[place].contains(.comma) && isVerb(behind: index, signs)
            {
                end = min(end, place)
            }
        }
        let said = own.upperBound..<max(own.upperBound, min(end, range.upperBound))
        var totals = (cosmetic: 0, reconstructive: 0)
        for finding in tables.cues.findings(in: said, of: words) {
            guard case .toward(let tag) = finding.meaning.lean else { continue }
            if tag == .cosmetic {
                totals.cosmetic += finding.meaning.strength
            } else {
                totals.reconstructive += finding.meaning.strength
            }
        }
        // What it lists of the other side is as good as a word on it.
        let examples = counted(indices.filter { said.contains(words.words(in: mentions[$0].span).lowerBound) })
        if totals.cosmetic > 0 { totals.reconstructive += examples.reconstructive }
        if totals.reconstructive > 0 { totals.cosmetic += examples.cosmetic }
        for sign in signs where said.contains(sign.words.lowerBound) {
            // "Restores function, as well as appearance"
            if sign.meaning == .looks, totals.reconstructive > 0 { totals.cosmetic += 1 }
            if sign.meaning == .cosmetic { totals.cosmetic += 2 }
            if sign.meaning == .reconstructive { totals.reconstructive += 2 }
        }
        if totals == (0, 0) { totals = listed(indices) }
        switch totals {
        case (0, 0): return nil
        case (_, 0): return .cosmetic
        case (0, _): return .reconstructive
        default: return .umbrella
        }
    }

    /// The verb follows the field: at once, or behind a short pause in commas.
    private func isDefined(_ own: Range<Int>, _ signs: [PhraseTable<UsageSign>.Finding], _ range: Range<Int>) -> Bool {
        if words.gaps[own.upperBound].contains(.colon) || words.gaps[own.upperBound].contains(.dash) { return true }
        let pause = words.gaps[own.upperBound].contains(.comma) ? 2 * Self.longestPause : 1
        return signs.contains {
            $0.meaning == .definition && $0.words.lowerBound >= own.upperBound
                && $0.words.lowerBound - own.upperBound <= pause
        }
    }

    /// Whether a verb follows a field, so that it begins a clause.
    private func isVerb(behind index: Int, _ signs: [PhraseTable<UsageSign>.Finding]) -> Bool {
        let end = words.words(in: mentions[index].span).upperBound
        return signs.contains { $0.meaning == .definition && $0.words.lowerBound == end }
    }

    /// "Plastic surgery covers facelifts, nose jobs and lip fillers."
    private func listed(_ indices: [Int]) -> (cosmetic: Int, reconstructive: Int) {
        let totals = counted(indices)
        return totals.cosmetic + totals.reconstructive >= Self.leastListed ? totals : (0, 0)
    }

    /// Procedures that are hardly ever anything but their usual tag.
    private func counted(_ indices: [Int]) -> (cosmetic: Int, reconstructive: Int) {
        var totals = (cosmetic: 0, reconstructive: 0)
        for index in indices where mentions[index].kind == .procedure {
            let concept = lexicon.concepts[mentions[index].concept]
            guard concept.ambivalence <= 1 else { continue }
            if concept.usual == .cosmetic { totals.cosmetic += 1 } else { totals.reconstructive += 1 }
        }
        return totals
    }
}
