import CuretteBatch
import CuretteDigest
import CuretteIngest
import CuretteReport
import CuretteTestSupport
import Synchronization
import Testing

@Suite struct BatchTests {
    private static let generator = Report.Generator(icu: "", unicode: "", lexicon: "", dictionaries: "")
    private static let reporter = Reporter(generator: generator, concepts: [])

    /// A report on the page's id; every seventh page takes long, so that workers overtake each other.
    @Sendable private static func answer(_ number: Int, _ input: Batch.Input) -> Answer {
        let report = report(input)
        return Answer(report, line: JSONLinesWriter().line(report))
    }

    private static func report(_ input: Batch.Input) -> Report {
        switch input {
        case .page(let payload):
            var page = payload
            if payload.bytes.first == 7 {
                for _ in 0..<200 { page.url = Digest.sha256(Array((page.url ?? "").utf8)) }
            }
            let text = page.id + (page.url ?? "")
            return reporter.report(unreadable: IngestError("odd", at: page.id, text), id: page.id, source: page.source)
        case .unread(let error, let source):
            return reporter.report(unreadable: error, id: error.place, source: source)
        }
    }

    private func pages(_ count: Int) -> [Batch.Input] {
        (0..<count).map { number in
            if number % 11 == 3 {
                return .unread(IngestError("missing-file", at: "\(number)", "there is none"), source: "s")
            }
            let bytes = [UInt8](repeating: UInt8(number % 9), count: number % 5 * 1000)
            return .page(Payload(id: "page \(number)", source: "s", bytes: bytes))
        }
    }

    private func output(of pages: [Batch.Input], jobs: Int) throws -> (Batch.Outcome, [UInt8]) {
        let written = Collector()
        let batch = Batch(jobs: jobs, answer: Self.answer)
        let outcome = try batch.run { answer throws(OutputError) in
            written.append(answer.line)
        } feed: { submit in
            for page in pages where !submit(page) { return }
        }
        return (outcome, written.bytes)
    }

    @Test func `the output is the same bytes for any number of workers`() throws {
        let pages = pages(300)
        let (outcome, alone) = try output(of: pages, jobs: 1)
        #expect(outcome.pages == 300 && outcome.errors == 300)
        for jobs in [2, 4, 16] {
            let (together, lines) = try output(of: pages, jobs: jobs)
            #expect(together == outcome, "\(jobs) workers")
            #expect(lines == alone, "\(jobs) workers")
        }
    }

    @Test func `no pages make no lines`() throws {
        for jobs in [1, 4] {
            let (outcome, lines) = try output(of: [], jobs: jobs)
            #expect(outcome.pages == 0 && outcome.bytes == 0)
            #expect(lines.isEmpty)
        }
    }

    @Test func `an output that fails ends the run, and says why`() {
        for jobs in [1, 4] {
            let submitted = Mutex(0)
            let delivered = Mutex(0)
            let batch = Batch(jobs: jobs, answer: Self.answer)
            #expect(throws: OutputError.self) {
                try batch.run { _ throws(OutputError) in
                    let count = delivered.withLock { count in
                        count += 1
                        return count
                    }
                    // A folder cannot be written to.
                    if count == 3 { _ = try Output.file("/") }
                } feed: { submit in
                    for page in pages(10_000) {
                        submitted.withLock { $0 += 1 }
                        guard submit(page) else { return }
                    }
                }
            }
            #expect(delivered.withLock { $0 } == 3)
            #expect(submitted.withLock { $0 } < 200, "\(jobs) workers")
        }
    }

    @Test func `the reader waits where pages come faster than they are written`() throws {
        let inHand = Mutex((now: 0, most: 0))
        let batch = Batch(jobs: 2, answer: Self.answer)
        let pages = pages(500)
        _ = try batch.run { _ throws(OutputError) in
            inHand.withLock { $0.now -= 1 }
        } feed: { submit in
            for page in pages {
                inHand.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                guard submit(page) else { return }
            }
        }
        // Sixteen in hand, the one the feed holds, and one that is delivered but not yet counted out.
        #expect(inHand.withLock { $0.most } <= 18)
        #expect(inHand.withLock { $0.now } == 0)
    }
}

/// Lines in the order in which they came.
private final class Collector: Sendable {
    private let lines = Mutex<[UInt8]>([])

    func append(_ line: [UInt8]) { lines.withLock { $0 += line } }

    var bytes: [UInt8] { lines.withLock { $0 } }
}
