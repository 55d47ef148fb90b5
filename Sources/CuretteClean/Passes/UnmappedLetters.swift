import CuretteDictionary
import CuretteText

/// Letters that look like nothing anybody lists, in a word that everything else gives away: a free place is held
/// against the dictionary, and believed for one match alone, with at least as many known letters as unknown.
///
/// Left alone: an unknown letter at either end (an ending, a particle), words with too few letters to tell, words of a language without a dictionary here, everything ambiguous.
enum UnmappedLetters: Pass {
    static let causes: Findings = .foreignLetter
    static let uncovers: Findings = []

    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        var words = ForeignWords(draft.bytes)
        var word = Word(letters: [])
        while words.next(into: &word) {
            guard word.letters.count >= 4, word.letters.count <= 24, case .mixed = Homoglyphs.scripts(of: word) else {
                continue
            }
            repair(word, draft, &edits)
        }
        return edits
    }

    private static func repair(_ word: Word, _ draft: Draft, _ edits: inout Edits) {
        let paragraph = draft.paragraph(at: word.lower)
        guard draft.languages(of: paragraph).english,
            paragraph.latinWords + paragraph.mixedWords > paragraph.cyrillicWords + paragraph.greekWords
        else { return }
        var pattern: [WordList.Letters] = []
        var known = 0
        var unknown = 0
        for (index, letter) in word.letters.enumerated() {
            guard letter.traits.isLetter, !letter.traits.isRightToLeft, letter.traits.script != .han,
                !paragraph.genuineScripts.contains(letter.traits.script)
            else { return }
            var letters: WordList.Letters = 0
            if letter.isASCII {
                letters = 1 << WordList.Letters((letter.scalar | 0x20) - 0x61)
                known += 1
            } else {
                for like in draft.letters.likenesses(of: letter.scalar, in: .latin) where like.scalar < 0x80 {
                    letters |= 1 << WordList.Letters((like.scalar | 0x20) - 0x61)
                }
                // At either end it is an ending or a particle: `Shift키`, `Linuxでは`.
                if letters == 0, index == 0 || index == word.letters.count - 1 { return }
                if letters == 0 { unknown += 1 } else { known += 1 }
            }
            // Free letters come last in the walk only if something stands before them; a few in front are affordable.
            pattern.append(letters == 0 ? 0x3FF_FFFF : letters)
        }
        guard unknown > 0, unknown <= 3, known > unknown, known >= 4 else { return }
        let matches = WordList.english.words(matching: pattern, limit: 2)
        guard matches.count == 1 else { return }
        for (letter, byte) in zip(word.letters, matches[0]) where !letter.isASCII {
            edits.replace(
                letter.lower,
                letter.upper,
                with: [letter.traits.isUpper && word.letters.allSatisfy { !$0.traits.isLower } ? byte & ~0x20 : byte],
                .unmappedLetter
            )
        }
    }
}
