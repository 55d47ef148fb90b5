import CuretteData
import CuretteExtract
import CuretteText

/// Phrases that are looked for in a few sentences of a page, each with what it means to who looks.
///
/// Found by the first eight letters of their first word; of several that begin at one word the longest counts. The last
/// word may carry a plural `s`.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private struct Phrase {
        let letters: [UInt8]
        let meaning: Meaning
    }

    private var phrases: [Phrase] = []
    private var byFirstWord: [UInt64: [Int]] = [:]

    /// A phrase where it stands.
    struct Finding {
        let meaning: Meaning
        let words: ClosedRange<Int>
    }

    mutating func add(_ text: UnsafeRawBufferPointer, _ meaning: Meaning, folding: Folding) -> Bool {
        let (letters, starts) = folding.key(of: text)
        guard letters.count >= 1 else { return false }
        let first = letters[..<(starts.count > 1 ? starts[1] : letters.count)]
        phrases.append(Phrase(letters: letters, meaning: meaning))
        byFirstWord[Self.pack(first), default: []].append(phrases.count - 1)
        // A one-word phrase may be met in the plural, which changes its packed letters.
        if starts.count == 1, letters.count < 8 {
            byFirstWord[Self.pack(first + [UInt8(ascii: "s")]), default: []].append(phrases.count - 1)
        }
        return true
    }

    /// To be called once all phrases are there: the longest are tried first.
    mutating func sort() {
        for (key, indices) in byFirstWord {
            byFirstWord[key] = indices.sorted { (phrases[$0].letters.count, $1) > (phrases[$1].letters.count, $0) }
        }
    }

    private static func pack(_ letters: some Collection<UInt8>) -> UInt64 {
        letters.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// What stands in `words` of the text, in reading order, without overlap.
    func findings(in words: Range<Int>, of text: FoldedText) -> [Finding] {
        var found: [Finding] = []
        var word = words.lowerBound
        while word < words.upperBound {
            if let finding = finding(at: word, before: words.upperBound, in: text) {
                found.append(finding)
                word = finding.words.upperBound + 1
            } else {
                word += 1
            }
        }
        return found
    }

    func finding(at word: Int, before end: Int, in text: FoldedText) -> Finding? {
        let start = Int(text.starts[word])
        let first = text.letters[start..<Int(text.starts[word + 1])]
        guard let candidates = byFirstWord[Self.pack(first)] else { return nil }
        for candidate in candidates {
            let phrase = phrases[candidate]
            let stop = start + phrase.letters.count
            guard stop <= Int(text.starts[end]), text.letters[start..<stop].elementsEqual(phrase.letters) else {
                continue
            }
            var last = word
            while Int(text.starts[last + 1]) < stop { last += 1 }
            let rest = Int(text.starts[last + 1]) - stop
            guard rest == 0 || rest == 1 && text.letters[stop] == UInt8(ascii: "s") else { continue }
            return Finding(meaning: phrase.meaning, words: word...last)
        }
        return nil
    }
}
