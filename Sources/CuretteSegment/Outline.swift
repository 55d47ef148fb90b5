import CuretteIngest
import CuretteText

/// Turns drafts into blocks: each finds the heading it stands under, what introduces its list, and its column's header.
struct Outline {
    private var blocks: [Block] = []
    /// The open headings of the page's content, outermost first, levels strictly rising.
    private var content: [(level: Int, block: Int)] = []
    /// The open headings of the menu, sidebar or footer at hand. What stands in the frame is not filed under the
    /// page's own headings, nor the other way round.
    private var frame: [(level: Int, block: Int)] = []
    private var frameRole = Role.content
    /// What introduces the open list, and each list within it: the depth of the introducing block, 0 for a paragraph.
    private var introductions: [(depth: Int, block: Int)] = []
    private var headers: [UInt32: Int] = [:]
    private var table: UInt32?

    static func blocks(of drafts: [Draft]) -> [Block] {
        var outline = Outline()
        outline.blocks.reserveCapacity(drafts.count)
        for draft in drafts { outline.add(draft) }
        return outline.blocks
    }

    private mutating func add(_ draft: Draft) {
        let index = blocks.count
        let isFrame = draft.role != .content && draft.role != .hidden
        if isFrame, draft.role != frameRole {
            frame.removeAll(keepingCapacity: true)
            frameRole = draft.role
        }
        if let last = blocks.last, last.role != draft.role { introductions.removeAll(keepingCapacity: true) }
        let heading: Int?
        if case .heading(let level) = draft.kind {
            heading = isFrame ? Self.open(level, index, &frame) : Self.open(level, index, &content)
        } else {
            heading = (isFrame ? frame : content).last?.block
        }
        blocks.append(
            Block(
                span: Span(draft.lower, draft.upper),
                kind: draft.kind,
                role: draft.role,
                heading: heading,
                introduction: introduction(of: draft, index),
                columnHeader: columnHeader(of: draft, index)
            )
        )
    }

    /// Opens the heading `index` of `level`, and returns the one it stands under.
    private static func open(_ level: Int, _ index: Int, _ stack: inout [(level: Int, block: Int)]) -> Int? {
        while let last = stack.last, last.level >= level { stack.removeLast() }
        defer { stack.append((level, index)) }
        return stack.last?.block
    }

    private mutating func introduction(of draft: Draft, _ index: Int) -> Int? {
        var depth = 0
        var found: Int?
        switch draft.kind {
        case .heading:
            introductions.removeAll(keepingCapacity: true)
        case .item(let itemDepth):
            depth = max(itemDepth, 1)
            if draft.opensList { introductions.removeAll(keepingCapacity: true) }
            while let last = introductions.last, last.depth >= depth { introductions.removeLast() }
            found = introductions.last?.block
        case .cell:
            found = introductions.last?.block
            return found
        case .paragraph:
            // One paragraph may be the list: "Procedures include" / "Facelift, brow lift and …".
            if let last = introductions.last, last.block == index - 1, last.depth == 0 { found = last.block }
            introductions.removeAll(keepingCapacity: true)
        }
        if draft.introduces { introductions.append((depth, index)) }
        return found
    }

    private mutating func columnHeader(of draft: Draft, _ index: Int) -> Int? {
        guard let place = draft.place else { return nil }
        if place.table != table {
            table = place.table
            headers.removeAll(keepingCapacity: true)
        }
        // The first cell of a later row may be a header too: of its row.
        if place.isHeader, place.row == 0 || place.column > 0 {
            headers[place.column] = index
            return nil
        }
        return headers[place.column]
    }
}
