import CuretteText

/// Words of Latin letters alone, some of which few languages write: `ɡ` for `g`, `ı` for `i`, small capitals. The part of
/// `Homoglyphs` that stays within one script, where only a known word speaks for another reading.
///
/// Left alone: transcription, names and short words of living alphabets, a single letter without company.
enum RareLetters {
    static func repair(_ word: Word, _ draft: Draft, _ edits: inout Edits) {
        let rare = word.letters.filter { isRare($0.scalar) }
        guard !rare.isEmpty else { return }
        let heads = Draft.folded(word.letters.map { $0.scalar })
        if draft.knowledge.isWord(heads) || Transcription.surrounds(word.lower, word.upper, draft.bytes) { return }
        let paragraph = draft.paragraph(at: word.lower)
        if paragraph.isVietnamese, VietnameseSyllables.standard.contains(word.letters.lazy.map { $0.scalar }) { return }
        // Letters of living alphabets: a foreign name in a capital stays, and so does one such letter in a short word.
        let areLiving = rare.allSatisfy { isLiving($0.scalar) }
        let areDotless = rare.allSatisfy { $0.scalar == 0x131 } && paragraph.plainWords >= 4
        if areLiving, !areDotless,
            word.letters[0].traits.isUpper || word.letters.count < 6 && paragraph.accentedWords < 3
        {
            return
        }
        var slots: [Slot] = []
        for letter in word.letters {
            var slot = Slot(letter.lower, letter.upper, keeping: letter.scalar)
            if isRare(letter.scalar) {
                let likes = draft.letters.likenesses(of: letter.scalar, in: .latin)
                guard !likes.isEmpty else { return }
                var options = Options()
                for like in likes { options.append(Meaning(like.scalar), isWeak: true) }
                slot = Slot(letter.lower, letter.upper, options: options)
            } else if letter.scalar >= 0xC0, let base = Characters.canonical(letter.scalar).first, base < 0x80 {
                slot.options.append(Meaning(base), isWeak: true)
            }
            slots.append(slot)
        }
        let isSingle = word.letters.count == 1
        if isSingle, paragraph.mixedWords == 0, !hasCompany(draft, paragraph, word) { return }
        guard
            let reading = firstReading(
                of: slots,
                where: { scalars, _ in draft.isKnown(scalars, in: paragraph, byPage: false) }
            )
        else { return }
        edits.propose(reading, for: slots, .homoglyph)
    }

    /// Another word of the paragraph holds a rare letter and reads as a known word.
    private static func hasCompany(_ draft: Draft, _ paragraph: Paragraph, _ word: Word) -> Bool {
        var words = ForeignWords(
            UnsafeBufferPointer(rebasing: draft.bytes[0..<min(paragraph.upper, paragraph.lower + 4096)]),
            from: paragraph.lower
        )
        var other = Word(letters: [])
        while words.next(into: &other) {
            guard other.lower != word.lower, other.letters.count > 2, other.letters.count <= Word.longest,
                other.letters.contains(where: { isRare($0.scalar) }),
                let slots = Homoglyphs.slots(for: other, in: .latin, draft)
            else { continue }
            let reading = firstReading(of: slots, limit: 64) { scalars, _ in
                draft.isKnown(scalars, in: paragraph)
            }
            if reading != nil { return true }
        }
        return false
    }

    static func isRare(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x250...0x2AF, 0x1D00...0x1D2B, 0x1C0...0x1C3, 0x180...0x18F, 0x191...0x19F, 0x1A2...0x1AE, 0x1B1...0x1BF,
            0x1DD,
            0x220...0x225, 0x234...0x24F, 0x1D6B...0x1D9A, 0x2C60...0x2C7F, 0xA722...0xA7FF, 0xAB30...0xAB6F,
            0x1DF00...0x1DF1E, 0x2184, 0x1E9A...0x1E9D, 0x140, 0x13F, 0x17F,
            0x131, 0x142,
            0x141, 0xF8, 0xD8, 0x111, 0x110, 0x127, 0x126, 0x167, 0x166, 0x14B, 0x190, 0xF0, 0xFE, 0x138, 0x149, 0x1E9C,
            0x1EFF:
            true
        default: false
        }
    }

    private static func isLiving(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x131, 0x142, 0x141, 0xF8, 0xD8, 0x111, 0x110, 0x127, 0x126, 0x167, 0x166, 0x14B, 0x14A, 0xF0, 0xFE, 0x18F,
            0x259, 0x253, 0x257, 0x199,
            0x25B, 0x254, 0x256, 0x1B4:
            true
        default: false
        }
    }
}
