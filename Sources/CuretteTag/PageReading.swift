import CuretteExtract
import CuretteIngest
import CuretteSegment
import CuretteText

/// One page on its way to its verdicts: gathers each mention's evidence and adds it up.
struct PageReading {
    let tables: CueTables
    let weights: Weights
    let lexicon: Lexicon
    let words: FoldedText
    let blocks: [Block]
    let mentions: [Mention]
    let usage: UsageReader.Reading
    let title: Page.Title?
    let leans: FieldLeans

    func verdicts(on passages: [Passage]) -> [Verdict] {
        let local = clauses(passages)
        let spoken = whatThePageSays(local)
        // What the text says of a procedure in one place holds where it says nothing more.
        var openConcepts: Set<Int> = []
        let open = OpenBlocks(tables: tables, words: words, blocks: blocks, mentions: mentions).isOpen(in: passages)
        for (index, mention) in mentions.enumerated() where local[index].saysEither || open[index] {
            openConcepts.insert(mention.concept)
        }
        let titled = titleEvidence()
        let neighbours = Neighbours(lexicon, mentions, blocks, weight: weights.neighbours)
        var filing = Filing(tables, weights, words, blocks, mentions, leans)
        var filedBlock = -1
        var filedEither = false
        var filed: [Evidence] = []
        var gathered = [[Evidence]](repeating: [], count: mentions.count)
        var eithers = [Bool](repeating: false, count: mentions.count)
        for (index, mention) in mentions.enumerated() where mention.kind == .procedure {
            if mention.block != filedBlock {
                filed = filing.evidence(for: mention.block)
                filedEither = filing.saysEither(for: mention.block)
                filedBlock = mention.block
            }
            var evidence = local[index].evidence
            let isSilent = evidence.allSatisfy { $0.weight < weights.silence }
            evidence += filed
            if let titled, filed.isEmpty, blocks[mention.block].role == .content { evidence.append(titled) }
            if isSilent, let elsewhere = spoken[mention.concept] { evidence.append(elsewhere) }
            if let company = neighbours.evidence(for: mention) { evidence.append(company) }
            evidence.append(usual(mention))
            gathered[index] = evidence
            eithers[index] =
                local[index].saysEither || open[index] && !local[index].isOwn
                || isSilent && (filedEither || openConcepts.contains(mention.concept))
        }
        let sums = gathered.map { $0.reduce(0) { $0 + ($1.favours == .reconstructive ? -$1.weight : $1.weight) } }
        let company = Company(mentions, blocks, sums: sums, weight: weights.company)
        return mentions.indices.map { index in
            let mention = mentions[index]
            guard mention.kind == .procedure else { return fieldVerdict(mention) }
            if blocks[mention.block].role == .content,
                let others = company.evidence(for: mention, in: mentions)
            {
                gathered[index].append(others)
            }
            return verdict(mention, gathered[index], saysEither: eithers[index])
        }
    }

    /// What the sentences say of each mention.
    private func clauses(_ passages: [Passage]) -> [ClauseEvidence.Finding] {
        var local = [ClauseEvidence.Finding](repeating: ClauseEvidence.Finding(), count: mentions.count)
        let reader = SentenceReader(tables: tables, words: words, mentions: mentions, leans: leans)
        let clause = ClauseEvidence(weights: weights, words: words, mentions: mentions)
        for passage in passages where passage.mentions.contains(where: { mentions[$0].kind == .procedure }) {
            let sentence = reader.read(passage.span, mentions: passage.mentions)
            var beside = ClauseEvidence.Finding()
            if let following = passage.following {
                let next = reader.read(following.span, mentions: following.mentions)
                let share = passage.isBare ? weights.bareFollowing : weights.following
                clause.evidence(beside: next, share: share, into: &beside)
            }
            if let preceding = passage.preceding {
                let previous = reader.read(preceding.span, mentions: preceding.mentions)
                clause.evidence(beside: previous, share: weights.preceding, into: &beside)
            }
            for stretch in passage.nearby {
                clause.evidence(beside: reader.read(stretch, mentions: []), share: weights.nearby, into: &beside)
            }
            for procedure in sentence.procedures {
                var finding = clause.evidence(for: procedure, in: sentence)
                finding.isOwn = finding.evidence.contains { $0.weight >= weights.silence }
                finding.evidence = ClauseEvidence.thinned(finding.evidence + beside.evidence)
                finding.saysEither = finding.saysEither || beside.saysEither
                local[procedure.index] = finding
            }
        }
        return local
    }

    // MARK: Adding up

    /// Evidence that would be reported as 0.0 is none.
    private static let least = 0.05

    private func verdict(_ mention: Mention, _ evidence: [Evidence], saysEither: Bool) -> Verdict {
        Verdict(
            mention: mention,
            evidence: evidence.filter { $0.weight >= Self.least }.sorted { $0.weight > $1.weight },
            reckoning: Reckoning(
                usual: lexicon.concepts[mention.concept].usual,
                scale: weights.scale * (saysEither ? weights.eitherDamping : 1),
                most: saysEither ? weights.eitherMost : weights.most
            )
        )
    }

    private func usual(_ mention: Mention) -> Evidence {
        let concept = lexicon.concepts[mention.concept]
        return Evidence(
            favours: concept.usual,
            weight: weights.usual[concept.ambivalence],
            kind: "usual",
            quote: .concept(id: concept.id)
        )
    }

    private func fieldVerdict(_ mention: Mention) -> Verdict {
        let concept = lexicon.concepts[mention.concept]
        guard leans.fields[mention.concept] == .plastic else {
            return Verdict(
                mention: mention,
                tag: concept.usual,
                confidence: weights.most,
                evidence: [
                    Evidence(
                        favours: concept.usual,
                        weight: weights.usual[0],
                        kind: "usual",
                        quote: .concept(id: concept.id)
                    )
                ]
            )
        }
        let tag = leans.side(of: mention.concept)?.tag ?? .umbrella
        let evidence = usage.quote.map {
            [Evidence(favours: tag, weight: max(0.1, usage.margin), kind: "usage", quote: .text($0))]
        }
        return Verdict(
            mention: mention,
            tag: tag,
            confidence: min(weights.most, Reckoning.probability(ofLogOdds: usage.margin + 0.5)),
            evidence: evidence ?? []
        )
    }

    // MARK: The page around a mention

    /// For each procedure, what the page says of it where it says anything: it speaks for the mentions of the same
    /// procedure about which their own sentences are silent.
    private func whatThePageSays(_ local: [ClauseEvidence.Finding]) -> [Int: Evidence] {
        var sums: [Int: Double] = [:]
        var strongest: [Int: Evidence] = [:]
        for (index, mention) in mentions.enumerated() where mention.kind == .procedure {
            for item in local[index].evidence {
                sums[mention.concept, default: 0] += item.favours == .reconstructive ? -item.weight : item.weight
                if item.weight > (strongest[mention.concept]?.weight ?? 0) { strongest[mention.concept] = item }
            }
        }
        return sums.compactMapValues { sum in sum == 0 ? nil : sum }.reduce(into: [:]) { said, entry in
            guard let item = strongest[entry.key] else { return }
            let favours: Tag = entry.value > 0 ? .cosmetic : .reconstructive
            guard item.favours == favours else { return }
            said[entry.key] = Evidence(
                favours: favours,
                weight: weights.elsewhere * min(1, abs(entry.value) / 3),
                kind: "elsewhere",
                quote: item.quote
            )
        }
    }

    private func titleEvidence() -> Evidence? {
        guard let title else { return nil }
        var found: Set<Tag> = []
        let folded = FoldedText(title.text, folding: lexicon.folding)
        for finding in tables.filings.findings(in: 0..<folded.wordCount, of: folded)
        where finding.meaning.strength >= 3 {
            found.insert(finding.meaning.tag)
        }
        guard found.count == 1, let tag = found.first else { return nil }
        return Evidence(
            favours: tag,
            weight: weights.title,
            kind: "title",
            quote: .title(text: title.text, source: title.span)
        )
    }
}
