package import CuretteLexicon
package import CuretteText

/// A page's text as the matcher reads it: folded letters without anything between them, and where each word begins.
///
/// Word boundaries are where letters meet something else, and where a lower-case letter or a digit meets an upper-case
/// one ("OtoplastyWhen", "Lipo 360BBL"): scraping glues words, and brands write themselves so.
package final class FoldedText: Sendable {
    package let bytes: [UInt8]
    /// Folded letters, with 8 zero bytes behind the last.
    package let letters: [UInt8]
    /// Where in the text each letter stands (the first byte of the scalar it came from).
    package let offsets: [UInt32]
    /// The index of each word's first letter; one more at the end, the letters' count.
    package let starts: [UInt32]
    /// What stands before each word.
    package let gaps: [Gap]
    /// Words whose letters were corrected, ascending: they differ from those of the text.
    let corrected: [Int]

    package var wordCount: Int { gaps.count }

    package convenience init(_ bytes: [UInt8], folding: Folding) {
        self.init(bytes, FoldedColumns(reading: bytes, folding))
    }

    /// The text that `columns` describe; they measure `bytes`.
    init(_ bytes: [UInt8], _ columns: consuming FoldedColumns) {
        columns.finish(byteCount: bytes.count)
        self.bytes = bytes
        letters = columns.letters
        offsets = columns.offsets
        starts = columns.starts
        gaps = columns.gaps
        corrected = columns.corrected
    }

    // MARK: Places

    /// Where a word begins in the text.
    package func offset(ofWord word: Int) -> Int { Int(offsets[Int(starts[word])]) }

    /// How many letters a word has, in bytes of the folded text.
    package func count(ofWord word: Int) -> Int { Int(starts[word + 1] - starts[word]) }

    /// The words that begin within `span`, as a range of indices.
    package func words(in span: Span<Clean>) -> Range<Int> {
        let lower = firstWord(from: span.lower)
        return lower..<max(lower, firstWord(from: span.upper))
    }

    /// The first word that begins at or behind `offset`.
    private func firstWord(from offset: Int) -> Int {
        var low = 0
        var high = wordCount
        while low < high {
            let middle = (low + high) / 2
            if self.offset(ofWord: middle) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The text of the words `from...through`, from the first letter to behind the last one.
    package func span(fromWord from: Int, throughWord through: Int) -> Span<Clean> {
        Span(Int(offsets[Int(starts[from])]), end(ofLetter: Int(starts[through + 1]) - 1))
    }

    /// The text of the letters `lower..<upper`.
    package func span(ofLetters lower: Int, _ upper: Int) -> Span<Clean> {
        Span(Int(offsets[lower]), end(ofLetter: upper - 1))
    }

    /// The byte behind the scalar that gave letter `index`.
    private func end(ofLetter index: Int) -> Int {
        let start = Int(offsets[index])
        return start + UTF8Bytes.width(of: bytes[start])
    }
}
