import CuretteDictionary

/// Finds the words of a page that are none: two grown together where scraping lost a space ("tissueskin flap"), and
/// misspelt words of names ("blepheroplasty").
///
/// Only long words are looked at that belong to no name found so far and that no dictionary has. A word is parted
/// where both halves are words and one of them is a name's; it is corrected to a name's word that it almost is.
/// Whether a name comes of it is for the matcher to find out.
struct Mending {
    let vocabulary: Vocabulary
    let connectives: Connectives
    let text: FoldedText

    /// How often a page is mended: "correctionfacelifteyelid" is parted twice.
    static let rounds = 3

    /// Letters that each half of a parted word has at the least.
    private static let shortestHalf = 3

    /// Letters in the longest word that is looked at: each of its joints is tried, and a page of one word has millions.
    private static let longest = 64

    /// The dictionaries there are: a page in neither language is left alone, its own words would all be unknown.
    private static let lists = [WordList.english, WordList.spanish]
    static let languages: UInt8 = 0b11

    /// - Parameter hits: names found, in reading order; their words are left alone.
    func mends(outside hits: [Hit]) -> [FoldedText.Mend] {
        guard !WordList.english.isEmpty, !WordList.spanish.isEmpty else { return [] }
        var mends: [FoldedText.Mend] = []
        var next = 0
        text.letters.withUnsafeBufferPointer { letters in
            for word in 0..<text.wordCount {
                let (lower, upper) = (Int(text.starts[word]), Int(text.starts[word + 1]))
                guard Vocabulary.shortestMisspelt...Self.longest ~= upper - lower else { continue }
                while next < hits.count, hits[next].last < word { next += 1 }
                if next < hits.count, hits[next].first <= word { continue }
                let whole = UnsafeBufferPointer(rebasing: letters[lower..<upper])
                guard !isWord(whole), isPlain(lower, upper, letters), !isSingular(whole) else { continue }
                if let half = joint(of: whole) {
                    mends.append(.part(word, half))
                } else if let right = vocabulary.correction(of: whole) {
                    mends.append(.correct(word, Array(right)))
                }
            }
        }
        return mends
    }

    private func isWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        Self.lists[0].contains(word) || Self.lists[1].contains(word) || vocabulary.contains(word)
    }

    private static let prefixes: [[UInt8]] = ["re", "un", "non", "pre", "over"].map { Array($0.utf8) }

    /// Whether it is a word, or one with a prefix: dictionaries have "positioned" and leave "repositioned" out.
    private func isHalf(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        isWord(word)
            || Self.prefixes.contains { prefix in
                word.count >= prefix.count + 4 && word.starts(with: prefix)
                    && isWord(UnsafeBufferPointer(rebasing: word[prefix.count...]))
            }
    }

    /// Whether the word is the plural of one that is known; the Spanish list has few plurals.
    private func isSingular(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word[word.count - 1] == UInt8(ascii: "s") else { return false }
        return isWord(UnsafeBufferPointer(rebasing: word.dropLast()))
            || word[word.count - 2] == UInt8(ascii: "e") && isWord(UnsafeBufferPointer(rebasing: word.dropLast(2)))
    }

    /// Whether every letter is an ASCII letter of the text: dictionaries write marks, folded words do not.
    private func isPlain(_ lower: Int, _ upper: Int, _ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(text.offsets[upper - 1]) - Int(text.offsets[lower]) == upper - lower - 1 else { return false }
        return (lower..<upper).allSatisfy { letters[$0] &- 0x61 < 26 && text.bytes[Int(text.offsets[$0])] < 0x80 }
    }

    /// Where two words have grown together: at the place with most of a name on either side.
    private func joint(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        var best: (score: Int, joint: Int)?
        guard word.count >= 2 * Self.shortestHalf else { return nil }
        for joint in Self.shortestHalf...(word.count - 2) {
            let (left, right) = (
                UnsafeBufferPointer(rebasing: word[..<joint]), UnsafeBufferPointer(rebasing: word[joint...])
            )
            let (leftNames, rightNames) = (vocabulary.contains(left), vocabulary.contains(right))
            guard right.count >= Self.shortestHalf || leftNames && connectives.isShortWord(right) else { continue }
            guard leftNames || rightNames, leftNames || isHalf(left),
                rightNames || isHalf(right) || leftNames && isCompound(right)
            else { continue }
            let score = (leftNames ? joint : 0) + (rightNames ? word.count - joint : 0)
            if score > best?.score ?? 0 { best = (score, joint) }
        }
        return best?.joint
    }

    /// Whether the letters are words of names grown together, each of some length: what stands behind a joint may have
    /// to be parted again.
    private func isCompound(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        guard letters.count >= 2 * Self.shortestPart else { return false }
        return (Self.shortestPart...(letters.count - Self.shortestPart)).contains { joint in
            let rest = UnsafeBufferPointer(rebasing: letters[joint...])
            return vocabulary.contains(UnsafeBufferPointer(rebasing: letters[..<joint]))
                && (vocabulary.contains(rest) || isHalf(rest) || isCompound(rest))
        }
    }

    /// Letters in each word of a compound: shorter ones are found in anything.
    private static let shortestPart = 4
}
