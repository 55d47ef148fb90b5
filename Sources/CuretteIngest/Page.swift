package import CuretteText

/// The part a stretch of text plays on its page. The raw values stand in reports and are never renamed.
public enum Role: String, Sendable, CaseIterable {
    case content, navigation, header, footer, sidebar, form, comments, notice, hidden
}

/// A page read: its visible text in document order, aligned with its bytes, and what its markup said of each stretch.
///
/// Blocks of an HTML page stand on lines of their own; inline markup neither glued nor split words.
package struct Page: Sendable {
    /// The page's title: not part of the text, so it has a source and no span.
    package struct Title: Sendable, Equatable {
        package let text: [UInt8]
        package let span: Span<Source>

        package init(text: [UInt8], span: Span<Source>) {
            self.text = text
            self.span = span
        }
    }

    package let id: String
    package let source: String
    package let record: Payload.Record?
    package let url: String?
    package let format: Payload.Format
    /// The name of the encoding by which the bytes were decoded, as the WHATWG Encoding Standard spells it ("UTF-8").
    package let charset: String
    package var text: AlignedText
    package var title: Title?
    /// What the markup says, in reading order and without overlap; nil for plain text, whose layout Segment reads.
    package let marks: [Mark]?
    package var warnings: [Warning]

    package init(
        of payload: Payload,
        format: Payload.Format,
        charset: String,
        text: AlignedText,
        title: Title? = nil,
        marks: [Mark]? = nil,
        warnings: [Warning] = []
    ) {
        self.id = payload.id
        self.source = payload.source
        self.record = payload.record
        self.url = payload.url
        self.format = format
        self.charset = charset
        self.text = text
        self.title = title
        self.marks = marks
        self.warnings = warnings
    }
}

/// One block of an HTML page as its markup has it: the stretch of text, the element that made it, its role.
package struct Mark: Sendable, Equatable {
    package enum Element: Sendable, Equatable {
        /// `h1`…`h6`, or an element with the ARIA role of a heading.
        case heading(level: Int)
        case paragraph
        /// A list item, `dt` or `dd`; the outermost list has depth 1.
        case item(depth: Int)
        /// A table cell in `row` and `column` (from 0) of the page's `table`th table; `th` cells are headers.
        case cell(table: Int, row: Int, column: Int, isHeader: Bool)
    }

    /// White space at either end left out.
    package let span: Span<Decoded>
    package let element: Element
    package let role: Role
    /// All of the block stands in `b` or `strong`: pages write headings that way.
    package let isBold: Bool

    package init(span: Span<Decoded>, element: Element, role: Role, isBold: Bool = false) {
        self.span = span
        self.element = element
        self.role = role
        self.isBold = isBold
    }
}
