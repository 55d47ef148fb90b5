import CuretteData
import CuretteExtract
import CuretteText

/// Phrases that are looked for in a few sentences of a page, each with what it means to who looks.
///
/// Long phrases are found by their first eight letters, short ones by their first word: a table of two thousand cues has
/// hundreds that begin with "to", and few words of a page begin one. Of several that begin at one word the longest
/// counts. The last word may carry a plural `s`.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private struct Phrase {
        /// Its letters among all phrases' letters.
        let letters: Range<Int>
        /// How many letters its first word has.
        let firstCount: Int
        let meaning: Meaning
    }

    /// From this many letters on a phrase is long.
    private static var head: Int { 8 }

    private var letters: [UInt8] = []
    private var phrases: [Phrase] = []
    private var long = PackedIndex()
    private var short = PackedIndex()

    /// A phrase where it stands.
    struct Finding {
        let meaning: Meaning
        let words: ClosedRange<Int>
    }

    mutating func add(_ text: UnsafeRawBufferPointer, _ meaning: Meaning, folding: Folding) -> Bool {
        let (own, starts) = folding.key(of: text)
        guard own.count >= 1 else { return false }
        let first = own[..<(starts.count > 1 ? starts[1] : own.count)]
        let number = phrases.count
        phrases.append(
            Phrase(letters: letters.count..<letters.count + own.count, firstCount: first.count, meaning: meaning)
        )
        letters += own
        if own.count >= Self.head {
            long.insert(PackedIndex.pack(own[...]), number)
        } else {
            short.insert(PackedIndex.pack(first), number)
            // A one-word phrase may be met in the plural, which changes its packed letters.
            if starts.count == 1 { short.insert(PackedIndex.pack(first + [UInt8(ascii: "s")]), number) }
        }
        return true
    }

    /// To be called once all phrases are there.
    mutating func seal() {
        let lengths = phrases.map(\.letters.count)
        long.seal { lengths[$0] > lengths[$1] }
        short.seal { lengths[$0] > lengths[$1] }
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
        let length = min(Self.head, Int(starts[word + 1]) - start)
        guard length > 0, let base = page.baseAddress else { return nil }
        // Eight zero bytes stand behind the page's last letter.
        let eight = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self).littleEndian
        for place in long.places(of: eight) {
            let phrase = phrases[long[place]]
            guard min(Self.head, phrase.firstCount) == length else { continue }
            if let found = finding(of: phrase, at: word, start, before: end, page, starts) { return found }
        }
        let key = length == Self.head ? eight : eight & (1 << UInt64(8 * length) - 1)
        for place in short.places(of: key) {
            if let found = finding(of: phrases[short[place]], at: word, start, before: end, page, starts) {
                return found
            }
        }
        return nil
    }

    /// The phrase, if all of it stands at the word and ends with one.
    private func finding(
        of phrase: Phrase,
        at word: Int,
        _ start: Int,
        before end: Int,
        _ page: UnsafeBufferPointer<UInt8>,
        _ starts: UnsafeBufferPointer<UInt32>
    ) -> Finding? {
        let stop = start + phrase.letters.count
        guard stop <= Int(starts[end]) else { return nil }
        for offset in 0..<phrase.letters.count
        where letters[phrase.letters.lowerBound + offset] != page[start + offset] { return nil }
        var last = word
        while Int(starts[last + 1]) < stop { last += 1 }
        let rest = Int(starts[last + 1]) - stop
        guard rest == 0 || rest == 1 && page[stop] == UInt8(ascii: "s") else { return nil }
        return Finding(meaning: phrase.meaning, words: word...last)
    }
}
