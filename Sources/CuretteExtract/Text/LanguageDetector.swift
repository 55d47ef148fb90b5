import CuretteLexicon
import CuretteData

/// Which languages a page is in, by its function words: they are frequent, and no clinic's copy does without them.
struct LanguageDetector: Sendable {
    /// Words as packed letters (at most eight bytes) by open addressing, 0 where a slot is free, and beside each the
    /// languages it belongs to, as bits.
    private var words = [UInt64](repeating: 0, count: slotCount)
    private var speaking = [UInt8](repeating: 0, count: slotCount)

    /// Four times what the table has: most words of a page are in no slot, and the first look says so.
    private static let slotCount = 1024

    /// How many words of a page are looked at: the answer does not change beyond that.
    private static let sample = 1_500
    /// A language counts from this share of the function words on; a bilingual page splits them, quotations do not.
    private static let share = 0.12
    /// A second language shows by more than one word: on a short page, one is a tenth of all there are.
    private static let fewest = 2

    init(from source: TableSource, folding: Folding) throws(DataFileError) {
        let tables = try source.tables(
            "function-words",
            builtIn: Tables.functionWords,
            columns: ["lang", "words"]
        )
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                let language = try Inflections.language(row.fields[0], in: row)
                for word in row.fields[1].split(separator: UInt8(ascii: "|")) {
                    let key = folding.key(of: UnsafeRawBufferPointer(rebasing: word)).letters
                    guard key.count <= 8 else { throw row.error("a function word has at most 8 bytes") }
                    let word = Self.pack(key[...])
                    let slot = slot(of: word)
                    guard words[slot] == word || words.count(where: { $0 != 0 }) < Self.slotCount / 2 else {
                        throw row.error("there are more than \(Self.slotCount / 2) function words")
                    }
                    words[slot] = word
                    speaking[slot] |= 1 << UInt8(language)
                }
            }
        }
    }

    private static func pack(_ letters: ArraySlice<UInt8>) -> UInt64 { letters.reduce(0) { $0 << 8 | UInt64($1) } }

    /// The slot that has the word, or the free one where it belongs.
    private func slot(of word: UInt64) -> Int {
        var slot = Int((word &* 0x9E37_79B9_7F4A_7C15) >> 54)
        while words[slot] != 0, words[slot] != word { slot = (slot + 1) & (Self.slotCount - 1) }
        return slot
    }

    /// The page's languages as indices into `Inflections.languages`, the one with most words first. A word of several
    /// languages counts for each; without any function word the page counts as English.
    func languages(of text: FoldedText) -> [Int] {
        // How many words there are for each combination of languages.
        var shared = [Int](repeating: 0, count: 256)
        for word in 0..<min(text.wordCount, Self.sample) {
            let lower = Int(text.starts[word])
            let upper = Int(text.starts[word + 1])
            guard upper - lower <= 8 else { continue }
            shared[Int(speaking[slot(of: Self.pack(text.letters[lower..<upper]))])] += 1
        }
        shared[0] = 0
        let total = shared.reduce(0, +)
        let counts = Inflections.languages.indices.map { language in
            shared.indices.reduce(0) { $1 >> language & 1 == 1 ? $0 + shared[$1] : $0 }
        }
        // Words that two languages share make the weaker look present: the words that are its alone decide.
        let own = counts.indices.map { shared[1 << $0] }
        let order = counts.indices.filter { counts[$0] > 0 }
            .sorted { (counts[$0], own[$0], $1) > (counts[$1], own[$1], $0) }
        guard let strongest = order.first else { return [0] }
        return [strongest]
            + order.dropFirst().filter { own[$0] >= Self.fewest && Double(own[$0]) >= Self.share * Double(total) }
    }
}
