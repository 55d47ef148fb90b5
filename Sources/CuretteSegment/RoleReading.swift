import CuretteIngest

/// Gives the blocks of a plain-text page their roles, by lines that every site has and by where they stand: before
/// the first sentences, among them, or behind the last.
struct RoleReading {
    let words: LineWords

    func assign(to drafts: inout [Draft]) {
        let firstProse = drafts.firstIndex(where: \.isProse) ?? drafts.count
        let lastProse = drafts.lastIndex(where: \.isProse) ?? -1
        var section: Role?
        var rest: Role?
        for index in drafts.indices {
            let cue = drafts[index].cue == 0 ? nil : words.cues[Int(drafts[index].cue) - 1]
            if drafts[index].isHeading { section = nil }
            if let cue {
                apply(cue, to: &drafts[index], isBefore: index < firstProse, isBehind: index > lastProse)
                switch cue.extent {
                case .line: break
                case .section: section = cue.role
                case .rest: if index > lastProse { rest = cue.role }
                }
            } else if let role = rest ?? section {
                drafts[index].role = role
            } else if drafts[index].isTrail, index < firstProse || index > lastProse {
                drafts[index].role = .navigation
            }
        }
    }

    private func apply(_ cue: LineWords.Cue, to draft: inout Draft, isBefore: Bool, isBehind: Bool) {
        switch cue.role {
        case .navigation, .sidebar, .footer:
            // "Reviews" above reviews is a heading of the page.
            if !draft.isHeading || cue.extent == .section { draft.role = cue.role }
        case .header:
            if isBefore { draft.role = .header } else if isBehind { draft.role = .footer }
        default:
            draft.role = cue.role
        }
    }
}
