import CuretteDictionary
import CuretteText

/// Letters of another script that are drawn like the right ones: the core of repair.
///
/// Only a word whose letters no single script owns is suspect (UTS #39, augmented script extensions). For each script it
/// may be meant in, its readings are tried; they are ranked by: every letter mappable, a known word, letters that
/// cannot belong elsewhere, the paragraph, the page. Works in both directions. Words wholly of another script change only
/// where the paragraph is Latin, holds no genuine word of theirs, and does not speak about letters.
///
/// Left alone: Greek letters that name quantities (`αMSH`, `ΔT`, `kΩ`, `µg`), words hyphened to another script
/// (`PDF-файл`) or grown together with it (`CtrlПробел`), a Latin stem with a Cyrillic ending, quotations, transcription.
enum Homoglyphs: Pass {
    static let causes: Findings = .foreignLetter
    static let uncovers: Findings = .lookalike

    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        var words = ForeignWords(draft.bytes)
        var word = Word(letters: [])
        while words.next(into: &word) {
            guard word.letters.count <= Word.longest,
                word.letters.contains(where: { !$0.isASCII && ($0.traits.isLetter || isOdd($0)) })
            else { continue }
            switch scripts(of: word) {
            case .latin: RareLetters.repair(word, draft, &edits)
            case .single(let script): repairWhole(word, script, draft, &edits)
            case .mixed(let targets): repairMixed(word, targets, draft, &edits)
            case .genuine: break
            }
        }
        return edits
    }

    // MARK: Scripts

    enum Scripts {
        case latin
        case single(Script)
        case mixed([Target])
        /// No script at all, or one that repair has no reading for.
        case genuine
    }

    /// Which scripts own all letters of the word.
    static func scripts(of word: Word) -> Scripts {
        var first: Script?
        var isUniform = true
        for letter in word.letters where letter.traits.isLetter || letter.traits.hasExtensions {
            let script = letter.traits.script
            if script == .common || script == .inherited, !letter.traits.hasExtensions { continue }
            if first == nil { first = script } else if first != script { isUniform = false }
        }
        guard let first else { return .genuine }
        if isUniform {
            switch first {
            case .latin: return word.letters.contains(where: isOdd) ? .mixed([.latin]) : .latin
            case .common, .inherited, .han: return .genuine
            default: return .single(first)
            }
        }
        // Letters of one script each, and not all of one: nobody owns the word. Only letters that several scripts use
        // make it worth asking for them all.
        var owners: Set<UInt8>?
        let areShared = word.letters.contains { $0.traits.hasExtensions }
        var targets: [Target] = [.latin]
        for letter in word.letters where letter.traits.isLetter || letter.traits.hasExtensions {
            let script = letter.traits.script
            if script == .common || script == .inherited, !letter.traits.hasExtensions { continue }
            if let target = Target(script), !targets.contains(target) { targets.append(target) }
            guard areShared else { continue }
            let own =
                letter.traits.hasExtensions
                ? Script.extensions(of: letter.scalar) : [script.rawValue]
            owners = owners?.intersection(own) ?? own
        }
        guard owners?.isEmpty ?? true else { return .genuine }
        return .mixed(targets)
    }

    /// A figure of another script, or a sign, where letters are expected.
    private static func isOdd(_ letter: Letter) -> Bool {
        !letter.isASCII
            && (letter.traits.isSign || letter.traits.isNumber && letter.traits.script != .common)
    }

    // MARK: Mixed words

    private struct Candidate {
        let target: Target
        let slots: [Slot]
        let reading: Reading
        let isKnown: Bool
        let isStrong: Bool
        /// Letters of the target's script that the word holds already, and those no other candidate can explain.
        let own: Int
        let unchanged: Int
    }

    private static func repairMixed(_ word: Word, _ targets: [Target], _ draft: Draft, _ edits: inout Edits) {
        if isNotation(word, draft.bytes) || Transcription.surrounds(word.lower, word.upper, draft.bytes) { return }
        let paragraph = draft.paragraph(at: word.lower)
        if MixedWords.isGlued(word, draft.bytes) || MixedWords.isJoined(word, paragraph) { return }
        if let numeral = MixedWords.romanNumeral(word) {
            return edits.propose(Reading(likeliestOf: numeral), for: numeral, .homoglyph)
        }
        if repairPlainly(word, draft, paragraph, &edits) { return }
        var candidates: [Candidate] = []
        let isLatin = paragraph.latinWords + paragraph.mixedWords >= paragraph.cyrillicWords + paragraph.greekWords
        for target in targets {
            // A known word in a Latin paragraph: no other reading could win.
            if isLatin, candidates.contains(where: { $0.isKnown }) { break }
            if let candidate = candidate(word, target, draft, paragraph) { candidates.append(candidate) }
        }
        candidates.removeAll { !$0.isKnown && !$0.isStrong }
        guard !candidates.isEmpty else { return }
        // A stem and an ending of two scripts is how some languages inflect foreign names: that is no disguise unless the
        // text around it says so.
        let switches = self.switches(in: word)
        if candidates.count > 1 {
            let known = candidates.filter { $0.isKnown }
            if known.count == 1 { candidates = known }
        }
        if candidates.count > 1 {
            let latin = paragraph.latinWords
            let cyrillic = paragraph.cyrillicWords
            let greek = paragraph.greekWords
            let page = draft.page()
            candidates.sort { left, right in
                func weight(_ candidate: Candidate) -> (Int, Int, Int) {
                    switch candidate.target {
                    case .latin: (latin, page.latinWords, candidate.own)
                    case .cyrillic: (cyrillic, page.cyrillicWords, candidate.own)
                    case .greek: (greek, page.greekWords, candidate.own)
                    }
                }
                return weight(left) > weight(right)
            }
        }
        let chosen = candidates[0]
        if !chosen.isKnown, chosen.target == .latin, switches == 1,
            paragraph.cyrillicWords + paragraph.greekWords > paragraph.latinWords
        {
            return
        }
        edits.propose(chosen.reading, for: chosen.slots, .homoglyph)
    }

    /// The common case without any lists: each letter read the likeliest way makes an English word in an English
    /// paragraph. It is the reading that the long way would find first.
    private static func repairPlainly(
        _ word: Word,
        _ draft: Draft,
        _ paragraph: Paragraph,
        _ edits: inout Edits
    ) -> Bool {
        guard word.letters.count > 2,
            paragraph.cyrillicWords + paragraph.greekWords <= paragraph.latinWords + paragraph.mixedWords,
            draft.languages(of: paragraph).english
        else { return false }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Word.longest * 2) { room in
            for (index, letter) in word.letters.enumerated() {
                let meant = letter.isASCII ? letter.scalar : draft.letters.likeliest(of: letter.scalar)
                guard meant < 0x80 else { return false }
                room[index] = UInt8(meant)
                room[Word.longest + index] = UInt8(meant | (meant >= 0x41 && meant <= 0x5A ? 0x20 : 0))
            }
            let folded = UnsafeBufferPointer(
                rebasing: UnsafeBufferPointer(room)[Word.longest..<Word.longest + word.letters.count]
            )
            guard WordList.english.contains(folded) else { return false }
            for (index, letter) in word.letters.enumerated() where !letter.isASCII {
                edits.replace(letter.lower, letter.upper, with: CollectionOfOne(room[index]), .homoglyph)
            }
            return true
        }
    }

    private static func candidate(
        _ word: Word,
        _ target: Target,
        _ draft: Draft,
        _ paragraph: Paragraph
    ) -> Candidate? {
        guard let slots = slots(for: word, in: target, draft) else { return nil }
        let own = word.letters.filter { $0.traits.script == target.script && $0.traits.isLetter }.count
        let isMostlyLatin = target == .latin && own >= 4 && own * 2 > word.letters.count
        let known = firstReading(of: slots) { scalars, _ in
            let read = composed(scalars)
            // `Сompose` in a Russian paragraph: the word itself says what it is.
            return draft.isKnown(read, in: paragraph)
                || isMostlyLatin && !word.letters[word.letters.count - 1].traits.isOther(than: target)
                    && draft.knowledge.isWord(Draft.folded(read))
        }
        let first = Reading(likeliestOf: slots)
        // Where nobody knows the word, a doubtful letter needs the company of many: `clαrιfιed` but not `αMSH`.
        let weak = slots.reduce(0) { $0 + ($1.options.isWeak(0) && $1.unchanged != 0 ? 1 : 0) }
        let isWoven =
            target != .cyrillic && weak > 0 && weak * 2 <= word.letters.count && switches(in: word) >= 3
            && !word.letters.contains { $0.traits.isNumber }
            && (target == .greek || draft.languages(of: paragraph).isGuessable)
        return Candidate(
            target: target,
            slots: slots,
            reading: known ?? first,
            isKnown: known != nil,
            isStrong: weak == 0 || isWoven,
            own: own,
            unchanged: slots.filter { $0.unchanged == 0 }.count
        )
    }

    /// What each letter of the word may be in `target`; nil where one has no reading.
    static func slots(for word: Word, in target: Target, _ draft: Draft) -> [Slot]? {
        var slots: [Slot] = []
        slots.reserveCapacity(word.letters.count)
        for letter in word.letters {
            let script = letter.traits.script
            let isOther =
                letter.traits.isLetter && script != target.script && script != .common && script != .inherited
                || isOdd(letter)
            guard isOther else {
                var slot = Slot(letter.lower, letter.upper, keeping: letter.scalar)
                if target == .latin, letter.scalar >= 0x100 {
                    for like in draft.letters.likenesses(of: letter.scalar, in: .latin) {
                        slot.options.append(Meaning(like.scalar), isWeak: true)
                    }
                }
                slots.append(slot)
                continue
            }
            var options = draft.letters.options(of: letter.scalar, in: target)
            if target == .cyrillic { options = options.filtered { draft.cyrillicAlphabet.allows($0.first) } }
            guard options.count > 0 else { return nil }
            slots.append(Slot(letter.lower, letter.upper, options: options))
        }
        return slots
    }

    private static func composed(_ scalars: [UInt32]) -> [UInt32] {
        scalars.contains { $0 >= 0x300 && $0 < 0x370 } ? Characters.composed(scalars) : scalars
    }

    /// How often the word goes over from one script to another.
    private static func switches(in word: Word) -> Int {
        var count = 0
        var last: Script?
        for letter in word.letters where letter.traits.isLetter && letter.traits.script != .common {
            if let last, last != letter.traits.script { count += 1 }
            last = letter.traits.script
        }
        return count
    }

    /// A quantity, a unit or a compound's name: one Greek letter at either end of Latin ones, digits beside it.
    private static func isNotation(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let greek = word.letters.filter { $0.traits.script == .greek }
        guard !greek.isEmpty,
            word.letters.allSatisfy({ $0.isASCII || $0.traits.script == .greek || !$0.traits.isLetter })
        else { return false }
        let plain = word.letters.filter { $0.isASCII && $0.traits.isLetter }
        if greek.count == 1, word.letters.count <= 3, greek[0].scalar != 0x3BF, greek[0].scalar != 0x39F {
            // `μm`, `kΩ`, `ΔT`; but `οf` and `tο`, and what looks like a plain capital, are words.
            let isCapitalTwin =
                greek[0].traits.isUpper
                && ![0x394, 0x3A9, 0x3A3, 0x398, 0x3A6, 0x3A8, 0x39B, 0x39E, 0x3A0, 0x393].contains(greek[0].scalar)
            if greek[0].traits.isUpper && !isCapitalTwin { return true }
            if !isCapitalTwin {
                let known =
                    plain.allSatisfy { $0.traits.isLower } && greek[0].scalar != 0x3BC && greek[0].scalar != 0x3B4
                    && greek[0].scalar != 0x3BB
                return !known
            }
        }
        let isAtEnd =
            greek.count == 1
            && (word.letters[0].scalar == greek[0].scalar
                || word.letters[word.letters.count - 1].scalar == greek[0].scalar)
        let hasDigit = word.letters.contains { $0.traits.isNumber }
        let isCapitals = !plain.isEmpty && plain.allSatisfy { $0.traits.isUpper }
        return isAtEnd && greek[0].traits.isLower && (hasDigit || isCapitals)
    }

    // MARK: Words wholly of another script

    private static func repairWhole(_ word: Word, _ script: Script, _ draft: Draft, _ edits: inout Edits) {
        let paragraph = draft.paragraph(at: word.lower)
        guard paragraph.latinWords + paragraph.mixedWords >= 2,
            !paragraph.speaksAboutLetters || paragraph.mixedWords > 2
        else { return }
        let bytes = draft.bytes
        if isQuotedOrJoined(word, bytes) { return }
        switch script {
        case .cyrillic: if paragraph.genuineCyrillic > 0 || writesCyrillic(draft.page()) { return }
        case .greek: if paragraph.genuineGreek > 0 { return }
        case _ where paragraph.genuineScripts.contains(script): return
        case .armenian: if !draft.languages(of: paragraph).isGuessable { return }
        default: if paragraph.latinWords < 2 || !draft.languages(of: paragraph).isGuessable { return }
        }
        guard let slots = slots(for: word, in: .latin, draft) else { return }
        if script == .cyrillic, paragraph.mixedWords == 0, slots.contains(where: { $0.options.areAllWeak }) {
            return
        }
        let letters = word.letters.filter { $0.traits.isLetter }.count
        if letters == 1, script != .cyrillic, paragraph.mixedWords == 0 { return }
        guard
            let reading = firstReading(
                of: slots,
                // A small `i` by itself is no English word, and Ukrainian's commonest.
                where: { scalars, _ in scalars != [0x69] && draft.isKnown(composed(scalars), in: paragraph) }
            )
        else { return }
        edits.propose(reading, for: slots, .homoglyph)
    }

    /// A page on which whole Cyrillic words are a matter of course.
    private static func writesCyrillic(_ page: Paragraph) -> Bool {
        page.genuineCyrillic >= 3 && page.genuineCyrillic * 8 >= page.latinWords
    }

    /// Quotation marks round it, or a hyphen that makes it part of a compound.
    private static func isQuotedOrJoined(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let before = word.lower > 0 ? UTF8Bytes.scalar(in: bytes, before: word.lower).value : 0x20
        let behind = word.upper < bytes.count ? UTF8Bytes.scalar(in: bytes, at: word.upper).value : 0x20
        let quotes: [UInt32] = [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x2018, 0x60]
        if quotes.contains(before) && (quotes.contains(behind) || behind == 0x2019) { return true }
        let isShort = word.letters.count < 3
        return isShort && (before == 0x2D || behind == 0x2D || behind == 0x3D || before == 0x3D)
    }
}
