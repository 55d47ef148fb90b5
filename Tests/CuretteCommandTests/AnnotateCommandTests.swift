import Foundation
import Testing

@Suite struct AnnotateCommandTests {
    private func records(_ output: String) throws -> [[String: Any]] {
        try output.split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    private func ids(_ output: String) throws -> [String] {
        try records(output).compactMap { ($0["document"] as? [String: Any])?["id"] as? String }
    }

    @Test func `a page on standard input gives one line`() throws {
        let outcome = try Command.run("annotate", "--id", "home", "--url", "https://example.org/", input: "A facelift.")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let records = try records(outcome.output)
        #expect(records.count == 1)
        let document = try #require(records[0]["document"] as? [String: Any])
        #expect(document["id"] as? String == "home")
        #expect(document["source"] as? String == "-")
        #expect(document["url"] as? String == "https://example.org/")
        #expect(records[0]["text"] as? String == "A facelift.")
    }

    @Test func `a folder gives its pages in path order, and counts what it passes over`() throws {
        try Command.inFolder(["p/b.txt": "b", "p/a/c.txt": "c", "p/a.txt": "a", "p/d.png": "d"]) { folder in
            let outcome = try Command.run("annotate", "p", in: folder)
            #expect(outcome.status == 0)
            #expect(try ids(outcome.output) == ["p/a.txt", "p/a/c.txt", "p/b.txt"])
            #expect(outcome.errors.contains("passed over 1 file of unknown kind"))
        }
    }

    @Test func `a list of inputs is read line by line`() throws {
        try Command.inFolder(["a.txt": "a", "b.txt": "b", "list": "b.txt\na.txt\n"]) { folder in
            let outcome = try Command.run("annotate", "--files-from", "list", in: folder)
            #expect(try ids(outcome.output) == ["b.txt", "a.txt"])
        }
    }

    @Test func `a page that cannot be read is a record, a line for people and status 1`() throws {
        try Command.inFolder(["a.txt": "a", "b.txt": "b"]) { folder in
            let outcome = try Command.run("annotate", "a.txt", "nowhere\u{1B}[31m.txt", "b.txt", in: folder)
            #expect(outcome.status == 1)
            let records = try records(outcome.output)
            #expect(records.count == 3)
            #expect((records[1]["error"] as? [String: Any])?["code"] is String)
            #expect(records[0]["error"] == nil && records[2]["error"] == nil)
            #expect(outcome.errors.hasPrefix("curette: nowhere\\u{1B}[31m.txt: "))
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func `the output is the same for any number of jobs`() throws {
        var files: [String: String] = [:]
        for number in 0..<40 { files["p/\(number).txt"] = String(repeating: "lip \(number) ", count: number * 50) }
        try Command.inFolder(files) { folder in
            let alone = try Command.run("annotate", "p", "--jobs", "1", in: folder)
            let together = try Command.run("annotate", "p", "--jobs", "4", in: folder)
            #expect(alone.output == together.output)
            #expect(try ids(alone.output).count == 40)
        }
    }

    @Test func `a file of reports holds what standard output would, and the table stands in its place`() throws {
        try Command.inFolder(["a.txt": "a", "b.txt": "b"]) { folder in
            let plain = try Command.run("annotate", "a.txt", "b.txt", in: folder)
            let outcome = try Command.run("annotate", "a.txt", "b.txt", "-o", "r.jsonl", "--table", in: folder)
            #expect(outcome.status == 0)
            let file = try String(contentsOfFile: folder + "/r.jsonl", encoding: .utf8)
            #expect(file == plain.output)
            let rows = outcome.output.split(separator: "\n")
            #expect(rows.count == 4)
            #expect(rows[0].hasSuffix("  page") && rows[1].hasSuffix("  a.txt") && rows[3].hasPrefix("2 pages, "))
        }
    }

    @Test func `parts that are left out are not there`() throws {
        let outcome = try Command.run("annotate", "--without", "text,blocks", input: "A facelift.")
        let record = try records(outcome.output)[0]
        #expect(record["text"] == nil && record["blocks"] == nil && record["mentions"] != nil)
        #expect(try Command.run("annotate", "--without", "title", input: "").status == 64)
    }

    @Test func `what makes no sense is a mistake of usage`() throws {
        for arguments in [["annotate", "a.txt", "--id", "x"], ["annotate", "--jobs", "0"], ["annotate", "--odd"]] {
            let outcome = try Command.run(arguments)
            #expect(outcome.status == 64, "\(arguments)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.hasPrefix("Error: "))
        }
    }

    @Test func `output that cannot be written ends the run with a line`() throws {
        let outcome = try Command.run("annotate", "-o", "/nowhere/r.jsonl", input: "a")
        #expect(outcome.status == 74)
        #expect(outcome.errors == "curette: /nowhere/r.jsonl: No such file or directory\n")
    }

    #if os(Linux)
        @Test func `a reader that has had enough ends the run in silence`() throws {
            try Command.inFolder(["a.txt": String(repeating: "lip ", count: 100_000)]) { folder in
                let shell = Process()
                shell.executableURL = URL(fileURLWithPath: "/bin/sh")
                shell.arguments = ["-c", "{ '\(Command.path)' annotate a.txt a.txt a.txt 2>errors; } | head -c 10"]
                shell.currentDirectoryURL = URL(fileURLWithPath: folder)
                let output = Pipe()
                shell.standardOutput = output
                try shell.run()
                let head = try output.fileHandleForReading.readToEnd()
                shell.waitUntilExit()
                #expect(head?.count == 10)
                #expect(try String(contentsOfFile: folder + "/errors", encoding: .utf8) == "")
            }
        }

        @Test func `with nothing to read and nobody but a person there, it shows how it is used`() throws {
            // `script` lends the command a terminal.
            guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return }
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/usr/bin/script")
            shell.arguments = ["-qec", "'\(Command.path)' annotate", "/dev/null"]
            let (input, output) = (Pipe(), Pipe())
            shell.standardInput = input
            shell.standardOutput = output
            try shell.run()
            let shown = try output.fileHandleForReading.readToEnd() ?? Data()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 64)
            #expect(String(decoding: shown, as: UTF8.self).contains("curette annotate crawl/ -o reports.jsonl"))
        }
    #endif
}
