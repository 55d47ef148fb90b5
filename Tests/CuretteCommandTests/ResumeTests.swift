import CuretteTestSupport
import Foundation
import Testing

@Suite struct ResumeTests {
    private static let whole = ["annotate", "-", "-o", "r.jsonl", "--input-format", "jsonl"]
    private static let resumed = whole + ["--resume"]

    private func contents(_ name: String, in folder: String) -> Data? {
        FileManager.default.contents(atPath: folder + "/" + name)
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// What an uninterrupted run writes.
    private func expected(_ pages: String, in folder: String) throws -> Data {
        let outcome = try Command.run(
            ["annotate", "-", "-o", "expected.jsonl", "--input-format", "jsonl"],
            input: pages,
            in: folder
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try #require(contents("expected.jsonl", in: folder))
    }

    private func figures(in folder: String) throws -> [String: Any] {
        let data = try #require(contents("s.json", in: folder))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// A run over `pages` that is killed when it has taken about `bytes` of them.
    private func killed(after bytes: Int, of pages: String, _ arguments: [String], in folder: String) throws {
        let command = try RunningCommand(arguments, in: folder)
        command.write(String(decoding: Array(pages.utf8.prefix(bytes)), as: UTF8.self))
        command.send(SIGKILL)
        #expect(try command.end().status == 128 + SIGKILL)
    }

    /// Fifty times 2,000 pages take half a minute; a change to how runs are resumed is worth them:
    /// `CURETTE_KILLS=50 CURETTE_KILL_PAGES=2000 make test`.
    @Test func `a run killed at any moment and resumed ends with the same bytes`() throws {
        let environment = ProcessInfo.processInfo.environment
        let kills = environment["CURETTE_KILLS"].flatMap { Int($0) } ?? 6
        let pages = Command.pages(environment["CURETTE_KILL_PAGES"].flatMap { Int($0) } ?? 500)
        try Command.inFolder([:]) { folder in
            let expected = try expected(pages, in: folder)
            var generator = SeededGenerator(seed: 7)
            for number in 0..<kills {
                let jobs = ["--jobs", number % 2 == 0 ? "1" : "3"]
                // Every third run is killed twice.
                for _ in 0...(number % 3 == 2 ? 1 : 0) {
                    let bytes = Int.random(in: 0..<pages.utf8.count, using: &generator)
                    try killed(after: bytes, of: pages, Self.resumed + jobs, in: folder)
                }
                let outcome = try Command.run(
                    Self.resumed + jobs + ["--summary-json", "s.json"],
                    input: pages,
                    in: folder
                )
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(contents("r.jsonl", in: folder) == expected, "kill \(number)")
                #expect(try names(in: folder) == ["expected.jsonl", "r.jsonl", "r.jsonl.run", "s.json"])
                try FileManager.default.removeItem(atPath: folder + "/r.jsonl")
                try FileManager.default.removeItem(atPath: folder + "/r.jsonl.run")
            }
        }
    }

    /// What a run of 300 pages leaves that is killed, in files that a test may spoil.
    private func interrupted(_ body: (String, String, Data) throws -> Void) throws {
        // More than a pipe holds, so that some of it is done when the signal comes.
        let pages = Command.pages(300, longerBy: 10)
        try Command.inFolder([:]) { folder in
            let expected = try expected(pages, in: folder)
            let command = try RunningCommand(Self.whole + ["--unbuffered", "--jobs", "1"], in: folder)
            command.write(pages)
            command.send(SIGINT)
            #expect(try command.end().status == 130)
            #expect(try names(in: folder) == ["expected.jsonl", "r.jsonl.part", "r.jsonl.run"])
            try body(folder, pages, expected)
        }
    }

    @Test(arguments: ["r.jsonl.part", "r.jsonl.run"])
    func `what is torn off the end of a file is done again`(name: String) throws {
        for bytes in [1, 30, 400] {
            try interrupted { folder, pages, expected in
                let file = try #require(contents(name, in: folder))
                try file.dropLast(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
                #expect(try Command.run(Self.resumed, input: pages, in: folder).status == 0)
                #expect(contents("r.jsonl", in: folder) == expected)
            }
        }
    }

    @Test func `a line that is not what was written is done again, and all after it`() throws {
        try interrupted { folder, pages, expected in
            var file = try #require(contents("r.jsonl.part", in: folder))
            file[file.count / 2] ^= 1
            try file.write(to: URL(fileURLWithPath: folder + "/r.jsonl.part"))
            #expect(try Command.run(Self.resumed, input: pages, in: folder).status == 0)
            #expect(contents("r.jsonl", in: folder) == expected)
        }
    }

    @Test func `without being asked to, no run goes on with another`() throws {
        try interrupted { folder, pages, expected in
            let again = Self.whole + ["--summary-json", "s.json"]
            let outcome = try Command.run(again, input: pages, in: folder)
            #expect(outcome.status == 0)
            #expect(contents("r.jsonl", in: folder) == expected)
            #expect(try figures(in: folder)["reused"] as? Int == 0)
            #expect(try names(in: folder) == ["expected.jsonl", "r.jsonl", "s.json"])
        }
    }

    @Test func `a run with other options is refused, and nothing is touched`() throws {
        try interrupted { folder, pages, _ in
            let before = contents("r.jsonl.part", in: folder)
            let outcome = try Command.run(Self.resumed + ["--without", "text"], input: pages, in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("without is text, was"))
            #expect(contents("r.jsonl.part", in: folder) == before)
            let other = try Command.run(Self.resumed + ["--shard", "1/2"], input: pages, in: folder)
            #expect(other.status == 2 && other.errors.contains("shard is 1/2, was 1/1"))
        }
    }

    @Test func `pages that have changed since are done again, and no others`() throws {
        try Command.inFolder([:]) { folder in
            let lines = Command.pages(40).split(separator: "\n").map { $0 + "\n" }
            #expect(try Command.run(Self.resumed, input: lines.joined(), in: folder).status == 0)
            var changed = lines
            // As long as they were: a report says where in the file its line stood, and must change if that does.
            changed[7] = changed[7].replacing("7. ", with: "7! ")
            let empty = "{\"id\": \"page 20\""
            changed[20] = empty + String(repeating: " ", count: lines[20].utf8.count - empty.utf8.count - 2) + "}\n"
            for (pages, reused) in [
                (changed, 38), (changed, 40), (Array(changed.prefix(30)), 30), (Array(changed.dropFirst()), 0),
                (lines, 0), (lines, 40), ([], 0),
            ] {
                let expected =
                    pages.isEmpty
                    ? Data()
                    : try Command.run(
                        ["annotate", "-", "--input-format", "jsonl"],
                        input: pages.joined(),
                        in: folder
                    ).output.data(using: .utf8)
                let arguments = Self.resumed + ["--summary-json", "s.json"]
                _ = try Command.run(arguments, input: pages.joined(), in: folder)
                #expect(contents("r.jsonl", in: folder) == expected)
                let figures = try figures(in: folder)
                #expect(figures["reused"] as? Int == reused)
                #expect(figures["pages"] as? Int == pages.count)
            }
        }
    }

    @Test func `figures count the pages of the earlier run too`() throws {
        try Command.inFolder([:]) { folder in
            let arguments = Self.resumed + ["--summary-json", "s.json"]
            _ = try Command.run(arguments, input: Command.pages(30) + "{}\n", in: folder)
            let first = try figures(in: folder)
            #expect(first["errors"] as? Int == 1)
            let again = try Command.run(arguments, input: Command.pages(30) + "{}\n", in: folder)
            #expect(again.status == 1)
            let second = try figures(in: folder)
            #expect(second["reused"] as? Int == 31)
            for name in ["pages", "errors", "mentions", "bytes"] {
                #expect(first[name] as? Int == second[name] as? Int, "\(name)")
            }
        }
    }

    // The moment at which the page is in hand is read from /proc.
    #if os(Linux)
        @Test func `a page on which the program crashed is an error record from then on`() throws {
            // Such a page takes long, so that the crash finds it in hand.
            let long = String(repeating: "A facelift, a neck lift and a breast lift. ", count: 100_000)
            let pages = "{\"text\": \"first\"}\n{\"text\": \"\(long)\"}\n{\"text\": \"last\"}\n"
            try Command.inFolder([:]) { folder in
                let command = try RunningCommand(Self.resumed + ["--jobs", "1"], in: folder)
                command.write(pages)
                command.waitForWork(ticks: 30)
                command.send(SIGSEGV)
                #expect(try command.end().status == 128 + SIGSEGV)
                let outcome = try Command.run(Self.resumed, input: pages, in: folder)
                #expect(outcome.status == 1)
                let lines = String(decoding: contents("r.jsonl", in: folder) ?? Data(), as: UTF8.self).split(
                    separator: "\n"
                )
                #expect(lines.map { $0.contains("\"error\":{\"code\":\"crashed\"") } == [false, true, false])
                #expect(outcome.errors.contains("-:2: an earlier run crashed on this page"))
            }
        }
    #endif

    @Test func `two runs do not write one file`() throws {
        try Command.inFolder([:]) { folder in
            let first = try RunningCommand(Self.whole + ["--unbuffered"], in: folder)
            first.write("{\"text\": \"a\"}\n")
            let path = folder + "/r.jsonl.part"
            while (try? Data(contentsOf: URL(fileURLWithPath: path)).isEmpty) != false { sched_yield() }
            let second = try Command.run(Self.whole, input: "{\"text\": \"b\"}\n", in: folder)
            #expect(second.status == 74)
            #expect(second.errors == "curette: r.jsonl: another run is writing this file\n")
            first.closeInput()
            #expect(try first.end().status == 0)
            #expect(contents("r.jsonl", in: folder)?.isEmpty == false)
        }
    }
}
