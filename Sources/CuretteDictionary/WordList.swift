/// A dictionary of one language, read from the system's word list when the program was built.
///
/// The words stand in one table of bytes, sorted, and a second table says where each begins, by its hash: nothing is
/// parsed when the program starts, and a look-up reads two cache lines and compares a word or none. The list is empty where the building system had none.
package struct WordList: Sendable {
    /// American English (Debian's `wamerican`).
    package static let english = WordList(
        WordTables.english,
        hash: WordTables.englishHash,
        digest: WordTables.englishDigest
    )
    /// Spanish (Debian's `wspanish`).
    package static let spanish = WordList(
        WordTables.spanish,
        hash: WordTables.spanishHash,
        digest: WordTables.spanishDigest
    )

    private let table: StaticString
    private let hash: StaticString

    /// The hash of the words, by which reports name the dictionary.
    package let digest: StaticString

    private init(_ table: StaticString, hash: StaticString, digest: StaticString) {
        self.table = table
        self.hash = hash
        self.digest = digest
    }

    /// The whole table: lower-case words in UTF-8, sorted by bytes, a line feed before and after each.
    package var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    }

    package var isEmpty: Bool { bytes.count <= 1 }

    /// Whether the list has `word`, given in lower-case UTF-8. An apostrophe with `s` at the end is not part of a word.
    package func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        contains(word, hash: Self.hash(of: word))
    }

    /// FNV-1a, as the table was written with.
    package static func hash(of word: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int(hash ^ hash >> 15)
    }

    /// The same for whoever asks several lists for one word.
    package func contains(_ word: UnsafeBufferPointer<UInt8>, hash: Int) -> Bool {
        let words = bytes
        let places = self.hash.utf8CodeUnitCount / 4
        var place = hash & (places &- 1)
        while true {
            let start = start(at: place)
            if start == 0 { return false }
            if Self.compare(words, at: start, with: word) == 0 { return true }
            place = (place &+ 1) & (places &- 1)
        }
    }

    package func contains(_ word: [UInt8]) -> Bool {
        word.withUnsafeBufferPointer(contains)
    }

    /// What stands at one place of the hash table: where a word begins, or 0.
    @inline(__always)
    private func start(at place: Int) -> Int {
        let entry = hash.utf8Start + place &* 4
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
