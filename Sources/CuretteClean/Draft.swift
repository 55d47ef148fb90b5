import CuretteData
import CuretteText

/// What a pass sees: the text as it stands, and what is known about it. Lives as long as one pass over one page.
final class Draft {
    let bytes: UnsafeBufferPointer<UInt8>
    let knowledge: Knowledge
    private var paragraph: Paragraph?
    private var wholePage: Paragraph?
    private var pageWords: Set<[UInt8]>?
    /// Whether the paragraph that begins there has words that are certainly spelled with the wrong signs.
    var lookalikesInParagraph: (lower: Int, found: Bool)?
    /// Of the alphabets near Latin; 0 where nobody asked yet.
    private var likeliestLatin = [UInt32](repeating: 0, count: 0x600)
    private var options: [UInt64: (scalars: [[UInt32]], isWeak: [Bool])] = [:]
    private var likenesses: [UInt64: [Likeness]] = [:]

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ knowledge: Knowledge) {
        self.bytes = bytes
        self.knowledge = knowledge
    }

    // MARK: Letters

    func likenesses(of scalar: UInt32, in target: Target) -> [Likeness] {
        let key = UInt64(scalar) << 2 | UInt64(target.rawValue)
        if let known = likenesses[key] { return known }
        let found = Confusables.standard.likenesses(of: scalar, in: target)
        likenesses[key] = found
        return found
    }

    /// What a letter may stand for in a word of `target`, marks and all; empty where it has no reading.
    func options(of scalar: UInt32, in target: Target) -> (scalars: [[UInt32]], isWeak: [Bool]) {
        let key = UInt64(scalar) << 2 | UInt64(target.rawValue)
        if let known = options[key] { return known }
        var likes = likenesses(of: scalar, in: target)
        var marks: [UInt32] = []
        if likes.isEmpty {
            let parts = Characters.canonical(scalar)
            if let base = parts.first, parts.count > 1 {
                marks = Array(parts.dropFirst())
                likes =
                    Target(Traits(base).script) == target
                    ? [Likeness(scalar: base, isWeak: false)] : likenesses(of: base, in: target)
            }
        }
        let scalars = likes.map { marks.isEmpty ? [$0.scalar] : Characters.composed([$0.scalar] + marks) }
        options[key] = (scalars, likes.map(\.isWeak))
        return (scalars, likes.map(\.isWeak))
    }

    /// The first Latin letter that a letter may stand for, without marks; 0xFFFF_FFFF where there is none of ASCII.
    func likeliest(of scalar: UInt32) -> UInt32 {
        guard scalar < UInt32(likeliestLatin.count) else { return findLikeliest(of: scalar) }
        if likeliestLatin[Int(scalar)] == 0 { likeliestLatin[Int(scalar)] = findLikeliest(of: scalar) }
        return likeliestLatin[Int(scalar)]
    }

    private func findLikeliest(of scalar: UInt32) -> UInt32 {
        let traits = Traits(scalar)
        guard traits.isLetter, traits.script != .latin, traits.script != .common,
            let first = options(of: scalar, in: .latin).scalars.first, first.count == 1, first[0] < 0x80
        else { return .max }
        return first[0]
    }

    // MARK: Words

    /// `scalars` in lower case as UTF-8, typographic apostrophes straight.
    static func folded(_ scalars: some Sequence<UInt32>) -> [UInt8] {
        var folded: [UInt8] = []
        for scalar in scalars { folded.append(scalar: scalar == 0x2019 ? 0x27 : Characters.lower(scalar)) }
        if folded.suffix(2).elementsEqual("'s".utf8) { folded.removeLast(2) }
        return folded
    }

    /// Whether a dictionary or the lexicon has the word, in whatever language of theirs.
    func isWord(_ folded: [UInt8]) -> Bool {
        WordList.english.contains(folded) || WordList.spanish.contains(folded) || knowledge.words.contains(folded)
    }

    /// The same for a word as it is written, also where two words were run together (`teclaSuper`).
    func isWordOrGluedWords(_ scalars: [UInt32]) -> Bool {
        if isWord(Draft.folded(scalars)) {
            // `modeIs` folds to a word; the capital inside gives it away. `Is` and `In` are words.
            return !scalars.dropFirst().contains(0x49) || !scalars.contains { $0 >= 0x61 }
        }
        guard scalars.count >= 4 else { return false }
        for index in 2..<scalars.count - 1 where Traits(scalars[index]).isUpper && Traits(scalars[index - 1]).isLower {
            // A capital I is the likeliest letter to be none: what it begins must be a word of some length.
            guard index >= 3, scalars.count - index >= (scalars[index] == 0x49 ? 5 : 3) else { return false }
            return isWord(Draft.folded(scalars[..<index])) && isWord(Draft.folded(scalars[index...]))
        }
        return false
    }

    /// Whether a guess that reads `folded` may be believed in this paragraph.
    func isKnown(_ folded: [UInt8], in paragraph: Paragraph) -> Bool {
        let languages = languages(of: paragraph)
        if folded.count <= 2 {
            return languages.english && knowledge.shortEnglish.contains(folded)
                || languages.spanish && knowledge.shortSpanish.contains(folded)
        }
        if languages.english && (WordList.english.contains(folded) || isPrefixed(folded)) { return true }
        if languages.spanish && WordList.spanish.contains(folded) { return true }
        if languages.isGuessable && folded.count >= 4 && knowledge.words.contains(folded) { return true }
        return folded.count >= 4 && wordsOfPage().contains(folded)
    }

    /// A known word of four letters or more behind a prefix.
    private func isPrefixed(_ folded: [UInt8]) -> Bool {
        guard folded.count >= 6 else { return false }
        return knowledge.prefixes.contains { prefix in
            guard folded.count >= prefix.count + 3, prefix.count >= 3 || folded.count >= prefix.count + 5,
                folded.starts(with: prefix)
            else { return false }
            return WordList.english.contains(Array(folded[prefix.count...]))
        }
    }

    /// The same for a word as it is written: two words run together (`surgeryReconstructive`) are known where both are.
    func isKnown(_ scalars: [UInt32], in paragraph: Paragraph) -> Bool {
        if isKnown(Draft.folded(scalars), in: paragraph) { return true }
        guard scalars.count >= 7 else { return false }
        for index in 3..<scalars.count - 2 where Traits(scalars[index]).isUpper && Traits(scalars[index - 1]).isLower {
            return isKnown(Draft.folded(scalars[..<index]), in: paragraph)
                && isKnown(Draft.folded(scalars[index...]), in: paragraph)
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

    /// Words of four letters or more that stand on the page at least twice in plain letters of one script.
    func wordsOfPage() -> Set<[UInt8]> {
        if let pageWords { return pageWords }
        var once: Set<[UInt8]> = []
        var twice: Set<[UInt8]> = []
        forEachWord(from: 0, to: bytes.count) { word in
            guard word.kind == .plain, word.count >= 4 else { return }
            let folded = Draft.folded(word.scalars)
            if !once.insert(folded).inserted { twice.insert(folded) }
        }
        pageWords = twice
        return twice
    }

    // MARK: Paragraphs

    /// The line that holds `offset`, looked through once.
    func paragraph(at offset: Int) -> Paragraph {
        if let paragraph, paragraph.lower <= offset, offset < paragraph.upper { return paragraph }
        var lower = offset
        while lower > 0 && bytes[lower - 1] != 0x0A { lower -= 1 }
        var upper = offset
        while upper < bytes.count && bytes[upper] != 0x0A { upper += 1 }
        let read = survey(lower, max(upper, offset + 1))
        paragraph = read
        return read
    }

    func page() -> Paragraph {
        if let wholePage { return wholePage }
        let read = survey(0, bytes.count)
        wholePage = read
        return read
    }

    private func survey(_ lower: Int, _ upper: Int) -> Paragraph {
        var paragraph = Paragraph(lower: lower, upper: upper)
        var surveyed = 0
        forEachWord(from: lower, to: min(upper, bytes.count)) { word in
            // A sample tells what language a long stretch is written in.
            surveyed += 1
            guard surveyed <= 4000 else { return }
            paragraph.count(word, of: self)
        }
        return paragraph
    }

    /// Calls `body` for each word between two offsets: letters, marks, digits and inner apostrophes.
    private func forEachWord(from lower: Int, to upper: Int, _ body: (SurveyedWord) -> Void) {
        var word = SurveyedWord()
        var place = lower
        while place < upper {
            let byte = bytes[place]
            if byte < 0x80 {
                if WordCharacter.isASCIIWord(byte) {
                    word.add(byte)
                } else if byte == 0x27 && word.count > 0 && place + 1 < upper
                    && (WordCharacter.isASCIILetter(bytes[place + 1]) || bytes[place + 1] >= 0x80)
                {
                    word.scalars.append(0x27)
                } else if word.count > 0 {
                    word.following = byte
                    body(word)
                    word.reset()
                }
                place += 1
                continue
            }
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: place)
            let traits = Traits(scalar)
            if WordCharacter.belongs(scalar, traits) {
                word.add(scalar, traits)
            } else if scalar == 0x2019 && word.count > 0 && place + width < upper
                && (WordCharacter.isASCIILetter(bytes[place + width]) || bytes[place + width] >= 0x80)
            {
                word.scalars.append(0x27)
            } else if word.count > 0 {
                word.following = 0x80
                body(word)
                word.reset()
            }
            place += width
        }
        if word.count > 0 { body(word) }
    }
}

/// A word as the survey of a paragraph sees it.
struct SurveyedWord {
    enum Kind { case plain, digits, mixed, odd }

    var scalars: [UInt32] = []
    /// Letters and digits.
    var count = 0
    var following: UInt8 = 0x20
    private(set) var digits = 0
    private(set) var smallLetters = 0
    private(set) var script: Script?
    private(set) var isMixed = false
    /// A capital behind a small letter: a brand, or two words run together.
    private(set) var isGlued = false
    private var endsSmall = false
    /// Holds letters of other forms, phonetic ones, or marks that stand by themselves.
    private(set) var isOdd = false
    private(set) var isFormed = false
    private(set) var isLooselyMarked = false
    private(set) var isPhonetic = false
    private(set) var hasRightToLeft = false

    var kind: Kind { isMixed ? .mixed : isOdd ? .odd : digits > 0 ? .digits : .plain }

    mutating func reset() {
        scalars.removeAll(keepingCapacity: true)
        (count, digits, smallLetters, following) = (0, 0, 0, 0x20)
        (script, isMixed, isOdd, isFormed, hasRightToLeft) = (nil, false, false, false, false)
        (isGlued, endsSmall, isLooselyMarked, isPhonetic) = (false, false, false, false)
    }

    mutating func add(_ byte: UInt8) {
        scalars.append(UInt32(byte))
        count += 1
        if byte <= 0x39 { digits += 1 } else { meet(.latin) }
        if byte >= 0x61 { smallLetters += 1 }
        if endsSmall, byte >= 0x41, byte <= 0x5A { isGlued = true }
        endsSmall = byte >= 0x61
    }

    mutating func add(_ scalar: UInt32, _ traits: Traits) {
        scalars.append(scalar)
        count += 1
        if traits.isRightToLeft { hasRightToLeft = true }
        if traits.isMark {
            if script?.isAlphabet ?? true {
                isOdd = true
                if script == .latin { isLooselyMarked = true }
            }
        } else if traits.isNumber {
            digits += 1
        } else if traits.script == .common || traits.script == .inherited {
            if !traits.hasExtensions && !traits.isModifierLetter {
                isOdd = true
                isFormed = true
            }
        } else {
            meet(traits.script)
            // Phonetic letters, modifiers, small capitals, fullwidth forms.
            if traits.script == .latin, scalar >= 0x1C0 && scalar <= 0x1C3 { isOdd = true }
            if traits.script == .latin, scalar >= 0x250 && scalar < 0x1E00 || scalar >= 0x2C60 { isOdd = true }
            if traits.script == .latin, scalar >= 0x250 && scalar < 0x2B0 || traits.script == .greek {
                isPhonetic = true
            }
            if traits.script == .latin, scalar >= 0xFF00 { isFormed = true }
        }
    }

    private mutating func meet(_ other: Script) {
        if script == nil { script = other } else if script != other { isMixed = true }
    }
}

extension Paragraph {
    mutating func count(_ word: SurveyedWord, of draft: Draft) {
        if word.hasRightToLeft { hasRightToLeft = true }
        if word.script == .han { hasHan = true }
        if word.isFormed { formedWords += 1 }
        if word.isLooselyMarked && !word.isPhonetic { looselyMarkedWords += 1 }
        switch word.kind {
        case .mixed: mixedWords += 1
        case .odd, .digits: break
        case .plain:
            switch word.script {
            case .latin?: countLatin(word, of: draft)
            case .cyrillic?:
                cyrillicWords += 1
                if isGenuine(word, of: draft) { genuineCyrillic += 1 }
            case .greek?:
                greekWords += 1
                if isGenuine(word, of: draft) { genuineGreek += 1 }
            default: break
            }
        }
    }

    private mutating func countLatin(_ word: SurveyedWord, of draft: Draft) {
        latinWords += 1
        let folded = Draft.folded(word.scalars)
        if draft.knowledge.aboutLetters.contains(folded) { speaksAboutLetters = true }
        guard word.count >= 3 else { return }
        if word.isGlued { return }
        let english = WordList.english.contains(folded)
        let spanish = WordList.spanish.contains(folded)
        let lexical = !english && !spanish && draft.knowledge.words.contains(folded)
        // A word nobody knows that holds one of the pairs may be a disguised one: it says nothing of the language.
        if !english && !spanish && !lexical && Lookalikes.mayBeDisguised(word.scalars) { return }
        if !english && !spanish && !lexical && word.scalars.contains(where: { $0 >= 0xC0 }) {
            // An accented word that is English without its accents may be a disguised one.
            var oddMarks = 0
            let bases = word.scalars.map { scalar -> UInt32 in
                guard scalar >= 0xC0 else { return scalar }
                let parts = Characters.canonical(scalar)
                if let base = parts.first, base < 0x80 {
                    let isVowel = ([0x61, 0x65, 0x69, 0x6F, 0x75] as [UInt32]).contains(base | 0x20)
                    if parts.last == 0x307 || parts.last == 0x323 && !isVowel { oddMarks += 1 }
                    return base
                }
                return draft.likenesses(of: scalar, in: .latin).first?.scalar ?? scalar
            }
            let plain = Draft.folded(bases)
            if WordList.english.contains(plain) || draft.knowledge.words.contains(plain) {
                accentedWords += 1
                return
            }
            if oddMarks > 1 { return }
        }
        plainWords += 1
        if english || lexical { englishWords += 1 }
        if spanish || lexical { spanishWords += 1 }
    }

    private func isGenuine(_ word: SurveyedWord, of draft: Draft) -> Bool {
        guard word.count > 1 else { return false }
        return word.scalars.contains { scalar in
            // Final sigma and accents are not what a disguise reaches for.
            if word.script == .greek {
                return scalar == 0x3C2 || scalar < 0x391 || draft.likenesses(of: scalar, in: .latin).isEmpty
            }
            return !draft.likenesses(of: scalar, in: .latin).contains { !$0.isWeak }
        }
    }
}
