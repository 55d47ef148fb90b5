/// Numbered and lettered headings that stand far apart: "A. Covered", a list, "B. Not covered", another list.
///
/// Each on its own looks like an item of the list above it; only the series shows that they are headings alike. One
/// walk over the lines, with at most eight series open at a time.
struct MarkedSeries {
    private struct Open {
        var ordinal = 0
        var members: [Int] = []
    }

    private let lines: [Line]
    private let bytes: UnsafeBufferPointer<UInt8>
    /// By the style of the marker: number, capital or small letter, with a full stop or a bracket.
    private var open = [Open](repeating: Open(), count: 8)
    private var found: Set<Int> = []

    /// The lines that head what stands below them.
    static func headings(in lines: [Line], of bytes: UnsafeBufferPointer<UInt8>) -> Set<Int> {
        var series = MarkedSeries(lines: lines, bytes: bytes)
        for index in lines.indices where lines[index].shape == .marked { series.read(index) }
        for style in series.open.indices { series.close(style) }
        return series.found
    }

    private init(lines: [Line], bytes: UnsafeBufferPointer<UInt8>) {
        self.lines = lines
        self.bytes = bytes
    }

    private mutating func read(_ index: Int) {
        guard let (ordinal, style) = marker(of: lines[index]) else { return }
        if ordinal != open[style].ordinal + 1 || open[style].members.isEmpty {
            close(style)
            guard ordinal == 1 else { return }
        }
        open[style].ordinal = ordinal
        open[style].members.append(index)
    }

    private mutating func close(_ style: Int) {
        let members = open[style].members
        open[style] = Open()
        guard members.count >= 2, members.allSatisfy(isTitle), zip(members, members.dropFirst()).allSatisfy(isApart)
        else { return }
        found.formUnion(members)
    }

    private func marker(of line: Line) -> (ordinal: Int, style: Int)? {
        let first = bytes[line.lower]
        var offset = line.lower
        var ordinal = 0
        var style = 0
        if line.marker == .number, line.rank == 1 {
            while bytes[offset] &- 0x30 < 10, offset - line.lower < 3 {
                ordinal = ordinal * 10 + Int(bytes[offset] & 0x0F)
                offset += 1
            }
        } else if line.marker == .letter, (first | 0x20) &- 0x61 < 26 {
            ordinal = Int((first | 0x20) - 0x60)
            offset += 1
            style = first &- 0x41 < 26 ? 2 : 4
        }
        switch bytes[offset] {
        case 0x2E where ordinal > 0: return (ordinal, style)
        case 0x29 where ordinal > 0: return (ordinal, style + 1)
        default: return nil
        }
    }

    private func isTitle(_ index: Int) -> Bool {
        let line = lines[index]
        return line.words <= 10 && (line.ending == .none || line.ending == .question) && line.opening == .capital
            && index + 1 < lines.count
    }

    /// Whether something of its own, not set in below it, stands between two members.
    private func isApart(_ first: Int, _ second: Int) -> Bool {
        guard second - first >= 2, lines[first].indent == lines[second].indent else { return false }
        let next = lines[first + 1]
        return next.indent <= lines[first].indent && !(next.opening == .small && next.gap == 0 && next.marker == .none)
    }
}
