import CuretteData

/// Which languages a page is in, by its function words: they are frequent, and no clinic's copy does without them.
struct LanguageDetector: Sendable {
    /// Words as packed letters (at most eight bytes), each with the languages it belongs to, as bits.
    private var words: [UInt64: UInt8] = [:]

    /// How many words of a page are looked at: the answer does not change beyond that.
    private static let sample = 1_500
    /// A language counts from this share of the function words on; a bilingual page splits them, quotations do not.
    private static let share = 0.12

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
                    words[Self.pack(key[...]), default: 0] |= 1 << UInt8(language)
                }
            }
        }
    }

    private static func pack(_ letters: ArraySlice<UInt8>) -> UInt64 { letters.reduce(0) { $0 << 8 | UInt64($1) } }

    /// The page's languages as indices into `Inflections.languages`, the one with most words first. A word of several
    /// languages counts for each; without any function word the page counts as English.
    func languages(of text: FoldedText) -> [Int] {
        // How often each set of languages was met: words that two languages share make the weaker look present.
        var met = [Int](repeating: 0, count: 256)
        for word in 0..<min(text.wordCount, Self.sample) {
            let lower = Int(text.starts[word])
            let upper = Int(text.starts[word + 1])
            guard upper - lower <= 8, let bits = words[Self.pack(text.letters[lower..<upper])] else { continue }
            met[Int(bits)] += 1
        }
        let total = met.reduce(0, +)
        guard total > 0 else { return [0] }
        var counts = [Int](repeating: 0, count: Inflections.languages.count)
        for (bits, count) in met.enumerated() where count > 0 {
            for language in counts.indices where bits >> language & 1 == 1 { counts[language] += count }
        }
        let order = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $1) > (counts[$1], $0) }
        // Of the others, what counts is what they share with no language.
        return [order[0]] + order.dropFirst().filter { Double(met[1 << $0]) >= Self.share * Double(total) }
    }
}
