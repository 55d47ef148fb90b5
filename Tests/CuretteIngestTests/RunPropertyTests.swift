import CuretteIngest
import CuretteTestSupport
import CuretteText
import Testing

/// Random bytes with more of what breaks decoders and tokenizers than chance would give.
struct SeededBytes {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    mutating func bytes(upTo count: Int) -> [UInt8] {
        let awkward: [UInt8] = [0, 0x0A, 0x0D, 0x26, 0x3C, 0x3E, 0x80, 0xBF, 0xC3, 0xE2, 0xED, 0xF0, 0xF4, 0xFF]
        return (0..<number(below: count)).map { _ in
            number(below: 2) == 0 ? awkward[number(below: awkward.count)] : UInt8(number(below: 256))
        }
    }

    /// A page of pieces in any order, which may break off anywhere.
    mutating func page() -> String {
        let pieces = [
            "<p>", "</p>", "<div class=menu>", "</div>", "<b>", "</b>", "<ul><li>", "</ul>", "<table><tr><td>",
            "</table>",
            "<a href=x>", "</a>", "<span hidden>", "</span>", "<!-- c -->", "<script>s</script>", "<br>", "<pre>",
            "</pre>",
            "&eacute;", "&amp;", "&nbsp;", "&#8217;", "&lt", "&bogus;", "&", "\r\n", "\0", " ", "  ", "\n", "lift",
            "café",
            "Nase", "😀", "a", "<svg>", "</svg>", "<![CDATA[x]]>", "<title>t</title>", "<h2>", "</h2>", "<", ">", "</",
            "<td",
        ]
        var page = ""
        for _ in 0..<number(below: 40) { page += pieces[number(below: pieces.count)] }
        return page
    }
}

@Suite struct RunPropertyTests {
    /// What each scalar of the text stands as in the page: itself, white space, or a reference that means it.
    private func check(_ page: Page, _ note: String) {
        let text = page.text.decoded
        var offset = 0
        while offset < text.count {
            let width = UTF8Bytes.width(of: text[offset])
            let scalar = Array(text[offset..<min(offset + width, text.count)])
            let span = page.text.source(of: Span<Decoded>(offset, offset + width))
            let source = Array(page.text.source[span.range])
            offset += width
            if scalar == [0x0A] || scalar == [0x20] { continue }
            if source == scalar { continue }
            // Read by itself, the source is the scalar: a reference, or bytes that no encoding makes sense of.
            let alone = try? Ingester().page(
                from: Payload(id: "", source: "", format: .html, charset: page.charset, bytes: source)
            )
            let isUndecodable = scalar == [0xEF, 0xBF, 0xBD]
            #expect(alone?.text.decoded == scalar || isUndecodable, "\(note): \(scalar) from \(source)")
        }
    }

    @Test func `every scalar of the text stands in the page where its source says`() throws {
        for seed in 0..<UInt64(400) {
            var random = SeededBytes(seed: seed)
            var bytes = Array(random.page().utf8)
            if seed % 2 == 1 {
                // A mutated page: bytes overwritten, dropped, doubled.
                for _ in 0..<random.number(below: 8) where !bytes.isEmpty {
                    let at = random.number(below: bytes.count)
                    switch random.number(below: 3) {
                    case 0: bytes[at] = UInt8(random.number(below: 256))
                    case 1: bytes.remove(at: at)
                    default: bytes.insert(bytes[at], at: at)
                    }
                }
            }
            let page = try Reading(bytes, charset: seed % 3 == 0 ? "utf-8" : nil).page
            #expect(String(validating: page.text.decoded, as: UTF8.self) != nil)
            check(page, "seed \(seed)")
            checkMarks(page, "seed \(seed)")
        }
    }

    /// Marks ascend, do not overlap, hold no white space at their ends, and hold all ink.
    private func checkMarks(_ page: Page, _ note: String) {
        let text = page.text.decoded
        var end = 0
        for mark in page.marks ?? [] {
            #expect(mark.span.lower >= end && mark.span.upper <= text.count, "\(note)")
            #expect(!mark.span.isEmpty, "\(note)")
            let content = String(decoding: text[mark.span.range], as: UTF8.self).unicodeScalars
            #expect(content.first?.properties.isWhitespace == false, "\(note)")
            #expect(content.last?.properties.isWhitespace == false, "\(note)")
            let gap = String(decoding: text[end..<max(end, mark.span.lower)], as: UTF8.self)
            #expect(gap.unicodeScalars.allSatisfy { $0.properties.isWhitespace }, "\(note): \(gap)")
            end = mark.span.upper
        }
    }
}
