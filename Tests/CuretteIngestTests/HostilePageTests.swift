import CuretteIngest
import CuretteText
import Testing

@Suite struct HostilePageTests {
    /// A page of `size` pieces, by what is wrong with it.
    static let pages: [(name: String, markup: @Sendable (Int) -> String)] = [
        ("nested elements", { String(repeating: "<div>", count: $0) + "x" }),
        ("nested formatting", { String(repeating: "<b><p>", count: $0) + "x" }),
        ("nested lists", { String(repeating: "<ul><li>", count: $0) + "x" }),
        ("nested tables", { String(repeating: "<table><tr><td>", count: $0) + "x" }),
        ("stray end tags", { "<x-y>" + String(repeating: "</b></x-z></td>", count: $0) + "x" }),
        ("deep stray end tags", { String(repeating: "<p><x-y>", count: 600) + String(repeating: "</x-y>", count: $0) }),
        ("attributes", { "<p " + (0..<$0).map { "a\($0)=b" }.joined(separator: " ") + ">x" }),
        ("open links", { String(repeating: "<a href=x>y", count: $0) }),
        ("ampersands", { String(repeating: "&", count: $0) }),
        ("references", { String(repeating: "&eacute;&lt;", count: $0) }),
        ("less-than signs", { String(repeating: "<", count: $0) }),
        ("an open comment", { "<!--" + String(repeating: "-<!", count: $0) }),
        ("an open attribute", { "<a href=\"" + String(repeating: "&x", count: $0) }),
        ("an open script", { "<script><!--" + String(repeating: "<script </scrip", count: $0) }),
        ("NULs", { String(repeating: "\0", count: $0) + "x" }),
        ("line breaks", { String(repeating: "<br>\n", count: $0) + "x" }),
        ("empty links", { String(repeating: "<a href=x></a>", count: $0) + "x" }),
    ]

    @Test func `hostile pages are read in time that grows with the page`() throws {
        let clock = ContinuousClock()
        for (name, markup) in Self.pages {
            let small = markup(25_000)
            let large = markup(100_000)
            let first = try clock.measure { _ = try Reading(small) }
            let second = try clock.measure { _ = try Reading(large) }
            // Four times the page: quadratic work would take sixteen times as long.
            #expect(second < first * 9 + .milliseconds(300), "\(name): \(first), then \(second)")
        }
    }

    @Test func `10 MB on one line are one block`() throws {
        let page = try Reading(String(repeating: "word ", count: 2_000_000))
        #expect(page.page.marks?.count == 1)
        #expect(page.page.text.decoded.count == 9_999_999)
    }

    @Test func `nothing, and nearly nothing, are pages`() throws {
        for format in [Payload.Format.html, .text, nil] {
            #expect(try Reading("", format: format).text == "")
        }
        #expect(try Reading("\0").text == "")
        #expect(try Reading("\0", format: .text).text == "\0")
    }

    @Test func `elements deeper than any browser goes are counted`() throws {
        let page = try Reading(String(repeating: "<div>", count: 1000) + "x" + String(repeating: "</div>", count: 1000))
        #expect(page.page.warnings.map(\.code) == ["nesting-too-deep"])
        #expect(page.page.warnings.map(\.count) == [488])
        #expect(page.text == "x")
    }
}
