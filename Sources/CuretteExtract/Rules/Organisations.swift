import CuretteText

/// Names of societies, journals, departments and firms hold the names of fields and procedures ("Guild of Hair
/// Restoration Doctors", "Harbour Facelift Partners Ltd"): those are no mentions.
struct Organisations {
    let connectives: Connectives
    let text: FoldedText

    /// How many words before a name its organisation may begin.
    private static let reach = 8

    func contains(_ hit: Hit) -> Bool {
        guard text.isCapitalised(hit.first), text.isCapitalised(hit.last) else { return false }
        return isFirm(hit) || isBody(hit)
    }

    /// "Facelift Partners Ltd": a firm's word follows, at most one other capitalised word between.
    private func isFirm(_ hit: Hit) -> Bool {
        var word = hit.last + 1
        for _ in 0..<2 {
            guard word < text.wordCount, text.gaps[word] == .space, text.isCapitalised(word) else { return false }
            if connectives.isFirm(word, in: text) { return true }
            word += 1
        }
        return false
    }

    /// "Society of Plastic, Reconstructive and Aesthetic Surgeons": the word for such a body stands before, with "of"
    /// or the like behind it, and nothing but capitalised and small words between.
    private func isBody(_ hit: Hit) -> Bool {
        var word = hit.first - 1
        while word >= 0, hit.first - word <= Self.reach, text.gaps[word + 1].isSubset(of: [.space, .comma]) {
            if connectives.isBody(word, in: text) {
                return text.isCapitalised(word) && connectives.isPreposition(word + 1, in: text)
            }
            guard
                text.isCapitalised(word) || connectives.isPreposition(word, in: text)
                    || connectives.isDeterminer(word, in: text)
                    || connectives.conjunction(startingAt: word, in: text) == 1
            else { return false }
            word -= 1
        }
        return false
    }
}
