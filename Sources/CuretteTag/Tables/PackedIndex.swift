/// Which phrases begin with which letters, up to eight of them packed into a number: a flat table with linear probing, in
/// which nearly every question ends at an empty slot.
struct PackedIndex: Sendable {
    private struct Slot {
        /// Packed letters; 0 where the slot is free.
        var key: UInt64 = 0
        /// The phrases that begin so, as a range of `order`.
        var first: Int32 = 0
        var end: Int32 = 0
    }

    /// Each phrase by its key, until the slots are laid out.
    private var unsealed: [(key: UInt64, phrase: Int)] = []
    private var order: [Int] = []
    private var slots = [Slot()]
    /// Takes as many bits of a hash as number the slots: the highest, for the lower ones do not depend on all letters.
    private var shift: UInt64 = 63

    /// The first eight letters as one number, the first letter lowest.
    static func pack(_ letters: some Collection<UInt8>) -> UInt64 {
        var packed: UInt64 = 0
        var shift: UInt64 = 0
        for letter in letters.prefix(8) {
            packed |= UInt64(letter) << shift
            shift += 8
        }
        return packed
    }

    mutating func insert(_ key: UInt64, _ phrase: Int) { unsealed.append((key, phrase)) }

    /// Lays the slots out once all phrases are there; those of one key in the given order, and in that of their numbers
    /// where it has none.
    mutating func seal(_ isBefore: (Int, Int) -> Bool) {
        unsealed.sort { left, right in
            if left.key != right.key { return left.key < right.key }
            if isBefore(left.phrase, right.phrase) { return true }
            return isBefore(right.phrase, left.phrase) ? false : left.phrase < right.phrase
        }
        var size = 16
        shift = 60
        while size < 2 * unsealed.count {
            size *= 2
            shift -= 1
        }
        slots = [Slot](repeating: Slot(), count: size)
        order = unsealed.map(\.phrase)
        var first = 0
        while first < unsealed.count {
            let key = unsealed[first].key
            var end = first + 1
            while end < unsealed.count, unsealed[end].key == key { end += 1 }
            var slot = slot(of: key)
            while slots[slot].key != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Slot(key: key, first: Int32(first), end: Int32(end))
            first = end
        }
        unsealed = []
    }

    /// Where the phrases of a key stand, to be asked for one by one.
    @inline(__always)
    func places(of key: UInt64) -> Range<Int> {
        var slot = slot(of: key)
        while slots[slot].key != key {
            guard slots[slot].key != 0 else { return 0..<0 }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        return Int(slots[slot].first)..<Int(slots[slot].end)
    }

    /// The phrase at a place.
    @inline(__always)
    subscript(place: Int) -> Int { order[place] }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) & (slots.count &- 1)
    }
}
