#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a person sees while a command runs.
enum Terminal {
    /// Whether standard input is a keyboard.
    static var isInput: Bool { isatty(STDIN_FILENO) == 1 }

    /// Whether standard output is a screen that shows colours and whose owner has not asked for none (NO_COLOR, see
    /// https://no-color.org).
    static var showsColors: Bool {
        func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        return isatty(STDOUT_FILENO) == 1 && value("NO_COLOR")?.isEmpty ?? true && value("TERM") != "dumb"
    }

    /// A line on standard error. What pages and file names bring along must go through `Printable` first.
    static func say(_ line: String) {
        var bytes = Array(line.utf8)
        bytes.append(UInt8(ascii: "\n"))
        // Nothing is to be done where even this fails.
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
