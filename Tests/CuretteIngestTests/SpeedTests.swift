import CuretteIngest
import CuretteText
import Foundation
import Testing

/// Prints how fast pages are read, and asserts nothing of it: `CURETTE_SPEED=FOLDER swift test -c release --filter
/// SpeedTests` reads the pages in FOLDER.
@Suite struct SpeedTests {
    static let folder = ProcessInfo.processInfo.environment["CURETTE_SPEED"]
    private static let mostBytes = 64 << 20

    @Test(.enabled(if: folder != nil, "CURETTE_SPEED is not set"))
    func `megabytes a second`() throws {
        var payloads: [Payload] = []
        var size = 0
        for input in InputFiles([try #require(Self.folder)]).inputs where size < Self.mostBytes {
            Reader().read(input) { result in
                if let payload = result.payload {
                    payloads.append(payload)
                    size += payload.bytes.count
                }
                return size < Self.mostBytes
            }
        }
        print("\(payloads.count) pages, \(size >> 20) MB")
        report("tokenizer", size) {
            payloads.reduce(0) { sum, payload in
                payload.bytes.withUnsafeBufferPointer { buffer in
                    var tokenizer = Tokenizer(buffer)
                    var tokens = 0
                    while tokenizer.next() != .endOfFile { tokens += 1 }
                    return sum + tokens
                }
            }
        }
        report("page(from:)", size) {
            payloads.reduce(0) { sum, payload in
                sum + ((try? Ingester().page(from: payload))?.text.decoded.count ?? 0)
            }
        }
        let legacy = Payload(id: "", source: "", format: .text, charset: "latin1", bytes: Self.legacyText)
        report("windows-1252 text", legacy.bytes.count) {
            (try? Ingester().page(from: legacy))?.text.decoded.count ?? 0
        }
        let all = payloads.flatMap { $0.bytes }
        let lines = payloads.flatMap { payload in
            Array("{\"html\":\"".utf8)
                + payload.bytes.flatMap { $0 == 0x22 || $0 == 0x5C ? [0x5C, $0] : $0 < 0x20 ? [0x20] : [$0] }
                + Array("\"}\n".utf8)
        }
        let files = try Folder()
        for (name, bytes) in [("all.html", all), ("all.jsonl", lines), ("all.jsonl.gz", gzip(lines))] {
            let file = try files.file(name, bytes)
            var limits = Limits()
            limits.pageBytes = 1 << 30
            report("reading \(name)", size) {
                var sum = 0
                Reader(limits: limits).read(.file(file)) {
                    sum += $0.payload?.bytes.count ?? 0
                    return true
                }
                return sum
            }
        }
    }

    /// Spanish as an old page has it: a letter in twenty beyond ASCII.
    private static let legacyText = (0..<400_000).flatMap { _ in
        Array("La rinoplast\u{ED}a corrige la nariz. ".unicodeScalars.map { UInt8($0.value) })
    }

    /// The best of five runs, by the time that the thread was running: other work of the machine does not count.
    private func report(_ name: String, _ size: Int, _ work: () -> Int) {
        var best = Double.infinity
        var answer = 0
        for _ in 0..<5 {
            let start = Self.threadSeconds()
            answer = work()
            best = min(best, Self.threadSeconds() - start)
        }
        print("\(name): \(Int(Double(size) / best / 1e6)) MB/s (\(answer))")
    }

    private static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
