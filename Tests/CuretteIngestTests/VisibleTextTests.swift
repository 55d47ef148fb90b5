import CuretteIngest
import CuretteText
import Testing

@Suite struct VisibleTextTests {
    /// Markup, and the text that a browser shows of it.
    static let examples: [(markup: String, text: String)] = [
        ("lipo<b>suction</b>", "liposuction"),
        ("<p>lipo<!-- x -->suction</p>", "liposuction"),
        ("<nav><a href=1>Face</a><a href=2>Neck</a></nav>", "Face\nNeck"),
        ("<a href=/1>lipo</a><a href=/1>suction</a>", "liposuction"),
        ("<a href=#>Face</a><a href=#>Neck</a>", "Face\nNeck"),
        ("<a href='javascript:void(0)'>Face</a><a href='javascript:void(0)'>Neck</a>", "Face\nNeck"),
        ("<p>see <a href=1>face</a>lift</p>", "see facelift"),
        ("<table><tr><td>Face</td><td>Neck</td></tr></table>", "Face\nNeck"),
        ("<ul><li>Face<li>Neck</ul>", "Face\nNeck"),
        ("one<br>two", "one\ntwo"),
        ("one<br><br><br>two", "one\n\ntwo"),
        ("<p>one<br></p><p>two</p>", "one\ntwo"),
        ("  a \n\t b  ", "a b"),
        ("<b>a </b> <i> b</i>", "a b"),
        ("a<img src=x>b", "a b"),
        ("a<wbr>b", "ab"),
        ("<pre>\n a\n  b   c\n</pre>", "a\nb   c"),
        ("a\r\nb", "a b"),
        ("a&amp;b&lt;c &eacute;", "a&b<c é"),
        ("a&#32;&#10;b", "a b"),
        ("a&nbsp;b", "a\u{A0}b"),
        ("<script>x</script>a<style>y</style>b<noscript>z</noscript>", "ab"),
        ("<script><!-- <script> </script> --></script>a", "a"),
        ("<template><p>x</p></template>a", "a"),
        ("<head><title>T</title><meta name=description content=x></head><body>a", "a"),
        ("<img alt=x><input placeholder=y value=z>a", "a"),
        ("<p>one<div>two</div>three", "one\ntwo\nthree"),
        ("<b><p>one</b>two</p>", "onetwo"),
        ("a\0b", "ab"),
        ("<svg><title>icon</title><path/></svg>a", "a"),
        ("<svg><![CDATA[x]]></svg>", "x"),
        ("<iframe><p>x</p></iframe>a", "a"),
        ("<textarea><b>x</textarea>", "<b>x"),
        ("<p>", ""),
        ("<p", ""),
        ("<!-- never closed", ""),
        ("", ""),
    ]

    @Test func `text is what a visitor reads`() throws {
        for (markup, text) in Self.examples {
            #expect(try Reading(markup).text == text, "\(markup)")
        }
    }

    @Test func `a word's source is where it stands, references and all`() throws {
        let page = try Reading("<p>&Eacute;t&eacute; lipo<b>suc</b>tion <i>&amp;co</i></p>")
        #expect(page.source(of: "Ét") == "&Eacute;t")
        #expect(page.source(of: "Été") == "&Eacute;t&eacute;")
        #expect(page.source(of: "liposuction") == "lipo<b>suc</b>tion")
        #expect(page.source(of: "&") == "&amp;")
        #expect(page.source(of: "co") == "co")
    }

    @Test func `the title is read and is no part of the text`() throws {
        let page = try Reading("<title>\n Nose &amp;  chin </title><p>a<title>other</title>")
        let title = try #require(page.page.title)
        #expect(String(decoding: title.text, as: UTF8.self) == "Nose & chin")
        #expect(String(decoding: page.page.text.source[title.span.range], as: UTF8.self) == "Nose &amp;  chin")
        #expect(page.text == "a")
        #expect(try Reading("<title> </title>a").page.title == nil)
    }

    @Test func `marks say what each block is`() throws {
        let page = try Reading(
            """
            <h1>Face</h1><p>Text <b>bold</b></p><p><strong>All of it</strong></p>
            <ul><li>one<ul><li>two</ul><li><p>three</ul>
            <dl><dt>term<dd>meaning</dl>
            <div role=heading aria-level=3>ARIA</div>
            <table><tr><th>Name<th>Price<tr><td>Lift<td>10</table>
            <table><tr><td>alone</table>
            <table><tr><td>outer<table><tr><td>in<td>ner</table></table>
            <p>first<br><br>second
            """
        )
        #expect(
            page.marks == [
                "content h1: Face", "content p: Text bold", "content bold p: All of it", "content item1: one",
                "content item2: two", "content item1: three", "content item1: term", "content item1: meaning",
                "content h3: ARIA", "content th0.0.0: Name", "content th0.0.1: Price", "content td0.1.0: Lift",
                "content td0.1.1: 10", "content p: alone", "content p: outer", "content td3.0.0: in",
                "content td3.0.1: ner", "content p: first", "content p: second",
            ]
        )
    }

    @Test func `plain text is itself and has no marks`() throws {
        let page = try Reading("a  < b\r\n\r\nc & d &amp; e", format: nil)
        #expect(page.page.format == .text)
        #expect(page.text == "a  < b\r\n\r\nc & d &amp; e")
        #expect(page.page.marks == nil)
    }

    @Test func `the format is seen where nobody says it`() throws {
        let pages: [(String, Payload.Format)] = [
            ("<!doctype html>x", .html), ("\u{FEFF}<html><p>x", .html), ("<div><p>Hello</p></div>", .html),
            ("  <body>x", .html), ("<!-- x --><p>Hello</p>", .html),
            ("Use <b> for bold.", .text), ("", .text), ("\0", .text), ("a < b, c > d", .text),
            ("Mail <john@example.org> or <jane@example.org>", .text),
        ]
        for (markup, format) in pages {
            #expect(try Reading(markup, format: nil).page.format == format, "\(markup)")
        }
    }

    @Test func `what is no text at all is refused`() {
        #expect(throws: IngestError.self) { try Reading("%PDF-1.7 …", format: nil) }
    }
}
