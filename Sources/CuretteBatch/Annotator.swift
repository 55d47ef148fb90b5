import CSignals
public import Curette
import CuretteIngest
public import CuretteReport

/// What is done to a page in a run: its line is kept from an earlier one, or made.
public struct Annotator: Sendable {
    private let pipeline: Pipeline
    private let writer: JSONLinesWriter
    private let file: RunFile?

    /// - Parameter file: where the lines go, if that can be resumed.
    public init(_ pipeline: Pipeline, _ writer: JSONLinesWriter, for file: RunFile?) {
        self.pipeline = pipeline
        self.writer = writer
        self.file = file
    }

    /// - Parameter number: the page's among those of the run, from 0.
    public func answer(_ number: Int, _ input: Batch.Input) -> Answer {
        guard let file else { return answer(report(on: input), fingerprint: nil) }
        let fingerprint = Fingerprint(input)
        if let answer = file.keptAnswer(number, fingerprint) { return answer }
        if file.hasCrashed(on: fingerprint) { return answer(crashReport(on: input), fingerprint: fingerprint) }
        let note = Array(LedgerEntry.crash(fingerprint).text.utf8)
        note.withUnsafeBytes { curette_crash_announce($0.baseAddress, $0.count) }
        defer { curette_crash_announce(nil, 0) }
        return answer(report(on: input), fingerprint: fingerprint)
    }

    private func answer(_ report: Report, fingerprint: Fingerprint?) -> Answer {
        Answer(report, line: writer.line(report), fingerprint: fingerprint)
    }

    private func report(on input: Batch.Input) -> Report {
        switch input {
        case .page(let payload): pipeline.report(on: payload)
        case .unread(let error, let source): pipeline.report(unreadable: error, source: source)
        }
    }

    private func crashReport(on input: Batch.Input) -> Report {
        switch input {
        case .page(let payload):
            let error = IngestError("crashed", at: payload.id, "an earlier run crashed on this page; it is passed over")
            return pipeline.report(unreadable: error, source: payload.source)
        case .unread(let error, let source): return pipeline.report(unreadable: error, source: source)
        }
    }
}
