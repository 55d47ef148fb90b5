public import CuretteIngest
import Dispatch

/// Many pages in, one line for each out, in the order in which they came, the same bytes for any number of workers.
///
/// Memory is bounded whatever the corpus: only so many pages, and so many bytes of them, are between reading and
/// writing at a time; the reader waits for the rest. A page that cannot be read is a line like every other, and the
/// run goes on.
public struct Batch: Sendable {
    /// What came of a run.
    public struct Outcome: Sendable, Equatable {
        /// Reports written, error records among them.
        public internal(set) var pages = 0
        /// Pages that could not be read.
        public internal(set) var errors = 0
        /// Pages whose line was kept from an earlier run; the other figures count them too.
        public internal(set) var reused = 0
        /// Mentions of procedures.
        public internal(set) var mentions = 0
        /// Bytes of pages that were read.
        public internal(set) var bytes = 0

        public init() {}
    }

    /// Something for the run to report on: a page's bytes, or why there are none.
    public enum Input: Sendable {
        case page(Payload)
        /// - Parameter source: the file, as given, that the page was to come from.
        case unread(IngestError, source: String)

        var byteCount: Int {
            switch self {
            case .page(let payload): payload.bytes.count
            case .unread: 0
            }
        }
    }

    /// How many pages a worker may be ahead of the one that is written next: enough to keep it busy while a neighbour
    /// has a page ten times as long.
    private static let pagesAhead = 8
    /// Beyond this, pages wait outside unless none is in hand: 16 MB of pages make about as much again in reports.
    private static let bytesAhead = 16 << 20

    private let jobs: Int
    private let answer: @Sendable (Int, Input) -> Answer

    /// - Parameters:
    ///   - jobs: how many pages are worked on at a time; 1 or more.
    ///   - answer: the whole of what is to be done to a page, given its number from 0. Called on several threads at
    ///     once.
    public init(jobs: Int, answer: @escaping @Sendable (Int, Input) -> Answer) {
        precondition(jobs >= 1, "somebody has to do the work")
        self.jobs = jobs
        self.answer = answer
    }

    /// Runs `feed` on the calling thread; each page it submits becomes one call of `deliver`.
    ///
    /// - Parameters:
    ///   - deliver: takes each answer, in order, one at a time, not always on the same thread. What it throws ends the
    ///     run.
    ///   - feed: submits the pages in order. It is told false when there is no use in submitting more.
    /// - Throws: what `deliver` threw.
    public func run(
        deliver: @escaping @Sendable (Answer) throws(OutputError) -> Void,
        feed: ((Input) -> Bool) -> Void
    ) throws(OutputError) -> Outcome {
        jobs == 1 ? try runAlone(deliver: deliver, feed: feed) : try runTogether(deliver: deliver, feed: feed)
    }

    /// One page after the other on the calling thread: nothing to start, and a line is out before the next page is in.
    private func runAlone(
        deliver: @escaping (Answer) throws(OutputError) -> Void,
        feed: ((Input) -> Bool) -> Void
    ) throws(OutputError) -> Outcome {
        var outcome = Outcome()
        var failure: OutputError?
        feed { input in
            guard failure == nil else { return false }
            let answer = answer(outcome.pages, input)
            do throws(OutputError) {
                try deliver(answer)
                outcome.count(answer)
            } catch {
                failure = error
            }
            return failure == nil
        }
        if let failure { throw failure }
        return outcome
    }

    private func runTogether(
        deliver: @escaping @Sendable (Answer) throws(OutputError) -> Void,
        feed: ((Input) -> Bool) -> Void
    ) throws(OutputError) -> Outcome {
        let line = Monitor(Line())
        let workers = DispatchGroup()
        var started = 0
        feed { input in
            let bytes = input.byteCount
            let isWanted = line.await { line -> Bool? in
                if line.failure != nil { return false }
                let hasRoom = line.inHand < jobs * Self.pagesAhead && line.bytesInHand + bytes <= Self.bytesAhead
                guard hasRoom || line.inHand == 0 else { return nil }
                line.submit(input, bytes: bytes)
                return true
            }
            // Threads come with the pages: a run of one page needs one.
            if isWanted, started < jobs {
                started += 1
                // A queue of its own a worker, for a shared one would start no more of them than it thinks fit.
                DispatchQueue(label: "curette.worker.\(started)").async(group: workers) { [self] in
                    work(at: line, deliver: deliver)
                }
            }
            return isWanted
        }
        line.change { $0.isClosed = true }
        workers.wait()
        return try line.change { line in Result { () throws(OutputError) in try line.result() } }.get()
    }

    /// Takes pages until there are none, and writes out whatever has become ready to be written next.
    private func work(
        at line: Monitor<Line>,
        deliver: @Sendable (Answer) throws(OutputError) -> Void
    ) {
        while let (number, input) = line.await({ $0.next() }) {
            let answer = answer(number, input)
            var due = line.change { $0.finish(number, answer) }
            while let answer = due {
                var failure: OutputError?
                do throws(OutputError) { try deliver(answer) } catch { failure = error }
                due = line.change { $0.delivered(answer, failure) }
            }
        }
    }
}

extension Batch.Outcome {
    /// Counts a page.
    public mutating func count(_ answer: Answer) {
        pages += 1
        if answer.isError { errors += 1 }
        if answer.isReused { reused += 1 }
        mentions += answer.mentions
        bytes += answer.bytes
    }
}
