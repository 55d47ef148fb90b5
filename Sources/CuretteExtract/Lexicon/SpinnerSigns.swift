import CuretteLexicon
import CuretteData

/// Phrases that give a spun page away, and how a page is judged by them.
struct SpinnerSigns: Sendable {
    /// What a page has to show: this many different signs, of this strength together. Genuine clinic copy shows one
    /// ("bosom" in old-fashioned prose), two at the most.
    private static let leastSigns = 3
    private static let leastStrength = 6

    private struct Sign: Sendable {
        let letters: [UInt8]
        /// 1...3.
        let strength: Int
    }

    private var signs: [Sign] = []
    /// Signs by their first three letters.
    private var bySpelling: [UInt32: [Int]] = [:]
    private var filter = FirstLetters()

    init(from source: TableSource, folding: Folding) throws(DataFileError) {
        let tables = try source.tables(
            "spinner-signs",
            builtIn: Tables.spinnerSigns,
            columns: ["sign", "strength", "source"]
        )
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                let letters = folding.key(of: row.fields[0]).letters
                // `{a|b}` is syntax, not a word: braces are looked for by themselves.
                guard letters.count >= 4 else { return }
                bySpelling[Self.spelling(letters[...]), default: []].append(signs.count)
                signs.append(Sign(letters: letters, strength: try row.number(1, in: 1...3)))
                filter.admit(letters[...])
            }
        }
    }

    private static func spelling(_ letters: ArraySlice<UInt8>) -> UInt32 {
        letters.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Whether the page shows that it was rewritten.
    func giveAway(_ text: FoldedText) -> Bool {
        var seen: Set<Int> = []
        var strength = 0
        return text.letters.withUnsafeBufferPointer { letters in
            filter.lend { filter in
                guard let base = letters.baseAddress else { return false }
                for word in 0..<text.wordCount {
                    let start = Int(text.starts[word])
                    guard filter.mayBegin(base + start) else { continue }
                    for place in bySpelling[Self.spelling(text.letters[start..<start + 3])] ?? []
                    where !seen.contains(place) && stands(signs[place].letters, at: word, in: text) {
                        seen.insert(place)
                        strength += signs[place].strength
                    }
                    if seen.count >= Self.leastSigns && strength >= Self.leastStrength { return true }
                }
                return false
            }
        }
    }

    /// Whether the sign begins with the word, ends with a word, and only what names run across stands between.
    private func stands(_ sign: [UInt8], at word: Int, in text: FoldedText) -> Bool {
        let start = Int(text.starts[word])
        let end = start + sign.count
        guard end <= text.letters.count, text.letters[start..<end].elementsEqual(sign) else { return false }
        var last = word
        while Int(text.starts[last + 1]) < end {
            last += 1
            guard text.gaps[last].isInsideName else { return false }
        }
        return Int(text.starts[last + 1]) == end
    }
}
