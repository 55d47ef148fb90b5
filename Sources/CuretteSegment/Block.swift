public import CuretteIngest
public import CuretteText

/// A stretch of the page that a reader sees as one: a heading, a paragraph, an item of a list, a cell of a table.
///
/// Blocks stand in reading order, do not overlap, and hold no white space at either end. What lies between two blocks
/// is white space, or nothing where scraping glued them.
public struct Block: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        case heading(level: Int)
        case paragraph
        case item(depth: Int)
        case cell
    }

    public let span: Span<Clean>
    public let kind: Kind
    public let role: Role
    /// The index of the heading this block stands under; for a heading, of the one above it. Nil at the top.
    public let heading: Int?
    /// The index of the paragraph that introduces the list this item stands in ("Our procedures include:").
    public let introduction: Int?
    /// The index of the header cell of this cell's column.
    public let columnHeader: Int?

    public init(
        span: Span<Clean>,
        kind: Kind,
        role: Role,
        heading: Int? = nil,
        introduction: Int? = nil,
        columnHeader: Int? = nil
    ) {
        self.span = span
        self.kind = kind
        self.role = role
        self.heading = heading
        self.introduction = introduction
        self.columnHeader = columnHeader
    }
}
