/// Where cells stand, and which tables are none but lay out the page.
struct PageTables {
    private struct Open {
        let index: Int
        var row = -1
        var column = -1
    }

    private var stack: [Open] = []
    /// By table: whether it only places things.
    private var isLayout: [Bool] = []
    private var cells: [Int] = []

    mutating func open(isLayout: Bool) {
        // A table that holds another places it.
        if let outer = stack.last { self.isLayout[outer.index] = true }
        stack.append(Open(index: self.isLayout.count))
        self.isLayout.append(isLayout)
        cells.append(0)
    }

    mutating func close() { _ = stack.popLast() }

    mutating func row() {
        guard !stack.isEmpty else { return }
        stack[stack.count - 1].row += 1
        stack[stack.count - 1].column = -1
    }

    mutating func cell(isHeader: Bool) -> Mark.Element {
        guard !stack.isEmpty else { return .paragraph }
        let last = stack.count - 1
        if stack[last].row < 0 { stack[last].row = 0 }
        stack[last].column += 1
        cells[stack[last].index] += 1
        return .cell(
            table: stack[last].index,
            row: stack[last].row,
            column: stack[last].column,
            isHeader: isHeader
        )
    }

    /// `element`, or a paragraph where it is the cell of a table that is none.
    func settled(_ element: Mark.Element) -> Mark.Element {
        guard case .cell(let table, _, _, _) = element, isLayout[table] || cells[table] < 2 else { return element }
        return .paragraph
    }
}
