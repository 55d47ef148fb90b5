/// A dictionary of one language, read from the system's word list when the program was built.
///
/// The words stand in one table of bytes, sorted, and a second table says where each combination of three first letters
/// begins: nothing is parsed when the program starts, and a look-up reads two cache lines and compares a handful of
/// words. The list is empty where the building system had none.
package struct WordList: Sendable {
    /// American English (Debian's `wamerican`).
    package static let english = WordList(WordTables.english, index: WordTables.englishIndex)
    /// Spanish (Debian's `wspanish`).
    package static let spanish = WordList(WordTables.spanish, index: WordTables.spanishIndex)

    private let table: StaticString
    private let index: StaticString

    private init(_ table: StaticString, index: StaticString) {
        self.table = table
        self.index = index
    }

    /// The whole table: lower-case words in UTF-8, sorted by bytes, a line feed before and after each. Its hash names
    /// the dictionary in reports.
    package var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    }

    package var isEmpty: Bool { bytes.count <= 1 }

    /// Whether the list has `word`, given in lower-case UTF-8. An apostrophe with `s` at the end is not part of a word.
    package func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !word.isEmpty else { return false }
        let words = bytes
        var (low, high) = bucket(of: word)
        // `low` and `high` stand at beginnings of words; each step halves the bytes between them.
        while low < high {
            var middle = (low + high) / 2
            while words[middle - 1] != 0x0A { middle -= 1 }
            switch Self.compare(words, at: middle, with: word) {
            case 0: return true
            case ..<0:
                while words[middle] != 0x0A { middle += 1 }
                low = middle + 1
            default: high = middle
            }
        }
        return false
    }

    package func contains(_ word: [UInt8]) -> Bool {
        word.withUnsafeBufferPointer(contains)
    }

    /// Where the words begin and end that share the first three letters of `word`.
    private func bucket(of word: UnsafeBufferPointer<UInt8>) -> (Int, Int) {
        var bucket = 0
        var isPlain = true
        for place in 0..<3 {
            bucket *= 28
            // Behind anything but a plain letter the classes say no more, or they would not be in the table's order.
            guard isPlain, place < word.count else { continue }
            isPlain = word[place] >= 0x61 && word[place] <= 0x7A
            if isPlain { bucket += Int(word[place]) - 0x60 } else if word[place] > 0x7A { bucket += 27 }
        }
        return (start(of: bucket), start(of: bucket + 1))
    }

    private func start(of bucket: Int) -> Int {
        let entry = index.utf8Start + bucket * 4
        return Int(entry[0] &- 0x30) << 18 | Int(entry[1] &- 0x30) << 12 | Int(entry[2] &- 0x30) << 6
            | Int(entry[3] &- 0x30)
    }

    /// Below 0 where the table's word comes before `word`, 0 where it is the same.
    private static func compare(
        _ words: UnsafeBufferPointer<UInt8>,
        at start: Int,
        with word: UnsafeBufferPointer<UInt8>
    ) -> Int {
        for place in 0..<word.count {
            let letter = words[start + place]
            // The line feed that ends a word is below every letter.
            if letter != word[place] { return letter < word[place] ? -1 : 1 }
        }
        return words[start + word.count] == 0x0A ? 0 : 1
    }
}

extension WordList {
    /// A letter that may be one of several: bit 0 stands for `a`, bit 25 for `z`.
    package typealias Letters = UInt32

    /// The words that have one of the given letters at each place, at most `limit` of them.
    ///
    /// The sorted table is walked like a tree, so a free letter costs at most 26 searches, and only where words go on.
    package func words(matching pattern: [Letters], limit: Int) -> [[UInt8]] {
        var found: [[UInt8]] = []
        guard !isEmpty, !pattern.isEmpty else { return found }
        var prefix: [UInt8] = []
        descend(pattern, 1, bytes.count, &prefix, &found, limit)
        return found
    }

    private func descend(
        _ pattern: [Letters],
        _ low: Int,
        _ high: Int,
        _ prefix: inout [UInt8],
        _ found: inout [[UInt8]],
        _ limit: Int
    ) {
        guard low < high, found.count < limit else { return }
        guard prefix.count < pattern.count else {
            if bytes[low + prefix.count] == 0x0A { found.append(prefix) }
            return
        }
        let letters = pattern[prefix.count]
        var from = low
        for letter in 0..<26 where letters >> UInt32(letter) & 1 == 1 {
            prefix.append(0x61 + UInt8(letter))
            from = lowerBound(prefix, from, high)
            prefix[prefix.count - 1] += 1
            let to = lowerBound(prefix, from, high)
            prefix[prefix.count - 1] -= 1
            descend(pattern, from, to, &prefix, &found, limit)
            prefix.removeLast()
            from = to
        }
    }

    /// The first word in `low..<high` that does not come before `prefix`.
    private func lowerBound(_ prefix: [UInt8], _ low: Int, _ high: Int) -> Int {
        let words = bytes
        var (low, high) = (low, high)
        return prefix.withUnsafeBufferPointer { prefix in
            while low < high {
                var middle = (low + high) / 2
                while words[middle - 1] != 0x0A { middle -= 1 }
                if Self.compare(words, at: middle, with: prefix) < 0 {
                    while words[middle] != 0x0A { middle += 1 }
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low
        }
    }
}
