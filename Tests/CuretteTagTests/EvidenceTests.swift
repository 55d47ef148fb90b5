import CuretteData
import CuretteExtract
import CuretteIngest
import CuretteTag
import CuretteTestSupport
import CuretteText
import Foundation
import Testing

/// What holds of every piece of evidence, whatever the page.
@Suite struct EvidenceTests {
    private static let pieces = [
        "Breast reduction for back pain", "# Reconstructive surgery\n\n", "- Eyelid surgery\n", "is cosmetic. ",
        "Facelift",
        "\n\n", ", ", " and ", "after mastectomy ", "It is done for looks. ", "Rhinoplasty. ", "Plastic surgery is ",
        "not cosmetic surgery", "? ", "Covered by insurance. ", "unlike ", "ñandú ", "cirugía estética ", "such as: ",
        "breast augmentation or lift ", "«", "\u{200B}", "may be either ", "whereas ", "nose job; ", "\t| ",
    ]

    @Test func `quotes are verbatim and lie in the page, and the same page gives the same verdicts`() {
        var random = SeededGenerator(seed: 20)
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                text += Self.pieces.randomElement(using: &random) ?? ""
            }
            let page = Tagged(text)
            for verdict in page.verdicts {
                #expect((0...1).contains(verdict.confidence))
                for item in verdict.evidence {
                    #expect(item.weight > 0 && item.weight.isFinite)
                    guard case .text(let span) = item.quote else { continue }
                    #expect(span.lower < span.upper && span.upper <= page.text.count, "\(text)")
                    let quote = page.text[span.range]
                    #expect(String(validating: quote, as: UTF8.self) != nil, "\(text)")
                    #expect(quote.first != 0x20 && quote.last != 0x20)
                }
            }
            #expect(Tagged(text).verdicts == page.verdicts)
        }
    }

    @Test func `a quote is the words that were found`() {
        let marked = Marked("‹Breast reduction› is done for back pain.")
        let page = Tagged(marked.text)
        let quotes = page.verdicts[0].evidence.compactMap { item -> String? in
            guard case .text(let span) = item.quote else { return nil }
            return String(decoding: page.text[span.range], as: UTF8.self)
        }
        #expect(quotes == ["back pain"])
    }

    @Test func `a title is quoted as a title`() {
        let page = Tagged("<title>Cosmetic treatments</title><p>We offer scar revision.</p>", format: .html)
        #expect(page.verdicts[0].evidence.contains { $0.kind == "title" && $0.favours == .cosmetic })
    }

    @Test func `a mistake in a table is told with its file and line`() throws {
        let folder = NSTemporaryDirectory() + "curette-tag-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let lexicon = try Extractor().lexicon
        for (name, text) in [
            ("cues.add", "cue\tlang\tfavours\tstrength\tkind\nfor fun\ten\tsideways\t2\telective\n"),
            ("cues.add", "cue\tlang\tfavours\tstrength\tkind\nfor fun\ten\tcosmetic\t4\telective\n"),
            ("cues.add", "cue\tlang\tfavours\tstrength\tkind\nfor fun\ten\tcosmetic\t2\tfun\n"),
            ("cues.add", "cue\tlang\tfavours\tstrength\tkind\n--\ten\tcosmetic\t2\telective\n"),
            ("filings.add", "words\tlang\tfavours\tstrength\nfun\ten\teither\t2\n"),
            ("turns.add", "kind\tlang\twords\nspin\ten\tround\n"),
            ("usage.add", "kind\tlang\twords\nabuse\ten\tround\n"),
            ("weights.add", "name\tvalue\tprior\twhy\nusual-0\tmuch\t1\tno reason\n"),
            ("weights.add", "name\tvalue\tprior\twhy\nusual-0\t-1\t1\tno reason\n"),
            ("weights.add", "name\tvalue\tprior\twhy\nusual-9\t1\t1\ta name that is none\n"),
            ("weights", "name\tvalue\tprior\twhy\nusaul-0\t1\t1\tno name, and all others missing\n"),
        ] {
            let file = folder + "/\(name).tsv"
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            defer { try? FileManager.default.removeItem(atPath: file) }
            let error = #expect(throws: DataFileError.self) {
                _ = try Tagger(lexicon, from: TableSource(folder: folder))
            }
            #expect("\(error.map { "\($0)" } ?? "")".contains("\(name).tsv:2"), "\(name): \(String(describing: error))")
        }
    }
}
