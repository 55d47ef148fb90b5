import CuretteLexicon
import CuretteData

/// The small words round names: those that join the members of a coordination, and those a member may begin with.
struct Connectives: Sendable {
    private var conjunctions: Set<[UInt8]> = []
    private var determiners: Set<[UInt8]> = []
    private var prepositions: Set<[UInt8]> = []
    private var genitives: Set<[UInt8]> = []
    private var firms: Set<[UInt8]> = []
    private var bodies: Set<[UInt8]> = []
    private var auxiliaries: Set<[UInt8]> = []
    /// Whole words of two letters, of any kind.
    private var short: Set<[UInt8]> = []
    /// Words in the longest conjunction.
    private var longest = 1

    init(from source: TableSource, folding: Folding) throws(DataFileError) {
        let tables = try source.tables(
            "connectives",
            builtIn: Tables.connectives,
            columns: ["lang", "kind", "words"]
        )
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                _ = try Inflections.language(row.fields[0], in: row)
                for phrase in row.fields[2].split(separator: UInt8(ascii: "|")) {
                    let (key, starts) = folding.key(of: UnsafeRawBufferPointer(rebasing: phrase))
                    switch row[1] {
                    case "conjunction":
                        conjunctions.insert(key)
                        longest = max(longest, starts.count)
                    case "determiner": determiners.insert(key)
                    case "preposition": prepositions.insert(key)
                    case "genitive": genitives.insert(key)
                    case "firm": firms.insert(key)
                    case "body": bodies.insert(key)
                    case "auxiliary": auxiliaries.insert(key)
                    case "particle": break
                    default:
                        throw row.error(
                            "'\(row[1])' is no kind; it is conjunction, determiner, preposition, genitive, firm, body, "
                                + "auxiliary or particle"
                        )
                    }
                    if key.count == 2 { short.insert(key) }
                }
            }
        }
    }

    /// How many words before `word` join it to what stands there; 0 for none.
    func conjunction(endingBefore word: Int, in text: FoldedText) -> Int {
        for count in stride(from: min(longest, word), through: 1, by: -1)
        where text.isRun(fromWord: word - count, throughWord: word - 1)
            && conjunctions.contains(text.key(fromWord: word - count, throughWord: word - 1))
        {
            return count
        }
        return 0
    }

    /// How many words from `word` on join what stands before it to what follows; 0 for none.
    func conjunction(startingAt word: Int, in text: FoldedText) -> Int {
        for count in stride(from: min(longest, text.wordCount - word), through: 1, by: -1)
        where text.isRun(fromWord: word, throughWord: word + count - 1)
            && conjunctions.contains(text.key(fromWord: word, throughWord: word + count - 1))
        {
            return count
        }
        return 0
    }

    func isDeterminer(_ word: Int, in text: FoldedText) -> Bool {
        determiners.contains(text.key(fromWord: word, throughWord: word))
    }

    /// Whether the word ties what follows to what stands before: "of", "for".
    func isPreposition(_ word: Int, in text: FoldedText) -> Bool {
        prepositions.contains(text.key(fromWord: word, throughWord: word))
    }

    /// Whether the word makes what follows a part of what stands before: "of".
    func isGenitive(_ word: Int, in text: FoldedText) -> Bool {
        genitives.contains(text.key(fromWord: word, throughWord: word))
    }

    /// Whether firms have the word in their names, behind what they do: "Partners", "Ltd".
    func isFirm(_ word: Int, in text: FoldedText) -> Bool {
        firms.contains(text.key(fromWord: word, throughWord: word))
    }

    /// Whether societies, journals and departments begin their names with the word.
    func isBody(_ word: Int, in text: FoldedText) -> Bool {
        bodies.contains(text.key(fromWord: word, throughWord: word))
    }

    /// Whether a verb follows the word: "may", "to", "not".
    func isAuxiliary(_ word: Int, in text: FoldedText) -> Bool {
        auxiliaries.contains(text.key(fromWord: word, throughWord: word))
    }

    /// Whether these two letters are a small word that scraping may have glued to the one before it: "is", "to".
    func isShortWord(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        letters.count == 2 && short.contains(Array(letters))
    }
}

extension FoldedText {
    /// The letters of some words, as a key.
    func key(fromWord from: Int, throughWord through: Int) -> [UInt8] {
        Array(letters[Int(starts[from])..<Int(starts[through + 1])])
    }

    /// Whether one of the words was misspelt.
    func isCorrected(_ words: ClosedRange<Int>) -> Bool {
        guard !corrected.isEmpty else { return false }
        var low = 0
        var high = corrected.count
        while low < high {
            let middle = (low + high) / 2
            if corrected[middle] < words.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < corrected.count && corrected[low] <= words.upperBound
    }

    /// Whether nothing but what names run across stands between these words, all on one line.
    func isRun(fromWord from: Int, throughWord through: Int) -> Bool {
        guard from < through else { return true }
        for word in (from + 1)...through {
            // "and/or" is one joint.
            guard gaps[word].isSubset(of: [.space, .hyphen, .mark, .apostrophe, .slash]) else { return false }
        }
        return true
    }

    /// Whether a letter of the word, the first, is written large.
    func isCapitalised(_ word: Int) -> Bool {
        bytes[Int(offsets[Int(starts[word])])] &- 0x41 < 26
    }
}
