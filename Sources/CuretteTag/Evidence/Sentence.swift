import CuretteExtract
import CuretteSegment
import CuretteText

/// A sentence that holds mentions, read once for all of them: its clauses, its cues, its fields.
struct Sentence {
    /// A cue where it stands.
    struct PlacedCue {
        let cue: Cue
        let words: ClosedRange<Int>
        /// A negation stands right before it.
        let isNegated: Bool
        /// It is said of something that the sentence sets its subject against.
        let isContrasted: Bool
    }

    /// A field mention where it stands, by what it means on this page.
    struct PlacedField {
        let tag: Tag
        /// The side is the page's usage of "plastic surgery", not the name's own.
        let isInferred: Bool
        let words: ClosedRange<Int>
        let isNegated: Bool
        let isContrasted: Bool
    }

    /// A procedure mention: its index among the page's, and the words of its own fragment.
    struct PlacedMention {
        let index: Int
        let words: ClosedRange<Int>
    }

    let words: Range<Int>
    let cues: [PlacedCue]
    let fields: [PlacedField]
    let procedures: [PlacedMention]
    /// Words at which a new clause begins.
    let breaks: [Int]
    /// Words behind which members of what was said before are listed: those after "such as", those after a colon.
    let openings: [Int]

    /// Which clause a word stands in.
    func clause(of word: Int) -> Int {
        var clause = 0
        while clause < breaks.count, breaks[clause] <= word { clause += 1 }
        return clause
    }

    /// Whether a list opens between two words: "procedures such as", a colon.
    func opensList(between lower: Int, and upper: Int) -> Bool { openings.contains { lower < $0 && $0 <= upper } }
}

/// Reads sentences: finds what the tables know in them, and settles negation, contrast and clauses.
struct SentenceReader {
    let tables: CueTables
    let words: FoldedText
    let mentions: [Mention]
    /// What a field mention means on this page; nil where it takes no side.
    let lean: (Mention) -> (tag: Tag, isInferred: Bool)?

    /// How many words before a cue a negation still reaches it.
    private static let negationReach = 3

    /// - Parameter indices: the mentions that begin in the sentence, as indices into `mentions`, in reading order.
    func read(_ span: Span<Clean>, mentions indices: [Int]) -> Sentence {
        let range = words.words(in: span)
        let turns = tables.turns.findings(in: range, of: words)
        let contrasts = turns.filter { $0.meaning == .contrast }.map { contrasted(after: $0.words, in: range) }
        var negations = turns.filter { $0.meaning == .negation }.map(\.words.upperBound)
        negations += range.filter { isClipped($0) }
        let placed = indices.map { (index: $0, words: ownWords(of: mentions[$0])) }
        func isNegated(_ words: ClosedRange<Int>) -> Bool {
            negations.contains { $0 < words.lowerBound && words.lowerBound - $0 <= Self.negationReach }
        }
        func isContrasted(_ words: ClosedRange<Int>) -> Bool { contrasts.contains { $0.contains(words.lowerBound) } }

        var fields: [Sentence.PlacedField] = []
        var procedures: [Sentence.PlacedMention] = []
        for (index, words) in placed {
            switch mentions[index].kind {
            case .procedure: procedures.append(Sentence.PlacedMention(index: index, words: words))
            case .field:
                guard let side = lean(mentions[index]) else { continue }
                fields.append(
                    Sentence.PlacedField(
                        tag: side.tag,
                        isInferred: side.isInferred,
                        words: words,
                        isNegated: isNegated(words),
                        isContrasted: isContrasted(words)
                    )
                )
            }
        }
        let cues = tables.cues.findings(in: range, of: words).compactMap { finding -> Sentence.PlacedCue? in
            let inName = placed.contains { $0.words.overlaps(finding.words) }
            guard !inName else { return nil }
            return Sentence.PlacedCue(
                cue: finding.meaning,
                words: finding.words,
                isNegated: isNegated(finding.words),
                isContrasted: isContrasted(finding.words)
            )
        }
        var openings = turns.filter { $0.meaning == .example }.map { $0.words.upperBound + 1 }
        openings += range.dropFirst().filter { words.gaps[$0].contains(.colon) }
        var breaks = turns.filter { $0.meaning == .clauseBreak }.map(\.words.lowerBound)
        breaks += range.dropFirst().filter { words.gaps[$0].contains(.stop) }
        return Sentence(
            words: range,
            cues: cues,
            fields: fields,
            procedures: procedures,
            breaks: breaks.sorted(),
            openings: openings
        )
    }

    /// "isn't", "don't": the apostrophe parts the word, and its second half says no.
    private func isClipped(_ word: Int) -> Bool {
        guard words.gaps[word].contains(.apostrophe) else { return false }
        return words.letters[Int(words.starts[word])..<Int(words.starts[word + 1])].elementsEqual([UInt8(ascii: "t")])
    }

    /// From behind a contrast's words up to the next comma or the sentence's end.
    private func contrasted(after turn: ClosedRange<Int>, in range: Range<Int>) -> Range<Int> {
        let from = turn.upperBound + 1
        guard from < range.upperBound else { return from..<from }
        let end = (from + 1..<max(from + 1, range.upperBound)).first {
            !words.gaps[$0].isDisjoint(with: [.comma, .stop, .dash, .close])
        }
        return from..<(end ?? range.upperBound)
    }

    private func ownWords(of mention: Mention) -> ClosedRange<Int> {
        let own = mention.ownSpan
        let range = words.words(in: own)
        // A name that begins inside a word ("tissueskin graft") counts from that word on.
        let lower = range.isEmpty ? max(0, range.lowerBound - 1) : range.lowerBound
        return lower...max(lower, range.upperBound - 1)
    }
}

extension Mention {
    /// The fragment that no other mention shares: of an elided name the shorter, of any other all.
    var ownSpan: Span<Clean> {
        guard let rest else { return span }
        return rest.count < span.count ? rest : span
    }
}
