import CuretteData
import CuretteText

/// The words a cleaner knows beside the dictionaries: the lexicon's, and a few short tables of its own.
struct Knowledge: Sendable {
    /// Words known in every language, lower case.
    let words: Set<[UInt8]>
    let shortEnglish: Set<[UInt8]>
    let shortSpanish: Set<[UInt8]>
    let aboutLetters: Set<[UInt8]>
    let prefixes: [[UInt8]]

    init(words: Set<[UInt8]>) {
        self.words = words
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
        var prefixes: [[UInt8]] = []
        BuiltIn.rows(Tables.prefixes, "prefixes.tsv", ["prefix"]) { prefixes.append(Array($0.fields[0])) }
        self.prefixes = prefixes
        shortEnglish = english
        shortSpanish = spanish
        aboutLetters = about
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
}
