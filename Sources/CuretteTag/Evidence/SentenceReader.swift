import CuretteExtract
import CuretteText

/// Reads sentences: finds what the tables know in them, and settles negation, contrast, clauses and lists.
struct SentenceReader {
    let tables: CueTables
    let words: FoldedText
    let mentions: [Mention]
    /// What the field mentions of each concept mean on this page.
    let leans: FieldLeans

    /// How many words before a cue a negation still reaches it, …
    private static let negationReach = 3
    /// … and where it merely cancels a reason: "does not treat obesity or disease".
    private static let cancelReach = 5
    /// "after a", "before any": words from an aftermath's to the name, at most.
    private static let aftermathReach = 2
    /// Words between two members of a list, at most: "rhinoplasty together with a septoplasty".
    private static let longestJoint = 3

    /// - Parameter indices: the mentions that begin in the sentence, as indices into `mentions`.
    func read(_ span: Span<Clean>, mentions indices: [Int]) -> Sentence {
        let range = words.words(in: span)
        let turns = tables.turns.findings(in: range, of: words)
        var fieldsAt: [(index: Int, words: ClosedRange<Int>)] = []
        var procedures: [Sentence.PlacedMention] = []
        for index in indices {
            let own = ownWords(of: mentions[index])
            if mentions[index].kind == .procedure {
                procedures.append(Sentence.PlacedMention(index: index, words: own))
            } else {
                fieldsAt.append((index, own))
            }
        }
        procedures.sort { $0.words.lowerBound < $1.words.lowerBound }
        joinRuns(&procedures, turns)
        for procedure in procedures.indices {
            let place = procedures[procedure].words.lowerBound
            procedures[procedure].isAftermath = turns.contains {
                $0.meaning == .aftermath && $0.words.upperBound < place
                    && place - $0.words.upperBound <= Self.aftermathReach
            }
        }

        var negations: [ClosedRange<Int>] = []
        var denials: [ClosedRange<Int>] = []
        var lacks: [ClosedRange<Int>] = []
        var contrasts: [Range<Int>] = []
        var breaks: [Int] = []
        var openings: [Int] = []
        for turn in turns {
            switch turn.meaning {
            case .negation: negations.append(turn.words)
            case .denial:
                negations.append(turn.words)
                denials.append(turn.words)
            case .lack: lacks.append(turn.words)
            case .contrast: contrasts.append(contrasted(after: turn.words, in: range))
            case .clauseBreak:
                breaks.append(turn.words.lowerBound)
                if turn.words.lowerBound == range.lowerBound,
                    let end = comma(behind: turn.words.upperBound, in: range, outside: procedures)
                {
                    breaks.append(end)
                }
            case .example: openings.append(turn.words.upperBound + 1)
            case .neutral, .anaphor, .joint, .choice, .purpose, .aftermath, .recovery: break
            }
        }
        for word in range.dropFirst() {
            let gap = words.gaps[word]
            if gap.contains(.stop) { breaks.append(word) }
            if gap.contains(.colon) { openings.append(word) }
            if gap.contains(.apostrophe), isClipped(word) { negations.append(word...word) }
        }
        breaks.sort()
        // "no es reconstructiva": a verdict shares its verb with the denial before it. "Without pain, swelling": what is
        // cancelled may be listed, while "not funded, regarded as cosmetic" denies only the first.
        func reaches(_ turns: [ClosedRange<Int>], _ words: ClosedRange<Int>, _ kind: Cue.Kind?) -> Bool {
            turns.contains { turn in
                let isCancelled = kind?.isCancelledByNegation ?? false
                guard turn.lowerBound < words.lowerBound,
                    words.lowerBound - turn.upperBound <= (isCancelled ? Self.cancelReach : Self.negationReach)
                else { return false }
                guard turn.upperBound < words.lowerBound else { return kind == .verdict }
                // "Not because of pain": a clause that begins right behind the negation is what it denies.
                guard !breaks.contains(where: { turn.upperBound + 1 < $0 && $0 <= words.lowerBound }) else {
                    return false
                }
                // "Rarely covers rhinoplasty for cosmetic reasons": what stands behind a name is said of that name.
                guard
                    isCancelled
                        || !procedures.contains(where: {
                            turn.upperBound < $0.words.lowerBound && $0.words.upperBound < words.lowerBound
                        })
                else { return false }
                return isCancelled
                    || !(turn.upperBound + 1...words.lowerBound).contains { self.words.gaps[$0].contains(.comma) }
            }
        }
        func contrast(_ words: ClosedRange<Int>) -> Int? {
            contrasts.firstIndex { $0.contains(words.lowerBound) }
        }
        for procedure in procedures.indices {
            procedures[procedure].contrast = contrast(procedures[procedure].words)
        }

        var fields: [Sentence.PlacedField] = []
        for (index, own) in fieldsAt {
            guard let side = leans.side(of: mentions[index].concept) else { continue }
            fields.append(
                Sentence.PlacedField(
                    tag: side.tag,
                    isInferred: side.isInferred,
                    words: own,
                    isNegated: reaches(negations, own, nil),
                    isDenied: reaches(denials, own, nil),
                    contrast: contrast(own)
                )
            )
        }
        var cues: [Sentence.PlacedCue] = []
        for finding in tables.cues.findings(in: range, of: words) {
            guard finding.meaning.lean != .neither,
                !fieldsAt.contains(where: { $0.words.overlaps(finding.words) })
            else { continue }
            var owner: Int?
            if finding.meaning.kind == .modifier {
                guard let name = procedures.first(where: { isModified($0.words, by: finding.words) }) else { continue }
                owner = name.index
            } else if let name = procedures.firstIndex(where: { $0.words.overlaps(finding.words) }) {
                // A name's own words say nothing, but they may be what the procedure before it is for.
                guard name > 0, isPurpose(from: procedures[name - 1], to: procedures[name], turns) else { continue }
                owner = procedures[name - 1].index
            }
            cues.append(
                Sentence.PlacedCue(
                    cue: finding.meaning,
                    words: finding.words,
                    isNegated: reaches(negations, finding.words, finding.meaning.kind)
                        || finding.meaning.kind.isCancelledByNegation
                            && reaches(lacks, finding.words, finding.meaning.kind),
                    contrast: contrast(finding.words),
                    owner: owner
                )
            )
        }
        cues = joiningChoices(cues, turns)
        return Sentence(
            words: range,
            cues: cues,
            fields: fields,
            procedures: procedures,
            breaks: breaks,
            openings: openings,
            tellsRecovery: turns.contains { $0.meaning == .recovery },
            asks: !range.isEmpty && words.bytes[span.upper - 1] == UInt8(ascii: "?")
        )
    }

    /// Whether `words` stand right before a procedure's name, or are the first of it: "functional upper blepharoplasty".
    private func isModified(_ name: ClosedRange<Int>, by words: ClosedRange<Int>) -> Bool {
        if words.lowerBound == name.lowerBound { return words.upperBound < name.upperBound }
        return words.upperBound + 1 == name.lowerBound
            && self.words.gaps[name.lowerBound].isSubset(of: [.space, .hyphen, .lineBreak])
    }

    /// Words between two reasons that are offered for choice: "for function ‹or for› looks".
    private static let longestChoice = 3

    /// Two reasons of opposite sides with an "or" between say that it may be either.
    private func joiningChoices(
        _ cues: [Sentence.PlacedCue],
        _ turns: [PhraseTable<Turn>.Finding]
    ) -> [Sentence.PlacedCue] {
        guard cues.count > 1, turns.contains(where: { $0.meaning == .choice }) else { return cues }
        var joined: [Sentence.PlacedCue] = []
        for cue in cues {
            guard let last = joined.last, case .toward(let first) = last.cue.lean,
                case .toward(let second) = cue.cue.lean, first != second,
                last.owner == nil, cue.owner == nil, !last.isNegated, !cue.isNegated, last.contrast == cue.contrast,
                cue.cue.kind != .payer, last.cue.kind != .payer
            else {
                joined.append(cue)
                continue
            }
            let between = last.words.upperBound + 1..<max(last.words.upperBound + 1, cue.words.lowerBound)
            let isChoice =
                between.count <= Self.longestChoice
                && turns.contains { $0.meaning == .choice && between.contains($0.words.lowerBound) }
            guard isChoice else {
                joined.append(cue)
                continue
            }
            joined[joined.count - 1] = Sentence.PlacedCue(
                cue: Cue(lean: .either, strength: 3, kind: .contrast),
                words: last.words.lowerBound...cue.words.upperBound,
                isNegated: false,
                contrast: cue.contrast,
                owner: nil
            )
        }
        return joined
    }

    // MARK: Lists

    /// Gives procedures that are listed side by side one run: "breast lift, tummy tuck and liposuction".
    private func joinRuns(_ procedures: inout [Sentence.PlacedMention], _ turns: [PhraseTable<Turn>.Finding]) {
        for next in procedures.indices.dropFirst() {
            let lower = procedures[next - 1].words.upperBound + 1
            let upper = procedures[next].words.lowerBound
            let isListed =
                upper <= lower
                || upper - lower <= Self.longestJoint
                    && (lower..<upper).allSatisfy { word in
                        turns.contains {
                            ($0.meaning == .joint || $0.meaning == .choice) && $0.words.contains(word)
                        }
                    }
            // Names that share words overlap, at the page's end too: nothing stands between them.
            let parts = lower <= upper && (lower...upper).contains { words.gaps[$0].contains(.stop) }
            procedures[next].run = procedures[next - 1].run + (isListed && !parts ? 0 : 1)
        }
    }

    /// "of", "for", "after" and nothing else between two names.
    private func isPurpose(
        from first: Sentence.PlacedMention,
        to second: Sentence.PlacedMention,
        _ turns: [PhraseTable<Turn>.Finding]
    ) -> Bool {
        let between = first.words.upperBound + 1..<max(first.words.upperBound + 1, second.words.lowerBound)
        guard !between.isEmpty, between.count <= Self.longestJoint else { return false }
        return turns.contains {
            ($0.meaning == .purpose || $0.meaning == .aftermath) && $0.words.contains(between.lowerBound)
        }
    }

    // MARK: Clauses

    /// The first word behind a comma that parts no two members of a list.
    private func comma(
        behind word: Int,
        in range: Range<Int>,
        outside procedures: [Sentence.PlacedMention]
    ) -> Int? {
        guard word + 1 < range.upperBound else { return nil }
        return (word + 1..<range.upperBound).first { place in
            guard words.gaps[place].contains(.comma) else { return false }
            guard let next = procedures.firstIndex(where: { $0.words.lowerBound >= place }), next > 0 else {
                return true
            }
            return procedures[next].run != procedures[next - 1].run
        }
    }

    /// "isn't", "don't": the apostrophe parts the word, and its second half says no.
    private func isClipped(_ word: Int) -> Bool {
        words.count(ofWord: word) == 1 && words.letters[Int(words.starts[word])] == UInt8(ascii: "t")
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
