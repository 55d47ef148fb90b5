import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a person sees on standard error while a command runs: lines that stay, and under them one that changes.
enum Terminal {
    /// Whether standard input is a keyboard.
    static var isInput: Bool { isatty(STDIN_FILENO) == 1 }

    /// Whether standard output is a screen that shows colours and whose owner has not asked for none (NO_COLOR, see
    /// https://no-color.org).
    static var showsColors: Bool {
        func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        return isatty(STDOUT_FILENO) == 1 && value("NO_COLOR")?.isEmpty ?? true && value("TERM") != "dumb"
    }

    /// Whether standard output is a screen.
    static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether standard error is a screen on which a line can be taken back.
    static var isError: Bool {
        guard isatty(STDERR_FILENO) == 1 else { return false }
        guard let kind = getenv("TERM") else { return false }
        return strcmp(kind, "dumb") != 0
    }

    /// Columns of the screen; what it does not tell is taken to be 80.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// The line that changes, as it stands now; empty for none.
    private static let changing = Mutex("")

    /// A line on standard error. What pages and file names bring along must go through `Printable` first.
    static func say(_ line: String) {
        changing.withLock { changing in
            write(changing.isEmpty ? line + "\n" : takingBack + line + "\n" + changing)
        }
    }

    /// Puts `line` in place of the one that changes; an empty one leaves none. It must fit on the screen.
    static func show(_ line: String) {
        changing.withLock { changing in
            guard line != changing else { return }
            write(changing.isEmpty ? line : takingBack + line)
            changing = line
        }
    }

    /// To the line's beginning, and clear to its end.
    private static let takingBack = "\r\u{1B}[K"

    private static func write(_ text: String) {
        // Nothing is to be done where even this fails.
        var text = text
        _ = text.withUTF8 { systemWrite(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

/// `write` under a name that the function above does not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
