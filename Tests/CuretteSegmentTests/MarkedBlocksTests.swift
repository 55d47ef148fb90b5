import CuretteIngest
import CuretteSegment
import CuretteText
import Testing

/// Pages whose markup says what is what.
@Suite struct MarkedBlocksTests {
    private struct Part {
        let text: String
        let element: Mark.Element
        var role = Role.content
        var isBold = false
    }

    private func read(_ parts: [Part]) throws -> (blocks: [Block], outline: String) {
        var text = ""
        var marks: [Mark] = []
        for part in parts {
            if !text.isEmpty { text += "\n" }
            let lower = text.utf8.count
            text += part.text
            marks.append(
                Mark(span: Span(lower, text.utf8.count), element: part.element, role: part.role, isBold: part.isBold)
            )
        }
        let blocks = try Segmenter().blocks(in: page(text, marks: marks))
        return (blocks, outlined(blocks, of: text))
    }

    @Test func `a block a mark, its role kept`() throws {
        let found = try read([
            Part(text: "Lips", element: .heading(level: 1)),
            Part(text: "Lips are made fuller with:", element: .paragraph),
            Part(text: "fillers", element: .item(depth: 1)),
            Part(text: "grafts", element: .item(depth: 1), role: .hidden),
            Part(text: "Privacy", element: .item(depth: 1), role: .footer),
        ])
        #expect(
            found.outline == """
                h1| Lips
                p | Lips are made fuller with:
                i1| fillers
                i1 hidden| grafts
                i1 footer| Privacy
                """
        )
        #expect(found.blocks.map(\.heading) == [nil, 0, 0, 0, nil])
        #expect(found.blocks.map(\.introduction) == [nil, nil, 1, nil, nil])
    }

    @Test func `a bold line is a heading below those of the markup, a bold sentence is none`() throws {
        let found = try read([
            Part(text: "Lips", element: .heading(level: 2)),
            Part(text: "Fillers", element: .paragraph, isBold: true),
            Part(text: "They last a year.", element: .paragraph),
            Part(text: "Ask your doctor first.", element: .paragraph, isBold: true),
            Part(text: "Always.", element: .paragraph),
            Part(text: "Dr. Smith", element: .paragraph, isBold: true),
            Part(text: "She is our surgeon.", element: .paragraph),
        ])
        #expect(
            found.outline == """
                h2| Lips
                h3| Fillers
                p | They last a year.
                p | Ask your doctor first.
                p | Always.
                p | Dr. Smith
                p | She is our surgeon.
                """
        )
    }

    @Test func `line breaks part items and headings, not sentences`() throws {
        let found = try read([
            Part(text: "Lips", element: .heading(level: 2)),
            Part(text: "Procedures for the face:\nBrow lift\nNeck lift", element: .paragraph),
            Part(text: "Aftercare\nKeep the wound dry for a week and come back then.", element: .paragraph),
            Part(text: "Keep the wound dry for a week\nand come back then.", element: .paragraph),
        ])
        #expect(
            found.outline == """
                h2| Lips
                p | Procedures for the face:
                i1| Brow lift
                i1| Neck lift
                h3| Aftercare
                p | Keep the wound dry for a week and come back then.
                p | Keep the wound dry for a week⏎and come back then.
                """
        )
        #expect(found.blocks.map(\.introduction) == [nil, nil, 1, 1, nil, nil, nil])
    }

    @Test func `a cell finds the header of its column, also where it heads its row`() throws {
        func cell(_ text: String, _ table: Int, _ row: Int, _ column: Int, isHeader: Bool = false) -> Part {
            Part(text: text, element: .cell(table: table, row: row, column: column, isHeader: isHeader))
        }
        let found = try read([
            cell("Treatment", 0, 0, 0, isHeader: true), cell("Price", 0, 0, 1, isHeader: true),
            cell("Peel", 0, 1, 0, isHeader: true), cell("5", 0, 1, 1),
            cell("Lift", 0, 2, 0, isHeader: true), cell("7", 0, 2, 1),
            cell("Other", 1, 0, 0), cell("9", 1, 0, 1),
        ])
        #expect(found.blocks.map(\.columnHeader) == [nil, nil, 0, 1, 0, 1, nil, nil])
    }

    @Test func `a question above its answer is a heading in whatever element it stands`() throws {
        for element in [Mark.Element.paragraph, .item(depth: 1)] {
            let found = try read([
                Part(text: "The face", element: .heading(level: 2)),
                Part(text: "How long does it last?", element: element),
                Part(text: "About ten years in most people.", element: element, role: .hidden),
            ])
            #expect(
                found.outline
                    == "h2| The face\nh3| How long does it last?\n\(element == .paragraph ? "p " : "i1 ")hidden| About ten years in most people."
            )
        }
        let links = try read([
            Part(text: "How long does it last?", element: .item(depth: 1)),
            Part(text: "How much does it cost in all?", element: .item(depth: 1)),
        ])
        #expect(links.outline == "i1| How long does it last?\ni1| How much does it cost in all?")
    }
}
