import Foundation
import Testing

@Suite struct CommandTests {
    @Test func `help teaches by example`() throws {
        for command in [
            [], ["annotate"], ["clean"], ["evaluate"], ["explain"], ["lexicon"], ["lexicon", "show"], ["schema"],
        ] {
            let outcome = try Command.run(command + ["--help"])
            #expect(outcome.status == 0, "\(command)")
            #expect(outcome.output.contains("EXAMPLE"), "\(command)")
            #expect(outcome.output.contains("\n  curette "), "\(command)")
        }
    }

    @Test func `the version is one line`() throws {
        let outcome = try Command.run("--version")
        #expect(outcome.status == 0)
        #expect(outcome.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
    }

    @Test func `the schema is JSON`() throws {
        let outcome = try Command.run("schema")
        let schema = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test func `a concept that is not there is named`() throws {
        let outcome = try Command.run("lexicon", "show", "no-such-concept")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("'no-such-concept'"))
    }

    @Test func `a cue is one line, and a mistake in it is told by its place`() throws {
        let header = "cue\tlang\tfavours\tstrength\tkind\n"
        try Command.inFolder(["t/cues.add.tsv": header + "for a wager\ten\tcosmetic\t3\telective\n"]) { folder in
            #expect(try Command.run("lexicon", "check", "t", in: folder).status == 0)
            let page = "Scar revision for a wager.\n"
            #expect(try Command.run("annotate", input: page).output.contains(#""reconstructive":1"#))
            let changed = try Command.run("annotate", "--lexicon", "t", input: page, in: folder)
            #expect(changed.output.contains(#""cosmetic":1"#))
        }
        try Command.inFolder(["t/cues.add.tsv": header + "for a wager\ten\tboth\t3\telective\n"]) { folder in
            let outcome = try Command.run("lexicon", "check", "t", in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.hasPrefix("cues.add.tsv:2: 'both' is no direction"))
        }
    }
}
