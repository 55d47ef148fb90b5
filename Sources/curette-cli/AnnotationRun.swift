import ArgumentParser
import CSignals
import Curette
import CuretteBatch
import CuretteReport
import Logging

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A run of `curette annotate`: its parts put together, and how it ends.
struct AnnotationRun {
    private let command: AnnotateCommand
    private let options: RunOptions
    private let pipeline: Pipeline
    private let writer: JSONLinesWriter
    private let log: Logger

    init(_ command: AnnotateCommand, _ pipeline: Pipeline) {
        self.command = command
        self.pipeline = pipeline
        options = command.options
        writer = JSONLinesWriter(isPretty: command.pretty, without: command.without.parts, kind: command.kind)
        log = LineLog.logger(options.logLevel.level)
    }

    func run() throws {
        curette_signals_install()
        let destination: Destination
        do {
            destination = try self.destination()
        } catch let error as LedgerError {
            log.error("\(error)")
            throw Run.ledgerMistake
        } catch let error as OutputError {
            throw Run.ended(by: error)
        }
        do {
            let errors = try annotate(to: destination)
            if errors > 0 { throw Run.somethingUnread }
        } catch let error as OutputError {
            let status = Run.ended(by: error)
            if destination.suspend() > 0 {
                log.error("what was done is kept beside \(error.place); --resume goes on from there")
            }
            throw status
        }
    }

    /// - Returns: how many pages could not be read.
    private func annotate(to destination: Destination) throws -> Int {
        let jobs = options.jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
        let annotator = Annotator(pipeline, writer, for: destination.file)
        let table = command.table ? PageTable(to: destination.isScreen ? .error : .output) : nil
        let position = InputPosition()
        let reporting = Reporting(options, log: log, position: position)
        table?.begin()
        log.info("begun", metadata: ["jobs": "\(jobs)", "lexicon": "\(pipeline.generator.lexicon)"])
        var census = Census(shard: options.shard ?? .whole)
        let outcome = try Batch(jobs: jobs, answer: annotator.answer).run { answer throws(OutputError) in
            try destination.add(answer)
            if let error = answer.row?.error { log.warning("\(error.place): \(error.sentence)") }
            log.debug("done", metadata: answer.metadata)
            if let row = answer.row { table?.add(row) }
            reporting.add(answer)
        } feed: { submit in
            Inputs(command.input, position: reporting.wantsPosition ? position : nil).read { input in
                guard curette_signals_stop() == 0 else { return false }
                return census.takes(input) ? submit(input) : true
            }
        }
        let signal = curette_signals_stop()
        guard signal == 0 else {
            if destination.suspend() > 0 {
                log.warning("interrupted; --resume goes on from here")
            } else {
                log.warning("interrupted")
            }
            try reporting.end(isComplete: false)
            throw Run.interrupted(by: signal)
        }
        try destination.finish(census)
        table?.end(outcome)
        try reporting.end(isComplete: true)
        return outcome.errors
    }

    private func destination() throws -> Destination {
        let isBuffered = !options.unbuffered && !Terminal.isOutput
        guard let path = command.output else { return .stream(.standard(isBuffered: isBuffered)) }
        guard !Output.isDevice(path) else { return .stream(try .file(path, isBuffered: isBuffered)) }
        let shard = options.shard ?? .whole
        let file = try RunFile(
            path,
            header: header(shard),
            shard: shard,
            isResumed: options.resume,
            keepsLedger: options.resume || options.shard != nil
        )
        if options.resume {
            log.info("resumed", metadata: ["kept": "\(file.kept.pages)", "crashes": "\(file.kept.crashes)"])
        }
        return .file(file, isUnbuffered: options.unbuffered)
    }

    /// All that the bytes of the reports depend on, but for the pages.
    private func header(_ shard: Shard) -> LedgerHeader {
        let generator = pipeline.generator
        return LedgerHeader(
            [
                "curette": generator.curette, "icu": generator.icu, "lexicon": generator.lexicon,
                "dictionaries": generator.dictionaries, "input-format": "\(command.input.inputFormat)",
                "max-page": "\(command.input.maxPage)", "max-expansion": "\(command.input.maxExpansion)",
                "max-depth": "\(command.input.maxDepth)", "column": command.input.column ?? "none",
                "pretty": "\(command.pretty)",
                "without": command.without.parts.map(\.rawValue).sorted().joined(separator: ","),
                "kind": command.kind.map { "\($0)" } ?? "all",
            ],
            shard: shard
        )
    }
}

/// Where a run's lines go.
enum Destination {
    case stream(Output)
    case file(RunFile, isUnbuffered: Bool)

    var file: RunFile? {
        if case .file(let file, _) = self { file } else { nil }
    }

    /// Whether standard output is taken.
    var isScreen: Bool {
        if case .stream(let output) = self { ["-", "/dev/stdout"].contains(output.place) } else { false }
    }

    func add(_ answer: Answer) throws(OutputError) {
        switch self {
        case .stream(let output): try output.write(answer.line)
        case .file(let file, let isUnbuffered):
            try file.add(answer)
            if isUnbuffered { try file.flush() }
        }
    }

    func finish(_ census: Census) throws(OutputError) {
        switch self {
        case .stream(let output): try output.finish()
        case .file(let file, _): try file.finish(census)
        }
    }

    /// Leaves what there is: how many pages can be gone on with.
    func suspend() -> Int {
        switch self {
        case .stream(let output):
            try? output.flush()
            return 0
        case .file(let file, _): return file.suspend()
        }
    }
}

extension Answer {
    fileprivate var metadata: Logger.Metadata {
        ["page": "\(row?.id ?? "as before")", "bytes": "\(bytes)", "mentions": "\(mentions)"]
    }
}
