extension Layout {
    /// Whether line `index` goes on where the line above it broke off.
    func continues(_ index: Int) -> Bool {
        guard index > 0, index < lines.count, lines[index].gap == 0 else { return false }
        let (above, line) = (lines[index - 1], lines[index])
        if line.opening == .joint { return above.shape != .rule }
        guard
            line.shape == .small || line.shape == .prose || line.shape == .plain && line.opening == .small
                || above.traits.contains(.open)
        else { return false }
        guard above.ending == .none || above.ending == .comma, above.shape != .rule else { return false }
        if line.opening == .small { return true }
        return line.marker == .none && (above.traits.contains(.open) || above.ending == .comma) && line.shape != .row
    }

    /// Sentences, with the lines they are broken over.
    mutating func readParagraph() {
        let first = at
        if isLabelSentence(first) { return add(heading: first) }
        if lines[first].shape == .small, let end = smallList(from: first) {
            for line in first..<end { add(line, .item(depth: 1)) }
            return
        }
        var last = first
        while continues(last + 1) || isWrapped(first, last) { last += 1 }
        let introduces = lines[last].ending == .colon || lines[last].traits.contains(.announces) && last > first
        addProse(first, through: last, introduces: introduces)
    }

    /// Text broken at a fixed width: two lines have gone on already, the last is a full one, and the next stands
    /// right below it, whatever it begins with.
    private func isWrapped(_ first: Int, _ last: Int) -> Bool {
        guard last > first, last + 1 < lines.count, lines[last + 1].gap == 0, lines[last].ending == .none else {
            return false
        }
        let next = lines[last + 1]
        return lines[last].count >= 45 && lines[last].count <= 100 && (next.shape == .prose || next.shape == .label)
            && lines[last].count * 2 > lines[first].count && next.count <= 100
    }

    /// "Plastic surgery: Restoring what was lost." above a paragraph: a heading that kept its full stop.
    private func isLabelSentence(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.shape == .prose, line.ending == .stop, line.words <= 14, line.traits.contains(.labelled),
            !line.traits.contains(.sentences), line.opening == .capital, index + 1 < lines.count,
            index > 0, lines[index - 1].ending != .stop, lines[index - 1].shape != .prose
        else { return false }
        let next = lines[index + 1]
        return next.shape == .prose && next.gap > 0 && next.count > 2 * line.count && !next.traits.contains(.labelled)
    }

    /// Where a run of lines that all begin small ends: items without bullets; nil where it is no run.
    private func smallList(from first: Int) -> Int? {
        guard first == 0 || !continues(first) else { return nil }
        var end = first + 1
        while end < lines.count, lines[end].shape == .small, end < first + 2 || lines[end].gap == lines[first + 1].gap,
            lines[end - 1].count <= 80, !lines[end - 1].traits.contains(.open)
        { end += 1 }
        return end - first >= 2 && lines[first].count <= 80 ? end : nil
    }

    /// Adds prose as one block, or as the several that scraping glued together.
    mutating func addProse(_ first: Int, through last: Int, introduces: Bool) {
        var lower = lines[first].lower
        let upper = lines[last].upper
        if let heading = drafts.last, heading.isHeading,
            let end = Glue.repeatedHeading(heading.lower, heading.upper, at: lower, upTo: upper, in: bytes)
        {
            drafts.append(Draft(lower: lower, upper: end, kind: heading.kind))
            lower = end
        }
        let parts = Glue.parts(lower, upper, in: bytes)
        guard parts.count > 1 || lower > lines[first].lower else {
            return add(first, through: last, .paragraph, introduces: introduces)
        }
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            var draft = Draft(lower: part.lower, upper: part.upper, kind: part.isItem ? .item(depth: 1) : .paragraph)
            draft.introduces = part.introduces || isLast && introduces
            draft.isProse = true
            drafts.append(draft)
        }
        levels.sawProse = true
        list.removeAll(keepingCapacity: true)
        at = last + 1
    }
}
