import CuretteExtract
import CuretteText

/// What a sentence says of one of its mentions: its cues and the fields it names, as far as they are about it.
struct ClauseEvidence {
    let weights: Weights
    let words: FoldedText
    let mentions: [Mention]

    /// A cause that stands this many words behind the last member of a list is said of that member alone:
    /// "breast lift, tummy tuck and breast reconstruction after mastectomy".
    private static let attachment = 3

    /// Evidence for a mention, and whether the text says that it may be both.
    struct Finding {
        var evidence: [Evidence] = []
        var saysEither = false
        /// The mention's own sentence gives a reason, not only those beside it.
        var isOwn = false
    }

    func evidence(for mention: Sentence.PlacedMention, in sentence: Sentence) -> Finding {
        var finding = Finding()
        for cue in sentence.cues
        where cue.contrast == mention.contrast && !(sentence.asks && cue.cue.kind.isAnswer) {
            if mention.isAftermath, cue.cue.kind.isCancelledByNegation { continue }
            let share: Double
            if let owner = cue.owner {
                share = owner == mention.index ? 1 : 0
            } else {
                share = self.share(of: cue.words, cue.cue.kind, for: mention, in: sentence)
            }
            add(cue, share * recoveryShare(of: cue, in: sentence), to: &finding)
        }
        for field in sentence.fields {
            guard field.contrast == mention.contrast else {
                // "Unlike cosmetic surgery, a cleft repair …": it is the other.
                guard mention.contrast == nil, !field.isInferred, !field.isNegated else { continue }
                finding.evidence.append(
                    Evidence(
                        favours: field.tag.opposite,
                        weight: weights.fieldContrasted * (sentence.procedures.count == 1 ? 1 : weights.clauseDamping),
                        kind: "contrast",
                        quote: .text(span(field.words))
                    )
                )
                continue
            }
            let isClose = sentence.clause(of: field.words.lowerBound) == sentence.clause(of: mention.words.lowerBound)
            let introduces =
                isClose && field.words.upperBound < mention.words.lowerBound
                && sentence.opensList(between: field.words.upperBound, and: mention.words.lowerBound)
            // What a page means by plastic surgery is inferred: it files what it introduces, and no more.
            guard introduces || !field.isInferred else { continue }
            // "We do not offer cosmetic procedures such as facelifts": the offer is denied, not the filing.
            guard introduces || field.isDenied || !field.isNegated else { continue }
            let isDenied = field.isDenied && !introduces
            let weight =
                introduces
                ? weights.fieldIntroducing
                : weights.fieldInClause * share(of: field.words, nil, for: mention, in: sentence)
            finding.evidence.append(
                Evidence(
                    favours: isDenied ? field.tag.opposite : field.tag,
                    weight: weight,
                    kind: "field",
                    quote: .text(span(field.words))
                )
            )
        }
        return finding
    }

    /// What a sentence beside the mentions' own says of them all.
    func evidence(beside sentence: Sentence, share: Double, into finding: inout Finding) {
        for cue in sentence.cues
        where cue.contrast == nil && cue.owner == nil && !(sentence.asks && cue.cue.kind.isAnswer) {
            add(cue, share * recoveryShare(of: cue, in: sentence), to: &finding)
        }
        for field in sentence.fields
        where field.contrast == nil && !field.isInferred && field.isDenied == field.isNegated {
            finding.evidence.append(
                Evidence(
                    favours: field.isDenied ? field.tag.opposite : field.tag,
                    weight: weights.fieldInClause * share,
                    kind: "field",
                    quote: .text(span(field.words))
                )
            )
        }
    }

    /// "for lymphedema": words from a name to what it is done for, which is a reason in any sentence.
    private static let purposeReach = 2

    /// How much a complaint counts as a reason in a sentence about risks and recovery.
    private func recoveryShare(of cue: Sentence.PlacedCue, in sentence: Sentence) -> Double {
        guard sentence.tellsRecovery, cue.cue.kind.isCancelledByNegation else { return 1 }
        let isPurpose = sentence.procedures.contains {
            let distance = cue.words.lowerBound - $0.words.upperBound
            return distance > 0 && distance <= Self.purposeReach
        }
        return isPurpose ? 1 : weights.recoveryDamping
    }

    private func add(_ cue: Sentence.PlacedCue, _ share: Double, to finding: inout Finding) {
        guard share > 0 else { return }
        guard case .toward(let tag) = cue.cue.lean else {
            finding.saysEither = finding.saysEither || share >= weights.clauseDamping
            return
        }
        if cue.isNegated && cue.cue.kind.isCancelledByNegation { return }
        finding.evidence.append(
            Evidence(
                favours: cue.isNegated ? tag.opposite : tag,
                weight: weights.weight(of: cue.cue) * share,
                kind: cue.cue.kind.rawValue,
                quote: .text(span(cue.words))
            )
        )
    }

    /// Several cues of one direction say less than their sum: the second counts half, the third a quarter.
    static func thinned(_ evidence: [Evidence]) -> [Evidence] {
        guard evidence.count > 1 else { return evidence }
        var shares: (cosmetic: Double, reconstructive: Double) = (1, 1)
        return evidence.sorted { $0.weight > $1.weight }.map { item in
            let share: Double
            if item.favours == .cosmetic {
                share = shares.cosmetic
                shares.cosmetic /= 2
            } else {
                share = shares.reconstructive
                shares.reconstructive /= 2
            }
            return Evidence(favours: item.favours, weight: item.weight * share, kind: item.kind, quote: item.quote)
        }
    }

    /// How much of a cue is about a mention: all of it within the clause and the list that it belongs to.
    private func share(
        of cue: ClosedRange<Int>,
        _ kind: Cue.Kind?,
        for mention: Sentence.PlacedMention,
        in sentence: Sentence
    ) -> Double {
        let clause = sentence.clause(of: cue.lowerBound)
        let isHome = clause == sentence.clause(of: mention.words.lowerBound)
        // What a contrast holds apart is another's affair.
        let procedures = sentence.procedures.filter { $0.contrast == mention.contrast }
        if procedures.count == 1 { return isHome ? 1 : weights.clauseDamping }
        var before: Sentence.PlacedMention?
        var after: Sentence.PlacedMention?
        for procedure in procedures where sentence.clause(of: procedure.words.lowerBound) == clause {
            if procedure.words.upperBound < cue.lowerBound { before = procedure }
            if after == nil, procedure.words.lowerBound > cue.upperBound { after = procedure }
        }
        guard let owner = before ?? after else { return weights.clauseDamping }
        let isSame =
            owner.words.lowerBound < mention.words.lowerBound
            && mentions[owner.index].concept == mentions[mention.index].concept
        guard isHome else { return weights.sentenceDamping }
        guard owner.run == mention.run || isSame else { return weights.listDamping }
        // A cause right behind one member of a list is said of that member alone.
        if let before, before.index != mention.index, !isSame, kind?.isCancelledByNegation ?? false,
            cue.lowerBound - before.words.upperBound <= Self.attachment,
            words.gaps[before.words.upperBound + 1].isSubset(of: [.space, .hyphen, .open])
        {
            return 0
        }
        return 1
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
