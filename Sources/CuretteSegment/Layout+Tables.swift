/// Rows of cells kept apart by tabs or bars.
extension Layout {
    mutating func readTable() {
        let first = at
        var end = first
        while end < lines.count, lines[end].shape == .row, end == first || lines[end].gap <= 1 { end += 1 }
        guard end - first >= 2 else { return add(first, .paragraph) }
        list.removeAll(keepingCapacity: true)
        let hasHeader = !lines[first].traits.contains(.figure)
        // The corner above the names of the rows is often empty, and lost with the white space before the first header.
        let isCornerLost = end - first >= 2 && cells(in: lines[first]) + 1 == cells(in: lines[first + 1])
        for row in first..<end {
            let isHeader = row == first && hasHeader
            addCells(of: lines[row], row: row - first, from: isHeader && isCornerLost ? 1 : 0, isHeader: isHeader)
        }
        tables += 1
        at = end
    }

    /// How many cells the tabs of a row part.
    private func cells(in line: Line) -> Int {
        bytes[line.lower..<line.upper].reduce(1) { $1 == 0x09 ? $0 + 1 : $0 }
    }

    private mutating func addCells(of line: Line, row: Int, from first: Int, isHeader: Bool) {
        // Markdown's rule below the header row holds nothing.
        if bytes[line.lower..<line.upper].allSatisfy({ [0x7C, 0x2D, 0x3A, 0x20].contains($0) }) {
            drafts.append(Draft(lower: line.lower, upper: line.upper, kind: .paragraph))
            return
        }
        let sign: UInt8 = bytes[line.lower] == 0x7C ? 0x7C : 0x09
        var start = line.lower
        var column = first
        while start < line.upper {
            // A bar belongs to the cell behind it, and the last to the cell before it.
            var end = start + 1
            while end < line.upper, bytes[end] != sign { end += 1 }
            if sign == 0x7C, end == line.upper - 1 { end = line.upper }
            let (lower, upper) = WhiteSpace.trimmed(start, end, in: bytes)
            if lower < upper {
                var draft = Draft(lower: lower, upper: upper, kind: .cell)
                draft.place = Draft.Place(table: tables, row: row, column: column, isHeader: isHeader)
                drafts.append(draft)
            }
            column += 1
            start = end
        }
    }
}
