import CuretteLexicon

/// Every form of the lexicon, found from where a word begins.
///
/// A form's key is its folded letters without spaces; its stem is the key without the ending that may change. Stems
/// are kept sorted, and each knows the longest other stem that is its prefix. The forms that a text may continue with
/// are then the last stem not above the text, and what its chain of prefixes holds: one binary search instead of a
/// walk through an automaton, in a structure that is built in milliseconds. A filter over the first letters turns
/// most words away before that.
final class FormIndex: Sendable {
    private let keys: Column<UInt8>
    private let keyStarts: Column<UInt32>
    let forms: Column<Form>
    private let shorter: Column<Int32>
    /// The first eight letters of each stem, big-endian, so that one comparison orders most pairs.
    private let heads: Column<UInt64>
    /// Where the stems begin that start with each two letters; one more at the end. A search in a handful of stems stays
    /// in the cache, one in all of them does not.
    private let sections: Column<UInt32>
    let surfaces: [[UInt8]]
    /// Turns away words with which no stem begins.
    let filter: FirstLetters

    var count: Int { forms.count }

    func stem(_ form: Int) -> [UInt8] { (Int(keyStarts[form])..<Int(keyStarts[form + 1])).map { keys[$0] } }

    // MARK: Building

    init(_ names: CompiledNames) {
        var filter = FirstLetters()
        let count = names.stemCount
        let (keys, starts) = (names.stems, names.stemStarts)
        var shorter = [Int32](repeating: -1, count: count)
        let heads = [UInt64](unsafeUninitializedCapacity: count) { heads, headCount in
            for place in 0..<count {
                let (start, end) = (Int(starts[place]), Int(starts[place + 1]))
                heads[place] = Self.head(of: keys, start, end)
                filter.admit(heads[place], count: end - start)
                // The last stem before, that this one begins with, is the one above, or one that the one above begins
                // with too.
                var other = place - 1
                while other >= 0, !Self.begins(keys, start, end, with: Int(starts[other]), Int(starts[other + 1])) {
                    other = Int(shorter[other])
                }
                shorter[place] = Int32(other)
            }
            headCount = count
        }
        self.keys = Column(keys)
        keyStarts = Column(starts)
        forms = Column(names.forms)
        surfaces = names.surfaces
        self.shorter = Column(shorter)
        self.heads = Column(heads)
        self.filter = filter
        sections = Column(Self.sections(of: heads))
    }

    deinit {
        keys.free()
        keyStarts.free()
        forms.free()
        shorter.free()
        heads.free()
        sections.free()
    }

    @inline(__always)
    private static func begins(_ keys: [UInt8], _ start: Int, _ end: Int, with other: Int, _ otherEnd: Int) -> Bool {
        guard otherEnd - other <= end - start else { return false }
        for offset in 0..<(otherEnd - other) where keys[start + offset] != keys[other + offset] { return false }
        return true
    }

    @inline(__always)
    private static func head(of keys: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
        var head: UInt64 = 0
        for place in start..<min(start + 8, end) { head = head << 8 | UInt64(keys[place]) }
        return end - start >= 8 ? head : head << (8 * UInt64(8 - (end - start)))
    }

    private static func sections(of heads: [UInt64]) -> [UInt32] {
        var sections = [UInt32](repeating: UInt32(heads.count), count: 0x1_0001)
        var next = 0
        for (place, head) in heads.enumerated() {
            let section = Int(head >> 48)
            while next <= section {
                sections[next] = UInt32(place)
                next += 1
            }
        }
        return sections
    }

    // MARK: Finding

    /// Calls `body` with each form whose stem the text begins with, longest stem first, until it returns false.
    @inline(__always)
    func forEachForm(
        beginning letters: UnsafeBufferPointer<UInt8>,
        _ body: (_ form: Int, _ stemCount: Int) -> Bool
    ) {
        forEachForm(from: lastForm(notAbove: letters), beginning: letters, body)
    }

    /// The same from one form on: those whose stems are shorter, and it itself.
    @inline(__always)
    func forEachForm(
        from first: Int,
        beginning letters: UnsafeBufferPointer<UInt8>,
        _ body: (_ form: Int, _ stemCount: Int) -> Bool
    ) {
        var candidate = first
        while candidate >= 0 {
            let start = Int(keyStarts[candidate])
            let count = Int(keyStarts[candidate + 1]) &- start
            if count <= letters.count, hasStem(start, count, letters) {
                guard body(candidate, count) else { return }
            }
            candidate = Int(shorter[candidate])
        }
    }

    @inline(__always)
    private func hasStem(_ start: Int, _ count: Int, _ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 0..<count where keys[start &+ index] != letters[index] { return false }
        return true
    }

    /// The last form whose stem is not above the text in byte order; -1 where there is none.
    private func lastForm(notAbove letters: UnsafeBufferPointer<UInt8>) -> Int {
        let head = Self.head(of: letters)
        var low = Int(sections[Int(head >> 48)])
        var high = Int(sections[Int(head >> 48) &+ 1])
        while low < high {
            let middle = (low &+ high) / 2
            if heads[middle] < head || heads[middle] == head && !isAbove(middle, letters) {
                low = middle &+ 1
            } else {
                high = middle
            }
        }
        return low &- 1
    }

    /// The first eight letters, the first highest, zeros behind the last.
    @inline(__always)
    private static func head(of letters: UnsafeBufferPointer<UInt8>) -> UInt64 {
        if letters.count >= 8, let base = letters.baseAddress {
            return UInt64(bigEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
        }
        var head: UInt64 = 0
        for index in 0..<8 { head = head << 8 | (index < letters.count ? UInt64(letters[index]) : 0) }
        return head
    }

    private func isAbove(_ form: Int, _ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(keyStarts[form])
        let count = Int(keyStarts[form + 1]) - start
        var index = 8
        while index < count {
            if index >= letters.count { return true }
            if keys[start &+ index] != letters[index] { return keys[start &+ index] > letters[index] }
            index &+= 1
        }
        return false
    }

    /// Whether any stem has `letters` as its beginning, or the other way round: a name may still come of them.
    func mayContinue(_ letters: [UInt8]) -> Bool {
        letters.withUnsafeBufferPointer { buffer in
            let last = lastForm(notAbove: buffer)
            if last >= 0, stem(last).starts(with: letters) { return true }
            if last + 1 < count, stem(last + 1).starts(with: letters) { return true }
            var found = false
            forEachForm(beginning: buffer) { _, _ in
                found = true
                return false
            }
            return found
        }
    }
}
