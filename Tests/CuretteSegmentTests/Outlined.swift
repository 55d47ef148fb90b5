import CuretteIngest
import CuretteSegment
import CuretteText

/// A page of plain text.
func page(_ text: String, marks: [Mark]? = nil) -> Page {
    let bytes = Array(text.utf8)
    return Page(
        of: Payload(id: "-", source: "-", bytes: bytes),
        format: marks == nil ? .text : .html,
        charset: "UTF-8",
        text: AlignedText(bytes),
        marks: marks
    )
}

/// Blocks as a person writes them down, a line each: `h2| Risks`, `p | Text.`, `i1| Item`, `c | Cell`; a role other
/// than content stands behind the kind: `i1 navigation| Home`. Line breaks within a block show as `⏎`.
func outlined(_ blocks: [Block], of text: String) -> String {
    let bytes = Array(text.utf8)
    return blocks.map { block in
        let kind =
            switch block.kind {
            case .heading(let level): "h\(level)"
            case .paragraph: "p "
            case .item(let depth): "i\(depth)"
            case .cell: "c "
            }
        let role = block.role == .content ? "" : "\(kind.hasSuffix(" ") ? "" : " ")\(block.role.rawValue)"
        let words = String(decoding: bytes[block.span.range], as: UTF8.self).replacing("\n", with: "⏎")
        return "\(kind)\(role)| \(words)"
    }.joined(separator: "\n")
}

func outline(of text: String) throws -> String {
    outlined(try Segmenter().blocks(in: page(text)), of: text)
}
