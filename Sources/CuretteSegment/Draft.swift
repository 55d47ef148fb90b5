import CuretteIngest

/// A block in the making: its place, kind and role are settled, its heading and introduction are not.
struct Draft {
    /// Where a cell stands in its table.
    struct Place {
        var table: Int
        var row: Int
        var column: Int
        var isHeader: Bool
    }

    var lower: Int
    var upper: Int
    var kind: Block.Kind
    var role = Role.content
    /// Whether a list or a table right behind it is what it speaks of.
    var introduces = false
    var place: Place?
    /// The role cue of its line, counted from 1; 0 for none.
    var cue: UInt8 = 0
    /// Sentences that belong to the page itself: what stands before the first and behind the last is its frame.
    var isProse = false

    var isHeading: Bool { if case .heading = kind { true } else { false } }
}
