import CuretteClean
import CuretteExtract
import CuretteSegment
import CuretteTag
import CuretteText

/// The entries of one page's report, with their places in code points and in the page's bytes.
struct PageEntries {
    private let text: AlignedText
    private let blocks: [CuretteSegment.Block]
    private let codePoints: CodePoints

    init(text: AlignedText, blocks: [CuretteSegment.Block]) {
        self.text = text
        self.blocks = blocks
        self.codePoints = CodePoints(of: text.bytes)
    }

    func block(_ block: CuretteSegment.Block) -> Report.Block {
        Report.Block(
            span: codePoints[block.span],
            source: text.source(of: block.span),
            kind: block.kind,
            role: block.role
        )
    }

    func repair(_ repair: CuretteText.Repair) -> Report.Repair {
        Report.Repair(
            span: codePoints[repair.span],
            source: text.source(of: repair.decoded),
            kinds: repair.reasons,
            from: string(text.decoded, repair.decoded.range),
            to: string(text.bytes, repair.span.range)
        )
    }

    func suspicion(_ suspicion: CuretteClean.Suspicion) -> Report.Suspicion {
        Report.Suspicion(
            span: codePoints[suspicion.span],
            source: text.source(of: suspicion.span),
            kind: suspicion.kind,
            text: string(text.bytes, suspicion.span.range),
            note: suspicion.note
        )
    }

    /// - Parameter repairs: the page's, in reading order.
    func mention(
        _ verdict: Verdict,
        named name: Reporter.ConceptName,
        section: [String],
        repairs: [CuretteText.Repair]
    ) -> Report.Mention {
        let mention = verdict.mention
        let spans = mention.spans
        return Report.Mention(
            kind: mention.kind,
            concept: name.id,
            label: name.label,
            surface: spans.map { string(text.bytes, $0.range) }.joined(separator: " … "),
            spans: spans.map { codePoints[$0] },
            source: spans.map(text.source(of:)),
            match: mention.match,
            repaired: spans.contains { touches($0, repairs) },
            role: blocks[mention.block].role,
            section: section,
            tag: verdict.tag,
            confidence: verdict.confidence,
            evidence: verdict.evidence.map(evidence)
        )
    }

    private func evidence(_ evidence: CuretteTag.Evidence) -> Report.Evidence {
        let quote: String
        var span: Span<CodePoint>?
        var source: Span<Source>?
        switch evidence.quote {
        case .text(let words):
            // What is quoted is what the span and the source point at, word for word.
            let place = Span<Clean>(words.lower, Excerpt.end(of: words.range, in: text.bytes))
            quote = string(text.bytes, place.range)
            span = codePoints[place]
            source = text.source(of: place)
        case .title(let words, let place):
            quote = Excerpt.string(words, words.indices)
            source = place
        case .concept(let id):
            quote = id
        }
        return Report.Evidence(
            favours: evidence.favours,
            weight: evidence.weight,
            kind: evidence.kind,
            quote: quote,
            span: span,
            source: source
        )
    }

    /// Whether a repair lies in `span`, or a deletion strictly inside it.
    private func touches(_ span: Span<Clean>, _ repairs: [CuretteText.Repair]) -> Bool {
        var low = 0
        var high = repairs.count
        while low < high {
            let middle = (low + high) / 2
            if repairs[middle].span.upper <= span.lower { low = middle + 1 } else { high = middle }
        }
        return low < repairs.count && repairs[low].span.lower < span.upper
    }

    private func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

/// Words quoted beside many mentions (a heading, a title), cut so that one long heading over a thousand names cannot
/// make a report grow with the product of both.
enum Excerpt {
    /// Long for a heading that a person would read out, short beside a page.
    static let longest = 200

    /// The text in `range`, or its first 200 bytes at most and `…`.
    static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        let end = end(of: range, in: bytes)
        let text = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
        return end < range.upperBound ? text + "…" : text
    }

    /// Where the first 200 bytes of `range` end, or its own end where it has no more.
    static func end(of range: Range<Int>, in bytes: [UInt8]) -> Int {
        guard range.count > longest else { return range.upperBound }
        var end = range.lowerBound + longest
        while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}
