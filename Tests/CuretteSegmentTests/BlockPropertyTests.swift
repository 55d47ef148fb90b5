import CuretteIngest
import CuretteSegment
import CuretteTestSupport
import CuretteText
import Testing

/// What holds of every page.
@Suite struct BlockPropertyTests {
    private static let pieces = [
        "Breast Lift", "Home", "Contact", "lips and noses", "A lift takes two hours and leaves a scar.", "such as:",
        "can mend:scarsSome",
        "Risks of lip surgery", "Risks of lip surgeryLip surgery", "- ", "• ", "1. ", "a) ", "  ", "    ", "\n", "\n",
        "\n\n", "\n\n\n",
        "\t", "| a | b |", "====", "---", "## ", ":", ".", "?", ",", " ", "é", "¿Qué", "\u{A0}", "\u{2003}", "\r\n",
        "\r", "\u{B}", "©", "£5",
        "Leave a Reply", "(", "\"", "…", "😀", "i", "\u{0}",
    ]

    private func check(_ blocks: [Block], of text: String, _ seed: UInt64) {
        let bytes = Array(text.utf8)
        var end = 0
        var holes: [UInt8] = []
        for (index, block) in blocks.enumerated() {
            #expect(block.span.lower >= end && block.span.upper <= bytes.count && !block.span.isEmpty, "seed \(seed)")
            guard block.span.lower >= end, block.span.upper <= bytes.count else { return }
            holes += bytes[end..<block.span.lower]
            end = block.span.upper
            let words = String(decoding: bytes[block.span.range], as: UTF8.self).unicodeScalars
            #expect(words.first?.properties.isWhitespace == false, "seed \(seed)")
            #expect(words.last?.properties.isWhitespace == false, "seed \(seed)")
            for other in [block.heading, block.introduction, block.columnHeader].compactMap(\.self) {
                #expect(other < index, "seed \(seed)")
            }
            if let heading = block.heading {
                guard case .heading(let level) = blocks[heading].kind else {
                    Issue.record("seed \(seed): what a block stands under is a heading")
                    continue
                }
                if case .heading(let own) = block.kind { #expect(level < own, "seed \(seed)") }
            }
        }
        holes += bytes[end...]
        let between = String(decoding: holes, as: UTF8.self).unicodeScalars
        let isWhite = between.allSatisfy { $0.properties.isWhitespace }
        #expect(isWhite, "seed \(seed)")
    }

    @Test func `blocks of plain text ascend, do not overlap, and hold all but white space`() throws {
        let segmenter = try Segmenter()
        for seed in 0..<UInt64(2000) {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 0...40, using: &generator)
            let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
            check(segmenter.blocks(in: page(text)), of: text, seed)
        }
    }

    @Test func `so do those of marked text, also where marks leave gaps and repairs changed what they hold`() throws {
        let segmenter = try Segmenter()
        for seed in 0..<UInt64(2000) {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 0...40, using: &generator)
            let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
            let offsets = text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
            let cuts = offsets.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
            var marks: [Mark] = []
            for (lower, upper) in zip(cuts, cuts.dropFirst()) where Int.random(in: 0..<5, using: &generator) > 0 {
                let elements: [Mark.Element] = [
                    .heading(level: 2), .paragraph, .paragraph, .item(depth: 1), .item(depth: 2),
                    .cell(table: 0, row: marks.count / 2, column: marks.count % 2, isHeader: marks.count < 2),
                ]
                guard let element = elements.randomElement(using: &generator) else { continue }
                marks.append(
                    Mark(
                        span: Span(lower, upper),
                        element: element,
                        role: .content,
                        isBold: Bool.random(using: &generator)
                    )
                )
            }
            var page = page(text, marks: marks)
            var edits = Edits()
            // Two scalars at a time, so that some repairs reach over the end of a mark.
            for (lower, upper) in zip(offsets, offsets.dropFirst(2)) where lower % 7 == Int(seed % 7) {
                guard lower >= edits.end else { continue }
                if seed % 2 == 0 {
                    edits.delete(lower, upper, .invisible)
                } else {
                    edits.replace(lower, upper, with: "rn".utf8, .lookalike)
                }
            }
            page.text.apply(edits)
            check(segmenter.blocks(in: page), of: String(decoding: page.text.bytes, as: UTF8.self), seed)
        }
    }

    @Test func `odd pages have their blocks`() throws {
        let segmenter = try Segmenter()
        #expect(segmenter.blocks(in: page("")).isEmpty)
        #expect(segmenter.blocks(in: page(" \n\u{A0}\t")).isEmpty)
        #expect(segmenter.blocks(in: page("\u{0}")).count == 1)
        #expect(segmenter.blocks(in: page("•")).count == 1)
        let long = String(repeating: "word:wordWord ", count: 20_000)
        check(segmenter.blocks(in: page(long)), of: long, 0)
        // More words in each line than are counted, in a list and beside a label.
        for count in [10, 12, 16, 24, 80] {
            let words = String(repeating: "we lift and fill ", count: count)
            for item in ["Face: ", "• ", "face ", "Face ", "1. ", ""] {
                let list = "We offer:\n\(item)\(words)\n\(item)\(words)\nBreast lift\nIt takes \(words).\n"
                check(segmenter.blocks(in: page(list)), of: list, 0)
            }
        }
    }
}
