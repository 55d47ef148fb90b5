import CuretteData
import CuretteLexicon

/// Words beside a product's name that make it the substance: "units of …", "… is made by a bacterium".
struct SubstanceCues: Sendable {
    private var before: Set<[UInt8]> = []
    private var after: Set<[UInt8]> = []
    /// Words in the longest cue.
    private var longest = 1

    init(from source: TableSource, folding: Folding) throws(DataFileError) {
        let tables = try source.tables(
            "substance-cues",
            builtIn: Tables.substanceCues,
            columns: ["lang", "place", "words"]
        )
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                _ = try Inflections.language(row.fields[0], in: row)
                for phrase in row.fields[2].split(separator: UInt8(ascii: "|")) {
                    let (key, starts) = folding.key(of: UnsafeRawBufferPointer(rebasing: phrase))
                    switch row[1] {
                    case "before": before.insert(key)
                    case "after": after.insert(key)
                    default: throw row.error("'\(row[1])' is no place; it is before or after")
                    }
                    longest = max(longest, starts.count)
                }
            }
        }
    }

    /// Whether a cue ends right before `word`.
    func precede(_ word: Int, in text: FoldedText) -> Bool {
        guard word > 0, word < text.wordCount, text.gaps[word] == .space else { return false }
        return (1...longest).contains { count in
            word - count >= 0 && text.isRun(fromWord: word - count, throughWord: word - 1)
                && before.contains(text.key(fromWord: word - count, throughWord: word - 1))
        }
    }

    /// Whether a cue begins right behind `word`.
    func follow(_ word: Int, in text: FoldedText) -> Bool {
        guard word + 1 < text.wordCount, text.gaps[word + 1].isSubset(of: [.space, .mark]) else { return false }
        return (1...longest).contains { count in
            word + count < text.wordCount && text.isRun(fromWord: word + 1, throughWord: word + count)
                && after.contains(text.key(fromWord: word + 1, throughWord: word + count))
        }
    }
}
