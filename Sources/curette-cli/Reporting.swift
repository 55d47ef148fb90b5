import CuretteBatch
import CuretteReport
import Logging
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a run tells of itself: progress while it lasts, its figures at the end.
final class Reporting: Sendable {
    /// So often, at most, the line on a terminal changes; a log is told more seldom.
    private static let pause = (terminal: Duration.milliseconds(100), log: Duration.seconds(10))

    private enum Way {
        case none, terminal, log
    }

    private let options: RunOptions
    private let log: Logger
    private let way: Way
    private let position: InputPosition
    private let begin = ContinuousClock.now
    private let state: Mutex<(outcome: Batch.Outcome, next: ContinuousClock.Instant)>

    init(_ options: RunOptions, log: Logger, position: InputPosition) {
        self.options = options
        self.log = log
        self.position = position
        way = options.quiet ? .none : Terminal.isError ? .terminal : options.progress ? .log : .none
        // Short runs are over before anybody has read a line about them.
        state = Mutex((Batch.Outcome(), begin + .milliseconds(300)))
    }

    var wantsPosition: Bool { way != .none }

    /// Takes note of each answer, in order.
    func add(_ answer: Answer) {
        state.withLock { state in
            state.outcome.count(answer)
            let now = ContinuousClock.now
            guard way != .none, now >= state.next else { return }
            switch way {
            case .terminal:
                // The last column stays free: some terminals go to the next line when it is written to.
                Terminal.show(progress(state.outcome, at: now).line(width: Terminal.width - 1))
                state.next = now + Self.pause.terminal
            case .log, .none:
                Terminal.say("curette: " + progress(state.outcome, at: now).line(width: 200))
                state.next = now + Self.pause.log
            }
        }
    }

    private func progress(_ outcome: Batch.Outcome, at now: ContinuousClock.Instant) -> Progress {
        Progress(
            pages: outcome.pages,
            errors: outcome.errors,
            bytes: outcome.bytes,
            seconds: (now - begin) / .seconds(1),
            fraction: position.fraction
        )
    }

    /// Says what has been done.
    ///
    /// - Parameter isComplete: all pages were; otherwise the run was interrupted.
    func end(isComplete: Bool) throws(OutputError) {
        Terminal.show("")
        let outcome = state.withLock { $0.outcome }
        let seconds = (ContinuousClock.now - begin) / .seconds(1)
        let summary = summary(of: outcome, seconds: seconds)
        if options.progress || way == .terminal && outcome.pages > 1 {
            Terminal.say("curette: " + summary)
        } else {
            log.info("\(summary)")
        }
        guard let path = options.summaryJson else { return }
        let file = try Output.file(path)
        try file.write(json(outcome, seconds: seconds, isComplete: isComplete))
        try file.finish()
    }

    private func summary(of outcome: Batch.Outcome, seconds: Double) -> String {
        var notes: [String] = []
        if outcome.errors > 0 { notes.append("\(Figures.grouped(outcome.errors)) unread") }
        if outcome.reused > 0 { notes.append("\(Figures.grouped(outcome.reused)) as before") }
        return Figures.count(outcome.pages, "page") + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
            + ", " + Figures.count(outcome.mentions, "mention") + " of procedures, "
            + Figures.short(Double(outcome.bytes) / 1e6) + " MB in \(Figures.short(seconds)) s ("
            + Figures.speed(bytes: outcome.bytes, seconds: seconds) + ")"
    }

    private func json(_ outcome: Batch.Outcome, seconds: Double, isComplete: Bool) -> [UInt8] {
        let milliseconds = Int((seconds * 1000).rounded())
        let decimals = String(milliseconds % 1000 + 1000).dropFirst()
        let figures = [
            ("pages", "\(outcome.pages)"), ("errors", "\(outcome.errors)"), ("reused", "\(outcome.reused)"),
            ("mentions", "\(outcome.mentions)"), ("bytes", "\(outcome.bytes)"),
            ("seconds", "\(milliseconds / 1000).\(decimals)"), ("complete", "\(isComplete)"),
        ]
        let members = figures.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
        return Array("{\(members)}\n".utf8)
    }
}
