public import CuretteExtract
import CuretteIngest
import CuretteSegment
import CuretteTag
import CuretteText

/// Writes reports as JSON Lines: one object a page and line, members in the order of the contract.
public struct JSONLinesWriter: Sendable {
    /// A part of the report that is large and can be left out.
    public enum Part: String, Sendable, CaseIterable {
        case text, blocks
    }

    /// Indented, for people: no longer one line a report.
    public var isPretty = false
    /// Spans still count in a text that is left out; its hash stays.
    public var without: Set<Part> = []
    /// Only mentions of this kind; nil for all. The summary counts procedures either way.
    public var kind: Mention.Kind?

    public init(isPretty: Bool = false, without: Set<Part> = [], kind: Mention.Kind? = nil) {
        self.isPretty = isPretty
        self.without = without
        self.kind = kind
    }

    /// The report in UTF-8, with the line feed that ends it.
    public func line(_ report: Report) -> [UInt8] {
        var json = JSONBytes(isPretty: isPretty)
        json.openObject()
        json.key("format")
        json.string(Report.format)
        json.key("generator")
        json.generator(report.generator)
        json.key("document")
        json.document(report.document, wasRead: report.error == nil)
        if let error = report.error {
            json.key("error")
            json.openObject()
            json.key("code")
            json.string(error.code)
            json.key("message")
            json.string(error.sentence)
            json.closeObject()
        } else {
            page(report, to: &json)
        }
        json.closeObject()
        json.endLine()
        return json.bytes
    }

    private func page(_ report: Report, to json: inout JSONBytes) {
        if !without.contains(.text) {
            json.key("text")
            json.string(report.utf8)
        }
        json.key("textSha256")
        json.string(report.textSHA256)
        if !without.contains(.blocks) {
            json.key("blocks")
            json.array(of: report.blocks) { $0.block($1) }
        }
        json.key("repairs")
        json.array(of: report.repairs) { $0.repair($1) }
        json.key("suspicions")
        json.array(of: report.suspicions) { $0.suspicion($1) }
        json.key("mentions")
        json.openArray()
        for mention in report.mentions where kind == nil || mention.kind == kind {
            json.element()
            json.mention(mention)
        }
        json.closeArray()
        json.key("summary")
        json.summary(report.summary)
        json.key("warnings")
        json.array(of: report.warnings) { $0.warning($1) }
    }
}

extension Report {
    /// The report as one JSON object, as `curette annotate --pretty` prints it.
    public var json: String { String(decoding: JSONLinesWriter(isPretty: true).line(self), as: UTF8.self) }
}
