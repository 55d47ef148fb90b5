import Curette
import CuretteIngest
import CuretteReport
import CuretteTestSupport
import Testing

/// Input that nobody wrote to be read: a report or an error record, no crash, and work that grows with the page.
///
/// No test here looks at a clock. Sizes are such that work which grew with their square would take minutes to hours, and
/// the limit on the suite's time says so.
@Suite(.timeLimit(.minutes(5))) struct HostileInputTests {
    #if DEBUG
        /// Unoptimised code is some fifty times slower; `swift test -c release` takes the sizes whole.
        private static let scale = 10
    #else
        private static let scale = 1
    #endif

    @Test func `what is hardly a page is a report or an error record`() throws {
        let pages: [(String, [UInt8])] = [
            ("empty", []),
            ("a lone NUL", [0]),
            ("a byte order mark alone", [0xEF, 0xBB, 0xBF]),
            ("half a UTF-16 unit", [0xFF, 0xFE, 0x41]),
            ("invalid UTF-8", [0xC3, 0x28, 0xA0, 0xA1, 0xE2, 0x28, 0xA1, 0xF0, 0x28, 0x8C, 0x28, 0xFF]),
            ("a character cut short", Array("rhinoplasty ".utf8) + [0xF0, 0x9F, 0x98]),
            ("encoded surrogates", [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80]),
            ("all bytes", Array(0...255)),
            ("a tag that never ends", Array("<div class=\"rhinoplasty".utf8)),
            ("a comment that never ends", Array("<p>rhinoplasty<!-- ".utf8)),
            ("a script that never ends", Array("<p>rhinoplasty<script>rhinoplasty</scrip".utf8)),
            ("an entity that never ends", Array("<p>rhinoplasty &#99999999999999999999".utf8)),
            ("only marks", Array("\u{301}\u{200D}\u{FE0F}\u{202E}".utf8)),
            ("only white space", Array("\r\n\t \u{3000}\u{85}".utf8)),
        ]
        for (name, bytes) in pages {
            for format in [nil] + Payload.Format.allCases.map(Optional.some) {
                try check(Payload(id: name, source: name, format: format, bytes: bytes))
            }
        }
    }

    @Test func `bytes by chance are a report or an error record`() throws {
        let pieces: [[UInt8]] = [
            Array("<p>".utf8), Array("</div".utf8), Array("<li>".utf8), Array("breast ".utf8), Array("lift, ".utf8),
            Array("liposuction".utf8), Array("&amp".utf8), Array("\u{202E}".utf8), Array("о".utf8), [0xFF], [0],
            [0xE2, 0x80],
            Array("\n".utf8), Array("\u{AD}".utf8), Array("cosmetic surgery. ".utf8), Array("<!--".utf8),
            Array("-->".utf8),
        ]
        for seed in 0..<UInt64(1000 / Self.scale) {
            var random = SeededGenerator(seed: seed)
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...60, using: &random) { bytes += pieces.randomElement(using: &random) ?? [] }
            for format in Payload.Format.allCases {
                try check(Payload(id: "seed \(seed)", source: "", format: format, bytes: bytes))
            }
        }
    }

    @Test func `10 MB on one line`() throws {
        try large("words", of: .text, "Ask us about rhinoplasty and other things. ", bytes: 10_000_000)
        try large("one word", of: .text, "a", bytes: 10_000_000)
        try large("one space", of: .text, " ", bytes: 10_000_000)
    }

    @Test func `a name and its conjunctions without end`() throws {
        try large("a list without an end", of: .text, "breast augmentation, ", bytes: 2_000_000)
        try large("shared words without an end", of: .text, "breast or ", bytes: 2_000_000)
        try large("words grown together", of: .text, "rhinoplasty", bytes: 2_000_000)
        try large("headings without text", of: .text, "Cosmetic surgery\n\n", bytes: 1_000_000)
        try large("items without end", of: .text, "- breast lift\n", bytes: 1_000_000)
    }

    @Test func `marks, letters and controls in heaps`() throws {
        try large("combining marks", of: .text, "\u{301}", bytes: 2_000_000)
        try large("marks of two classes in the wrong order", of: .text, "a\u{301}\u{323}", bytes: 2_000_000)
        try large("letters of two scripts in turn", of: .text, "aо", bytes: 2_000_000)
        try large("bidi controls", of: .text, "\u{202E}a", bytes: 2_000_000)
        try large("invisible characters", of: .text, "\u{200B}", bytes: 2_000_000)
        try large("mojibake", of: .text, "Ã¢â‚¬â„¢", bytes: 2_000_000)
        try large("bytes that are no UTF-8", of: .text, [0xC3], bytes: 2_000_000)
    }

    @Test func `tags in heaps`() throws {
        try large("<", of: .html, "<", bytes: 1_000_000)
        try large("</", of: .html, "</", bytes: 1_000_000)
        try large("<!--", of: .html, "<!--", bytes: 1_000_000)
        try large("&", of: .html, "&", bytes: 1_000_000)
        try large("&not", of: .html, "&not", bytes: 1_000_000)
        try large("<p>", of: .html, "<p>", bytes: 1_000_000)
        try large("<table>", of: .html, "<table>", bytes: 1_000_000)
        try large("<b></p>", of: .html, "<b></p>", bytes: 1_000_000)
        try large("<script>", of: .html, "<script><!--", bytes: 1_000_000)
        try large("cells", of: .html, "<table><td>breast lift", bytes: 1_000_000)
    }

    @Test func `100,000 nested elements`() throws {
        for open in ["<div>", "<ul><li>", "<section><h2>Cosmetic surgery</h2>"] {
            let count = 100_000 / Self.scale
            let close = open.hasPrefix("<ul") ? "</li></ul>" : open.hasPrefix("<div") ? "</div>" : "</section>"
            let bytes = Array((String(repeating: open, count: count) + "rhinoplasty").utf8)
            try check(Payload(id: open, source: "", format: .html, bytes: bytes), finds: true)
            let closed = bytes + Array(String(repeating: close, count: count).utf8)
            try check(Payload(id: "closed " + open, source: "", format: .html, bytes: closed), finds: true)
        }
    }

    @Test func `50,000 attributes`() throws {
        let different = (0..<50_000 / Self.scale).map { " a\($0)=\"\($0)\"" }.joined()
        let same = String(repeating: " class=menu", count: 50_000 / Self.scale)
        for attributes in [different, same] {
            let bytes = Array("<p\(attributes)>rhinoplasty".utf8)
            try check(Payload(id: "attributes", source: "", format: .html, bytes: bytes), finds: true)
        }
    }

    // MARK: Support

    private func large(_ name: String, of format: Payload.Format, _ unit: String, bytes: Int) throws {
        try large(name, of: format, Array(unit.utf8), bytes: bytes)
    }

    private func large(_ name: String, of format: Payload.Format, _ unit: [UInt8], bytes: Int) throws {
        let count = bytes / Self.scale / unit.count
        let page = Array(repeatElement(unit, count: count).joined())
        try check(Payload(id: name, source: "", format: format, bytes: page))
    }

    /// That there is an answer, that it is JSON, and that it counts the bytes it was given.
    private func check(_ payload: Payload, finds: Bool = false) throws {
        let report = try pipeline.get().report(on: payload)
        let line = JSONLinesWriter().line(report)
        #expect(line.last == UInt8(ascii: "\n") && line.count { $0 == UInt8(ascii: "\n") } == 1, "\(payload.id)")
        guard report.error == nil else { return }
        #expect(report.document.bytes == payload.bytes.count, "\(payload.id)")
        if finds { #expect(report.mentions.contains { $0.concept == "rhinoplasty" }, "\(payload.id)") }
        // Reading megabytes back would take longer than making them.
        if payload.bytes.count < 10_000 { _ = try WrittenReport(json: line) }
    }
}
