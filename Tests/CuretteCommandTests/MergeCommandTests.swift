import Foundation
import Testing

@Suite struct MergeCommandTests {
    /// `body` runs in a folder where `pages` were annotated as a whole and in three shards.
    private func sharded(_ pages: String, _ body: (String) throws -> Void) throws {
        try Command.inFolder(["pages.jsonl": pages]) { folder in
            let whole = try Command.run("annotate", "pages.jsonl", "-o", "whole.jsonl", in: folder)
            #expect(whole.status < 2)
            for number in 1...3 {
                let shard = ["annotate", "pages.jsonl", "--shard", "\(number)/3", "-o", "\(number).jsonl"]
                #expect(try Command.run(shard, in: folder).status < 2)
            }
            try body(folder)
        }
    }

    private let files = ["3.jsonl", "1.jsonl", "2.jsonl"]

    @Test(arguments: [0, 1, 2, 3, 50])
    func `shards joined are what one run would have written`(count: Int) throws {
        try sharded(Command.pages(count) + (count == 50 ? "{}\n" : "")) { folder in
            let outcome = try Command.run(["merge", "-o", "merged.jsonl"] + files, in: folder)
            #expect(outcome.status == 0 && outcome.errors == "")
            let merged = FileManager.default.contents(atPath: folder + "/merged.jsonl")
            #expect(merged != nil)
            #expect(merged == FileManager.default.contents(atPath: folder + "/whole.jsonl"))
        }
    }

    @Test func `what does not belong together is not joined`() throws {
        try sharded(Command.pages(20)) { folder in
            func refusal(_ files: [String]) throws -> String {
                let outcome = try Command.run(["merge", "-o", "merged.jsonl"] + files, in: folder)
                #expect(outcome.status == 2, "\(files)")
                #expect(!FileManager.default.fileExists(atPath: folder + "/merged.jsonl"))
                return outcome.errors
            }
            #expect(try refusal(["1.jsonl", "2.jsonl"]).contains("shard 3/3 is missing"))
            #expect(try refusal(["1.jsonl", "2.jsonl", "2.jsonl"]).contains("this is shard 2/3, as 2.jsonl is"))
            #expect(try refusal(["whole.jsonl"]).contains("its ledger, whole.jsonl.run, is missing"))

            let other = ["annotate", "pages.jsonl", "--shard", "3/3", "-o", "other.jsonl", "--kind", "field"]
            _ = try Command.run(other, in: folder)
            #expect(try refusal(["1.jsonl", "2.jsonl", "other.jsonl"]).contains("kind is field, was all"))

            let fewer = ["annotate", "--shard", "3/3", "-o", "fewer.jsonl"]
            _ = try Command.run(fewer, input: Command.pages(19), in: folder)
            #expect(try refusal(["1.jsonl", "2.jsonl", "fewer.jsonl"]).contains("was given other pages"))

            let path = URL(fileURLWithPath: folder + "/2.jsonl")
            var lines = try Data(contentsOf: path)
            lines[lines.count / 2] ^= 1
            try lines.write(to: path)
            #expect(try refusal(files).contains("is not the one that the ledger tells of"))
        }
    }

    @Test func `a shard that was interrupted is told from one that is whole`() throws {
        try sharded(Command.pages(20)) { folder in
            let ledger = URL(fileURLWithPath: folder + "/2.jsonl.run")
            let text = try String(contentsOf: ledger, encoding: .utf8)
            let end = try #require(text.range(of: "end\t"))
            try text[..<end.lowerBound].write(to: ledger, atomically: true, encoding: .utf8)
            let outcome = try Command.run(["merge"] + files, in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("2.jsonl: this shard is not finished"))
            #expect(outcome.output == "")
        }
    }

    @Test(arguments: ["0/2", "3/2", "2", "1/0", "-1/2", "1/2/3", "a/b", ""])
    func `a share that is none is a mistake of usage`(shard: String) throws {
        #expect(try Command.run("annotate", "-o", "r.jsonl", "--shard", shard, input: "").status == 64)
    }

    @Test func `shards and resumption need a file`() throws {
        #expect(try Command.run("annotate", "--shard", "1/2", input: "").status == 64)
        #expect(try Command.run("annotate", "--resume", "-o", "/dev/null", input: "").status == 64)
    }
}
