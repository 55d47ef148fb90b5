import CuretteBatch
import Testing

@Suite struct ProgressTests {
    private let half = Progress(pages: 12_345, errors: 3, bytes: 61_000_000, seconds: 4, fraction: 0.5)

    @Test func `a wide screen shows all of it`() {
        let bar = "[" + String(repeating: "=", count: 20) + String(repeating: " ", count: 20) + "]"
        #expect(half.line(width: 100) == bar + "  12,345 pages  3 errors  15 MB/s  50%  4 s left")
    }

    @Test func `a line never is wider than the screen`() {
        for width in 0...140 { #expect(half.line(width: width).utf8.count <= width) }
    }

    @Test func `in a small window what matters least goes first`() {
        #expect(half.line(width: 45) == "12,345 pages  3 errors  50%  4 s left")
        #expect(half.line(width: 20) == "12,345 pages  50%")
        #expect(half.line(width: 5) == "50%")
    }

    @Test func `what nobody can tell is not told`() {
        let pipe = Progress(pages: 1, errors: 0, bytes: 100_000, seconds: 0.1, fraction: nil)
        #expect(pipe.line(width: 80) == "1 page  1.0 MB/s")
        let begun = Progress(pages: 1, errors: 0, bytes: 0, seconds: 60, fraction: 0.001)
        #expect(begun.line(width: 80).hasSuffix("]  1 page  0.0 MB/s  0%"))
    }

    @Test func `figures are grouped and rounded`() {
        #expect([0, 999, 1000, 1_234_567].map(Figures.grouped) == ["0", "999", "1,000", "1,234,567"])
        #expect([0, 0.04, 9.94, 9.95, 1234.5].map(Figures.short) == ["0.0", "0.0", "9.9", "10", "1,235"])
        let durations = [0.2, 98.5, 99.5, 5000, 6001].map(Figures.duration)
        #expect(durations == ["1 s", "99 s", "2 min", "84 min", "1 h 41 min"])
    }
}
