/// Every form of the lexicon, found from where a word begins.
///
/// A form's key is its folded letters without spaces; its stem is the key without the ending that may change. Stems
/// are kept sorted, and each knows the longest other stem that is its prefix. The forms that a text may continue with
/// are then the last stem not above the text, and what its chain of prefixes holds: one binary search instead of a
/// walk through an automaton, in a structure that is built in milliseconds. A filter over the first letters turns
/// most words away before that.
final class FormIndex: Sendable {
    private let keys: [UInt8]
    private let keyStarts: [UInt32]
    let forms: [Form]
    private let shorter: [Int32]
    /// The first eight letters of each stem, big-endian, so that one comparison orders most pairs.
    private let heads: [UInt64]
    /// Where the stems begin that start with each two letters; one more at the end. A search in a handful of stems stays
    /// in the cache, one in all of them does not.
    private let sections: [UInt32]
    let surfaces: [[UInt8]]
    /// Turns away words with which no stem begins.
    private let filter: FirstLetters

    var count: Int { forms.count }

    func stem(_ form: Int) -> ArraySlice<UInt8> { keys[Int(keyStarts[form])..<Int(keyStarts[form + 1])] }

    // MARK: Building

    /// Forms in the order in which they were met; the index sorts them.
    struct Builder {
        fileprivate var keys: [UInt8] = []
        fileprivate var starts: [UInt32] = [0]
        fileprivate var heads: [UInt64] = []
        fileprivate var forms: [Form] = []
        fileprivate var surfaces: [[UInt8]] = []

        mutating func keep(surface: [UInt8]) -> Int32 {
            surfaces.append(surface)
            return Int32(surfaces.count - 1)
        }

        mutating func add(stem: ArraySlice<UInt8>, _ form: Form) {
            heads.append(FormIndex.head(of: stem))
            keys.append(contentsOf: stem)
            starts.append(UInt32(keys.count))
            forms.append(form)
        }

        mutating func reserve(_ count: Int) {
            keys.reserveCapacity(count * 20)
            starts.reserveCapacity(count + 1)
            heads.reserveCapacity(count)
            forms.reserveCapacity(count)
        }

        /// The forms in byte order of their stems, those of one stem in the order in which they were met.
        fileprivate func order() -> [Int32] {
            heads.withUnsafeBufferPointer { heads in
                starts.withUnsafeBufferPointer { starts in
                    keys.withUnsafeBufferPointer { keys in
                        func isBefore(_ left: Int32, _ right: Int32) -> Bool {
                            let (a, b) = (Int(left), Int(right))
                            if heads[a] != heads[b] { return heads[a] < heads[b] }
                            var (i, j) = (Int(starts[a]) + 8, Int(starts[b]) + 8)
                            let (iEnd, jEnd) = (Int(starts[a + 1]), Int(starts[b + 1]))
                            while i < iEnd, j < jEnd {
                                if keys[i] != keys[j] { return keys[i] < keys[j] }
                                i &+= 1
                                j &+= 1
                            }
                            let (one, other) = (iEnd - Int(starts[a]), jEnd - Int(starts[b]))
                            return one == other ? left < right : one < other
                        }
                        return (0..<Int32(heads.count)).sorted(by: isBefore)
                    }
                }
            }
        }
    }

    init(_ builder: consuming Builder) {
        let order = builder.order()
        var keys: [UInt8] = []
        var keyStarts: [UInt32] = [0]
        var shorter: [Int32] = []
        var filter = FirstLetters()
        keys.reserveCapacity(builder.keys.count)
        keyStarts.reserveCapacity(order.count + 1)
        shorter.reserveCapacity(order.count)

        /// The last stem added so far that `stem` begins with.
        func prefix(of stem: ArraySlice<UInt8>) -> Int32 {
            var candidate = Int32(shorter.count - 1)
            while candidate >= 0 {
                let other = keys[Int(keyStarts[Int(candidate)])..<Int(keyStarts[Int(candidate) + 1])]
                if stem.starts(with: other) { return candidate }
                candidate = shorter[Int(candidate)]
            }
            return -1
        }
        for form in order {
            let stem = builder.keys[Int(builder.starts[Int(form)])..<Int(builder.starts[Int(form) + 1])]
            shorter.append(prefix(of: stem))
            keys.append(contentsOf: stem)
            keyStarts.append(UInt32(keys.count))
            filter.admit(stem)
        }
        self.keys = keys
        self.keyStarts = keyStarts
        self.shorter = shorter
        self.filter = filter
        forms = order.map { builder.forms[Int($0)] }
        heads = order.map { builder.heads[Int($0)] }
        sections = Self.sections(of: heads)
        surfaces = builder.surfaces
    }

    fileprivate static func head(of stem: ArraySlice<UInt8>) -> UInt64 {
        var head: UInt64 = 0
        for byte in stem.prefix(8) { head = head << 8 | UInt64(byte) }
        return stem.count >= 8 ? head : head << (8 * UInt64(8 - stem.count))
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

    /// Lends the filter that turns away words with which no stem begins.
    func withFilter<Outcome>(_ body: (FirstLetters.Lent) -> Outcome) -> Outcome { filter.lend(body) }

    /// Calls `body` with each form whose stem the text begins with, longest stem first, until it returns false.
    func forEachForm(
        beginning letters: UnsafeBufferPointer<UInt8>,
        _ body: (_ form: Int, _ stemCount: Int) -> Bool
    ) {
        var candidate = lastForm(notAbove: letters)
        while candidate >= 0 {
            let start = Int(keyStarts[candidate])
            let count = Int(keyStarts[candidate + 1]) - start
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
        var head: UInt64 = 0
        for index in 0..<8 { head = head << 8 | (index < letters.count ? UInt64(letters[index]) : 0) }
        var low = Int(sections[Int(head >> 48)])
        var high = Int(sections[Int(head >> 48) + 1])
        while low < high {
            let middle = (low + high) / 2
            if heads[middle] < head || heads[middle] == head && !isAbove(middle, letters) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low - 1
    }

    private func isAbove(_ form: Int, _ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(keyStarts[form])
        let count = Int(keyStarts[form + 1]) - start
        var index = 8
        while index < count {
            if index >= letters.count { return true }
            if keys[start + index] != letters[index] { return keys[start + index] > letters[index] }
            index += 1
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
