import CuretteLexicon
import CuretteIngest
public import CuretteData
package import CuretteSegment
package import CuretteText

/// The fourth stage: every name that the page gives a procedure or a field, where it stands, and how it was found.
///
/// One pass over the folded text finds the forms of the lexicon; what shares words with a neighbour, what a spinner
/// rewrote and what is glued or misspelt is looked for beside them. The text is never changed.
public struct Extractor: Sendable {
    public let lexicon: Lexicon
    private let connectives: Connectives
    private let languages: LanguageDetector
    private let substances: SubstanceCues
    private let addresses: Addresses

    /// - Throws: `DataFileError` at the first mistake in a table.
    public init(from source: TableSource = .builtIn) throws(DataFileError) {
        lexicon = try Lexicon(from: source)
        connectives = try Connectives(from: source, folding: lexicon.folding)
        languages = try LanguageDetector(from: source, folding: lexicon.folding)
        substances = try SubstanceCues(from: source, folding: lexicon.folding)
        addresses = try Addresses(from: source)
    }

    /// What a page names.
    package struct Extraction: Sendable {
        /// In reading order.
        package let mentions: [Mention]
        /// Names of context concepts (mastectomy, tumour removal): never reported.
        package let context: [Mention]
        /// ISO 639-1, the most frequent first.
        package let languages: [String]
        /// Whether the page shows that an article spinner wrote it.
        package let isRewritten: Bool
        /// The words of the page, for who looks round the mentions.
        package let words: FoldedText
    }

    package func mentions(in text: AlignedText, _ blocks: [Block]) -> Extraction {
        var folded = FoldedText(text.bytes, folding: lexicon.folding)
        let spoken = languages.languages(of: folded)
        let bits: UInt8 = spoken.reduce(0) { $0 | 1 << UInt8($1) }
        let isRewritten = lexicon.signs.giveAway(folded)
        var matcher = Matcher(lexicon: lexicon, text: folded, languages: bits, rewritten: isRewritten)
        var hits = matcher.hits()
        if bits & Mending.languages != 0 {
            for _ in 0..<Mending.rounds {
                let mending = Mending(vocabulary: lexicon.vocabulary, connectives: connectives, text: folded)
                let mends = mending.mends(outside: hits)
                guard !mends.isEmpty else { break }
                folded = folded.mended(mends)
                matcher = Matcher(lexicon: lexicon, text: folded, languages: bits, rewritten: isRewritten)
                hits = matcher.hits()
            }
        }
        let rewriting = isRewritten ? Rewriting(matcher: matcher) : nil
        hits = SpeltOut(matcher: matcher).joined(hits)
        if let rewriting { hits = Self.merge(hits, rewriting, wordCount: folded.wordCount) }
        let coordination = Coordination(matcher: matcher, connectives: connectives)
        let elided = coordination.elided(beside: hits) { words in
            rewriting?.readings(of: words) ?? [folded.key(fromWord: words.lowerBound, throughWord: words.upperBound)]
        }
        let organisations = Organisations(connectives: connectives, lexicon: lexicon, text: folded)
        let otherwise = OtherReadings(connectives: connectives, substances: substances, lexicon: lexicon, text: folded)
        var candidates = hits.compactMap { hit in
            organisations.contains(hit) || otherwise.hold(hit) ? nil : candidate(of: hit, in: folded)
        }
        candidates += elided.map { candidate(of: $0, in: folded) }
        candidates.sort { ($0.span.lower, $0.end) < ($1.span.lower, $1.end) }
        let placed = Placement(blocks: blocks).place(candidates)
        let kept = Admission(lexicon: lexicon, addresses: addresses, text: text, blocks: blocks).admit(placed)
        var mentions: [Mention] = []
        var context: [Mention] = []
        for candidate in kept {
            let concept = lexicon.concepts[candidate.concept]
            let mention = Mention(
                kind: concept.kind == .field ? .field : .procedure,
                concept: candidate.concept,
                span: candidate.span,
                rest: candidate.rest,
                match: candidate.match,
                block: candidate.block
            )
            if concept.kind == .context { context.append(mention) } else { mentions.append(mention) }
        }
        return Extraction(
            mentions: mentions,
            context: context,
            languages: spoken.map { Inflections.languages[$0] },
            isRewritten: isRewritten,
            words: folded
        )
    }

    /// Rewritten names beside the plain ones; where both begin, or one lies in the other, the longer stands.
    private static func merge(_ hits: [Hit], _ rewriting: Rewriting, wordCount: Int) -> [Hit] {
        var merged: [Hit] = []
        var next = 0
        var word = 0
        while word < wordCount {
            while next < hits.count, hits[next].first < word { next += 1 }
            let plain = next < hits.count && hits[next].first == word ? hits[next] : nil
            if let found = rewriting.hit(at: word), found.last >= (plain?.last ?? -1) {
                // A longer plain name that begins inside outlasts it.
                merged.append(found)
                word = found.last + 1
            } else if let plain {
                merged.append(plain)
                word = plain.last + 1
            } else {
                word += 1
            }
        }
        return merged
    }

    private func candidate(of hit: Hit, in text: FoldedText) -> Candidate? {
        guard !hit.name.flags.contains(.notName) else { return nil }
        let lower = Int(text.starts[hit.first])
        return Candidate(
            concept: hit.name.concept,
            flags: hit.name.flags,
            span: text.span(ofLetters: lower, hit.lettersEnd),
            rest: nil,
            match: hit.match,
            other: hit.other
        )
    }

    private func candidate(of elided: Coordination.Elided, in text: FoldedText) -> Candidate {
        let own = text.span(fromWord: elided.own.lowerBound, throughWord: elided.own.upperBound)
        let shared = text.span(fromWord: elided.shared.lowerBound, throughWord: elided.shared.upperBound)
        return Candidate(
            concept: elided.name.concept,
            flags: elided.name.flags,
            span: min(own, shared),
            rest: max(own, shared),
            match: .elided
        )
    }
}
