import CuretteText

/// Plain letters in other forms: mathematical, fullwidth, enclosed, superscript, small capitals, ligatures.
///
/// A run counts from three letters on, or where a known word comes out. Left alone: fullwidth forms beside ideographs,
/// `ℝ`, `𝔽₂`, `𝑚𝑐²`, `1ª`, `Nº`, `2ⁿᵈ`, `①`, pairs of letters that make a flag, phonetic transcription.
enum LetterForms: Pass {
    static let causes: Findings = .form
    static let uncovers: Findings = [.foreignLetter, .lookalike]

    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        var words = ForeignWords(draft.bytes)
        var word = Word(letters: [])
        var tail = 0
        while words.next(into: &word) {
            signs(from: tail, to: word.lower, draft, &edits)
            tail = word.upper
            repair(word, draft, &edits)
        }
        signs(from: tail, to: draft.bytes.count, draft, &edits)
        return edits
    }

    /// Fullwidth punctuation in a text without ideographs.
    private static func signs(from lower: Int, to upper: Int, _ draft: Draft, _ edits: inout Edits) {
        var offset = lower
        while let start = FastScan.nonASCII(draft.bytes, from: offset), start < upper {
            let (scalar, width) = UTF8Bytes.scalar(in: draft.bytes, at: start)
            offset = start + width
            guard scalar >= 0xFF01, scalar <= 0xFF5E, !draft.paragraph(at: start).hasHan,
                start == 0 || Traits(UTF8Bytes.scalar(in: draft.bytes, before: start).value).script != .han
            else { continue }
            edits.replace(start, offset, with: [UInt8(scalar - 0xFEE0)], .letterForm)
        }
    }

    private enum Kind { case none, ligature, wide, math, raised, small, enclosed, capitalEnclosed, flag, numeral }

    private static func repair(_ word: Word, _ draft: Draft, _ edits: inout Edits) {
        guard word.letters.count <= Word.longest * 2 else { return repairLong(word, draft, &edits) }
        // Most words beyond ASCII hold no form of a letter: nothing is built for them.
        guard word.letters.contains(where: { isForm($0.scalar) }) else { return }
        var slots: [Slot] = []
        var forms = 0
        var kinds: [Kind] = []
        var hasDigit = false
        for letter in word.letters {
            let (meaning, kind) = plain(letter)
            kinds.append(kind)
            if kind != .none { forms += 1 }
            if letter.traits.isNumber && kind == .none { hasDigit = true }
            slots.append(
                Slot(
                    letter.lower,
                    letter.upper,
                    options: Options(meaning),
                    unchanged: kind == .none ? 0 : nil
                )
            )
        }
        guard forms > 0, !isOrdinal(word) else { return }
        let reading = Reading(likeliestOf: slots)
        let others = kinds.filter { $0 != .ligature && $0 != .none }
        let letters = reading.scalars.filter { Traits($0).isLetter }.count
        let folded = Draft.folded(reading.scalars)
        let paragraph = draft.paragraph(at: word.lower)
        if others.allSatisfy({ $0 == .wide }) {
            // Ligatures are typography in any Latin word; fullwidth letters beside ideographs are too.
            if kinds.contains(.ligature), !kinds.contains(.wide) || !paragraph.hasHan {
                return edits.propose(reading, for: slots, .letterForm)
            }
            if !paragraph.hasHan { edits.propose(reading, for: slots, .letterForm) }
            return
        }
        if Transcription.surrounds(word.lower, word.upper, draft.bytes) { return }
        let isKnown = folded.count > 1 && draft.isKnown(reading.scalars, in: paragraph)
        let isWhole = kinds.allSatisfy { $0 != .none }
        var accepted = false
        if others.allSatisfy({ $0 == .flag }) {
            accepted =
                letters >= 3 && isWhole && !isRowOfFlags(folded) || letters > 3 && isWhole && isKnown
                || isKnown && paragraph.formedWords > 2 && letters != 2
        } else if others.contains(.raised) && !others.contains(.math) && !others.contains(.enclosed) {
            // Raised letters stand for footnotes, ordinals and abbreviations: only a known word speaks for a disguise.
            accepted = letters >= 3 && isKnown && !hasDigit || isWhole && letters >= 4 && !hasDigit
            // `bʸ`, `ᵒf` between words; but a raised n or i is an exponent or an index more often.
            if !accepted, !hasDigit, letters == 2, hasNeighbour(word, draft), draft.isKnown(folded, in: paragraph) {
                let last = word.letters[word.letters.count - 1].scalar
                accepted = last != 0x207F && last != 0x2071 && last != 0x2E3 || rawRaised(draft, paragraph) > 2
            }
            if !accepted, isWhole, !hasDigit, letters <= 2 {
                accepted =
                    paragraph.formedWords + rawRaised(draft, paragraph) > 2 && draft.isKnown(folded, in: paragraph)
            }
        } else if others.contains(.numeral) {
            // `Ⅻ` and `Type Ⅴ` are numerals; only within a word of plain letters are they letters.
            accepted = isKnown && !isWhole
        } else if others.contains(.small) {
            accepted =
                isKnown && letters > 1 || letters >= 3 && others.count >= 3
                || hasNeighbour(word, draft) && draft.isKnown(folded, in: paragraph)
        } else {
            accepted =
                !hasDigit && (letters >= 3 || isKnown && (isWhole || letters == 2) && hasNeighbour(word, draft))
                || hasDigit && letters >= 4 || isKnown && letters >= 3
            if !accepted, letters == 2, isWhole, !others.contains(.math) { accepted = hasNeighbour(word, draft) }
            if !accepted, letters == 1, isWhole, paragraph.formedWords > 1, hasNeighbour(word, draft) {
                accepted = draft.isKnown(folded, in: paragraph)
            }
        }
        guard accepted else { return }
        for index in slots.indices where kinds[index] != .none {
            slots[index].options[0] = recased(slots[index].options[0], kinds[index], index, word, isKnown, draft)
        }
        edits.propose(reading, for: slots, .letterForm)
    }

    /// `Nº`, `1ª`, `Mª`: a number or an abbreviation with one raised vowel at its end.
    private static func isOrdinal(_ word: Word) -> Bool {
        let last = word.letters[word.letters.count - 1].scalar
        guard last == 0xAA || last == 0xBA else { return false }
        let stem = word.letters.dropLast()
        return stem.allSatisfy { $0.isASCII }
            && (stem.count <= 2 || stem.allSatisfy { $0.traits.isNumber })
    }

    /// Alphabets without case take that of the word around them: small, but for a first letter at the beginning of a
    /// sentence and for words that nobody knows in small letters (`NHS`).
    private static func recased(
        _ meaning: Meaning,
        _ kind: Kind,
        _ index: Int,
        _ word: Word,
        _ isKnown: Bool,
        _ draft: Draft
    ) -> Meaning {
        switch kind {
        case .capitalEnclosed, .flag:
            guard isKnown || word.letters.count > 5 else { return meaning }
            let isFirst = index == 0 && beginsSentence(word.lower, draft.bytes)
            return isFirst ? meaning : meaning.mapped(Characters.lower)
        default: return meaning
        }
    }

    private static func beginsSentence(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before = place
        while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
        return before == 0 || bytes[before - 1] == 0x0A || bytes[before - 1] == 0x2E || bytes[before - 1] == 0x21
            || bytes[before - 1] == 0x3F
    }

    /// A word of letters stands directly before or behind, one space apart.
    private static func hasNeighbour(_ word: Word, _ draft: Draft) -> Bool {
        let bytes = draft.bytes
        func isWordy(_ scalar: UInt32) -> Bool {
            Traits(scalar).isLetter || WordCharacter.isEnclosedLetter(scalar) || scalar == 0x22 || scalar == 0x201C
        }
        func isJoint(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2D }
        let before =
            word.lower > 1 && isJoint(bytes[word.lower - 1])
            ? UTF8Bytes.scalar(in: bytes, before: word.lower - 1).value : 0x0A
        let behind =
            word.upper + 1 < bytes.count && isJoint(bytes[word.upper])
            ? UTF8Bytes.scalar(in: bytes, at: word.upper + 1).value : 0x0A
        let closes =
            word.upper == bytes.count
            || ([0x0A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x21] as [UInt8]).contains(bytes[word.upper])
        let opens =
            before == 0x0A || before == 0x2E || before == 0x2C || before == 0x3F || before == 0x3A || before == 0x21
        return isWordy(behind) && (isWordy(before) || opens) || isWordy(before) && closes
    }

    /// How many words of the paragraph hold raised letters among plain ones, up to three.
    private static func rawRaised(_ draft: Draft, _ paragraph: Paragraph) -> Int {
        var found = 0
        var offset = paragraph.lower
        while found < 3, let start = FastScan.nonASCII(draft.bytes, from: offset), start < paragraph.upper {
            let (scalar, width) = UTF8Bytes.scalar(in: draft.bytes, at: start)
            offset = start + width
            if isRaised(scalar) { found += 1 }
        }
        return found
    }

    /// Every pair is a country's code: a row of flags, unless the letters say more.
    private static func isRowOfFlags(_ folded: [UInt8]) -> Bool {
        folded.count % 2 == 0 && folded.count == 2
    }

    private static func repairLong(_ word: Word, _ draft: Draft, _ edits: inout Edits) {
        for letter in word.letters {
            let (meaning, kind) = plain(letter)
            guard kind == .ligature || kind == .math else { continue }
            var replacement: [UInt8] = []
            meaning.forEach { replacement.append(scalar: $0) }
            edits.replace(letter.lower, letter.upper, with: replacement, .letterForm)
        }
    }

    private static func isRaised(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAA, 0xBA, 0x2B0...0x2B8, 0x2E0...0x2E3, 0x1D2C...0x1D6A, 0x1D78, 0x1D9B...0x1DBF, 0x2071, 0x207F,
            0x2090...0x209C, 0x2C7C, 0x2C7D,
            0xA7F2...0xA7F4, 0xA7F8, 0xA7F9, 0x10780...0x107BA:
            true
        default: false
        }
    }

    /// Whether a character may be another form of a plain letter or sign.
    static func isForm(_ scalar: UInt32) -> Bool {
        switch scalar {
        case ..<0x250: scalar == 0xAA || scalar == 0xBA
        case 0x250...0x2AF, 0x1D00...0x1D2B, 0x2102...0x2149, 0x2160...0x217F, 0x249C...0x24E9, 0xA730...0xA7EF,
            0xFB00...0xFB06,
            0xFF01...0xFF5E, 0x1D400...0x1D7FF, 0x1F110...0x1F1FF:
            true
        default: isRaised(scalar)
        }
    }

    /// What plain letters a character stands for, and in which form.
    private static func plain(_ letter: Letter) -> (Meaning, Kind) {
        let scalar = letter.scalar
        func compatible() -> [UInt32] {
            Characters.compatibility(scalar).filter { $0 != 0x28 && $0 != 0x29 }
        }
        switch scalar {
        case ..<0xAA: return (Meaning(scalar), .none)
        case 0xFB00...0xFB06: return (Meaning(compatible()), .ligature)
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return (Meaning(scalar - 0xFEE0), .wide)
        case 0x1D400...0x1D7FF:
            let meaning = compatible()
            return meaning.isEmpty ? (Meaning(scalar), .none) : (Meaning(meaning), .math)
        case 0x2160...0x217F:
            let meaning = compatible()
            return meaning.count == 1 ? (Meaning(meaning), .numeral) : (Meaning(scalar), .none)
        case 0x1F12B, 0x1F12C: return (Meaning(compatible()), .enclosed)
        case 0x2102...0x2149 where letter.traits.isLetter:
            let meaning = compatible()
            return meaning.isEmpty || meaning[0] > 0x7A ? (Meaning(scalar), .none) : (Meaning(meaning), .math)
        case 0x249C...0x24E9: return (Meaning(compatible()), .enclosed)
        case 0x1F110...0x1F129: return (Meaning(scalar - 0x1F110 + 0x41), .enclosed)
        case 0x1F130...0x1F149: return (Meaning(scalar - 0x1F130 + 0x41), .capitalEnclosed)
        case 0x1F150...0x1F169: return (Meaning(scalar - 0x1F150 + 0x41), .capitalEnclosed)
        case 0x1F170...0x1F189: return (Meaning(scalar - 0x1F170 + 0x41), .capitalEnclosed)
        case 0x1F1E6...0x1F1FF: return (Meaning(scalar - 0x1F1E6 + 0x41), .flag)
        default: break
        }
        if isRaised(scalar) {
            let meaning = compatible()
            if meaning.count == 1, meaning[0] < 0x80 { return (Meaning(meaning), .raised) }
            // Raised phonetic letters: as plain as their likeness.
            if let base = meaning.first, let like = Confusables.standard.likenesses(of: base, in: .latin).first {
                return (Meaning(like.scalar), .raised)
            }
            return (Meaning(scalar), .none)
        }
        if scalar == 0x1D0B || scalar >= 0x1D00 && scalar <= 0x1D2B || scalar >= 0x250 && scalar < 0x2B0
            || scalar >= 0xA730 && scalar < 0xA7F0,
            let form = Confusables.standard.likenesses(of: scalar, in: .latin).first(where: { $0.isForm })
        {
            return (Meaning(form.scalar), .small)
        }
        return (Meaning(scalar), .none)
    }
}
