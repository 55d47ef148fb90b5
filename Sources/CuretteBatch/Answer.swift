public import CuretteIngest
public import CuretteReport
public import CuretteTag

/// What became of one page: the line that is to be written, and the few figures that outlive it.
public struct Answer: Sendable {
    /// A page's row in a table for people.
    public struct Row: Sendable {
        public let id: String
        public let error: IngestError?
        public let usage: Usage
        public let mentions: Int
        public let cosmetic: Int
        public let reconstructive: Int
        public let repairs: Int
    }

    /// Nil where the line stands already in the output, from an earlier run.
    public let row: Row?
    public let mentions: Int
    /// Bytes of the page; 0 where it could not be read.
    public let bytes: Int
    public let isError: Bool
    /// What is to be written; empty where it was kept.
    public let line: [UInt8]
    /// By which the page is recognised when the run is resumed; nil where nobody will.
    let fingerprint: Fingerprint?

    /// Whether the line was kept from an earlier run.
    public var isReused: Bool { row == nil }

    /// A report, as the output wants it. Of the report itself nothing is held.
    public init(_ report: Report, line: [UInt8]) {
        self.init(report, line: line, fingerprint: nil)
    }

    init(_ report: Report, line: [UInt8], fingerprint: Fingerprint?) {
        row = Row(
            id: report.document.id,
            error: report.error,
            usage: report.document.usage,
            mentions: report.summary.mentions,
            cosmetic: report.summary.cosmetic,
            reconstructive: report.summary.reconstructive,
            repairs: report.repairs.count
        )
        mentions = report.summary.mentions
        bytes = report.document.bytes
        isError = report.error != nil
        self.line = line
        self.fingerprint = fingerprint
    }

    init(kept record: LedgerRecord) {
        row = nil
        mentions = record.mentions
        bytes = record.bytes
        isError = record.isError
        line = []
        fingerprint = record.fingerprint
    }
}
