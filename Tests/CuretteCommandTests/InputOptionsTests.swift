import Testing

@Suite struct InputOptionsTests {
    @Test func `a table's pages are reported by the columns that were named`() throws {
        let table = "address,page\nhttp://a.example/,<p>A facelift\nhttp://b.example/,\"<p>A tummy tuck, twice\"\n"
        let outcome = try Command.run(
            "annotate",
            "--column",
            "page",
            "--id",
            "address",
            "--without",
            "text,blocks",
            input: table
        )
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("\"id\":\"http://a.example/\"") == true)
        #expect(lines.last?.contains("\"surface\":\"tummy tuck\"") == true)
    }

    @Test func `each limit can be set, and a page beyond it is an error of its own`() throws {
        try Command.inFolder(["a.txt": String(repeating: "facelift ", count: 200), "b.txt": "facelift"]) { folder in
            let outcome = try Command.run("annotate", "--max-page", "1K", "a.txt", "b.txt", in: folder)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("\"page-too-large\""))
            #expect(outcome.output.split(separator: "\n").count == 2)
        }
        let deep = String(repeating: "<div>", count: 40) + "facelift"
        #expect(try !Command.run("annotate", input: deep).output.contains("nesting-too-deep"))
        #expect(try Command.run("annotate", "--max-depth", "20", input: deep).output.contains("nesting-too-deep"))
    }

    @Test(arguments: [
        ["--max-page", "0"], ["--max-page", "1X"], ["--max-expansion", "0"], ["--max-depth", "0"],
        ["--column", "a", "--input-format", "warc"], ["--id", "x", "a.txt"],
    ])
    func `is refused`(arguments: [String]) throws {
        #expect(try Command.run(["annotate"] + arguments).status == 64)
    }
}
