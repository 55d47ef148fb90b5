/// Groups of short lines within a run: lines that stand together and apart from the others.
extension Layout {
    /// How a group may show that its first line heads the others.
    private enum Sign {
        /// The line or those below it say so.
        case own
        /// One word above names of several: a heading only where another group begins likewise.
        case shared
    }

    /// Whether a group `first..<end` begins with its heading; `hasSibling` where another
    /// group of its run may do so too.
    func opensWithHeading(_ first: Int, _ end: Int, hasSibling: Bool) -> Bool {
        switch sign(first, end) {
        case .own: true
        case .shared: hasSibling
        case nil: false
        }
    }

    /// Whether a group's first line may head the others, alone or together with other groups.
    func mayOpenWithHeading(_ first: Int, _ end: Int) -> Bool { sign(first, end) != nil }

    private func sign(_ first: Int, _ end: Int) -> Sign? {
        let line = lines[first]
        guard end - first >= 2, line.shape == .label, line.cue == 0, line.words <= 6 || line.ending == .question,
            line.traits.isDisjoint(with: [.labelled, .enumerates])
        else { return nil }
        // It stands apart from what is above, and close to what is below.
        let next = lines[first + 1]
        guard line.gap > next.gap || first == 0 && next.gap == 0 else { return nil }
        let others = lines[(first + 1)..<end]
        if line.ending == .question { return next.ending == .question ? nil : .own }
        if line.traits.contains(.shouted), others.allSatisfy({ !$0.traits.contains(.shouted) }) { return .own }
        if line.traits.contains(.category), line.words <= 3 { return .own }
        if line.traits.contains(.aside), !next.traits.contains(.aside) { return .own }
        let priced = others.reduce(0) { $1.shape == .plain && $1.traits.contains(.figure) ? $0 + 1 : $0 }
        if others.count > 1, priced * 2 > others.count { return .own }
        if others.count == 1 {
            let isList = next.traits.contains(.enumerates) || next.traits.contains(.trail)
            let isPriced = next.traits.contains(.figure) && next.words > line.words + 2
            if isList && next.words > line.words || isPriced { return .own }
            // "Lumps" above "Removal of ganglion cysts", and others likewise.
            let isSaid = next.gap == 0 && line.gap > 0 && line.words <= 4 && next.words >= line.words + 3
            return isSaid && next.shape == .label ? .shared : nil
        }
        let longer = others.reduce(0) { $1.words > 1 ? $0 + 1 : $0 }
        return line.words == 1 && longer * 3 >= others.count * 2 ? .shared : nil
    }
}
