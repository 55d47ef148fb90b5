import CuretteLexicon

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

    init(_ names: CompiledNames) {
        keys = names.stems
        keyStarts = names.stemStarts
        forms = names.forms
        surfaces = names.surfaces
        var shorter: [Int32] = []
        var heads: [UInt64] = []
        var filter = FirstLetters()
        shorter.reserveCapacity(names.stemCount)
        heads.reserveCapacity(names.stemCount)
        for place in 0..<names.stemCount {
            let stem = names.stem(place)
            shorter.append(Self.prefix(of: stem, among: shorter, of: names))
            heads.append(Self.head(of: stem))
            filter.admit(stem)
        }
        self.shorter = shorter
        self.heads = heads
        self.filter = filter
        sections = Self.sections(of: heads)
    }

    /// The last stem before the one that is to be added, that it begins with; -1 for none. Either it is the stem above,
    /// or it is one that the stem above begins with too.
    private static func prefix(of stem: ArraySlice<UInt8>, among shorter: [Int32], of names: CompiledNames) -> Int32 {
        var candidate = Int32(shorter.count - 1)
        while candidate >= 0, !stem.starts(with: names.stem(Int(candidate))) { candidate = shorter[Int(candidate)] }
        return candidate
    }

    private static func head(of stem: ArraySlice<UInt8>) -> UInt64 {
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
