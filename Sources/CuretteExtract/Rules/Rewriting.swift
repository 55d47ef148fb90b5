/// Names on pages that an article spinner rewrote word by word: "bosom upgrade", "consume fix a medical procedure".
///
/// Each word may be read as itself or as any original it is known to replace; a chain of readings that is a name of
/// the lexicon is one. Only pages that show several independent signs are read so.
struct Rewriting {
    let matcher: Matcher
    private var text: FoldedText { matcher.text }
    private var substitutions: Substitutions { matcher.lexicon.substitutions }

    /// Words in a rewritten name.
    private static let longestName = 6
    /// Readings of one stretch that are tried: substitutions of substitutions could multiply without end.
    private static let mostReadings = 64
    init(matcher: Matcher) { self.matcher = matcher }

    /// The longest rewritten name that begins with `word`: one that needs at least one substitution.
    func hit(at word: Int) -> Hit? {
        var best: Hit?
        extend([], from: word, at: word, substituted: false, &best)
        return best
    }

    private func extend(_ key: [UInt8], from first: Int, at word: Int, substituted: Bool, _ best: inout Hit?) {
        guard word < text.wordCount, word - first < Self.longestName else { return }
        if word > first, !text.gaps[word].isInsideName { return }
        for (through, reading, isSubstituted) in steps(at: word) {
            let longer = key + reading
            let counts = substituted || isSubstituted
            if counts, through > (best?.last ?? -1), let name = matcher.name(of: longer) {
                best = Hit(
                    name: name,
                    first: first,
                    last: through,
                    lettersEnd: Int(text.starts[through + 1]),
                    match: .rewritten
                )
            }
            if matcher.lexicon.index.mayContinue(longer) {
                extend(longer, from: first, at: through + 1, substituted: counts, &best)
            }
        }
    }

    /// What may be read from `word` on: the word itself, or an original of the phrase that begins with it.
    private func steps(at word: Int) -> [(through: Int, reading: [UInt8], isSubstituted: Bool)] {
        var steps: [(Int, [UInt8], Bool)] = []
        for through in word..<min(word + substitutions.longest, text.wordCount) {
            guard through == word || text.gaps[through].isInsideName else { break }
            let key = text.key(fromWord: word, throughWord: through)
            if through == word { steps.append((word, key, false)) }
            for original in substitutions.originals(of: key) { steps.append((through, original, true)) }
        }
        return steps
    }

    /// Every way to read a stretch of words as a whole, the words themselves first.
    func readings(of words: ClosedRange<Int>) -> [[UInt8]] {
        var readings: [[UInt8]] = [text.key(fromWord: words.lowerBound, throughWord: words.upperBound)]
        func extend(_ key: [UInt8], at word: Int, _ substituted: Bool) {
            guard readings.count < Self.mostReadings else { return }
            if word > words.upperBound {
                if substituted { readings.append(key) }
                return
            }
            for (through, reading, isSubstituted) in steps(at: word) where through <= words.upperBound {
                extend(key + reading, at: through + 1, substituted || isSubstituted)
            }
        }
        extend([], at: words.lowerBound, false)
        return readings
    }
}
