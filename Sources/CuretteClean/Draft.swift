import CuretteData
import CuretteText

/// What a pass sees: the text as it stands, and what is known about it. Lives as long as one pass over one page.
final class Draft {
    let bytes: UnsafeBufferPointer<UInt8>
    let knowledge: Knowledge
    /// What letters may stand for, as far as this page asked.
    let letters: Letters
    /// What the scan found, and what the passes so far uncovered.
    var findings = Findings.all
    /// Those that were looked through, by where they begin.
    private var paragraphs: [Int: Paragraph] = [:]
    private var paragraph: Paragraph?
    private var wholePage: Paragraph?
    private var repeated: RepeatedWords?
    private var spacesOfParagraph: (lower: Int, keeps: Bool)?
    private var knownAlphabet: CyrillicAlphabet?
    private var searches = 0
    /// Whether the paragraph that begins there has words that are certainly spelled with the wrong signs.
    var lookalikesInParagraph: (lower: Int, found: Bool)?

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ knowledge: Knowledge, _ letters: Letters) {
        self.bytes = bytes
        self.letters = letters
        self.knowledge = knowledge
    }

    // MARK: Words

    /// `scalars` in lower case as UTF-8, typographic apostrophes straight.
    static func folded(_ scalars: some Sequence<UInt32>) -> [UInt8] {
        var folded: [UInt8] = []
        for scalar in scalars { folded.append(scalar: scalar == 0x2019 ? 0x27 : Characters.lower(scalar)) }
        if folded.suffix(2).elementsEqual("'s".utf8) { folded.removeLast(2) }
        return folded
    }

    /// Whether a guess that reads `folded` may be believed in this paragraph.
    ///
    /// - Parameter byPage: whether a word that the page repeats counts. Not where the guess leaves the script alone:
    ///   `zwykle` on the page says nothing of `zwykłe`.
    func isKnown(_ folded: [UInt8], in paragraph: Paragraph, byPage: Bool = true) -> Bool {
        folded.withUnsafeBufferPointer { isKnown($0, in: paragraph, byPage: byPage) }
    }

    func isKnown(_ folded: UnsafeBufferPointer<UInt8>, in paragraph: Paragraph, byPage: Bool = true) -> Bool {
        let languages = languages(of: paragraph)
        if folded.count <= 2 {
            return languages.english && knowledge.shortEnglish.contains(folded)
                || languages.spanish && knowledge.shortSpanish.contains(folded)
        }
        let lists = knowledge.lists(with: folded)
        if languages.english && (lists.contains(.english) || knowledge.isPrefixed(folded)) { return true }
        if languages.spanish && lists.contains(.spanish) { return true }
        if languages.isGuessable && folded.count >= 4 && lists.contains(.lexicon) { return true }
        return byPage && folded.count >= 4 && isRepeated(folded)
    }

    /// The same for a word as it is written: two words run together (`surgeryReconstructive`) are known where both are.
    func isKnown(_ scalars: [UInt32], in paragraph: Paragraph, byPage: Bool = true) -> Bool {
        if isKnown(Draft.folded(scalars), in: paragraph, byPage: byPage) { return true }
        guard scalars.count >= 7 else { return false }
        for index in 3..<scalars.count - 2 where Traits(scalars[index]).isUpper && Traits(scalars[index - 1]).isLower {
            return isKnown(Draft.folded(scalars[..<index]), in: paragraph, byPage: byPage)
                && isKnown(Draft.folded(scalars[index...]), in: paragraph, byPage: byPage)
        }
        return false
    }

    /// Which dictionaries fit the paragraph: at least three in five of its plain words stand in one. Where it has too
    /// few to tell, the page decides; where the page has too few, both may.
    func languages(of paragraph: Paragraph) -> Languages {
        var (plain, english, spanish) = (paragraph.plainWords, paragraph.englishWords, paragraph.spanishWords)
        if plain < 4 {
            let page = page()
            (plain, english, spanish) = (page.plainWords, page.englishWords, page.spanishWords)
            if plain < 2 {
                let isForeign = page.cyrillicWords + page.greekWords > page.latinWords + page.mixedWords || page.hasHan
                return Languages(english: !isForeign, spanish: !isForeign && plain > 0 && spanish == plain)
            }
        }
        let isEnglish = english * 10 >= plain * 6
        // Verb forms with pronouns, which Spanish is full of, stand in no list.
        let isSpanish = spanish * 20 >= plain * 9 && (spanish > english || !isEnglish)
        return Languages(english: isEnglish && !(isSpanish && spanish * 10 > english * 12), spanish: isSpanish)
    }

    /// Whether a word of four letters or more stands on the page at least twice in plain letters of one script.
    ///
    /// The first few words asked for are looked for on the page, which settles nearly all; for more, the page's words
    /// are listed once.
    func isRepeated(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
        if repeated == nil {
            searches += 1
            if searches <= 12, FastScan.isRarer(folded, than: 2, in: bytes) { return false }
            var words = RepeatedWords()
            forEachWord(from: 0, to: bytes.count) { word in
                guard word.kind == .plain, word.count >= 4 else { return }
                words.meet(word.withFolded(RepeatedWords.hash))
            }
            repeated = words
        }
        return repeated?.contains(RepeatedWords.hash(of: folded)) ?? false
    }

    // MARK: Paragraphs

    /// The line that holds `offset`, looked through once.
    func paragraph(at offset: Int) -> Paragraph {
        if let paragraph, paragraph.lower <= offset, offset < paragraph.upper { return paragraph }
        var lower = offset
        while lower > 0 && bytes[lower - 1] != 0x0A { lower -= 1 }
        if let known = paragraphs[lower] {
            paragraph = known
            return known
        }
        var upper = offset
        while upper < bytes.count && bytes[upper] != 0x0A { upper += 1 }
        let read = survey(lower, max(upper, offset + 1))
        paragraphs[lower] = read
        paragraph = read
        return read
    }

    /// The Cyrillic letters of the page's wholly Cyrillic words.
    var cyrillicAlphabet: CyrillicAlphabet {
        if let knownAlphabet { return knownAlphabet }
        var alphabet = CyrillicAlphabet()
        forEachWord(from: 0, to: bytes.count) { word in
            guard word.script == .cyrillic, word.kind == .plain else { return }
            for scalar in word.scalars { alphabet.insert(scalar) }
        }
        knownAlphabet = alphabet
        return alphabet
    }

    /// Whether the odd spaces of a paragraph are few, in a language that nothing here judges better.
    func keepsSpaces(at offset: Int) -> Bool {
        let paragraph = paragraph(at: offset)
        if let known = spacesOfParagraph, known.lower == paragraph.lower { return known.keeps }
        var keeps = !languages(of: paragraph).isGuessable
        if keeps {
            var (plain, odd) = (0, 0)
            var place = paragraph.lower
            while place < paragraph.upper {
                if bytes[place] == 0x20 { plain += 1 }
                if bytes[place] >= 0xC2, Spaces.isOdd(UTF8Bytes.scalar(in: bytes, at: place).value) { odd += 1 }
                place += UTF8Bytes.width(of: bytes[place])
            }
            keeps = odd * 4 <= plain
        }
        spacesOfParagraph = (paragraph.lower, keeps)
        return keeps
    }

    func page() -> Paragraph {
        if let wholePage { return wholePage }
        let read = survey(0, bytes.count)
        wholePage = read
        return read
    }
}
