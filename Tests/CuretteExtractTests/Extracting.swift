import CuretteExtract
import CuretteIngest
import CuretteSegment
import CuretteTestSupport
import CuretteText

/// What the extractor finds in a text, shown the way examples are written.
enum Extracting {
    private static let extractor = Result { try Extractor() }
    private static let segmenter = Result { try Segmenter() }

    static func extraction(of text: [UInt8]) throws -> Extractor.Extraction {
        let page = Page(
            of: Payload(id: "-", source: "-", bytes: text),
            format: .text,
            charset: "UTF-8",
            text: AlignedText(text),
            marks: nil
        )
        return try extractor.get().mentions(in: page.text, segmenter.get().blocks(in: page))
    }

    static func concept(_ id: String) throws -> Int? { try extractor.get().lexicon.concept(id) }

    /// The ids of the concepts that a text names, in reading order.
    static func concepts(in text: String) throws -> [String] {
        let concepts = try extractor.get().lexicon.concepts
        return try extraction(of: Array(text.utf8)).mentions.map { concepts[$0.concept].id }
    }

    /// The languages of a text, the one with most words first.
    static func languages(of text: String) throws -> [String] { try extraction(of: Array(text.utf8)).languages }

    static func matches(in text: String) throws -> [Mention.Match] {
        try extraction(of: Array(text.utf8)).mentions.map(\.match)
    }

    /// The example with `‹` and `›` round each mention found; of an elided one round the fragment that is its own.
    static func marked(_ example: String) throws -> String {
        let text = Marked(example).text
        let mentions = try extraction(of: text).mentions
        let whole = mentions.filter { $0.rest == nil }.map(\.span)
        let own = mentions.map { mention in
            mention.spans.first { span in !whole.contains { $0.lower <= span.lower && span.upper <= $0.upper } }
                ?? mention.span
        }
        var shown: [UInt8] = []
        for (offset, byte) in text.enumerated() {
            for span in own where span.upper == offset { shown += Array("›".utf8) }
            for span in own where span.lower == offset { shown += Array("‹".utf8) }
            shown.append(byte)
        }
        for span in own where span.upper == text.count { shown += Array("›".utf8) }
        return String(decoding: shown, as: UTF8.self)
    }
}
