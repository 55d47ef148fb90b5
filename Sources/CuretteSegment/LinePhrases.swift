import CuretteData

/// Phrases to be found in short lines, word by word, whatever their case: the cues of `role-lines.tsv` and
/// `line-words.tsv`.
///
/// A line asks once a word; nearly every word is answered by one look at an empty slot.
struct LinePhrases: Sendable {
    /// Where in a line a phrase counts.
    enum Place: String, CaseIterable {
        /// The line is the phrase, punctuation aside.
        case whole
        case start
        case end
        case any
    }

    private struct Entry {
        /// Where its bytes stand in `pool`.
        let lower: Int
        let upper: Int
        let place: Place
        let value: UInt8
        /// The next entry that begins with the same word; -1 for none.
        var next: Int
    }

    private var entries: [Entry] = []
    /// All phrases end to end: an array a phrase would cost a look-up its reference counting.
    private var pool: [UInt8] = []
    /// Open addressing by the first word's hash: an index into `entries`, or -1.
    private var slots = [Int16](repeating: -1, count: 2048)
    private var hashes = [UInt32](repeating: 0, count: 2048)

    /// - Throws: `DataFileError` where the phrase is empty or not in small letters, the place is none, or the same
    ///   phrase stands there twice.
    mutating func add(_ row: Table.Row, phrase: Int, place: Int, value: UInt8) throws(DataFileError) {
        guard let place = Place(rawValue: row[place]) else {
            throw row.error("'\(row[place])' is no place in a line: write whole, start, end or any")
        }
        let bytes = Array(row.fields[phrase])
        guard !bytes.isEmpty, !bytes.contains(where: { $0 &- 0x41 < 26 }) else {
            throw row.error("a phrase is written in small letters, and is not empty")
        }
        guard entries.count < slots.count / 2 else { throw row.error("too many phrases for the index") }
        let (hash, _) = bytes.withUnsafeBufferPointer { Self.word(in: $0, at: 0, upTo: $0.count) }
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0, hashes[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
        var other = Int(slots[slot])
        while other >= 0 {
            // The two tables speak of different things: a phrase may stand in both.
            let isSameTable =
                entries[other].value < LineWords.firstCue && value < LineWords.firstCue
                || entries[other].value >= LineWords.firstCue && value >= LineWords.firstCue
            guard
                !isSameTable || pool[entries[other].lower..<entries[other].upper] != bytes[...]
                    || entries[other].place != place
            else {
                throw row.error("'\(row[phrase])' is already listed for '\(place.rawValue)'")
            }
            other = entries[other].next
        }
        let lower = pool.count
        pool += bytes
        entries.append(Entry(lower: lower, upper: pool.count, place: place, value: value, next: Int(slots[slot])))
        slots[slot] = Int16(entries.count - 1)
        hashes[slot] = hash
    }

    /// Calls `body` with the value of each phrase that begins with the word at `offset`, whose hash is `hash`.
    ///
    /// - Parameters:
    ///   - isFirst: whether it is the line's first word.
    ///   - end: the line's end, closing punctuation aside.
    func matches(
        _ hash: UInt32,
        at offset: Int,
        isFirst: Bool,
        end: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ body: (UInt8) -> Void
    ) {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0, hashes[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
        var candidate = Int(slots[slot])
        while candidate >= 0 {
            let entry = entries[candidate]
            candidate = entry.next
            if entry.place == .whole || entry.place == .start, !isFirst { continue }
            guard let upper = self.end(of: entry, at: offset, upTo: end, in: bytes) else { continue }
            if entry.place == .whole || entry.place == .end, upper < end { continue }
            body(entry.value)
        }
    }

    /// Where `phrase` ends, if it stands at `offset` and no word goes on behind it.
    private func end(
        of entry: Entry,
        at offset: Int,
        upTo end: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let upper = offset + entry.upper - entry.lower
        guard upper <= end else { return nil }
        // A typographic apostrophe has other bytes: the tables spell such phrases both ways.
        for index in entry.lower..<entry.upper where Self.fold(bytes[offset + index - entry.lower]) != pool[index] {
            return nil
        }
        let isSign = entry.upper - entry.lower == 2 && pool[entry.lower] == 0xC2
        if upper < end, !isSign, Self.isWord(bytes[upper]), Self.isWord(bytes[upper - 1]) { return nil }
        return upper
    }

    /// The hash of the word at `offset`, folded, and where it ends. `©` is a word of its own.
    @inline(__always)
    static func word(
        in bytes: UnsafeBufferPointer<UInt8>,
        at offset: Int,
        upTo end: Int
    ) -> (hash: UInt32, end: Int) {
        var hash: UInt32 = 0x811C_9DC5
        var offset = offset
        if offset + 1 < end, bytes[offset] == 0xC2, bytes[offset + 1] == 0xA9 { return (0xA9, offset + 2) }
        while offset < end, isWord(bytes[offset]) {
            hash = (hash ^ UInt32(fold(bytes[offset]))) &* 0x0100_0193
            offset += 1
        }
        return (hash, offset)
    }

    @inline(__always)
    static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 || byte == 0x27
    }
}
