import CuretteText

/// Cuts a page into lines and looks at each on its own: one pass over the bytes, and a second look at short lines.
struct LineReader {
    /// Longer lines are prose; their words are not looked at. A heading of 120 letters would be an odd one.
    static let longest = 160
    /// Shorter lines are not looked at for seams: three of them would not fit.
    private static let shortestGlued = 30

    let words: LineWords

    /// - Parameter cutAtSeams: whether to read a line that was glued from several as those.
    func lines(of bytes: UnsafeBufferPointer<UInt8>, cutAtSeams: Bool = false) -> [Line] {
        var lines: [Line] = []
        var seams = Seams(bytes: bytes, names: words.joinedNames)
        var start = 0
        var gap = -1
        while start < bytes.count {
            var end = start
            // LF, VT, FF, CR; the line and paragraph separators are white space inside a line.
            while end < bytes.count, bytes[end] &- 0x0A >= 4 { end &+= 1 }
            let (lower, upper) = WhiteSpace.trimmed(start, end, in: bytes)
            if lower < upper {
                var lower = lower
                if cutAtSeams, upper - lower >= Self.shortestGlued {
                    for next in seams.lineStarts(lower, upper) {
                        add(
                            lower,
                            WhiteSpace.trimmed(lower, next, in: bytes).upper,
                            indent: 0,
                            max(gap, 0),
                            &lines,
                            bytes
                        )
                        lower = next
                        gap = 0
                    }
                }
                add(lower, upper, indent: indent(start, lower, bytes), max(gap, 0), &lines, bytes)
                gap = 0
            } else if gap < 255 {
                gap += 1
            }
            start = end + 1
            if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
        }
        narrowGaps(&lines)
        return lines
    }

    private func add(
        _ lower: Int,
        _ upper: Int,
        indent: Int,
        _ gap: Int,
        _ lines: inout [Line],
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        var line = Line(lower: lower, upper: upper, indent: indent, gap: gap)
        look(at: &line, after: lines.last, in: bytes)
        lines.append(line)
    }

    /// Where nearly every line stands far from the next, as where each element left blank lines behind, the closest of
    /// them count as if one blank line parted them.
    private func narrowGaps(_ lines: inout [Line]) {
        guard lines.count >= 4 else { return }
        let far = lines.dropFirst().filter { $0.gap >= 2 }
        // A few lines that stand together, such as buttons, change nothing in how far apart the others are.
        guard 3 * far.count >= 2 * (lines.count - 1), let closest = far.map(\.gap).min() else { return }
        for index in lines.indices where lines[index].gap >= 2 { lines[index].gap -= closest - 1 }
    }

    private func indent(_ start: Int, _ lower: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard start < lower else { return 0 }
        return bytes[start..<min(lower, start + 255)].reduce(0) {
            $1 == 0x09 ? $0 + 4 : $0 + ($1 & 0xC0 == 0x80 ? 0 : 1)
        }
    }

    private func look(at line: inout Line, after last: Line?, in bytes: UnsafeBufferPointer<UInt8>) {
        let first = bytes[line.lower]
        if first == 0x2D || first == 0x3D || first == 0x2A || first == 0x5F, isRule(line, first, bytes) {
            line.shape = .rule
            return
        }
        if first == 0x23, readHash(&line, bytes) { return }
        let found =
            LineMarker.find(in: bytes, line.lower, line.upper)
            ?? last.flatMap { LineMarker.successor(of: $0, in: bytes, line.lower, line.upper) }
        if let found {
            line.marker = found.kind
            line.body = found.body
            line.rank = UInt8(found.rank)
        }
        readEnds(&line, bytes)
        readLabel(&line, bytes)
        if line.count <= Self.longest {
            readWords(&line, bytes)
        } else if line.traits.contains(.labelled), line.marker == .none {
            readOpening(&line, bytes)
        }
        if line.marker == .none, line.count > 20, isCounted(line, bytes) { line.traits.insert(.counted) }
        line.shape = shape(of: line, bytes)
    }

    /// Three or more of the same sign and nothing else.
    private func isRule(_ line: Line, _ sign: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        line.count >= 3 && bytes[line.lower..<line.upper].allSatisfy { $0 == sign }
    }

    private func readHash(_ line: inout Line, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = line.lower
        while offset < line.upper, bytes[offset] == 0x23 { offset += 1 }
        let rank = offset - line.lower
        guard rank <= 6, offset + 1 < line.upper, bytes[offset] == 0x20 else { return false }
        line.rank = UInt8(rank)
        line.body = WhiteSpace.trimmed(offset, line.upper, in: bytes).lower
        line.shape = .hash
        return true
    }

    private func readEnds(_ line: inout Line, _ bytes: UnsafeBufferPointer<UInt8>) {
        if line.body < line.upper { line.opening = opening(at: line.body, line.upper, bytes) }
        line.ending =
            switch lastSign(line, bytes) {
            case 0x2E, 0x21: .stop
            case 0x3F: .question
            case 0x3A: .colon
            case 0x2C, 0x3B: .comma
            default: .none
            }
    }

    private func opening(at offset: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Line.Opening {
        var offset = offset
        // Opening quotes and brackets: " ' ( [ “ ‘ « ¿ ¡
        skip: while offset < upper {
            let scalar = UTF8Bytes.scalar(in: bytes, at: offset)
            switch scalar.value {
            case 0x22, 0x27, 0x28, 0x5B, 0x201C, 0x2018, 0xAB, 0xBF, 0xA1: break
            default: break skip
            }
            offset += scalar.width
        }
        guard offset < upper else { return .other }
        let byte = bytes[offset]
        if offset + 1 >= upper || bytes[offset + 1] == 0x20, [0x2C, 0x2E, 0x3B, 0x29, 0x3F, 0x21, 0x3A].contains(byte) {
            return .joint
        }
        if byte &- 0x41 < 26 { return .capital }
        if byte &- 0x61 < 26 { return .small }
        if byte &- 0x30 < 10 { return .digit }
        guard byte >= 0xC3, byte < 0xE0,
            let scalar = Unicode.Scalar(UTF8Bytes.scalar(in: bytes, at: offset).value)
        else { return .other }
        let properties = scalar.properties
        return properties.isLowercase ? .small : properties.isUppercase ? .capital : .other
    }

    /// The last byte that closing quotes, brackets and stars leave.
    private func lastSign(_ line: Line, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var end = line.upper
        while end > line.body {
            let scalar = UTF8Bytes.scalar(in: bytes, before: end)
            switch scalar.value {
            case 0x22, 0x27, 0x29, 0x5D, 0x2A, 0x201D, 0x2019, 0xBB: end -= scalar.width
            case 0x2026: return 0x2E  // HORIZONTAL ELLIPSIS
            case 0xFF0E, 0x3002: return 0x2E  // FULLWIDTH and IDEOGRAPHIC FULL STOP
            case 0xFF1A: return 0x3A  // FULLWIDTH COLON
            default: return bytes[end - 1]
            }
        }
        return 0
    }

    /// "Liposuction: …" or "skin graft – …": a label within the first 60 bytes, and text behind it.
    private func readLabel(_ line: inout Line, _ bytes: UnsafeBufferPointer<UInt8>) {
        let end = min(line.upper - 1, line.body + 60)
        var offset = line.body + 2
        while offset < end {
            switch bytes[offset] {
            case 0x2E, 0x3F, 0x21: return
            case 0x3A:
                if bytes[offset + 1] == 0x20 { line.traits.insert(.labelled) }
                return
            case 0x2D where bytes[offset - 1] == 0x20 && bytes[offset + 1] == 0x20,
                0xE2 where bytes[offset - 1] == 0x20 && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0x92:
                line.traits.insert(.labelled)
                return
            default: offset += 1
            }
        }
    }

    /// "Breast Implants? What to Know": a question and what answers it, both with the capitals of a title.
    private func isTitleOfTwo(_ line: Line, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        line.ending == .none && line.words <= 14 && isTitleCased(line)
            && line.traits.isDisjoint(with: [.plain, .figure])
            && bytes[line.body..<line.upper].contains(0x3F) && !bytes[line.body..<line.upper].contains(0x2E)
    }

    private func isTitleCased(_ line: Line) -> Bool { line.traits.contains(.capitals) }

    /// What the line looks like, now that all its features are known.
    private func shape(of line: Line, _ bytes: UnsafeBufferPointer<UInt8>) -> Line.Shape {
        if isRow(line, bytes) { return .row }
        if line.marker != .none { return .marked }
        guard line.count <= Self.longest else { return line.ending == .colon ? .leadIn : .prose }
        if line.traits.contains(.sentences) {
            if line.ending == .colon { return .leadIn }
            return isTitleOfTwo(line, bytes) ? .label : .prose
        }
        if line.ending == .colon { return .leadIn }
        if line.traits.contains(.figure) || line.traits.contains(.trail) { return .plain }
        if line.opening == .joint { return .small }
        if line.ending == .stop { return .prose }
        if line.traits.contains(.announces), line.opening != .small { return .leadIn }
        if line.traits.contains(.plain) { return line.words <= 5 ? .plain : .prose }
        if line.words > (line.ending == .question ? 18 : 14) || line.words > 9 && line.ending == .comma {
            return .prose
        }
        if line.opening == .small { return .small }
        if line.ending == .comma || line.traits.contains(.open) { return line.words <= 4 ? .plain : .prose }
        // Many words, hardly a capital: a sentence that lost its stop, unless it asks.
        if line.words > 9, line.ending != .question, !isTitleCased(line), !line.traits.contains(.labelled) {
            return .prose
        }
        return .label
    }

    /// Cells kept apart by tabs, or a markdown row.
    private func isRow(_ line: Line, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard line.count <= 1000 else { return false }
        if bytes[line.lower] == 0x7C { return bytes[line.upper - 1] == 0x7C && line.count > 2 }
        return line.marker == .none && bytes[line.lower..<line.upper].contains(0x09)
    }
}
