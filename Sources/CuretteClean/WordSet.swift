import CuretteDictionary

/// A few thousand words in UTF-8, asked for without building an array: the lexicon's, and the short tables.
struct WordSet: Sendable {
    private var pool: [UInt8] = []
    private var starts: [UInt32] = [0]
    /// Indices of words plus one, hashed with linear probing; 0 is empty.
    private var places: [UInt32]

    init(_ words: Set<[UInt8]>) {
        var count = 16
        while count < words.count * 2 { count *= 2 }
        places = [UInt32](repeating: 0, count: count)
        for (index, word) in words.enumerated() {
            pool += word
            starts.append(UInt32(pool.count))
            var place = word.withUnsafeBufferPointer(WordList.hash) & (count - 1)
            while places[place] != 0 { place = (place + 1) & (count - 1) }
            places[place] = UInt32(index + 1)
        }
    }

    /// - Parameter hash: `WordList.hash(of:)` of the word.
    func contains(_ word: UnsafeBufferPointer<UInt8>, hash: Int) -> Bool {
        var place = hash & (places.count - 1)
        while places[place] != 0 {
            let index = Int(places[place])
            let (lower, upper) = (Int(starts[index - 1]), Int(starts[index]))
            if upper - lower == word.count, pool[lower..<upper].elementsEqual(word) { return true }
            place = (place + 1) & (places.count - 1)
        }
        return false
    }

    func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { contains(word, hash: WordList.hash(of: word)) }
    func contains(_ word: [UInt8]) -> Bool { word.withUnsafeBufferPointer(contains) }
}

/// The words that a page uses at least twice, by their hashes alone: a page has thousands of them, and one taken for
/// another in 2⁶⁴ does no harm where a guess needs other reasons besides.
struct RepeatedWords {
    /// The hash with its lowest bit cleared, and that bit set by the second meeting; 0 is empty.
    private var places: [UInt64] = [UInt64](repeating: 0, count: 1024)
    private var count = 0

    mutating func meet(_ hash: UInt64) {
        if count * 2 >= places.count { grow() }
        let place = place(of: hash)
        if places[place] == 0 {
            places[place] = key(hash)
            count += 1
        } else {
            places[place] |= 1
        }
    }

    func contains(_ hash: UInt64) -> Bool { places[place(of: hash)] & 1 == 1 }

    static func hash(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 29
    }

    private func key(_ hash: UInt64) -> UInt64 { hash & ~1 | 1 << 63 }

    private func place(of hash: UInt64) -> Int {
        let key = key(hash)
        var place = Int(truncatingIfNeeded: key >> 20) & (places.count - 1)
        while places[place] != 0, places[place] & ~1 != key { place = (place + 1) & (places.count - 1) }
        return place
    }

    private mutating func grow() {
        let old = places
        places = [UInt64](repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 { places[place(of: entry)] = entry }
    }
}
