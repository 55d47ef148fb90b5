import CuretteText

/// Reads the layout of plain text: which lines are headings, which belong to a list, which to a paragraph.
///
/// One walk over the lines; every decision looks at a line, its neighbours and the run of short lines it stands in, so
/// the work grows with the page. Where a line may be a heading or not, it is not: what stands below a false heading is
/// filed under it.
struct Layout {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [Line]
    var drafts: [Draft] = []
    /// The line to be read next.
    var at = 0
    /// The open list's levels: how far each is indented and what marks its items.
    var list: [(indent: UInt8, marker: LineMarker.Kind)] = []
    var levels = HeadingLevels()
    var tables = 0
    /// The lines that a series of numbers or letters shows to be headings.
    let series: Set<Int>

    init(_ lines: [Line], of bytes: UnsafeBufferPointer<UInt8>) {
        self.lines = lines
        self.bytes = bytes
        series = MarkedSeries.headings(in: lines, of: bytes)
        drafts.reserveCapacity(lines.count)
    }

    /// The page's blocks, in reading order.
    mutating func read() -> [Draft] {
        while at < lines.count {
            if lines[at].traits.contains(.labelled), let end = glossary(from: at) {
                for line in at..<end { add(line, .item(depth: 1), introduces: true) }
                continue
            }
            switch lines[at].shape {
            case .hash: add(heading: at, level: Int(lines[at].rank))
            case .rule: add(at, .paragraph)
            case .row: readTable()
            case .marked: readMarked()
            case .leadIn: readLeadIn()
            case .label, .plain: readRun()
            case .small, .prose: readParagraph()
            }
        }
        return drafts
    }

    // MARK: Writing blocks down

    /// Adds the lines `first...last` as one block, and goes on behind them.
    mutating func add(_ first: Int, through last: Int? = nil, _ kind: Block.Kind, introduces: Bool = false) {
        let last = last ?? first
        var draft = Draft(lower: lines[first].lower, upper: lines[last].upper, kind: kind)
        draft.introduces = introduces
        draft.cue = lines[first].cue
        let traits = lines[first].traits
        draft.isTrail = first == last && (traits.contains(.counted) || traits.contains(.trail) && kind == .paragraph)
        if traits.contains(.figure), !traits.contains(.counted) { draft.isTrail = false }
        if kind == .paragraph {
            draft.isProse = isProse(first, through: last)
            if draft.isProse || introduces { levels.sawProse = true }
        }
        if case .item = kind { levels.sawItem() }
        if lines[first].shape != .marked || kind == .paragraph { list.removeAll(keepingCapacity: true) }
        drafts.append(draft)
        at = last + 1
    }

    mutating func add(heading line: Int, through last: Int? = nil, level: Int? = nil, introduces: Bool = false) {
        let level = level ?? levels.level(of: lines[line])
        levels.note(level)
        add(line, through: last, .heading(level: level), introduces: introduces)
    }

    private func isProse(_ first: Int, through last: Int) -> Bool {
        guard lines[first].cue == 0, lines[first].traits.isDisjoint(with: [.trail, .counted]) else { return false }
        return lines[last].upper - lines[first].lower > 80 || lines[last].ending == .stop && lines[first].words > 6
    }
}

/// Guesses how deep a heading stands, for pages whose markup does not say: 1 for the title above everything, 2 for
/// sections, 3 for names that follow a heading of their class ("Breast lift" below "Breast procedures").
struct HeadingLevels {
    var sawProse = false
    private(set) var sawHeading = false
    /// Whether a heading of a class is open that names may stand under.
    private var isInSeries = false
    private var last = 0

    mutating func level(of line: Line) -> Int {
        if !sawHeading, !sawProse, line.shape == .label { return 1 }
        if line.shape == .leadIn { return 3 }
        if line.marker != .none { return line.rank > 1 ? min(1 + Int(line.rank), 6) : 3 }
        if line.traits.contains(.aside) || line.ending == .question || line.words > 6 {
            isInSeries = line.traits.contains(.category) && line.ending != .question
            return 2
        }
        if line.traits.contains(.category) {
            isInSeries = true
            return 2
        }
        return isInSeries ? 3 : 2
    }

    /// A line that announces what the headings below it name.
    mutating func openSeries() -> Int {
        isInSeries = true
        return 2
    }

    mutating func note(_ level: Int) {
        sawHeading = true
        last = level
    }

    /// A list right below the heading of a class is what it spoke of: the headings behind it start anew.
    mutating func sawItem() {
        if last <= 2 { isInSeries = false }
    }
}
