extension Layout {
    /// A line that begins with a bullet or a number: an item, or the heading of what stands below it.
    mutating func readMarked() {
        let first = at
        let line = lines[first]
        var last = first
        if series.contains(first) { return add(heading: first) }
        // A bullet on a line of its own lost its item to the next one.
        if line.body >= line.upper, first + 1 < lines.count, lines[first + 1].gap <= 1,
            lines[first + 1].shape != .marked
        {
            last += 1
        }
        while isRest(last + 1, of: first) { last += 1 }
        if !isListed(first, last) {
            if isSignature(first) { return addProse(first, through: last, introduces: false) }
            if isMarkedHeading(first, last) { return add(heading: first, introduces: line.ending == .colon) }
        }
        let depth = openLevel(for: line)
        let introduces =
            lines[last].ending == .colon || line.traits.contains(.labelled) || lines[last].traits.contains(.announces)
        let opensList = isApart(first, last)
        add(first, through: last, .item(depth: depth), introduces: introduces)
        drafts[drafts.count - 1].opensList = opensList
    }

    /// Whether line `index` and the one above or below it are entries of a list without bullets: a name each, and what
    /// is to be said of it ("Mini lift: early jowls").
    func isInGlossary(_ index: Int) -> Bool {
        func isEntry(_ other: Int) -> Bool {
            other < lines.count && other >= 0 && lines[other].traits.contains(.labelled) && lines[other].marker == .none
                && lines[other].ending != .colon && lines[other].opening != .small
        }
        guard isEntry(index) else { return false }
        return isEntry(index + 1) && lines[index + 1].gap == 0 || isEntry(index - 1) && lines[index].gap == 0
    }

    /// Where the entries end that begin at `first`; nil where it does not begin three or more of them.
    func glossary(from first: Int) -> Int? {
        guard isInGlossary(first) else { return nil }
        var end = first + 1
        while end < lines.count, lines[end].gap == 0, isInGlossary(end), end == first + 1 || lines[end].cue == 0 {
            end += 1
        }
        return end - first >= 3 ? end : nil
    }

    /// Whether an item stands apart from the close list above it, with text of its own below.
    private func isApart(_ first: Int, _ last: Int) -> Bool {
        guard first > 1, lines[first].gap > 0, lines[first - 1].shape == .marked, lines[first - 1].gap == 0 else {
            return false
        }
        return last + 1 < lines.count && lines[last + 1].shape == .prose
    }

    /// Whether line `index` is the rest of the item that begins at `first`.
    private func isRest(_ index: Int, of first: Int) -> Bool {
        guard index < lines.count, lines[index].gap == 0 else { return false }
        let (line, above) = (lines[index], lines[index - 1])
        guard line.shape == .small || line.shape == .prose || line.shape == .label else { return false }
        if line.indent > lines[first].indent, above.ending != .stop, above.ending != .colon { return true }
        return line.opening == .small && line.shape != .label && (above.ending == .none || above.ending == .comma)
    }

    /// Whether a line of the same kind stands next to this one.
    private func isListed(_ first: Int, _ last: Int) -> Bool {
        if !list.isEmpty { return true }
        return last + 1 < lines.count && lines[last + 1].shape == .marked
    }

    /// "– Anna, Leeds" below what she said.
    private func isSignature(_ index: Int) -> Bool {
        lines[index].marker == .dash && lines[index].words <= 5 && (drafts.last?.isProse ?? false)
    }

    /// "A. Definition" or "2. Eyelid surgery" above a paragraph, no other number next to it.
    private func isMarkedHeading(_ first: Int, _ last: Int) -> Bool {
        let line = lines[first]
        guard first == last, line.marker == .number || line.marker == .letter, last + 1 < lines.count else {
            return false
        }
        guard line.words <= 10, line.ending != .stop, line.ending != .comma, line.opening == .capital else {
            return false
        }
        return lines[last + 1].shape == .prose || lines[last + 1].isShort || lines[last + 1].shape == .leadIn
    }

    /// The depth of an item: indented further than the one above it, or marked otherwise, it is one deeper.
    private mutating func openLevel(for line: Line) -> Int {
        while let last = list.last, last.indent > line.indent { list.removeLast() }
        if let same = list.lastIndex(where: { $0.marker == line.marker && $0.indent == line.indent }) {
            list.removeSubrange((same + 1)...)
        } else if list.count < 16 {
            list.append((line.indent, line.marker))
        }
        return max(list.count, 1)
    }

    // MARK: Lists that a line announces

    /// A line that announces something: a list, or, as a heading, the paragraphs below it.
    mutating func readLeadIn() {
        let first = at
        let line = lines[first]
        guard first + 1 < lines.count else { return addProse(first, through: first, introduces: false) }
        let next = lines[first + 1]
        let isBrief = line.words <= 8 && line.opening != .small && !line.traits.contains(.plain)
        let end = announcedList(after: first)
        if end > first + 1 {
            addProse(first, through: first, introduces: true)
            for line in (first + 1)..<end { add(line, .item(depth: 1), introduces: lines[line].ending == .colon) }
            return
        }
        if line.traits.contains(.category), line.words <= 14, next.shape == .label, headsProse(first + 1) {
            return add(heading: first, level: levels.openSeries(), introduces: true)
        }
        switch next.shape {
        case .prose where isBrief && next.opening != .small: add(heading: first, introduces: true)
        case .leadIn where isBrief && line.ending == .colon: add(heading: first)
        case .label where isBrief && line.ending == .colon: add(heading: first)
        default: addProse(first, through: first, introduces: true)
        }
    }

    /// Longer than a label, and without the stop of a sentence.
    private func isFragment(_ line: Line) -> Bool {
        line.shape == .prose && (line.ending == .none || line.ending == .comma) && line.count <= 200
            && !line.traits.contains(.sentences)
    }

    private func headsProse(_ index: Int) -> Bool {
        index + 1 < lines.count && lines[index + 1].shape == .prose && lines[index + 1].opening != .small
    }

    /// Where the list without bullets ends that line `index` announces; `index + 1` where none follows.
    private func announcedList(after index: Int) -> Int {
        let start = index + 1
        let first = lines[start]
        guard first.gap <= 2, first.ending != .colon || first.shape != .leadIn else { return start }
        let isMember: (Line) -> Bool
        if first.opening == .small, first.shape == .small || first.shape == .prose {
            isMember = { $0.opening == .small && ($0.shape == .small || $0.shape == .prose) && $0.count <= 400 }
        } else if first.isShort || first.shape == .prose && isFragment(first) {
            isMember = { $0.isShort || $0.shape == .small || isFragment($0) }
        } else if first.traits.contains(.labelled), first.shape == .prose {
            isMember = { $0.traits.contains(.labelled) && $0.shape != .marked && $0.shape != .leadIn }
        } else {
            return start
        }
        var end = start + 1
        // The first two lines show how far apart the items stand.
        let gap = end < lines.count ? lines[end].gap : 0
        if gap <= first.gap || first.gap > 0 {
            while end < lines.count, lines[end].gap <= gap, isMember(lines[end]) { end += 1 }
        }
        // One alone is a list where it cannot be a sentence.
        let isItem = first.opening == .small && first.ending == .none && lines[index].ending == .colon
        if end - start == 1, !first.isShort, !isItem { return start }
        return trimHeading(start, end)
    }

    /// `end`, or one less where the last of a run of short lines is the heading of the prose behind it.
    private func trimHeading(_ start: Int, _ end: Int) -> Int {
        guard end < lines.count, lines[end].isBody, lines[end - 1].shape == .label else { return end }
        let last = lines[end - 1]
        if end - start == 1 {
            // "Breast procedures:" / "Breast lift" / prose: no list of one.
            return last.gap >= min(lines[end].gap, 1) ? start : end
        }
        if last.gap == 0, lines[end].gap > 0 { return end }
        let longest = lines[start..<(end - 1)].reduce(0) { max($0, $1.words) }
        let isOdd =
            last.traits.contains(.aside) || last.traits.contains(.category) || last.ending == .question
            || last.words > longest + 2 || begins(lines[end], likeLine: last)
        return isOdd ? end - 1 : end
    }

    /// Whether a paragraph takes up its heading's first word ("Breast lift" / "Breast lifts are …").
    func begins(_ prose: Line, likeLine heading: Line) -> Bool {
        var count = 0
        while heading.body + count < heading.upper, prose.lower + count < prose.upper,
            LinePhrases.fold(bytes[heading.body + count]) == LinePhrases.fold(bytes[prose.lower + count])
        { count += 1 }
        return count >= 5
    }
}
