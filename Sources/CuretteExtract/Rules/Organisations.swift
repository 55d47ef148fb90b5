import CuretteDictionary
import CuretteText

/// Names of societies, journals, departments and firms hold the names of fields and procedures ("Guild of Hair
/// Restoration Doctors", "Harbour Facelift Partners Ltd"): those are no mentions.
struct Organisations {
    let connectives: Connectives
    let lexicon: Lexicon
    let text: FoldedText

    /// The family of the concepts that name disciplines and what is done in them generally.
    private static let disciplines = "general"

    /// How many words before a name its organisation may begin.
    private static let reach = 8

    func contains(_ hit: Hit) -> Bool {
        guard text.isCapitalised(hit.first), text.isCapitalised(hit.last) else { return false }
        return isFirm(hit) || isBody(hit) || isNamed(hit)
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

    /// "Hartwell Facial Plastic Surgery": a discipline behind a proper name, which no dictionary has, is a practice.
    private func isNamed(_ hit: Hit) -> Bool {
        let concept = lexicon.concepts[hit.name.concept]
        guard concept.kind == .field || concept.family == Self.disciplines, hit.first > 0,
            !WordList.english.isEmpty
        else { return false }
        let word = hit.first - 1
        guard text.gaps[hit.first] == .space, text.isCapitalised(word), text.count(ofWord: word) > 3 else {
            return false
        }
        let letters = text.key(fromWord: word, throughWord: word)
        return letters.allSatisfy { $0 &- 0x61 < 26 }
            && letters.withUnsafeBufferPointer { letters in
                !WordList.english.contains(letters) && !WordList.spanish.contains(letters)
                    && !lexicon.vocabulary.contains(letters)
            } && (hit.first...hit.last).allSatisfy { text.isCapitalised($0) }
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
