/// How far a run is, in a line that fits.
public struct Progress: Sendable, Equatable {
    public var pages: Int
    public var errors: Int
    /// Bytes of pages.
    public var bytes: Int
    public var seconds: Double
    /// How much of the input is behind; nil where nobody can tell, as on a pipe.
    public var fraction: Double?

    public init(pages: Int, errors: Int, bytes: Int, seconds: Double, fraction: Double?) {
        self.pages = pages
        self.errors = errors
        self.bytes = bytes
        self.seconds = seconds
        self.fraction = fraction
    }

    /// The bar is drawn where it has room for so many steps.
    private static let shortestBar = 10
    private static let longestBar = 40

    /// At most `width` columns of ASCII: what matters least is left out first.
    public func line(width: Int) -> String {
        let pages = Figures.count(pages, "page")
        let share = fraction.map { "\(Int($0 * 100))%" }
        let left = secondsLeft.map { Figures.duration($0) + " left" }
        let speed = Figures.speed(bytes: bytes, seconds: seconds)
        let unread = errors == 0 ? nil : Figures.count(errors, "error")
        let ways: [[String?]] = [
            [pages, unread, speed, share, left], [pages, unread, share, left], [pages, share, left], [pages, share],
            [share ?? pages],
        ]
        for way in ways {
            let line = way.compactMap { $0 }.joined(separator: "  ")
            if line.utf8.count <= width { return withBar(line, width: width) }
        }
        return ""
    }

    private var secondsLeft: Double? {
        // Before that much is behind, what is left is a guess.
        guard let fraction, fraction > 0.01, fraction < 1, seconds > 1 else { return nil }
        return seconds * (1 - fraction) / fraction
    }

    private func withBar(_ line: String, width: Int) -> String {
        let room = min(width - line.utf8.count - 4, Self.longestBar)
        guard let fraction, room >= Self.shortestBar else { return line }
        let done = Int(Double(room) * min(1, fraction))
        let bar = String(repeating: "=", count: done) + String(repeating: " ", count: room - done)
        return "[\(bar)]  \(line)"
    }
}

/// Figures as people read them.
public enum Figures {
    /// `1,234 pages`, `1 page`.
    public static func count(_ number: Int, _ noun: String) -> String {
        grouped(number) + " " + noun + (number == 1 ? "" : "s")
    }

    /// `1,234`.
    public static func grouped(_ number: Int) -> String {
        let digits = String(number)
        var grouped = ""
        for (index, digit) in zip(0..., digits) {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return grouped
    }

    /// `3.4`, `12`: two digits that say something.
    public static func short(_ value: Double) -> String {
        guard value < 9.95 else { return grouped(Int(value.rounded())) }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// `12 MB/s`.
    public static func speed(bytes: Int, seconds: Double) -> String {
        short(Double(bytes) / 1e6 / max(seconds, 0.001)) + " MB/s"
    }

    /// `1 h 5 min`, `3 min`, `12 s`.
    public static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e9).rounded(.up))
        if whole < 100 { return "\(whole) s" }
        let minutes = (whole + 59) / 60
        return minutes < 100 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
    }
}
