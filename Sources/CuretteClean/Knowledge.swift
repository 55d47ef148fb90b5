import CuretteData
import CuretteDictionary
import CuretteText

/// The words a cleaner knows beside the dictionaries: the lexicon's, and a few short tables of its own.
///
/// Shared by reference: a copy of six tables a word would cost more than the look-ups.
final class Knowledge: Sendable {
    /// Whether the lexicon has a word, given in lower case without marks.
    let alsoKnows: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
    let shortEnglish: WordSet
    let shortSpanish: WordSet
    let aboutLetters: WordSet
    let commonWords: WordSet
    let prefixes: [[UInt8]]

    init(alsoKnows: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool) {
        self.alsoKnows = alsoKnows
        var english: Set<[UInt8]> = []
        var spanish: Set<[UInt8]> = []
        var about: Set<[UInt8]> = []
        BuiltIn.rows(Tables.shortWords, "short-words.tsv", ["language", "word"]) { row in
            if row.field(0, is: "en") {
                english.insert(Array(row.fields[1]))
            } else {
                spanish.insert(Array(row.fields[1]))
            }
        }
        BuiltIn.rows(Tables.aboutLetters, "about-letters.tsv", ["word"]) { about.insert(Array($0.fields[0])) }
        var common: Set<[UInt8]> = []
        BuiltIn.rows(Tables.commonWords, "common-words.tsv", ["word"]) { common.insert(Array($0.fields[0])) }
        var prefixes: [[UInt8]] = []
        BuiltIn.rows(Tables.prefixes, "prefixes.tsv", ["prefix"]) { prefixes.append(Array($0.fields[0])) }
        self.prefixes = prefixes
        shortEnglish = WordSet(english)
        shortSpanish = WordSet(spanish)
        aboutLetters = WordSet(about)
        commonWords = WordSet(common)
    }
}

extension Knowledge {
    /// Which lists have a word.
    struct Lists: OptionSet {
        let rawValue: UInt8
        static let english = Lists(rawValue: 1)
        static let spanish = Lists(rawValue: 2)
        static let lexicon = Lists(rawValue: 4)
    }

    func lists(with folded: UnsafeBufferPointer<UInt8>) -> Lists {
        let hash = WordList.hash(of: folded)
        var lists: Lists = []
        if WordList.english.contains(folded, hash: hash) { lists.insert(.english) }
        if WordList.spanish.contains(folded, hash: hash) { lists.insert(.spanish) }
        if alsoKnows(folded) { lists.insert(.lexicon) }
        return lists
    }

    /// Whether a dictionary or the lexicon has the word, in whatever language of theirs.
    func isWord(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
        let hash = WordList.hash(of: folded)
        return WordList.english.contains(folded, hash: hash) || WordList.spanish.contains(folded, hash: hash)
            || alsoKnows(folded)
    }

    func isWord(_ folded: [UInt8]) -> Bool { folded.withUnsafeBufferPointer(isWord) }

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

    /// A known word of four letters or more behind a prefix.
    func isPrefixed(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
        guard folded.count >= 6 else { return false }
        return prefixes.contains { prefix in
            guard folded.count >= prefix.count + 3, prefix.count >= 3 || folded.count >= prefix.count + 5,
                folded.starts(with: prefix)
            else { return false }
            return WordList.english.contains(UnsafeBufferPointer(rebasing: folded[prefix.count...]))
        }
    }

    /// Whether everybody, or every page of the trade, writes the word: what a guess that rests on little must come to.
    func isEveryday(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
        folded.count <= 2
            ? shortEnglish.contains(folded) : commonWords.contains(folded) || folded.count >= 4 && alsoKnows(folded)
    }

    /// Whether a guess may be believed in a paragraph of whatever language: what no list has here needs the page.
    func mayBeKnown(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
        if folded.count <= 2 { return shortEnglish.contains(folded) || shortSpanish.contains(folded) }
        return isWord(folded) || isPrefixed(folded)
    }
}

/// The tables of this target: part of the program, so a mistake in one is a mistake of ours.
enum BuiltIn {
    static func rows(
        _ literal: StaticString,
        _ file: String,
        _ columns: [StaticString],
        _ body: (Table.Row) throws(DataFileError) -> Void
    ) {
        let bytes = UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        do throws(DataFileError) {
            try Table(file, bytes, columns: columns).forEachRow(body)
        } catch {
            preconditionFailure("a built-in table is wrong: \(error)")
        }
    }
}

/// The languages whose words may be guessed in one paragraph.
struct Languages {
    var english: Bool
    var spanish: Bool
    var isGuessable: Bool { english || spanish }
}

/// What one paragraph (a line of the draft) holds, as far as repair asks.
struct Paragraph {
    let lower: Int
    let upper: Int
    /// Words of three plain letters or more whose spelling raises no doubt, and how many of them are known.
    var plainWords = 0
    var englishWords = 0
    var spanishWords = 0
    var latinWords = 0
    var cyrillicWords = 0
    var greekWords = 0
    /// Words of Cyrillic or Greek that cannot be Latin in disguise, because a letter has no Latin likeness.
    var genuineCyrillic = 0
    var genuineGreek = 0
    /// Scripts other than these two of which a word stands here that cannot be Latin in disguise.
    var genuineScripts = ScriptSet()
    /// Words that mix scripts: evidence that somebody disguises.
    var mixedWords = 0
    /// Words in which digits or signs stand among small letters and that read as a known word.
    var spelledWithDigits = 0
    /// Words of enclosed, mathematical or other letter forms.
    var formedWords = 0
    var hasRightToLeft = false
    var hasHan = false
    var speaksAboutLetters = false
    /// Words with marks that stand by themselves on Latin letters.
    var looselyMarkedWords = 0
    /// English or Spanish words that carry accents their language does not use.
    var accentedWords = 0
    /// Words with marks that spell a Vietnamese syllable; with marks as languages with tones write them; with others that
    /// no everyday alphabet has.
    var vietnameseWords = 0
    var tonalWords = 0
    var sprayedWords = 0

    /// Vietnamese, whatever its bare syllables spell.
    var isVietnamese: Bool {
        vietnameseWords > 0 && sprayedWords * 4 <= vietnameseWords && vietnameseWords * 4 >= latinWords
    }

    /// Written with tones: too many to be chance, and none that such a language lacks.
    var isTonal: Bool { tonalWords > 0 && sprayedWords == 0 && tonalWords * 5 >= latinWords }
}
