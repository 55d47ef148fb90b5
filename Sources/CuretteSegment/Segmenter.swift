package import CuretteData
package import CuretteIngest
import CuretteText

/// The third stage: a repaired page in, its blocks out: headings, paragraphs, items and cells, each with its role, the
/// heading it stands under and what introduces its list.
///
/// From HTML by its markup, from plain text by its layout. Segmenting draws boundaries and never changes a character;
/// it cannot fail. Sentences are found later and only where one is asked for (`Sentences`).
package struct Segmenter: Sendable {
    /// Finds the sentence around a mention, once there are mentions.
    package let sentences: Sentences
    private let words: LineWords

    /// - Throws: `DataFileError` where `role-lines.tsv`, `line-words.tsv`, `joined-names.tsv` or `abbreviations.tsv` holds a mistake.
    package init(_ source: TableSource = .builtIn) throws(DataFileError) {
        words = try LineWords(source)
        sentences = try Sentences(source)
    }

    /// The blocks of a cleaned page, in reading order: they do not overlap, hold no white space at either end, and
    /// together hold everything else.
    package func blocks(in page: Page) -> [Block] {
        let text = page.text
        return text.bytes.withUnsafeBufferPointer { bytes in
            let reader = LineReader(words: words)
            if let marks = page.marks {
                var marked = MarkedBlocks(reader: reader, bytes: bytes)
                return Outline.blocks(of: marked.drafts(of: marks, in: text))
            }
            var layout = Layout(reader.lines(of: bytes, cutAtSeams: true), of: bytes)
            var drafts = layout.read()
            RoleReading(words: words).assign(to: &drafts)
            return Outline.blocks(of: drafts)
        }
    }
}
