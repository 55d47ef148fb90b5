import ArgumentParser
import CuretteBatch
import CuretteData
import CuretteIngest
import CuretteReport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a command ends: which line stands on standard error, and which status the shell sees.
///
/// A mistake in the command line is ArgumentParser's to report, with status 64.
enum Run {
    static let somethingUnread = ExitCode(1)
    static let tableMistake = ExitCode(2)
    /// What was there from another run does not fit.
    static let ledgerMistake = ExitCode(2)
    /// `EX_IOERR` of sysexits.h.
    static let outputLost = ExitCode(74)
    /// What a shell sees of a program that a closed pipe ended.
    static let readerGone = ExitCode(128 + SIGPIPE)

    /// Runs `body`, which writes; what goes wrong is said in a line.
    static func reporting<Value>(_ body: () throws(OutputError) -> Value) throws(ExitCode) -> Value {
        do {
            return try body()
        } catch {
            throw ended(by: error)
        }
    }

    /// Runs `body`, which reads tables; a mistake in one is said in a line.
    static func loading<Value>(_ body: () throws(DataFileError) -> Value) throws(ExitCode) -> Value {
        do {
            return try body()
        } catch {
            Terminal.say(Printable.string(error.description))
            throw tableMistake
        }
    }

    /// The status of a program that a signal has ended, as a shell gives it.
    static func interrupted(by signal: Int32) -> ExitCode { ExitCode(128 + signal) }

    /// The status for output that could not be written. A reader that has had enough is no mistake and gets no line.
    static func ended(by error: OutputError) -> ExitCode {
        if error.number == EPIPE { return readerGone }
        Terminal.show("")
        Terminal.say("curette: \(Printable.string(error.description))")
        // Not the system refused, but we: there is no way to put this output there.
        return error.number == 0 ? .validationFailure : outputLost
    }

    /// The help of `command` on standard error, where there is nothing to read.
    static func nothingToRead(_ command: any ParsableCommand.Type) -> ExitCode {
        Terminal.say(CuretteCommand.helpMessage(for: command))
        return .validationFailure
    }

    /// Says that a page could not be read.
    static func unread(_ error: IngestError) {
        Terminal.say("curette: \(Printable.string(error.place)): \(Printable.string(error.sentence))")
    }
}
