import Foundation
import Testing

@Suite struct CleanCommandTests {
    @Test func `clean text comes back byte for byte`() throws {
        let text = "Ask about Dr. Núñez’s facelift…\n\n\ttwo  spaces\r\nno line feed at the end"
        let outcome = try Command.run("clean", input: text)
        #expect(outcome.status == 0)
        #expect(outcome.output == text)
        #expect(outcome.errors == "")
    }

    @Test func `several texts need a folder`() throws {
        try Command.inFolder(["a.txt": "a", "p/b.txt": "b", "q/b.txt": "B"]) { folder in
            let outcome = try Command.run("clean", "a.txt", "p/b.txt", in: folder)
            #expect(outcome.status == 64)
            #expect(outcome.output == "")
            let whole = try Command.run("clean", ".", in: folder)
            #expect(whole.status == 64)
            #expect(whole.output == "")
            #expect(try Command.run("clean", "-d", "out", "a.txt", "p/b.txt", "q/b.txt", in: folder).status == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/out").sorted()
            #expect(names == ["2-b.txt", "a.txt", "b.txt"])
            #expect(try String(contentsOfFile: folder + "/out/2-b.txt", encoding: .utf8) == "B")
        }
    }

    @Test func `no page can name a file outside the folder`() throws {
        try Command.inFolder(["in/a.txt": "a"]) { folder in
            let outcome = try Command.run("clean", "-d", "out", "--id", "a/../..", input: "x", in: folder)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/out")
            #expect(outcome.status == 0)
            #expect(names == ["_."])
        }
    }

    @Test func `a text that cannot be read leaves the others alone`() throws {
        try Command.inFolder(["a.txt": "a"]) { folder in
            let outcome = try Command.run("clean", "-d", "out", "nowhere.txt", "a.txt", in: folder)
            #expect(outcome.status == 1)
            #expect(outcome.errors.hasPrefix("curette: nowhere.txt: "))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/out") == ["a.txt"])
        }
    }
}
