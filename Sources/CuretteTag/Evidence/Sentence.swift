import CuretteExtract
import CuretteText

/// A sentence read once for all its mentions: its clauses, its cues, its fields.
struct Sentence {
    /// A cue where it stands.
    struct PlacedCue {
        let cue: Cue
        let words: ClosedRange<Int>
        /// A negation stands right before it.
        let isNegated: Bool
        /// Which of the sentence's contrasts it stands in ("unlike X, …"): what stands in one is said of X alone.
        let contrast: Int?
        /// The only mention it is about: "laser resurfacing of burn scars", where the cue is in a name of its own.
        let owner: Int?
    }

    /// A field mention where it stands, by what it means on this page.
    struct PlacedField {
        let tag: Tag
        /// The side is the page's usage of "plastic surgery", not the name's own.
        let isInferred: Bool
        let words: ClosedRange<Int>
        let isNegated: Bool
        /// It is said that something is not this: "is not cosmetic surgery".
        let isDenied: Bool
        let contrast: Int?
    }

    /// A procedure mention: its index among the page's, the words of its own fragment, and the run of listed
    /// procedures it belongs to.
    struct PlacedMention {
        let index: Int
        let words: ClosedRange<Int>
        var run = 0
        /// "after a facelift": the complaints of its clause are what may come of it.
        var isAftermath = false
        var contrast: Int?
    }

    let words: Range<Int>
    let cues: [PlacedCue]
    let fields: [PlacedField]
    /// In reading order.
    let procedures: [PlacedMention]
    /// Words at which a new clause begins, ascending.
    let breaks: [Int]
    /// Words behind which members of what was said before are listed: those after "such as", those after a colon.
    let openings: [Int]
    /// It is about risks and recovery: the complaints in it are hardly reasons.
    let tellsRecovery: Bool
    /// It is a question: what it says of payers and sides is what it asks.
    let asks: Bool

    /// Which clause a word stands in.
    func clause(of word: Int) -> Int {
        var clause = 0
        while clause < breaks.count, breaks[clause] <= word { clause += 1 }
        return clause
    }

    /// Whether a list opens between two words: "procedures such as", a colon.
    func opensList(between lower: Int, and upper: Int) -> Bool { openings.contains { lower < $0 && $0 <= upper } }
}

extension Mention {
    /// The fragment that no other mention shares: of an elided name the shorter, of any other all.
    var ownSpan: Span<Clean> {
        guard let rest else { return span }
        return rest.count < span.count ? rest : span
    }
}
