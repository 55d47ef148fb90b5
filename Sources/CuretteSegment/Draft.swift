import CuretteIngest

/// A block in the making: its place, kind and role are settled, its heading and introduction are not.
///
/// Kept small, since a page of cells has millions: offsets and numbers are narrow inside and `Int` outside.
struct Draft {
    /// Where a cell stands in its table.
    struct Place {
        var table: UInt32
        var row: UInt32
        var column: UInt32
        var isHeader: Bool

        init(table: Int, row: Int, column: Int, isHeader: Bool) {
            self.table = UInt32(clamping: table)
            self.row = UInt32(clamping: row)
            self.column = UInt32(clamping: column)
            self.isHeader = isHeader
        }
    }

    private enum Sort: UInt8 { case heading, paragraph, item, cell }

    private var lowerOffset: UInt32
    private var upperOffset: UInt32
    private var sort = Sort.paragraph
    private var depth: UInt16 = 0
    var role = Role.content
    /// The role cue of its line, counted from 1; 0 for none.
    var cue: UInt8 = 0
    /// Whether a list or a table right behind it is what it speaks of.
    var introduces = false
    /// An item that no longer belongs to the list above it.
    var opensList = false
    /// Sentences that belong to the page itself: what stands before the first and behind the last is its frame.
    var isProse = false
    /// Parts of a menu or a path on one line, or names with their counts.
    var isTrail = false
    var place: Place?

    init(lower: Int, upper: Int, kind: Block.Kind, role: Role = .content) {
        lowerOffset = UInt32(lower)
        upperOffset = UInt32(upper)
        self.role = role
        self.kind = kind
    }

    var lower: Int { Int(lowerOffset) }
    var upper: Int { Int(upperOffset) }

    var kind: Block.Kind {
        get {
            switch sort {
            case .heading: .heading(level: Int(depth))
            case .paragraph: .paragraph
            case .item: .item(depth: Int(depth))
            case .cell: .cell
            }
        }
        set {
            switch newValue {
            case .heading(let level): (sort, depth) = (.heading, UInt16(clamping: level))
            case .paragraph: (sort, depth) = (.paragraph, 0)
            case .item(let level): (sort, depth) = (.item, UInt16(clamping: level))
            case .cell: (sort, depth) = (.cell, 0)
            }
        }
    }

    var isHeading: Bool { sort == .heading }

    /// Moves a draft of a stretch of text to where that stretch begins.
    mutating func move(by offset: Int) {
        lowerOffset += UInt32(offset)
        upperOffset += UInt32(offset)
    }
}
