package import CuretteData

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension GoldPage {
    /// Reads gold as stand-off quotes, which an annotation tool can write: each mention by its words (`exact`) and up to
    /// 40 code points on either side (`prefix`, `suffix`), in reading order.
    ///
    /// - Throws: `DataFileError` where the JSON is none, or lacks a member.
    package init(json: [UInt8], file: String) throws(DataFileError) {
        let page: Page
        do {
            page = try JSONDecoder().decode(Page.self, from: Data(json))
        } catch {
            throw DataFileError(file, "this is no gold page: \(JSONMistake.sentence(error))")
        }
        var mentions: [Mention] = []
        for mention in page.mentions {
            guard let tag = GoldTag(rawValue: mention.tag) else {
                throw DataFileError(
                    file,
                    "'\(mention.tag)' is no tag; it is cosmetic, reconstructive, either or umbrella"
                )
            }
            let prefix = "field:"
            let ids = mention.concept.hasPrefix(prefix) ? mention.concept.dropFirst(prefix.count) : mention.concept[...]
            mentions.append(
                Mention(
                    surface: Array(mention.exact.unicodeScalars),
                    before: Array(mention.prefix.unicodeScalars),
                    behind: Array(mention.suffix.unicodeScalars),
                    concepts: ids.split(separator: "/").map(String.init),
                    isField: mention.kind == "field",
                    tag: tag,
                    isOptional: mention.optional ?? false
                )
            )
        }
        name = page.doc
        usage = page.usage
        self.mentions = mentions
    }

    private struct Page: Decodable {
        struct Mention: Decodable {
            let exact: String
            let prefix: String
            let suffix: String
            let concept: String
            let kind: String
            let tag: String
            let optional: Bool?
        }

        let doc: String
        let usage: String
        let mentions: [Mention]
    }
}

/// Says in a sentence what a decoder complains of.
enum JSONMistake {
    static func sentence(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            "\(place(context.codingPath)) has no '\(key.stringValue)'"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\(place(context.codingPath)) is of the wrong type"
        default: "it is not JSON"
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        path.isEmpty ? "it" : "'\(path.map(\.stringValue).joined(separator: "."))'"
    }
}
