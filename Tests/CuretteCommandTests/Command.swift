import Foundation

/// Runs the built program as a user would.
struct Command {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Beside the test bundle, where the build put both.
    static let path: String = {
        #if os(macOS)
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath ?? ""
        #else
            let bundle = CommandLine.arguments[0]
        #endif
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("curette").path
    }()

    /// Runs `curette` with `arguments` in `folder`; `input` is its standard input.
    static func run(_ arguments: String..., input: String = "", in folder: String? = nil) throws -> Outcome {
        try run(arguments, input: input, in: folder)
    }

    static func run(_ arguments: [String], input: String = "", in folder: String? = nil) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        // A file, for two pipes that are read one after the other can each wait for the other.
        let errors = FileManager.default.temporaryDirectory.appendingPathComponent("curette-\(UUID().uuidString)")
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardError = try FileHandle(forWritingTo: errors)
        // A program that refuses its options reads nothing; that is no reason to die.
        signal(SIGPIPE, SIG_IGN)
        try process.run()
        try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        )
    }

    /// A folder of files, gone when `body` has run.
    static func inFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("curette-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        try body(folder.path)
    }

    /// `count` pages as JSON Lines, each of its own length and with a few names in it.
    static func pages(_ count: Int, longerBy factor: Int = 1) -> String {
        let sentences = [
            "Ask about a facelift. ", "Breast reduction after years of back pain. ", "Parking is free. ",
            "We do not offer rhinoplasty. ",
        ]
        return (0..<count).map { number in
            let text = (0...number * 7 % 13 * factor).map { sentences[($0 + number) % 4] }.joined()
            return "{\"id\": \"page \(number)\", \"text\": \"\(number). \(text)\"}\n"
        }.joined()
    }
}

/// A `curette` at work, which a test can talk to and end.
final class RunningCommand {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors: URL
    private var read: [UInt8] = []

    init(_ arguments: [String], program: String = Command.path, in folder: String) throws {
        signal(SIGPIPE, SIG_IGN)
        errors = FileManager.default.temporaryDirectory.appendingPathComponent("curette-\(UUID().uuidString)")
        try Data().write(to: errors)
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = input
        process.standardOutput = output
        // Swift's own crash reporter would take minutes over a crash that is meant to happen.
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        // The other ends are the program's alone: when it is gone, writing fails and reading ends.
        try input.fileHandleForReading.close()
        try output.fileHandleForWriting.close()
    }

    deinit { try? FileManager.default.removeItem(at: errors) }

    var isRunning: Bool { process.isRunning }

    /// Returns when the program has taken all but what a pipe holds.
    func write(_ text: some StringProtocol) { try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

    func closeInput() { try? input.fileHandleForWriting.close() }

    /// The next line of output, waited for; nil at the end.
    func line() -> String? {
        while true {
            if let end = read.firstIndex(of: UInt8(ascii: "\n")) {
                defer { read.removeFirst(end + 1) }
                return String(decoding: read[..<end], as: UTF8.self)
            }
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            read += more
        }
    }

    /// Returns when the program has used so many hundredths of a second of its processor, or is gone.
    func waitForWork(ticks: Int) {
        while process.isRunning,
            let stat = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
        {
            // The fields behind the name, which may hold spaces; the twelfth of them counts time in user mode.
            let fields = (stat.components(separatedBy: ") ").last ?? "").split(separator: " ")
            if fields.count > 11, let used = Int(fields[11]), used >= ticks { return }
            sched_yield()
        }
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end: the status as a shell gives it, and what is left of the output.
    func end() throws -> Command.Outcome {
        let rest = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let status = process.terminationStatus
        return Command.Outcome(
            status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
            output: String(decoding: read + rest, as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        )
    }
}
