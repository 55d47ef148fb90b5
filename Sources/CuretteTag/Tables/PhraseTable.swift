import CuretteData
import CuretteExtract
import CuretteText

/// Phrases that are looked for in a few sentences of a page, each with what it means to who looks.
///
/// Found by the first eight letters of their first word, in one flat table of slots; of several that begin at one word
/// the longest counts. The last word may carry a plural `s`.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private struct Phrase {
        /// Its letters among all phrases' letters.
        let letters: Range<Int>
        let meaning: Meaning
    }

    private struct Slot {
        /// The packed letters of a first word; 0 where the slot is free.
        var key: UInt64 = 0
        /// The phrases that begin so, as a range of `order`.
        var first: Int32 = 0
        var count: Int32 = 0
    }

    private var letters: [UInt8] = []
    private var phrases: [Phrase] = []
    /// Each phrase by the packed letters of its first word, until the slots are laid out.
    private var unsealed: [(key: UInt64, phrase: Int32)] = []
    private var order: [Int32] = []
    private var slots: [Slot] = []

    /// A phrase where it stands.
    struct Finding {
        let meaning: Meaning
        let words: ClosedRange<Int>
    }

    mutating func add(_ text: UnsafeRawBufferPointer, _ meaning: Meaning, folding: Folding) -> Bool {
        let (own, starts) = folding.key(of: text)
        guard own.count >= 1 else { return false }
        let first = own[..<(starts.count > 1 ? starts[1] : own.count)]
        phrases.append(Phrase(letters: letters.count..<letters.count + own.count, meaning: meaning))
        letters += own
        unsealed.append((Self.pack(first), Int32(phrases.count - 1)))
        // A one-word phrase may be met in the plural, which changes its packed letters.
        if starts.count == 1, own.count < 8 {
            unsealed.append((Self.pack(first + [UInt8(ascii: "s")]), Int32(phrases.count - 1)))
        }
        return true
    }

    /// To be called once all phrases are there: lays the slots out, the longest phrase of each first.
    mutating func seal() {
        func length(_ phrase: Int32) -> Int { phrases[Int(phrase)].letters.count }
        unsealed.sort {
            $0.key != $1.key ? $0.key < $1.key : (length($0.phrase), $1.phrase) > (length($1.phrase), $0.phrase)
        }
        var size = 16
        while size < 2 * unsealed.count { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        order = unsealed.map(\.phrase)
        var first = 0
        while first < unsealed.count {
            let key = unsealed[first].key
            var end = first + 1
            while end < unsealed.count, unsealed[end].key == key { end += 1 }
            var slot = Self.slot(of: key, among: size)
            while slots[slot].key != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Slot(key: key, first: Int32(first), count: Int32(end - first))
            first = end
        }
        unsealed = []
    }

    /// The first eight letters as one number, the first letter lowest.
    private static func pack(_ letters: some Collection<UInt8>) -> UInt64 {
        var packed: UInt64 = 0
        var shift: UInt64 = 0
        for letter in letters.prefix(8) {
            packed |= UInt64(letter) << shift
            shift += 8
        }
        return packed
    }

    @inline(__always)
    private static func slot(of key: UInt64, among size: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
    }

    /// What stands in `words` of the text, in reading order, without overlap, appended to `found`.
    func find(in words: Range<Int>, of text: FoldedText, into found: inout [Finding]) {
        text.letters.withUnsafeBufferPointer { page in
            text.starts.withUnsafeBufferPointer { starts in
                var word = words.lowerBound
                while word < words.upperBound {
                    if let finding = finding(at: word, before: words.upperBound, page, starts) {
                        found.append(finding)
                        word = finding.words.upperBound + 1
                    } else {
                        word += 1
                    }
                }
            }
        }
    }

    func findings(in words: Range<Int>, of text: FoldedText) -> [Finding] {
        var found: [Finding] = []
        find(in: words, of: text, into: &found)
        return found
    }

    func finding(at word: Int, before end: Int, in text: FoldedText) -> Finding? {
        text.letters.withUnsafeBufferPointer { page in
            text.starts.withUnsafeBufferPointer { finding(at: word, before: end, page, $0) }
        }
    }

    @inline(__always)
    private func finding(
        at word: Int,
        before end: Int,
        _ page: UnsafeBufferPointer<UInt8>,
        _ starts: UnsafeBufferPointer<UInt32>
    ) -> Finding? {
        let start = Int(starts[word])
        let length = min(8, Int(starts[word + 1]) - start)
        guard length > 0, let base = page.baseAddress else { return nil }
        // Eight zero bytes stand behind the page's last letter.
        let eight = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self).littleEndian
        let key = length == 8 ? eight : eight & (1 << UInt64(8 * length) - 1)
        var slot = Self.slot(of: key, among: slots.count)
        while slots[slot].key != key {
            guard slots[slot].key != 0 else { return nil }
            slot = (slot + 1) & (slots.count - 1)
        }
        for index in Int(slots[slot].first)..<Int(slots[slot].first + slots[slot].count) {
            let phrase = phrases[Int(order[index])]
            let stop = start + phrase.letters.count
            guard stop <= Int(starts[end]) else { continue }
            var same = true
            for offset in 0..<phrase.letters.count
            where letters[phrase.letters.lowerBound + offset] != page[start + offset] {
                same = false
                break
            }
            guard same else { continue }
            var last = word
            while Int(starts[last + 1]) < stop { last += 1 }
            let rest = Int(starts[last + 1]) - stop
            guard rest == 0 || rest == 1 && page[stop] == UInt8(ascii: "s") else { continue }
            return Finding(meaning: phrase.meaning, words: word...last)
        }
        return nil
    }
}
