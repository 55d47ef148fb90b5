import CuretteDigest
import CuretteExtract
import CuretteIngest
import CuretteReport
import CuretteSegment
import CuretteTag
import CuretteText
import Testing

@Suite struct ReporterTests {
    private func report(
        _ text: AlignedText,
        blocks: [Block],
        _ verdicts: [Verdict] = []
    ) -> Report {
        let page = Page(
            of: Payload(id: "-", source: "-", bytes: text.source),
            format: .text,
            charset: "UTF-8",
            text: text
        )
        return SamplePage.reporter.report(
            on: page,
            blocks: blocks,
            suspicions: [],
            verdicts: verdicts,
            usage: .none,
            rewritten: false,
            languages: ["en"]
        )
    }

    private func verdict(
        _ concept: Int,
        _ lower: Int,
        _ upper: Int,
        _ tag: CuretteExtract.Tag = .cosmetic,
        block: Int = 0,
        evidence: [Evidence] = []
    ) -> Verdict {
        let mention = Mention(
            kind: .procedure,
            concept: concept,
            span: Span(lower, upper),
            match: .exact,
            block: block
        )
        return Verdict(mention: mention, tag: tag, confidence: 0.5, evidence: evidence)
    }

    @Test func `an untouched text has the page's own hash`() {
        let report = report(AlignedText(Array("lip".utf8)), blocks: [])
        #expect(report.textSHA256 == report.document.sha256)
        #expect(report.textSHA256 == Digest.sha256(Array("lip".utf8)))
    }

    @Test func `headings stand outermost first and not under themselves`() {
        let blocks = [
            Block(span: Span(0, 1), kind: .heading(level: 1), role: .content),
            Block(span: Span(2, 3), kind: .heading(level: 2), role: .content, heading: 0),
            Block(span: Span(4, 5), kind: .paragraph, role: .content, heading: 1),
        ]
        let report = report(
            AlignedText(Array("a b c".utf8)),
            blocks: blocks,
            [verdict(0, 0, 1, block: 0), verdict(0, 2, 3, block: 1), verdict(0, 4, 5, block: 2)]
        )
        #expect(report.mentions.map(\.section) == [[], ["a"], ["a", "b"]])
    }

    @Test func `a mention is repaired where a repair lies in it, not where one touches it`() {
        var text = AlignedText(Array("xlip liip lip\u{200B}".utf8))
        var edits = Edits()
        edits.delete(0, 1, .invisible)
        edits.delete(6, 7, .invisible)
        edits.delete(13, 16, .invisible)
        text.apply(edits)
        #expect(text.bytes == Array("lip lip lip".utf8))
        let block = Block(span: Span(0, 11), kind: .paragraph, role: .content)
        let report = report(text, blocks: [block], [verdict(0, 0, 3), verdict(0, 4, 7), verdict(0, 8, 11)])
        #expect(report.mentions.map(\.repaired) == [false, true, false])
    }

    @Test func `the summary counts procedures in the order in which the page names them`() {
        let blocks = [
            Block(span: Span(0, 1), kind: .paragraph, role: .content),
            Block(span: Span(2, 5), kind: .paragraph, role: .navigation),
        ]
        let report = report(
            AlignedText(Array("a b c d".utf8)),
            blocks: blocks,
            [
                verdict(1, 0, 1, .reconstructive, block: 0), verdict(0, 2, 3, block: 1),
                verdict(1, 4, 5, .cosmetic, block: 1),
            ]
        )
        #expect(report.summary.mentions == 3)
        #expect(report.summary.cosmetic == 2 && report.summary.reconstructive == 1)
        #expect(report.summary.concepts.map(\.concept) == ["plastic-surgery", "breast-lift"])
        #expect(report.summary.concepts.map(\.content) == [1, 0])
        #expect(report.summary.concepts.map(\.cosmetic) == [1, 1])
    }

    @Test func `a long heading over many names is quoted, not copied`() {
        let heading = String(repeating: "é", count: 5000)
        let text = AlignedText(Array((heading + "\nlip").utf8))
        let blocks = [
            Block(span: Span(0, 10000), kind: .heading(level: 1), role: .content),
            Block(span: Span(10001, 10004), kind: .paragraph, role: .content, heading: 0),
        ]
        let quote = Evidence(favours: .cosmetic, weight: 1, kind: "section", quote: .text(Span(0, 10000)))
        let report = report(text, blocks: blocks, [verdict(0, 10001, 10004, block: 1, evidence: [quote])])
        let cut = String(repeating: "é", count: 100)
        #expect(report.mentions.map(\.section) == [[cut + "…"]])
        #expect(report.mentions.map(\.evidence.first?.quote) == [cut])
        #expect(report.mentions.map(\.evidence.first?.span) == [Span(0, 100)])
    }
}
