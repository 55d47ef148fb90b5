import Foundation
import Testing

@Suite struct CommandTests {
    @Test func `help teaches by example`() throws {
        for command in [[], ["annotate"], ["clean"], ["evaluate"], ["lexicon"], ["lexicon", "show"], ["schema"]] {
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
}
