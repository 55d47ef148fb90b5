import CuretteDigest
import CuretteReport
import CuretteTestSupport

/// Holds a report against the bytes of its page: whatever it states must be found there.
struct Provenance {
    private let report: WrittenReport
    private let page: VisibleBytes
    private let text: [Unicode.Scalar]
    /// What is not so, a sentence each.
    private(set) var faults: [String] = []

    init?(of report: WrittenReport, on bytes: [UInt8]) {
        let document = report.document
        guard let page = VisibleBytes(of: bytes, charset: document.charset, mediaType: document.mediaType) else {
            return nil
        }
        self.report = report
        self.page = page
        text = Array(report.text.unicodeScalars)
        checkDocument(bytes)
        checkBlocks()
        checkRepairs()
        for suspicion in report.suspicions {
            checkPlace(suspicion.span, suspicion.source, "suspicion")
            if let span = slice(suspicion.span), !same(span, suspicion.text) {
                fault("suspicion quotes", suspicion.text)
            }
        }
        checkMentions()
        checkSummary()
    }

    private mutating func fault(_ what: String, _ words: String) {
        faults.append("\(report.document.id): \(what): \(words.prefix(80))")
    }

    // MARK: The page

    private mutating func checkDocument(_ bytes: [UInt8]) {
        if report.document.bytes != bytes.count { fault("bytes", "\(report.document.bytes)") }
        if report.document.sha256 != Digest.sha256(bytes) { fault("sha256", report.document.sha256) }
        if report.textSha256 != Digest.sha256(Array(report.text.utf8)) { fault("textSha256", report.textSha256) }
        if let title = report.document.title {
            let shown = page.text(title.source)
            if shown.map(Self.words) != Self.words(title.text) {
                fault("title", "\(title.text) ≠ \(shown ?? "nothing")")
            }
        }
    }

    private mutating func checkBlocks() {
        var end = 0
        for block in report.blocks {
            checkPlace(block.span, block.source, "block")
            guard let span = slice(block.span) else { continue }
            if span.isEmpty { fault("an empty block at", "\(block.span)") }
            if block.span[0] < end { fault("blocks overlap at", "\(block.span)") }
            checkIsBlank(end, block.span[0])
            end = max(end, block.span[1])
        }
        checkIsBlank(end, text.count)
    }

    private mutating func checkIsBlank(_ lower: Int, _ upper: Int) {
        guard lower < upper else { return }
        let words = String(scalars: text[lower..<upper])
        if !words.allSatisfy(\.isWhitespace) { fault("text outside all blocks", words) }
    }

    private mutating func checkRepairs() {
        var end = 0
        for repair in report.repairs {
            guard let span = slice(repair.span) else {
                fault("a repair outside the text", "\(repair.span)")
                continue
            }
            if repair.span[0] < end { fault("repairs overlap at", "\(repair.span)") }
            end = repair.span[1]
            if !same(span, repair.to) { fault("a repair to", repair.to) }
            if repair.kinds.isEmpty { fault("a repair without a reason", repair.to) }
            if same(Array(repair.from.unicodeScalars)[...], repair.to) { fault("a repair of nothing", repair.to) }
            let shown = page.text(repair.source)
            if shown.map(Self.words) != Self.words(repair.from) {
                fault("a repair from", "\(repair.from) ≠ \(shown ?? "nothing")")
            }
        }
    }

    // MARK: Mentions

    private mutating func checkMentions() {
        var last = 0
        for mention in report.mentions {
            let surface = mention.surface
            if mention.spans.isEmpty || mention.spans.count != mention.source.count { fault("spans of", surface) }
            var end = 0
            for (span, source) in zip(mention.spans, mention.source) {
                checkPlace(span, source, "mention")
                if span[0] < end { fault("fragments out of order", surface) }
                if span[0] >= span[1] { fault("an empty fragment of", surface) }
                end = span[1]
            }
            let start = mention.spans.first?[0] ?? 0
            if start < last { fault("mentions out of order", surface) }
            last = start
            let fragments = mention.spans.compactMap { slice($0).map { String(scalars: $0) } }
            if !same(Array(surface.unicodeScalars)[...], fragments.joined(separator: " … ")) {
                fault("surface", surface)
            }
            let isTouched = mention.spans.contains { !repairs(in: $0).isEmpty }
            if mention.repaired != isTouched { fault("repaired is \(mention.repaired) of", surface) }
            if mention.kind == "procedure", mention.tag == "umbrella" { fault("an umbrella", surface) }
            if !(0...1).contains(mention.confidence) { fault("confidence of", surface) }
            // A field is an umbrella where nothing speaks.
            if mention.evidence.isEmpty, mention.tag != "umbrella" { fault("no evidence for", surface) }
            for evidence in mention.evidence { check(evidence, of: surface) }
        }
    }

    private mutating func check(_ evidence: WrittenReport.Evidence, of surface: String) {
        guard let span = evidence.span else {
            guard let source = evidence.source else { return }
            // Words of the title, which is not in the text.
            let shown = page.text(source).map(Self.words) ?? []
            let quote = Self.words(evidence.quote.hasSuffix("…") ? String(evidence.quote.dropLast()) : evidence.quote)
            if !shown.starts(with: quote) { fault("title quoted for \(surface)", evidence.quote) }
            return
        }
        guard let source = evidence.source else {
            fault("evidence with a span and no source", evidence.quote)
            return
        }
        checkPlace(span, source, "evidence")
        guard let words = slice(span) else { return }
        let isCut = evidence.quote.hasSuffix("…") && !same(words, evidence.quote)
        let quote = Array((isCut ? String(evidence.quote.dropLast()) : evidence.quote).unicodeScalars)
        let isVerbatim = isCut ? words.starts(with: quote) : words.elementsEqual(quote)
        if !isVerbatim || quote.isEmpty { fault("a quote for \(surface) that is not verbatim", evidence.quote) }
    }

    private mutating func checkSummary() {
        let procedures = report.mentions.filter { $0.kind == "procedure" }
        let summary = report.summary
        func count(_ tag: String) -> Int { procedures.count { $0.tag == tag } }
        if summary.mentions != procedures.count || summary.cosmetic != count("cosmetic")
            || summary.reconstructive != count("reconstructive")
        {
            fault("summary", "\(summary.mentions) \(summary.cosmetic) \(summary.reconstructive)")
        }
        var order: [String] = []
        for mention in procedures where !order.contains(mention.concept) { order.append(mention.concept) }
        if order != summary.concepts.map(\.concept) { fault("summary's order", "\(summary.concepts.map(\.concept))") }
        for line in summary.concepts {
            let own = procedures.filter { $0.concept == line.concept }
            if line.cosmetic != own.count(where: { $0.tag == "cosmetic" })
                || line.reconstructive != own.count(where: { $0.tag == "reconstructive" })
                || line.content != own.count(where: { $0.role == "content" })
            {
                fault("summary of", line.concept)
            }
        }
    }

    // MARK: Places

    /// That `source`, cut from the page's bytes, shows what `span` was before it was repaired.
    private mutating func checkPlace(_ span: [Int], _ source: [Int], _ what: String) {
        guard slice(span) != nil else {
            fault("\(what) outside the text", "\(span)")
            return
        }
        let before = String(scalars: unrepaired(span))
        // Of a stretch that was written backwards a part has its own letters as source, where the repair has all of them.
        let isTurned = repairs(in: span).contains {
            $0.kinds.contains("bidi") && ($0.span[0] < span[0] || span[1] < $0.span[1])
        }
        guard let shown = page.text(source) else {
            fault("\(what) whose source is no text of the page", before)
            return
        }
        let isSame = readings(of: span).contains { isShown($0, by: shown, asBlock: what == "block") }
        if !isSame, !isTurned { fault(what, "\(before) ≠ \(shown) at \(source)") }
    }

    private func isShown(_ before: ArraySlice<Unicode.Scalar>, by shown: String, asBlock: Bool) -> Bool {
        let before = String(scalars: before)
        if !page.isHTML { return shown.unicodeScalars.elementsEqual(before.unicodeScalars) }
        // What stands between the lines of a block is white space of the program's own making.
        if asBlock { return Self.words(shown).joined().elementsEqual(Self.words(before).joined()) }
        return Self.words(shown) == Self.words(before)
    }

    /// What `span` may have been: its text with the repairs undone, and the same without what was taken away at its very
    /// edges. A repair counts a deletion to the letter beside it, `source` counts only what became of the letter.
    private func readings(of span: [Int]) -> [ArraySlice<Unicode.Scalar>] {
        let before = unrepaired(span)
        let touching = repairs(in: span)
        let first = touching.first.map { $0.span[0] == span[0] ? $0.from.unicodeScalars.count : 0 } ?? 0
        let last = touching.last.map { $0.span[1] == span[1] ? $0.from.unicodeScalars.count : 0 } ?? 0
        var readings: [ArraySlice<Unicode.Scalar>] = []
        for front in 0...min(first, 8) {
            for back in 0...min(last, 8) where front + back <= before.count {
                readings.append(before[front..<before.count - back])
            }
        }
        return readings
    }

    /// The text of `span` with the repairs undone that touch it; a repair that it cuts counts whole.
    private func unrepaired(_ span: [Int]) -> [Unicode.Scalar] {
        var before: [Unicode.Scalar] = []
        var at = span[0]
        for repair in repairs(in: span) {
            if at < repair.span[0] { before += text[at..<repair.span[0]] }
            before += repair.from.unicodeScalars
            at = max(at, repair.span[1])
        }
        if at < span[1] { before += text[at..<span[1]] }
        return before
    }

    /// The repairs that share text with `span`, and the deletions strictly inside it.
    private func repairs(in span: [Int]) -> [WrittenReport.Repair] {
        report.repairs.filter { $0.span[0] < span[1] && span[0] < $0.span[1] }
    }

    private func slice(_ span: [Int]) -> ArraySlice<Unicode.Scalar>? {
        guard span.count == 2, 0 <= span[0], span[0] <= span[1], span[1] <= text.count else { return nil }
        return text[span[0]..<span[1]]
    }

    /// By code points: composed and decomposed letters are equal strings.
    private func same(_ scalars: ArraySlice<Unicode.Scalar>, _ string: String) -> Bool {
        scalars.elementsEqual(string.unicodeScalars)
    }

    /// A text's words: a page's white space counts as a visitor sees it, not as its source is indented.
    private static func words(_ text: String) -> [[Unicode.Scalar]] {
        text.unicodeScalars.split { $0.properties.isWhitespace }.map(Array.init)
    }
}
