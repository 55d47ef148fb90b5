import CuretteTestSupport
import CuretteText
import Testing

@testable import CuretteExtract

@Suite struct FoldedTextTests {
    private let pieces = [
        "Breast", "aug", "MENTATION", " ", "  ", "-", " - ", "\n", "\n\n", "é", "É", "ß", "®", "’", "'s", "&", "3", "360",
        "и", "И", "中", ",", "(", ")", ".", "\u{301}", "\u{A0}", "LiftIt", "BBLPeel", "/",
    ]

    /// Whatever the text: the words' letters follow each other, and what a word's span cuts from the text folds to the
    /// word's letters.
    @Test func `cuts each word from where it stands`() throws {
        let folding = try Extractor().lexicon.folding
        for seed in 0..<300 {
            var random = SeededGenerator(seed: UInt64(seed))
            let text = (0..<Int.random(in: 0...30, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let folded = FoldedText(Array(text.utf8), folding: folding)
            #expect(folded.starts.count == folded.wordCount + 1)
            var end = 0
            for word in 0..<folded.wordCount {
                #expect(folded.starts[word] < folded.starts[word + 1])
                let span = folded.span(fromWord: word, throughWord: word)
                #expect(span.lower >= end)
                end = span.upper
                let cut = Array(folded.bytes[span.range])
                let key = cut.withUnsafeBytes { folding.key(of: $0).letters }
                #expect(key == folded.key(fromWord: word, throughWord: word), "in \(text.debugDescription)")
            }
        }
    }

    @Test func `begins words at capitals behind small letters, digits and abbreviations`() throws {
        let folding = try Extractor().lexicon.folding
        func words(_ text: String) -> [String] {
            let folded = FoldedText(Array(text.utf8), folding: folding)
            return (0..<folded.wordCount).map {
                String(decoding: folded.key(fromWord: $0, throughWord: $0), as: UTF8.self)
            }
        }
        #expect(words("OtoplastyWhen") == ["otoplasty", "when"])
        #expect(words("Lipo 360BBLRhinoplasty") == ["lipo", "360", "bbl", "rhinoplasty"])
        #expect(words("BBLs and PRP") == ["bbls", "and", "prp"])
        #expect(words("D&C") == ["d", "and", "c"])
        #expect(words("CirugíaÉtica") == ["cirugia", "etica"])
    }

    @Test func `keeps places when words are mended`() throws {
        let folding = try Extractor().lexicon.folding
        let text = FoldedText(Array("The tissueskin blepheroplasti ends.".utf8), folding: folding)
        let mended = text.mended([.part(1, 6), .correct(2, Array("blepharoplasty".utf8))])
        let bytes = { (span: Span<Clean>) in String(decoding: text.bytes[span.range], as: UTF8.self) }
        #expect(mended.wordCount == text.wordCount + 1)
        #expect(bytes(mended.span(fromWord: 1, throughWord: 1)) == "tissue")
        #expect(bytes(mended.span(fromWord: 2, throughWord: 2)) == "skin")
        #expect(bytes(mended.span(fromWord: 3, throughWord: 3)) == "blepheroplasti")
        #expect(bytes(mended.span(fromWord: 4, throughWord: 4)) == "ends")
        #expect(mended.corrected == [3])
    }
}
