import CuretteText

/// Marks piled on letters, and accents sprayed over words that become known words without them.
///
/// Only marks that do not compose are suspicious by themselves, and letters with a dot above or below in a language that
/// has none. Left alone: every word that is known with its accents, `León`, Igbo, Yoruba, Vietnamese, the stress marks of
/// Russian, phonetic transcription, a single accent or two that a borrowed word may carry.
enum Marks: Pass {
    static let causes: Findings = [.oddMark, .accents]
    static let uncovers: Findings = [.form, .foreignLetter, .lookalike]

    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        var words = ForeignWords(draft.bytes)
        var word = Word(letters: [])
        while words.next(into: &word) {
            if !draft.findings.contains(.oddMark), word.letters.reduce(0, { $0 + ($1.isASCII ? 0 : 1) }) < 3 {
                continue
            }
            if !mayBeSprayed(word) { continue }
            if word.letters.count > Word.longest * 4 {
                strip(word, keeping: 0, into: &edits)
                continue
            }
            repair(word, draft, &edits)
        }
        return edits
    }

    /// A letter of an alphabet with what stands on it.
    private struct Cluster {
        var base: UInt32
        var marks: [UInt32]
        var lower: Int
        var upper: Int
        /// The character that carries the first marks in itself.
        var head: UInt32
        /// Marks that stand behind it by themselves.
        var loose: Int
    }

    enum Accent { case none, everyday, odd }

    /// What a Latin letter carries: nothing, an accent as Spanish and French have them, or more.
    static func accent(of scalar: UInt32) -> Accent {
        let parts = Characters.canonical(scalar)
        guard let base = parts.first, parts.count > 1 else { return .none }
        let cluster = Cluster(base: base, marks: Array(parts.dropFirst()), lower: 0, upper: 0, head: scalar, loose: 0)
        return parts.count > 3 || isOdd(cluster) ? .odd : .everyday
    }

    private static func mayBeSprayed(_ word: Word) -> Bool {
        // A word that begins with a mark, or holds those of other scripts, is none of an alphabet.
        guard word.letters.allSatisfy({ !$0.traits.isMark || isAlphabetMark($0.scalar) }) else { return false }
        // Keycaps: a digit, a selector, a frame.
        if word.letters.contains(where: { $0.scalar == 0x20E3 || $0.scalar == 0xFE0F }) { return false }
        for letter in word.letters where letter.scalar >= 0xC0 {
            if letter.traits.isMark { return letter.traits.script == .inherited || letter.traits.script.isAlphabet }
            if letter.traits.script == .latin,
                letter.scalar < 0x250 || letter.scalar >= 0x1E00 && letter.scalar < 0x1F00
            {
                return true
            }
        }
        return false
    }

    /// Marks that Latin, Greek and Cyrillic letters carry; others that are inherited belong to Indic scripts.
    private static func isAlphabetMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F,
            0xFE20...0xFE2F:
            true
        default: false
        }
    }

    private static func clusters(of word: Word) -> [Cluster] {
        var clusters: [Cluster] = []
        for letter in word.letters {
            if letter.traits.isMark, letter.scalar >= 0x300 {
                if clusters.isEmpty {
                    clusters.append(
                        Cluster(
                            base: 0,
                            marks: [letter.scalar],
                            lower: letter.lower,
                            upper: letter.upper,
                            head: 0,
                            loose: 1
                        )
                    )
                } else {
                    let last = clusters.count - 1
                    clusters[last].marks.append(letter.scalar)
                    clusters[last].upper = letter.upper
                    clusters[last].loose += 1
                }
                continue
            }
            let parts = letter.scalar >= 0xC0 && letter.traits.isLetter ? Characters.canonical(letter.scalar) : []
            clusters.append(
                Cluster(
                    base: parts.first ?? letter.scalar,
                    marks: Array(parts.dropFirst()),
                    lower: letter.lower,
                    upper: letter.upper,
                    head: letter.scalar,
                    loose: 0
                )
            )
        }
        return clusters
    }

    private static func repair(_ word: Word, _ draft: Draft, _ edits: inout Edits) {
        let clusters = clusters(of: word)
        let marked = clusters.filter { !$0.marks.isEmpty }
        guard !marked.isEmpty else { return }
        // Marks of scripts that have their own, and letters that are no alphabet's, are none of this pass's business.
        guard
            clusters.allSatisfy({
                $0.base < 0x80 || Traits($0.base).script.isAlphabet || $0.marks.isEmpty || $0.base == 0
            })
        else { return }
        let paragraph = draft.paragraph(at: word.lower)
        if isOrthography(word, paragraph, draft) { return }
        let loose = clusters.reduce(0) { $0 + $1.loose }
        let tallest = clusters.map { $0.marks.count }.max() ?? 0
        let odd = marked.filter(isOdd).count
        if loose == 0 && odd == 0 && tallest < 3 {
            // Everyday accents. A word known with them is right.
            let whole = Draft.folded(clusters.map { $0.head })
            if draft.knowledge.isWord(whole) { return }
            let isName = clusters.first.map { Traits($0.base).isUpper } ?? false
            let letters = clusters.filter { Traits($0.base).isLetter }.count
            let isSprayed = paragraph.looselyMarkedWords >= (isName ? 2 : 1) && letters > 1
            guard isSprayed || !isName || letters > 3 && marked.count >= 3,
                isSprayed || marked.count >= 3 || marked.count * 2 > letters && letters > 3,
                draft.languages(of: paragraph).english
            else { return }
        } else if loose == 0 && tallest < 3 && paragraph.plainWords >= 4 && !draft.languages(of: paragraph).isGuessable
        {
            return
        }
        if isTranscription(word, draft) { return }
        if paragraph.plainWords < 4, marked.allSatisfy(isTone) { return }
        // As the author may have typed it: without the loose marks, without any, with those that Spanish has.
        let bases = clusters.map { $0.base == 0 ? 0x20 : $0.base }
        let folded = Draft.folded(bases)
        let heads = Draft.folded(clusters.map { $0.head == 0 ? 0x20 : $0.head })
        let isSingle = clusters.count == 1
        if loose > 0, !isSingle, draft.isKnown(heads, in: paragraph, byPage: false), heads != folded {
            strip(clusters, &edits) { [$0.head] }
        } else if draft.isKnown(bases, in: paragraph, byPage: false),
            !isSingle || tallest >= 2 || paragraph.plainWords >= 4 && draft.languages(of: paragraph).english
        {
            strip(clusters, &edits) { [$0.base] }
        } else if let spanish = spanishReading(of: clusters, draft, paragraph) {
            strip(clusters, &edits, spanish)
        } else if tallest >= 3 || loose > 0 && isPiled(clusters) || hasStrokes(clusters) {
            // Nobody knows the word, but no language piles marks like this.
            strip(clusters, &edits) { [$0.base] }
        } else if loose + odd > 0, odd + loose >= 2, draft.languages(of: paragraph).english, clusters.count > 2,
            !(clusters.first.map { Traits($0.base).isUpper } ?? false) && paragraph.accentedWords > 0
                || paragraph.accentedWords >= 2
        {
            strip(clusters, &edits) { [$0.base] }
        }
    }

    /// Spelt as Vietnamese or a language with tones, in a text that is.
    private static func isOrthography(_ word: Word, _ paragraph: Paragraph, _ draft: Draft) -> Bool {
        let scalars = word.letters.lazy.map { $0.scalar }
        if paragraph.vietnameseWords > 0, VietnameseSyllables.standard.contains(scalars) {
            if paragraph.isVietnamese { return true }
            let page = draft.page()
            if page.isVietnamese, page.vietnameseWords >= 8, paragraph.sprayedWords == 0 { return true }
        }
        guard paragraph.tonalWords > 0, TonalSpelling.fits(scalars) else { return false }
        if paragraph.isTonal { return true }
        let page = draft.page()
        return page.tonalWords >= 4 && page.sprayedWords * 8 <= page.tonalWords
    }

    /// A dot below and a tone above, as Yoruba and Igbo write them.
    private static func isTone(_ cluster: Cluster) -> Bool {
        cluster.marks.count <= 2 && cluster.marks.allSatisfy { [0x300, 0x301, 0x304, 0x323].contains($0) }
    }

    /// Letters whose accents English and Spanish texts have no use for.
    private static func isOdd(_ cluster: Cluster) -> Bool {
        guard cluster.base < 0x80 else { return false }
        return cluster.loose > 0
            || cluster.marks.contains { mark in
                switch mark {
                // Grave, acute, circumflex, tilde, diaeresis, ring, caron, cedilla, ogonek, comma below, double acute, breve, macron.
                case 0x300...0x304, 0x306, 0x308, 0x30A, 0x30B, 0x30C, 0x326, 0x327, 0x328: false
                case 0x307: cluster.base | 0x20 != 0x69 && cluster.base | 0x20 != 0x7A
                default: true
                }
            }
    }

    /// Two loose marks on one letter, or loose ones on most letters.
    private static func isPiled(_ clusters: [Cluster]) -> Bool {
        let loose = clusters.filter { $0.loose > 0 && $0.base < 0x250 }
        return loose.contains { $0.loose >= 2 } || loose.count >= 3 && loose.count * 2 >= clusters.count
            || loose.contains { $0.base < 0x41 || $0.base == 0 } && loose.contains { $0.marks.count > 1 }
    }

    private static func hasStrokes(_ clusters: [Cluster]) -> Bool {
        clusters.count > 1 && clusters.contains { $0.base < 0x250 && $0.marks.contains { $0 >= 0x334 && $0 <= 0x338 } }
    }

    private static func spanishReading(
        of clusters: [Cluster],
        _ draft: Draft,
        _ paragraph: Paragraph
    ) -> ((Cluster) -> [UInt32])? {
        guard draft.languages(of: paragraph).spanish else { return nil }
        let slots = clusters.map { cluster -> Slot in
            let accents = cluster.marks.filter { $0 == 0x301 || $0 == 0x303 || $0 == 0x308 }
            let written = accents.compactMap { mark -> UInt32? in
                let composed = Characters.composed([cluster.base, mark])
                return composed.count == 1 ? composed[0] : nil
            }
            var options = Options(Meaning(cluster.base))
            for letter in written { options.append(Meaning(letter)) }
            return Slot(cluster.lower, cluster.upper, options: options)
        }
        let reading = firstReading(of: slots, limit: 256) { scalars, _ in
            draft.isKnown(Draft.folded(scalars), in: paragraph, byPage: false)
        }
        guard let reading else { return nil }
        var chosen: [Int: UInt32] = [:]
        for (slot, choice) in zip(slots, reading.choices) { chosen[slot.lower] = slot.options[choice].first }
        return { [chosen[$0.lower] ?? $0.base] }
    }

    /// Phonetic symbols beside it, or slashes or brackets round it: marks mean something there.
    private static func isTranscription(_ word: Word, _ draft: Draft) -> Bool {
        if word.letters.contains(where: {
            $0.scalar >= 0x250 && $0.scalar < 0x2B0 && $0.scalar != 0x261 && $0.scalar != 0x251
        }) {
            return true
        }
        return Transcription.surrounds(word.lower, word.upper, draft.bytes)
    }

    private static func strip(_ clusters: [Cluster], _ edits: inout Edits, _ text: (Cluster) -> [UInt32]) {
        for cluster in clusters where !cluster.marks.isEmpty {
            guard cluster.base != 0 else {
                edits.delete(cluster.lower, cluster.upper, .mark)
                continue
            }
            let kept = text(cluster)
            if kept == [cluster.head] && cluster.loose == 0 { continue }
            var replacement: [UInt8] = []
            for scalar in kept { replacement.append(scalar: scalar) }
            edits.replace(cluster.lower, cluster.upper, with: replacement, .mark)
        }
    }

    /// A stretch too long for a word: loose marks beyond the first few of a letter go.
    private static func strip(_ word: Word, keeping: Int, into edits: inout Edits) {
        var lower = 0
        var upper = 0
        for letter in word.letters {
            if letter.traits.isMark, letter.traits.script == .inherited {
                if upper != letter.lower {
                    if lower < upper { edits.delete(lower, upper, .mark) }
                    lower = letter.lower
                }
                upper = letter.upper
            }
        }
        if lower < upper { edits.delete(lower, upper, .mark) }
    }
}

/// Phonetic transcription: `/ˈraɪnoʊ/`, `[pʰɹəˈsiːdʒɚ]`.
enum Transcription {
    /// Whether slashes or brackets stand close round the stretch, on its own stretch of text without spaces or nearly.
    static func surrounds(_ lower: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before = lower
        var opening: UInt8?
        while before > 0, lower - before < 60, bytes[before - 1] != 0x0A {
            before -= 1
            if bytes[before] == 0x5B || bytes[before] == 0x2F { opening = bytes[before]; break }
            if bytes[before] == 0x5D || bytes[before] == 0x2E { break }
        }
        guard let opening else { return false }
        let closing: UInt8 = opening == 0x5B ? 0x5D : 0x2F
        var behind = upper
        while behind < bytes.count, behind - upper < 60, bytes[behind] != 0x0A {
            if bytes[behind] == closing {
                // `and/or` is no transcription: what stands inside must hold a phonetic sign.
                return UnsafeBufferPointer(rebasing: bytes[before..<behind]).contains {
                    $0 >= 0xC9 && $0 <= 0xCB || $0 == 0xC7 || $0 == 0xE1
                }
            }
            behind += 1
        }
        return false
    }
}
