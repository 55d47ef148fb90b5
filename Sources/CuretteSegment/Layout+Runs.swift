import CuretteIngest

/// Runs of short lines without bullets: a heading, a heading over a heading, a list, a menu.
extension Layout {
    mutating func readRun() {
        let first = at
        if let last = brokenHeading(first) { return add(heading: first, through: last) }
        if isRepeated(first) {
            let level = levels.level(of: lines[first])
            add(heading: first, level: level)
            return add(heading: first + 1, level: level)
        }
        if continues(first + 1), lines[first + 1].shape == .prose || isBrokenSentence(first) { return readParagraph() }
        var end = first + 1
        while end < lines.count, lines[end].isShort || lines[end].shape == .small && !continuesOpen(end) {
            if continues(end + 1), isBrokenSentence(end) { break }
            if beginsGlossary(end) { break }
            end += 1
        }
        if end < lines.count, lines[end].shape == .rule, lines[end].gap == 0, lines[end - 1].shape == .label {
            readBody(first, end - 1, hasHeading: true)
            let level = bytes[lines[end].lower] == 0x3D ? 1 : 2
            return add(heading: end - 1, through: end, level: level)
        }
        let hasHeading = isHeading(end - 1, inRunFrom: first)
        readBody(first, hasHeading ? end - 1 : end, hasHeading: hasHeading)
        if hasHeading { add(heading: end - 1) }
    }

    /// The second line of a heading broken over two: "What is a" / "Facelift", or "Facial" / "Rejuvenation" with a
    /// paragraph behind it; nil where the first line stands for itself.
    private func brokenHeading(_ first: Int) -> Int? {
        if let last = parties(first) { return last }
        guard first + 2 < lines.count, lines[first].opening == .capital, lines[first].cue == 0 else { return nil }
        let (line, rest, next) = (lines[first], lines[first + 1], lines[first + 2])
        guard rest.shape == .label, rest.gap == 0, rest.cue == 0, next.isBody, next.opening != .small else {
            return nil
        }
        if line.traits.contains(.open) { return line.words + rest.words <= 12 ? first + 1 : nil }
        let isHalf = line.shape == .label && line.words == 1 && rest.words <= 2 && line.ending == .none
        let standsAlone = (line.gap > 0 || first == 0) && next.gap > 0
        return isHalf && standsAlone && !line.traits.contains(.category) ? first + 1 : nil
    }

    /// "Plastic Surgery" / "vs." / "Cosmetic Surgery": the line that names the second party, if prose follows.
    private func parties(_ first: Int) -> Int? {
        guard first + 3 < lines.count, lines[first].shape == .label, lines[first].cue == 0,
            lines[first + 1].traits.contains(.joins), lines[first + 2].shape == .label, lines[first + 3].isBody
        else { return nil }
        return first + 2
    }

    /// Whether the line is said twice and something stands below: a heading and its anchor, or its entry in a list.
    private func isRepeated(_ first: Int) -> Bool {
        guard first + 2 < lines.count, lines[first].shape == .label, lines[first].cue == 0,
            lines[first].count == lines[first + 1].count, lines[first].count >= 4, lines[first + 1].shape == .label
        else { return false }
        return (0..<lines[first].count).allSatisfy {
            LinePhrases.fold(bytes[lines[first].lower + $0]) == LinePhrases.fold(bytes[lines[first + 1].lower + $0])
        }
    }

    private func beginsGlossary(_ index: Int) -> Bool {
        index < lines.count && lines[index].traits.contains(.labelled) && glossary(from: index) != nil
    }

    /// Whether the line begins a sentence that is broken over it and the lines below, which all begin small.
    private func isBrokenSentence(_ first: Int) -> Bool {
        if lines[first].traits.contains(.open) || lines[first].ending == .comma { return true }
        var last = first + 1
        while last + 1 < lines.count, last < first + 40, lines[last + 1].gap == 0,
            lines[last + 1].opening == .small || lines[last + 1].opening == .joint
        {
            // A full stop or comma on a line of its own never was the end of one.
            if lines[last + 1].opening == .joint { return true }
            last += 1
        }
        guard lines[last].opening == .small, lines[first].count >= 20 else { return false }
        return lines[last].ending == .stop || lines[last].ending == .question
    }

    private func continuesOpen(_ index: Int) -> Bool {
        lines[index].gap == 0 && (lines[index - 1].traits.contains(.open) || lines[index - 1].ending == .comma)
    }

    /// Whether the last line of a run stands as a heading above what follows it.
    private func isHeading(_ index: Int, inRunFrom first: Int) -> Bool {
        let line = lines[index]
        guard line.shape == .label, index + 1 < lines.count else { return false }
        if line.traits.contains(.labelled), isInGlossary(index) { return false }
        if line.traits.contains(.enumerates), line.ending != .question, levels.sawHeading { return false }
        // "VEINS" / "Vein stripping" / prose, line upon line: the first heads both.
        let isTight = line.gap == 0 && lines[index + 1].gap == 0 && index > first
        if isTight, !line.traits.contains(.shouted), lines[groupStart(index, first)].traits.contains(.shouted) {
            return false
        }
        let next = lines[index + 1]
        guard next.isBody || next.gap == 0 && beginsGlossary(index + 1) else { return false }
        if next.shape == .prose {
            // The rest of a broken line, or a remark as short as the line itself, needs no heading.
            if next.opening == .small && next.gap == 0 { return false }
            if next.words < 5, !alternates(index) { return false }
        }
        if index == first { return line.words <= 9 || line.gap > 0 || index == 0 || line.ending == .question }
        // It stands at least as close to what follows as to the lines above.
        let (above, below) = (line.gap, next.gap)
        return index == first + 1 ? min(above, 1) >= min(below, 1) : above >= below
    }

    /// Whether a label above a short remark is one of several: "Scar revision" / "When it is tight." / "Otoplasty" / …
    private func alternates(_ index: Int) -> Bool {
        func isPair(_ first: Int) -> Bool {
            first >= 0 && first + 1 < lines.count && lines[first].shape == .label && lines[first + 1].shape == .prose
                && lines[first + 1].ending == .stop
        }
        return isPair(index) && (isPair(index - 2) || isPair(index + 2))
    }

    /// Where the lines begin that stand without a gap above line `index`.
    private func groupStart(_ index: Int, _ first: Int) -> Int {
        var start = index
        while start > first, lines[start].gap == 0 { start -= 1 }
        return start
    }

    /// The lines of a run that stand above its heading, or all of them.
    private mutating func readBody(_ first: Int, _ end: Int, hasHeading: Bool) {
        guard first < end else { return }
        let isTop = !levels.sawProse && !levels.sawHeading
        if let menu = menu(first, end, isTop: isTop) {
            readBody(first, menu.lowerBound, hasHeading: false)
            for line in menu { addMenuLine(line) }
            return readBody(menu.upperBound, end, hasHeading: hasHeading)
        }
        let atMost = !isTop ? 1 : lines[first].traits.contains(.shouted) ? 4 : 3
        if hasHeading ? end - first <= atMost : isTop && isTitles(first, end) || isTitleOverTrail(first, end) {
            return readTitles(first, end, isTop: isTop)
        }
        if end - first == 1 { return addLone(first) }
        let groups = groups(first, end)
        let headed = groups.reduce(0) { mayOpenWithHeading($1.lowerBound, $1.upperBound) ? $0 + 1 : $0 }
        for group in groups {
            readGroup(group.lowerBound, group.upperBound, isFollowed: group.upperBound < end, hasSibling: headed > 1)
        }
    }

    /// The lines of a run that stand together.
    private func groups(_ first: Int, _ end: Int) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = first
        while start < end {
            var stop = start + 1
            if stop < end {
                let spacing = lines[stop].gap
                while stop < end, lines[stop].gap == spacing { stop += 1 }
                // A line that stands closer to what follows begins the next group.
                if stop < end, lines[stop].gap < spacing { stop -= 1 }
            }
            groups.append(start..<stop)
            start = stop
        }
        return groups
    }

    /// A title, and at most two lines that go with it, above everything else of the page.
    private func isTitles(_ first: Int, _ end: Int) -> Bool {
        guard first == 0, end - first >= 2, end - first <= 3, end < lines.count else { return false }
        let title = lines[first]
        guard title.shape == .label, title.cue == 0, !title.traits.contains(.labelled), title.words >= 2 else {
            return false
        }
        if lines[first + 1].shape == .plain || title.traits.contains(.shouted) && title.words >= 3 { return true }
        // A title and its byline, both above prose.
        return end - first == 2 && lines[end].shape == .prose && lines[first + 1].opening == .capital
            && lines[first + 1].traits.isDisjoint(with: [.category, .aside])
    }

    /// How far apart the closest lines of a run stand.
    private func spacing(_ first: Int, _ end: Int) -> UInt8 {
        lines[(first + 1)..<end].reduce(UInt8.max) { min($0, $1.gap) }
    }

    /// The lines between the first and the last that every menu has, and what stands close to them; at the top of a
    /// page one such line in a long run will do.
    private func menu(_ first: Int, _ end: Int, isTop: Bool) -> Range<Int>? {
        guard end - first >= 2, var lower = (first..<end).first(where: { lines[$0].cue != 0 }),
            var upper = (first..<end).last(where: { lines[$0].cue != 0 })
        else { return nil }
        let spacing = spacing(first, end)
        while lower > first, lines[lower].gap == spacing { lower -= 1 }
        while upper + 1 < end, lines[upper + 1].gap == spacing { upper += 1 }
        let count = upper + 1 - lower
        let entries = lines[lower...upper].reduce(0) { $1.cue != 0 ? $0 + 1 : $0 }
        let isMenu = isTop && count >= 6 || entries >= 2 && entries * 5 >= count
        return isMenu ? lower..<(upper + 1) : nil
    }

    private mutating func addMenuLine(_ line: Int) {
        add(line, .item(depth: 1))
        if drafts[drafts.count - 1].cue == 0 { drafts[drafts.count - 1].role = .navigation }
    }

    /// One to three lines above a heading: the title, a class of things, a caption.
    /// A heading, the parts of a path or a menu right below it, and prose behind both.
    private func isTitleOverTrail(_ first: Int, _ end: Int) -> Bool {
        end - first == 2 && lines[first].shape == .label && lines[first + 1].traits.contains(.trail)
            && end < lines.count && lines[end].shape == .prose
    }

    private mutating func readTitles(_ first: Int, _ end: Int, isTop: Bool) {
        var needsTitle = true
        for line in first..<end {
            let isFact = levels.sawHeading && lines[line].opening == .digit
            if lines[line].shape == .label, lines[line].cue == 0, needsTitle, !isFact {
                add(heading: line)
                needsTitle = false
            } else if isTop, isSecondTitle(lines[line]) {
                add(heading: line, level: 1)
            } else {
                addLone(line)
            }
        }
    }

    /// The page's own title below the name of its site.
    private func isSecondTitle(_ line: Line) -> Bool {
        guard line.shape == .label, line.cue == 0, !line.traits.contains(.enumerates) else { return false }
        if line.ending == .question || line.traits.contains(.labelled) { return line.words >= 4 }
        // A flattened menu has no small words.
        return line.words >= 5 && line.traits.contains(.capitals) && holdsSmallWord(line)
    }

    private func holdsSmallWord(_ line: Line) -> Bool {
        (line.body..<(line.upper - 1)).contains { bytes[$0] == 0x20 && bytes[$0 + 1] &- 0x61 < 26 }
    }

    private mutating func addLone(_ line: Int) {
        add(line, .paragraph, introduces: lines[line].ending == .colon)
    }

    /// Lines that stand together: the entries of a list, below a heading where one names their class.
    private mutating func readGroup(_ first: Int, _ end: Int, isFollowed: Bool, hasSibling: Bool) {
        if end - first == 1 {
            let line = lines[first]
            let heads =
                isFollowed && line.shape == .label && lines[first + 1].isShort && line.cue == 0 && isClose(first)
            return heads ? add(heading: first) : addLone(first)
        }
        var first = first
        let hasSubject =
            end - first >= 3 && isSubject(lines[first]) && !isSubject(lines[first + 1]) && !isSubject(lines[first + 2])
        if hasSubject || opensWithHeading(first, end, hasSibling: hasSibling) {
            // The title of a page heads no list of its own.
            add(heading: first, level: max(2, levels.level(of: lines[first])))
            first += 1
        }
        let classes = lines[first..<end].reduce(0) { isClass($1) ? $0 + 1 : $0 }
        for line in first..<end {
            let isOver = line + 1 < end && isClass(lines[line]) && !isClass(lines[line + 1])
            // One class amid lines spaced alike is an item like them.
            let isMarked = line == first || classes > 1 || lines[line].traits.contains(.shouted)
            if isOver, isMarked, classes * 2 <= end - first {
                add(heading: line, level: 3)
            } else {
                add(line, .item(depth: 1))
            }
        }
    }

    /// Whether the lines behind a lone one stand together, so that it may be their heading.
    private func isClose(_ index: Int) -> Bool {
        index + 2 < lines.count && lines[index + 2].isShort && lines[index + 2].gap < lines[index + 1].gap
    }

    /// "What it costs" above prices.
    private func isSubject(_ line: Line) -> Bool {
        line.shape == .label && line.cue == 0 && (line.traits.contains(.aside) || line.ending == .question)
    }

    private func isClass(_ line: Line) -> Bool {
        line.shape == .label && line.traits.contains(.category) && line.words <= 6
            && line.traits.isDisjoint(with: [.labelled, .enumerates])
    }
}
