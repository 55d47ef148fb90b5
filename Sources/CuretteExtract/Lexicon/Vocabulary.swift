import CuretteLexicon

/// The words that names are made of, for words of a page that are none: what they may be a misspelling of, and where
/// two of them have grown together.
struct Vocabulary: Sendable {
    private let letters: [UInt8]
    private let starts: [UInt32]
    /// Open addressing, less than half full: a word's number plus one, 0 where the slot is free.
    private var slots: [UInt32]
    /// Words long enough to be recognised when misspelt, by first letter: what they hold, as bits, and which they are.
    private var long: [[(holds: UInt32, word: UInt32)]] = Array(repeating: [], count: 26)

    /// Shorter words have too many neighbours that are words.
    static let shortestMisspelt = 6
    /// From this length on two slips are forgiven instead of one.
    static let lengthForTwo = 11

    var count: Int { starts.count - 1 }

    private func word(_ number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

    init(_ names: CompiledNames) {
        letters = names.words
        starts = names.wordStarts
        var count = 16
        while count < 2 * names.wordCount { count *= 2 }
        slots = Array(repeating: 0, count: count)
        names.words.withUnsafeBufferPointer { letters in
            for number in 0..<names.wordCount {
                let word = UnsafeBufferPointer(rebasing: letters[word(number)])
                slots[slot(of: word)] = UInt32(number + 1)
                if word.count >= Self.shortestMisspelt, word[0] &- 0x61 < 26 {
                    long[Int(word[0] - 0x61)].append((Self.holds(word), UInt32(number)))
                }
            }
        }
    }

    /// Whether `word`, or what it is the plural of, is a word of a name.
    func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.count >= 3 else { return false }
        if slots[slot(of: word)] != 0 { return true }
        guard word.count > 4, word[word.count - 1] == UInt8(ascii: "s") else { return false }
        return slots[slot(of: UnsafeBufferPointer(rebasing: word.dropLast()))] != 0
    }

    /// The slot that has the word, or the free one where it belongs.
    private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for letter in word { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        while slots[slot] != 0 {
            let held = self.word(Int(slots[slot]) - 1)
            if held.count == word.count, letters[held].elementsEqual(word) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    // MARK: Misspellings

    /// Which letters of the alphabet a word holds, as bits. One slip changes at most two of them.
    private static func holds(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    /// The word of a name that `word` most likely misspells: one that begins alike and is one slip away, or two where
    /// it is long.
    func correction(of word: UnsafeBufferPointer<UInt8>) -> ArraySlice<UInt8>? {
        guard word.count >= Self.shortestMisspelt, word[0] &- 0x61 < 26 else { return nil }
        let holds = Self.holds(word)
        var best: (slips: Int, range: Range<Int>)?
        letters.withUnsafeBufferPointer { letters in
            for candidate in long[Int(word[0] - 0x61)] {
                let changed = (candidate.holds ^ holds).nonzeroBitCount
                guard changed <= 4 else { continue }
                let range = self.word(Int(candidate.word))
                let most = min(range.count >= Self.lengthForTwo ? 2 : 1, (best?.slips ?? 3) - 1)
                guard changed <= 2 * most, abs(range.count - word.count) <= most else { continue }
                let target = UnsafeBufferPointer(rebasing: letters[range])
                for slips in stride(from: 1, through: most, by: 1)
                where Self.isWithin(slips, word, word.count, target, target.count) {
                    best = (slips, range)
                    break
                }
            }
        }
        return best.map { letters[$0.range] }
    }

    /// Whether at most `slips` letters have to be put in, left out, exchanged or swapped with their neighbour.
    static func isWithin(
        _ slips: Int,
        _ one: UnsafeBufferPointer<UInt8>,
        _ oneEnd: Int,
        _ other: UnsafeBufferPointer<UInt8>,
        _ otherEnd: Int
    ) -> Bool {
        var (i, j) = (oneEnd, otherEnd)
        while i > 0, j > 0, one[i - 1] == other[j - 1] {
            i -= 1
            j -= 1
        }
        if i == 0 || j == 0 { return i + j <= slips }
        guard slips > 0 else { return false }
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1],
            isWithin(slips - 1, one, i - 2, other, j - 2)
        {
            return true
        }
        return isWithin(slips - 1, one, i - 1, other, j - 1) || isWithin(slips - 1, one, i - 1, other, j)
            || isWithin(slips - 1, one, i, other, j - 1)
    }
}
