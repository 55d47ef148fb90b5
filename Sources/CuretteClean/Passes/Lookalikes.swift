import CuretteData
import CuretteText

/// Plain signs that are drawn like plain letters: `P1a5tic`, `genera1Iy`, `rneclical`, `|t`.
///
/// Only where nobody knows the word as it stands and somebody knows the one that comes out, in a paragraph of a language
/// that has a dictionary here. Left alone: codes and units (`H1N1`, `B12`, `5-FU`, `1080p`, `3D`), addresses, names
/// in a capital that happen to hold `rn` or `cl`.
enum Lookalikes: Pass {
    static let causes: Findings = .lookalike
    static let uncovers: Findings = []

    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        let bytes = draft.bytes
        var offset = 0
        while let place = FastScan.suspect(bytes, from: offset) {
            guard bytes[place] < 0x80 || place > offset else {
                offset = place + UTF8Bytes.width(of: bytes[place])
                continue
            }
            let (end, candidate) = candidate(at: place, in: draft)
            offset = max(end, place + UTF8Bytes.width(of: bytes[place]))
            guard let candidate, candidate.lower >= edits.end else { continue }
            repair(candidate.lower, end, candidate.spelling, draft, &edits)
        }
        return edits
    }

    /// Whether the word at `place` only raised the scan's suspicion; then, where it ends.
    static func dismissed(at place: Int, in draft: Draft) -> Int? {
        let (end, candidate) = candidate(at: place, in: draft)
        return candidate == nil ? end : nil
    }

    /// The word at `place`, if it may be meant otherwise, and where it ends. Asks the tables, the cheapest first, and
    /// never the paragraph: codes, units, and words that are known or have no known reading are done with here.
    private static func candidate(
        at place: Int,
        in draft: Draft
    ) -> (end: Int, found: (lower: Int, spelling: Spelling)?) {
        let bytes = draft.bytes
        if let end = harmlessWord(at: place, in: bytes, draft.knowledge) { return (end, nil) }
        let span = token(at: place, bytes)
        guard span.lower < span.upper, span.upper - span.lower <= Word.longest, holdsSign(span, bytes),
            !Surroundings.isPartOfAddress(span.lower, span.upper, bytes),
            let spelling = Spelling(span.lower, span.upper, bytes, draft.knowledge)
        else { return (max(span.upper, place + 1), nil) }
        if spelling.isFrontEye, !isFrontEyeOfSentence(span, draft) { return (span.upper, nil) }
        return (span.upper, spelling.mayBeKnown(draft) ? (span.lower, spelling) : nil)
    }

    /// `lt` and `ln` for `It` and `In`: at the beginning of a sentence, before a word that everybody knows, where the
    /// line does not use the same two letters elsewhere (`ln x`, `lt` as an abbreviation).
    private static func isFrontEyeOfSentence(_ span: (lower: Int, upper: Int), _ draft: Draft) -> Bool {
        let bytes = draft.bytes
        guard Surroundings.beginsSentence(span.lower, bytes), Surroundings.isFollowedByWord(span.upper, bytes) else {
            return false
        }
        var upper = span.upper + 1
        while upper < bytes.count, upper - span.upper <= 32, WordCharacter.isASCIILetter(bytes[upper]) { upper += 1 }
        guard draft.knowledge.isWord(UnsafeBufferPointer(rebasing: bytes[span.upper + 1..<upper])) else { return false }
        var place = max(0, span.lower - 2048)
        let end = min(bytes.count - 1, span.upper + 2048)
        while place < end {
            defer { place += 1 }
            guard bytes[place] == bytes[span.lower], bytes[place + 1] == bytes[span.lower + 1], place != span.lower,
                place == 0 || !WordCharacter.isASCIIWord(bytes[place - 1]),
                place + 2 == bytes.count || !WordCharacter.isASCIIWord(bytes[place + 2])
            else { continue }
            if !Surroundings.beginsSentence(place, bytes) { return false }
        }
        return true
    }

    /// A dictionary's word as it stands.
    private static func harmlessWord(
        at place: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ knowledge: Knowledge
    ) -> Int? {
        guard WordCharacter.isASCIILetter(bytes[place]) else { return nil }
        var lower = place
        while lower > 0, place - lower < 64, WordCharacter.isASCIIWord(bytes[lower - 1]) { lower -= 1 }
        var upper = place
        while upper < bytes.count, upper - place < 64, WordCharacter.isASCIIWord(bytes[upper]) { upper += 1 }
        // `lt` and `ln` are listed words and disguised ones.
        guard upper - lower <= 32, upper - lower != 2 || bytes[lower] != 0x6C else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { folded in
            var isSmall = false
            var hasEye = false
            for (index, byte) in bytes[lower..<upper].enumerated() {
                if byte < 0x41 { return nil }
                if byte >= 0x61 { isSmall = true } else if byte == 0x49, index > 0 { hasEye = true }
                folded[index] = byte | 0x20
            }
            // `famIly` folds to a word.
            if isSmall, hasEye { return nil }
            let word = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(folded)[0..<upper - lower])
            return knowledge.isWord(word) ? upper : nil
        }
    }

    /// Whether a stretch holds anything that a letter may have been written with; most words with letters beyond ASCII
    /// do not.
    private static func holdsSign(_ span: (lower: Int, upper: Int), _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before: UInt8 = 0x20
        for place in span.lower..<span.upper {
            let byte = bytes[place]
            let next = place + 1 < span.upper ? bytes[place + 1] : 0x20
            switch byte {
            case 0x30...0x39, 0x7C, 0x40, 0x24, 0x21, 0x49: return true
            // The signs of the euro, the pound and the cent.
            case 0xC2 where next == 0xA2 || next == 0xA3: return true
            case 0xE2 where next == 0x82: return true
            case 0x80...: break
            default: if FastScan.isSuspect(before, byte, next) { return true }
            }
            before = byte
        }
        return false
    }

    /// Whether a word of plain letters holds one of the pairs, or capitals where small letters should stand.
    static func mayBeDisguised(_ scalars: [UInt32]) -> Bool {
        for (index, scalar) in scalars.enumerated() where index + 1 < scalars.count {
            switch (scalar | 0x20, scalars[index + 1] | 0x20) {
            case (0x72, 0x6E), (0x63, 0x6C), (0x76, 0x76): return true
            default: break
            }
            if scalar == 0x49, scalars[index + 1] >= 0x61 { return true }
            if scalars[index + 1] == 0x49, scalar >= 0x61 { return true }
        }
        return false
    }

    /// The stretch of letters, digits and signs that holds `place`.
    private static func token(at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (lower: Int, upper: Int) {
        func belongs(_ byte: UInt8) -> Bool {
            WordCharacter.isASCIIWord(byte) || byte == 0x7C || byte == 0x40 || byte == 0x24 || byte >= 0x80
                || byte == 0x21
        }
        var lower = place
        while lower > 0, place - lower < 64, belongs(bytes[lower - 1]) || isInnerApostrophe(lower - 1, bytes) {
            lower -= 1
        }
        while lower < place, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        var upper = place
        while upper < bytes.count, upper - place < 64, belongs(bytes[upper]) || isInnerApostrophe(upper, bytes) {
            upper += 1
        }
        // Punctuation at the end is punctuation.
        while upper > lower, bytes[upper - 1] == 0x21 { upper -= 1 }
        return (lower, upper)
    }

    private static func isInnerApostrophe(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes[place] == 0x27 && place > 0 && place + 1 < bytes.count && WordCharacter.isASCIILetter(bytes[place - 1])
            && WordCharacter.isASCIILetter(bytes[place + 1])
    }

    private static func repair(
        _ lower: Int,
        _ upper: Int,
        _ found: Spelling,
        _ draft: Draft,
        _ edits: inout Edits
    ) {
        var spelling = found
        let paragraph = draft.paragraph(at: lower)
        guard draft.languages(of: paragraph).isGuessable else { return }
        guard var reading = believedReading(of: spelling, lower, draft, paragraph) else { return }
        recase(&reading, &spelling.slots, lower, draft.bytes)
        edits.propose(reading, for: spelling.slots, .lookalike)
    }

    /// A reading with what it needs besides: nothing, an everyday word, company.
    private static func believedReading(
        of spelling: Spelling,
        _ lower: Int,
        _ draft: Draft,
        _ paragraph: Paragraph
    ) -> Reading? {
        let need = need(of: spelling, draft, paragraph)
        if need == .nothing || spelling.isFrontEye { return spelling.reading(draft, paragraph) }
        if need == .everyday, let reading = spelling.everydayReading(draft, paragraph) { return reading }
        if spelling.isCapitalisedPair, Surroundings.beginsSentence(lower, draft.bytes),
            let reading = spelling.everydayReading(draft, paragraph)
        {
            return reading
        }
        let isAllowed = !spelling.isCapitalisedPair || Surroundings.beginsSentence(lower, draft.bytes)
        guard isAllowed, hasCompany(draft, paragraph) else { return nil }
        return spelling.reading(draft, paragraph)
    }

    /// Spanish verb forms stand in no list (`inclina` is no `indina`), and a line of few words may be of any language.
    private static func need(of spelling: Spelling, _ draft: Draft, _ paragraph: Paragraph) -> Spelling.Need {
        guard spelling.need == .nothing else { return spelling.need }
        if paragraph.hasHan { return .everyday }
        let isEnglish = draft.languages(of: paragraph).english && paragraph.plainWords >= 4
        return isEnglish || spelling.mayStandOnPage ? .nothing : .everyday
    }

    /// Another word of the paragraph is certainly spelled with the wrong signs. Looked for once a paragraph, near its
    /// beginning, so that many short words cost no more than one.
    private static func hasCompany(_ draft: Draft, _ paragraph: Paragraph) -> Bool {
        if let known = draft.lookalikesInParagraph, known.lower == paragraph.lower { return known.found }
        let bytes = draft.bytes
        let end = min(paragraph.upper, paragraph.lower + 4096)
        var offset = paragraph.lower
        var found = false
        while !found, let place = FastScan.suspect(bytes, from: offset), place < end {
            let span = token(at: place, bytes)
            offset = max(span.upper, place + UTF8Bytes.width(of: bytes[place]))
            guard span.upper - span.lower >= 4, !Surroundings.isPartOfAddress(span.lower, span.upper, bytes),
                let spelling = Spelling(span.lower, span.upper, bytes, draft.knowledge)
            else { continue }
            switch need(of: spelling, draft, paragraph) {
            case .nothing: found = spelling.reading(draft, paragraph) != nil
            case .everyday: found = spelling.everydayReading(draft, paragraph) != nil
            case .company: break
            }
        }
        draft.lookalikesInParagraph = (paragraph.lower, found)
        return found
    }

    /// A word that begins with a sign begins with a capital where one is due: at the beginning of a sentence, in a title.
    private static func recase(
        _ reading: inout Reading,
        _ slots: inout [Slot],
        _ lower: Int,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        let first = slots[0].options[reading.choices[0]].first
        guard slots[0].unchanged == nil, first >= 0x61,
            reading.scalars.dropFirst().allSatisfy({ !Traits($0).isUpper })
        else { return }
        guard
            Surroundings.beginsSentence(lower, bytes)
                || Surroundings.isTitled(lower, slots[slots.count - 1].upper, bytes)
        else { return }
        slots[0].options[reading.choices[0]].first = Characters.upper(first)
    }
}
