import CuretteExtract
import CuretteText

/// What the sentence says of one of its mentions: its cues and the fields it names, as far as they are about it.
struct ClauseEvidence {
    let weights: Weights
    let words: FoldedText

    /// A cause that stands this many words behind the last member of a list is said of that member alone:
    /// "breast lift, tummy tuck and breast reconstruction after mastectomy".
    private static let attachment = 3

    /// Evidence for a mention, and whether the text says that it may be both.
    struct Finding {
        var evidence: [Evidence] = []
        var saysEither = false
    }

    func evidence(for mention: Sentence.PlacedMention, in sentence: Sentence) -> Finding {
        var finding = Finding()
        for cue in sentence.cues where !cue.isContrasted && concerns(cue.words, mention, sentence, cue.cue.kind) {
            let damping = reach(from: cue.words, to: mention, sentence)
            guard case .toward(let tag) = cue.cue.lean else {
                finding.saysEither = finding.saysEither || damping == 1
                continue
            }
            if cue.isNegated && cue.cue.kind.isCancelledByNegation { continue }
            let favours = cue.isNegated ? tag.opposite : tag
            finding.evidence.append(
                Evidence(
                    favours: favours,
                    weight: weights.weight(of: cue.cue) * damping,
                    kind: cue.cue.kind.rawValue,
                    quote: .text(span(cue.words))
                )
            )
        }
        for field in sentence.fields where !field.isContrasted {
            let isClose = sentence.clause(of: field.words.lowerBound) == sentence.clause(of: mention.words.lowerBound)
            let introduces =
                isClose && field.words.upperBound < mention.words.lowerBound
                && sentence.opensList(between: field.words.upperBound, and: mention.words.lowerBound)
            // What a page means by plastic surgery is inferred: it files what it introduces, and no more.
            guard introduces || !field.isInferred else { continue }
            // "We do not offer cosmetic procedures such as facelifts": the offer is denied, not the filing.
            let isDenied = field.isNegated && !introduces
            let weight =
                introduces
                ? weights.fieldIntroducing
                : weights.fieldInClause * reach(from: field.words, to: mention, sentence)
            finding.evidence.append(
                Evidence(
                    favours: isDenied ? field.tag.opposite : field.tag,
                    weight: weight,
                    kind: "field",
                    quote: .text(span(field.words))
                )
            )
        }
        finding.evidence = Self.thinned(finding.evidence)
        return finding
    }

    /// Several cues of one direction say less than their sum: the second counts half, the third a quarter.
    private static func thinned(_ evidence: [Evidence]) -> [Evidence] {
        var thinned: [Evidence] = []
        for tag in [Tag.cosmetic, .reconstructive] {
            var share = 1.0
            for item in evidence.filter({ $0.favours == tag }).sorted(by: { $0.weight > $1.weight }) {
                thinned.append(
                    Evidence(favours: tag, weight: item.weight * share, kind: item.kind, quote: item.quote)
                )
                share /= 2
            }
        }
        return thinned
    }

    /// Whether a cue is about this mention: a cause that follows one member of a list closely is about that one.
    private func concerns(
        _ cue: ClosedRange<Int>,
        _ mention: Sentence.PlacedMention,
        _ sentence: Sentence,
        _ kind: Cue.Kind
    ) -> Bool {
        guard sentence.procedures.count > 1, kind.isCancelledByNegation else { return true }
        guard let before = sentence.procedures.last(where: { $0.words.upperBound < cue.lowerBound }) else {
            return true
        }
        let isClose =
            cue.lowerBound - before.words.upperBound <= Self.attachment
            && words.gaps[before.words.upperBound + 1].isSubset(of: [.space, .hyphen, .open])
        return !isClose || before.index == mention.index
    }

    /// How much of a cue's weight reaches the mention: all of it within the clause.
    private func reach(
        from cue: ClosedRange<Int>,
        to mention: Sentence.PlacedMention,
        _ sentence: Sentence
    ) -> Double {
        sentence.clause(of: cue.lowerBound) == sentence.clause(of: mention.words.lowerBound)
            ? 1 : weights.sentenceDamping
    }

    private func span(_ range: ClosedRange<Int>) -> Span<Clean> {
        words.span(fromWord: range.lowerBound, throughWord: range.upperBound)
    }
}

extension Tag {
    /// The other of the two tags of a procedure.
    var opposite: Tag {
        switch self {
        case .cosmetic: .reconstructive
        case .reconstructive: .cosmetic
        case .umbrella: .umbrella
        }
    }
}
