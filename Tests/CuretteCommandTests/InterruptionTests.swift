import Foundation
import Testing

@Suite struct InterruptionTests {
    private static let streaming = ["annotate", "-", "--input-format", "jsonl", "--unbuffered"]

    @Test(arguments: [SIGINT, SIGTERM])
    func `a signal ends a run that waits for input, after what it has in hand`(signal: Int32) throws {
        try Command.inFolder([:]) { folder in
            for jobs in ["1", "3"] {
                let command = try RunningCommand(Self.streaming + ["--jobs", jobs], in: folder)
                command.write(Command.pages(3))
                for _ in 0..<3 { #expect(command.line() != nil) }
                command.write("{\"text\": \"half a li")
                command.send(signal)
                let outcome = try command.end()
                #expect(outcome.status == 128 + signal)
                #expect(outcome.output == "")
                #expect(outcome.errors == "curette: interrupted\n")
            }
        }
    }

    @Test func `a second signal ends it at once`() throws {
        let long = String(repeating: "A facelift, a neck lift and a breast lift. ", count: 200_000)
        try Command.inFolder([:]) { folder in
            let command = try RunningCommand(Self.streaming, in: folder)
            command.write("{\"text\": \"first\"}\n")
            #expect(command.line() != nil)
            command.write("{\"text\": \"\(long)\"}\n")
            // Signals that come together are one: more are sent than two.
            while command.isRunning { command.send(SIGTERM) }
            let outcome = try command.end()
            #expect(outcome.status == 128 + SIGTERM)
            #expect(outcome.output == "")
        }
    }

    @Test func `what a parent ignores stays ignored`() throws {
        try Command.inFolder([:]) { folder in
            let shell = "trap '' INT; exec '\(Command.path)' annotate --unbuffered --input-format jsonl"
            let command = try RunningCommand(["-c", shell], program: "/bin/sh", in: folder)
            for _ in 0..<2 {
                command.write("{\"text\": \"a\"}\n")
                #expect(command.line() != nil)
                command.send(SIGINT)
            }
            command.closeInput()
            #expect(try command.end().status == 0)
        }
    }

    @Test func `a partner at the other end of a pipe gets an answer to each line`() throws {
        try Command.inFolder([:]) { folder in
            // Nothing says what the input is: one line must do to find out.
            let command = try RunningCommand(["annotate", "--unbuffered", "--jobs", "2"], in: folder)
            for page in Command.pages(20).split(separator: "\n") {
                command.write(page + "\n")
                #expect(command.line()?.contains("\"document\"") == true)
            }
            command.closeInput()
            #expect(try command.end().status == 0)
        }
    }
}
