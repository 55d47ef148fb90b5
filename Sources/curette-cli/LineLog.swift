import CuretteReport
import Logging

/// Writes log messages as lines on standard error, with nothing in them that a terminal would obey: they quote names
/// of files and pages.
struct LineLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    /// The log of a command.
    static func logger(_ level: Logger.Level) -> Logger {
        Logger(label: "curette") { _ in LineLog(logLevel: level) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        // What is shown without being asked for needs no word for how grave it is.
        var line = event.level >= .warning ? "curette: \(event.message)" : "curette: \(event.level): \(event.message)"
        let values = metadata.merging(event.metadata ?? [:]) { $1 }
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { line += " \(name)=\(value)" }
        Terminal.say(Printable.string(line))
    }
}
