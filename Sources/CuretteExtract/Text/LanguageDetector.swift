import CuretteData

/// Which languages a page is in, by its function words: they are frequent, and no clinic's copy does without them.
struct LanguageDetector: Sendable {
    /// Words as packed letters (at most eight bytes), each with the languages it belongs to, as bits.
    private var words: [UInt64: UInt8] = [:]

    /// How many words of a page are looked at: the answer does not change beyond that.
    private static let sample = 4_000
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
                let language = try Inflections.language(row[0], in: row)
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
        var counts = [Int](repeating: 0, count: Inflections.languages.count)
        var total = 0
        for word in 0..<min(text.wordCount, Self.sample) {
            let lower = Int(text.starts[word])
            let upper = Int(text.starts[word + 1])
            guard upper - lower <= 8, let bits = words[Self.pack(text.letters[lower..<upper])] else { continue }
            total += 1
            for language in counts.indices where bits >> UInt8(language) & 1 == 1 { counts[language] += 1 }
        }
        guard total > 0 else { return [0] }
        // Words that two languages share make the weaker look present: what a language has beyond the words it
        // shares with the strongest one decides.
        let order = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $1) > (counts[$1], $0) }
        guard let strongest = order.first else { return [0] }
        var own = [Int](repeating: 0, count: counts.count)
        for word in 0..<min(text.wordCount, Self.sample) {
            let lower = Int(text.starts[word])
            let upper = Int(text.starts[word + 1])
            guard upper - lower <= 8, let bits = words[Self.pack(text.letters[lower..<upper])],
                bits >> UInt8(strongest) & 1 == 0, bits.nonzeroBitCount == 1
            else { continue }
            own[bits.trailingZeroBitCount] += 1
        }
        return [strongest] + order.dropFirst().filter { Double(own[$0]) >= Self.share * Double(total) }
    }
}
