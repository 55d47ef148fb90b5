import Foundation

/// One run of the program, and what it took.
struct Trial {
    let seconds: Double
    /// User and system time.
    let processorSeconds: Double

    init(_ program: String, _ arguments: [String]) throws {
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var child: pid_t = 0
        var status: Int32 = 0
        var usage = rusage()
        let clock = ContinuousClock()
        let start = clock.now
        // Not by `Process`, which looks only every 50 ms whether the program has ended.
        let refusal = posix_spawn(&child, program, nil, nil, &words, environ)
        guard refusal == 0 else { throw Failed(status: refusal) }
        while wait4(child, &status, 0, &usage) == -1, errno == EINTR {}
        seconds = Double((clock.now - start) / .microseconds(1)) / 1e6
        processorSeconds = Self.processorSeconds(usage)
        guard status == 0 else { throw Failed(status: status) }
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
