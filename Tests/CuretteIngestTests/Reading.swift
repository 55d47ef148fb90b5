import CuretteIngest
import CuretteText

/// A page read from markup, with what tests ask of it in words.
struct Reading {
    let page: Page

    init(_ bytes: [UInt8], format: Payload.Format? = .html, charset: String? = nil) throws(IngestError) {
        page = try Ingester().page(
            from: Payload(id: "test", source: "test", format: format, charset: charset, bytes: bytes)
        )
    }

    init(_ markup: String, format: Payload.Format? = .html, charset: String? = nil) throws(IngestError) {
        try self.init(Array(markup.utf8), format: format, charset: charset)
    }

    var text: String { String(decoding: page.text.decoded, as: UTF8.self) }

    /// Each mark as `role kind: text`.
    var marks: [String] {
        (page.marks ?? []).map { mark in "\(mark.role.rawValue) \(kind(mark)): \(text(of: mark))" }
    }

    /// The role of the mark whose text is `text`.
    func role(of text: String) -> Role? {
        page.marks?.first { self.text(of: $0) == text }?.role
    }

    func text(of mark: Mark) -> String { String(decoding: page.text.decoded[mark.span.range], as: UTF8.self) }

    /// The bytes of the page that produced `word`, which stands in the text once.
    func source(of word: String) -> String? {
        let bytes = Array(word.utf8)
        let text = page.text.decoded
        guard bytes.count <= text.count else { return nil }
        for lower in 0...(text.count - bytes.count) where text[lower..<lower + bytes.count].elementsEqual(bytes) {
            let span = page.text.source(of: Span<Decoded>(lower, lower + bytes.count))
            return String(decoding: page.text.source[span.range], as: UTF8.self)
        }
        return nil
    }

    private func kind(_ mark: Mark) -> String {
        let bold = mark.isBold ? "bold " : ""
        return switch mark.element {
        case .heading(let level): bold + "h\(level)"
        case .paragraph: bold + "p"
        case .item(let depth): bold + "item\(depth)"
        case .cell(let table, let row, let column, let isHeader):
            bold + "\(isHeader ? "th" : "td")\(table).\(row).\(column)"
        }
    }
}
