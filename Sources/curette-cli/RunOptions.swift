public import ArgumentParser
public import CuretteBatch
import Logging

/// How a run over many pages goes about it, and what it tells of itself.
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Work on so many pages at a time (default: one a core).", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Write each line out as soon as it is ready, for a partner at the other end of a pipe.")
    var unbuffered = false

    @Flag(help: "With -o: go on with a run that was interrupted; redo only the pages that have changed since.")
    var resume = false

    @Option(
        help: ArgumentHelp("With -o: take only every n-th page, the i-th first; see curette merge.", valueName: "i/n")
    )
    var shard: Shard?

    @Flag(help: "Show how far the run is even where standard error is no terminal, as lines.")
    var progress = false

    @Flag(name: .shortAndLong, help: "Show neither progress nor a summary.")
    var quiet = false

    @Option(help: ArgumentHelp("Say less or more on standard error.", valueName: "level"))
    var logLevel: LogLevel = .warning

    @Option(help: ArgumentHelp("Write the figures of the run to a file.", valueName: "file"))
    var summaryJson: String?

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 1024.") }
        if quiet, progress { throw ValidationError("--quiet and --progress contradict each other.") }
    }
}

extension Shard: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// What is said on standard error: this and what is graver.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    /// What ends the run.
    case error
    /// Pages that could not be read.
    case warning
    /// How the run begins and ends.
    case info
    /// Every page.
    case debug

    var level: Logger.Level {
        switch self {
        case .error: .error
        case .warning: .warning
        case .info: .info
        case .debug: .debug
        }
    }
}
