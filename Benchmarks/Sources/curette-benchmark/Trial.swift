import Foundation

/// One run of the program, and what it took.
struct Trial {
    let seconds: Double
    /// User and system time.
    let processorSeconds: Double

    init(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let before = Self.usage
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        process.waitUntilExit()
        seconds = Double((clock.now - start) / .microseconds(1)) / 1e6
        processorSeconds = Self.processorSeconds(Self.usage) - Self.processorSeconds(before)
        guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
    }

    private static var usage: rusage {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        #else
            getrusage(RUSAGE_CHILDREN, &usage)
        #endif
        return usage
    }

    private static func processorSeconds(_ usage: rusage) -> Double {
        let times = [usage.ru_utime, usage.ru_stime]
        return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}

/// The program ended with a status that is none of success.
struct Failed: Error, CustomStringConvertible {
    let status: Int32

    var description: String { "the program ended with status \(status)" }
}

/// The program's answer is not the corpus's.
struct Wrong: Error, CustomStringConvertible {
    var description: String { "the answer is wrong" }
}

extension Double {
    /// With so many decimals, whatever the locale.
    func formatted(places: Int) -> String { String(format: "%.\(places)f", self) }
}
