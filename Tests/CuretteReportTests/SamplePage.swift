import CuretteClean
import CuretteExtract
import CuretteIngest
import CuretteReport
import CuretteSegment
import CuretteTag
import CuretteText

/// A small page with one of everything a report can hold, as the stages before would hand it over.
enum SamplePage {
    static let generator = Report.Generator(
        curette: "0.0.0",
        icu: "72.1",
        unicode: "15.0",
        lexicon: "sha256:aa",
        dictionaries: "sha256:bb"
    )

    static let reporter = Reporter(
        generator: generator,
        concepts: [
            Reporter.ConceptName(id: "breast-lift", label: "Breast lift"),
            Reporter.ConceptName(id: "plastic-surgery", label: "Plastic surgery"),
        ]
    )

    /// `Brеast` has a Cyrillic letter, which cleaning replaces; the ideographic space before `lift` is suspicious.
    static var report: Report {
        var text = AlignedText(Array("Für Sie\nBr\u{435}ast lift\u{3000}and plastic surgery".utf8))
        var edits = Edits()
        edits.replace(11, 13, with: "e", .homoglyph)
        text.apply(edits)
        let clean = String(decoding: text.bytes, as: UTF8.self)
        func span(_ words: String) -> Span<Clean> {
            guard let range = clean.firstRange(of: words) else { preconditionFailure("the page has no \(words)") }
            let lower = clean.utf8.distance(from: clean.startIndex, to: range.lowerBound)
            return Span(lower, lower + words.utf8.count)
        }
        let page = Page(
            of: Payload(id: "a.html", source: "a.html", url: "https://example.org/", bytes: text.source),
            format: .html,
            charset: "UTF-8",
            text: text,
            title: Page.Title(text: Array("Title \"T\"".utf8), span: Span(1, 9)),
            warnings: [Warning("undecodable-bytes", count: 2, "2 bytes could not be decoded")]
        )
        let blocks = [
            Block(span: span("Für Sie"), kind: .heading(level: 1), role: .content),
            Block(
                span: Span(9, text.bytes.count),
                kind: .item(depth: 1),
                role: .footer,
                heading: 0
            ),
        ]
        let procedure = Mention(
            kind: .procedure,
            concept: 0,
            span: span("Breast"),
            rest: span("lift"),
            match: .elided,
            block: 1
        )
        let field = Mention(kind: .field, concept: 1, span: span("plastic surgery"), match: .exact, block: 1)
        return reporter.report(
            on: page,
            blocks: blocks,
            suspicions: [Suspicion(kind: "invisible", span: span("\u{3000}"), note: "A wide space")],
            verdicts: [
                Verdict(
                    mention: procedure,
                    tag: .cosmetic,
                    confidence: 0.876,
                    evidence: [
                        Evidence(favours: .cosmetic, weight: 2.35, kind: "section", quote: .text(span("Für Sie"))),
                        Evidence(
                            favours: .reconstructive,
                            weight: 1,
                            kind: "title",
                            quote: .title(text: Array("Title".utf8), source: Span(1, 6))
                        ),
                        Evidence(favours: .cosmetic, weight: 0.04, kind: "usual", quote: .concept(id: "breast-lift")),
                    ]
                ),
                Verdict(mention: field, tag: .umbrella, confidence: 1, evidence: []),
            ],
            usage: .umbrella,
            rewritten: false,
            languages: ["de", "en"]
        )
    }
}
