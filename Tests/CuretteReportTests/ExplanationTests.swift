import CuretteClean
import CuretteIngest
import CuretteReport
import CuretteText
import Testing

@Suite struct ExplanationTests {
    private func page(_ text: AlignedText, charset: String = "UTF-8") -> Page {
        Page(of: Payload(id: "p.txt", source: "p.txt", bytes: text.source), format: .text, charset: charset, text: text)
    }

    @Test func `a repair is told with its place, its word and its code points`() {
        var text = AlignedText(Array("one\nÜber br\u{435}ast l\u{AD}ift".utf8))
        var edits = Edits()
        edits.replace(12, 14, with: "e", .homoglyph)
        edits.delete(19, 21, .invisible)
        text.apply(edits)
        #expect(
            Explanation.lines(on: page(text), suspicions: []) == """
                p.txt:2:8: "br\u{435}ast" → "breast" (homoglyph: U+0435 CYRILLIC SMALL LETTER IE → U+0065)
                p.txt:2:14: "l\\u{AD}ift" → "lift" (invisible: U+00AD SOFT HYPHEN → nothing)

                """
        )
    }

    @Test func `long words are cut between letters`() {
        let half = String(repeating: "é", count: 40)
        var text = AlignedText(Array((half + "\u{AD}" + half).utf8))
        var edits = Edits()
        edits.delete(80, 82, .invisible)
        text.apply(edits)
        let shown = String(repeating: "é", count: 12)
        #expect(
            Explanation.lines(on: page(text), suspicions: [])
                == "p.txt:1:41: \"\(shown)\\u{AD}\(shown)\" → \"\(shown)\(shown)\" (invisible: U+00AD SOFT HYPHEN → nothing)\n"
        )
    }

    @Test func `columns count bytes where the page is not UTF-8`() {
        var text = AlignedText(Array("éa\u{AD}".utf8))
        var edits = Edits()
        edits.delete(3, 5, .invisible)
        text.apply(edits)
        #expect(Explanation.lines(on: page(text), suspicions: []).hasPrefix("p.txt:1:3:"))
        #expect(Explanation.lines(on: page(text, charset: "windows-1252"), suspicions: []).hasPrefix("p.txt:1:4:"))
    }

    @Test func `a suspicion stands where it was seen, and steers no terminal`() {
        let text = AlignedText(Array("a \u{1B}[2J b".utf8))
        let suspicion = Suspicion(kind: "control", span: Span(2, 6), note: "An escape sequence")
        #expect(
            Explanation.lines(on: page(text), suspicions: [suspicion])
                == "p.txt:1:3: suspicious \"\\u{1B}[2J\" (control: An escape sequence)\n"
        )
    }

    @Test func `on a terminal what was there is red and what stands there now is green`() {
        var text = AlignedText(Array("br\u{435}ast".utf8))
        var edits = Edits()
        edits.replace(2, 4, with: "e", .homoglyph)
        text.apply(edits)
        let lines = Explanation.lines(on: page(text), suspicions: [], inColor: true)
        #expect(lines.contains("\"\u{1B}[31mbr\u{435}ast\u{1B}[0m\" → \"\u{1B}[32mbreast\u{1B}[0m\""))
        #expect(!Explanation.lines(on: page(text), suspicions: []).contains("\u{1B}"))
    }

    @Test func `a text that nothing was done to needs no words`() {
        #expect(Explanation.lines(on: page(AlignedText(Array("lip".utf8))), suspicions: []).isEmpty)
    }
}
