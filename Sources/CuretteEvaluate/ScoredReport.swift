package import CuretteData

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What of a report is scored, read from its JSON as a program sees it that knows only the contract: another program's
/// reports can be scored as well.
package struct ScoredReport: Sendable {
    package struct Mention: Sendable {
        package let isField: Bool
        package let concept: String
        package let tag: String
        /// 0...1.
        package let confidence: Double
        /// Half-open, in code points of the text.
        package let spans: [Range<Int>]
    }

    package let id: String
    package let usage: String
    package let text: [Unicode.Scalar]
    package let mentions: [Mention]

    /// Reads one line; nil where it is the record of a page that could not be read.
    ///
    /// - Throws: `DataFileError` where the line is no report.
    package init?(line: [UInt8], file: String, number: Int) throws(DataFileError) {
        let json: JSON
        do {
            json = try JSONDecoder().decode(JSON.self, from: Data(line))
        } catch {
            throw DataFileError(file, line: number, "this is no report: \(JSONMistake.sentence(error))")
        }
        guard let mentions = json.mentions else { return nil }
        guard let text = json.text else {
            throw DataFileError(file, line: number, "the report was written without its text, in which spans count")
        }
        id = json.document.id
        usage = json.document.usage ?? ""
        self.text = Array(text.unicodeScalars)
        var read: [Mention] = []
        for mention in mentions {
            guard mention.spans.allSatisfy({ $0.count == 2 && $0[0] <= $0[1] }) else {
                throw DataFileError(file, line: number, "a span of '\(mention.concept)' is not [start, end]")
            }
            read.append(
                Mention(
                    isField: mention.kind == "field",
                    concept: mention.concept,
                    tag: mention.tag ?? "",
                    confidence: min(max(mention.confidence ?? 1, 0), 1),
                    spans: mention.spans.map { $0[0]..<$0[1] }
                )
            )
        }
        self.mentions = read
    }

    private init(id: String, usage: String, text: [Unicode.Scalar], mentions: [Mention]) {
        self.id = id
        self.usage = usage
        self.text = text
        self.mentions = mentions
    }

    /// The same report with other tags, one a mention in its order, and another usage.
    package func saying(_ tags: [(tag: String, confidence: Double)], usage: String) -> ScoredReport {
        precondition(tags.count == mentions.count, "a report has one tag a mention")
        let retagged = zip(mentions, tags).map { mention, said in
            Mention(
                isField: mention.isField,
                concept: mention.concept,
                tag: said.tag,
                confidence: said.confidence,
                spans: mention.spans
            )
        }
        return ScoredReport(id: id, usage: usage, text: text, mentions: retagged)
    }

    private struct JSON: Decodable {
        struct Document: Decodable {
            let id: String
            let usage: String?
        }

        struct Mention: Decodable {
            let kind: String?
            let concept: String
            let tag: String?
            let confidence: Double?
            let spans: [[Int]]
        }

        let document: Document
        let text: String?
        let mentions: [Mention]?
    }
}
