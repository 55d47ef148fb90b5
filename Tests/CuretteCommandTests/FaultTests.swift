#if os(Linux)
    import Foundation
    import Testing

    /// Faults of the world around the program, each brought about for real.
    @Suite struct FaultTests {
        /// What `script` says and does in a shell where `$curette` is the program.
        private func shell(_ script: String, in folder: String) throws -> Command.Outcome {
            let command = try RunningCommand(
                ["-c", "curette='\(Command.path)'; " + script],
                program: "/bin/sh",
                in: folder
            )
            command.closeInput()
            return try command.end()
        }

        private func names(in folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        }

        /// The error codes of the lines, nil for a report.
        private func codes(_ output: String) -> [String?] {
            output.split(separator: "\n").map { line in
                let parts = line.components(separatedBy: "\"error\":{\"code\":\"")
                return parts.count == 2 ? String(parts[1].prefix { $0 != "\"" }) : nil
            }
        }

        private static let isRoot = geteuid() == 0

        /// A disk of 128 KiB at `disk`, or nil where this machine does not let us have one.
        private func onSmallDisk(_ script: String, in folder: String) throws -> Command.Outcome {
            try shell(
                "mkdir disk && mount -t tmpfs -o size=128k tmpfs disk || exit 99; \(script); s=$?; umount disk; exit $s",
                in: folder
            )
        }

        @Test(.enabled(if: isRoot, "mounting a small disk takes root"))
        func `a disk that is full ends the run with a line, and a larger one lets it go on`() throws {
            try Command.inFolder(["pages.jsonl": Command.pages(200)]) { folder in
                let outcome = try onSmallDisk(
                    """
                    "$curette" annotate pages.jsonl -o disk/r.jsonl; [ $? = 74 ] || exit 1
                    ls disk; mount -o remount,size=64m disk
                    "$curette" annotate pages.jsonl -o disk/r.jsonl --resume --summary-json s.json || exit 2
                    "$curette" annotate pages.jsonl | cmp - disk/r.jsonl
                    """,
                    in: folder
                )
                guard outcome.status != 99 else { return }
                #expect(outcome.status == 0)
                #expect(outcome.errors.contains("curette: disk/r.jsonl: No space left on device\n"))
                #expect(outcome.errors.contains("--resume goes on from there"))
                #expect(outcome.output == "r.jsonl.part\nr.jsonl.run\n")
                let figures = try String(contentsOfFile: folder + "/s.json", encoding: .utf8)
                #expect(figures.contains("\"pages\": 200") && !figures.contains("\"reused\": 0,"))
            }
        }

        @Test func `a limit on the size of files is an error like a full disk`() throws {
            try Command.inFolder(["pages.jsonl": Command.pages(200)]) { folder in
                let outcome = try shell("ulimit -f 100; \"$curette\" annotate pages.jsonl -o r.jsonl", in: folder)
                #expect(outcome.status == 74)
                #expect(outcome.errors.hasPrefix("curette: r.jsonl: File too large\n"))
                let resumed = try shell("\"$curette\" annotate pages.jsonl -o r.jsonl --resume", in: folder)
                #expect(resumed.status == 0)
                #expect(try shell("\"$curette\" annotate pages.jsonl | cmp - r.jsonl", in: folder).status == 0)
            }
        }

        @Test func `an output that fails before anything is done leaves nothing behind`() throws {
            try Command.inFolder(["a.txt": "a"]) { folder in
                let outcome = try shell("ulimit -f 0; \"$curette\" annotate a.txt -o r.jsonl", in: folder)
                #expect(outcome.status == 74)
                #expect(try names(in: folder) == ["a.txt"])
            }
        }

        @Test func `a full device as standard output`() throws {
            try Command.inFolder(["a.txt": "a"]) { folder in
                let outcome = try shell("\"$curette\" annotate a.txt > /dev/full", in: folder)
                #expect(outcome.status == 74)
                #expect(outcome.errors == "curette: -: No space left on device\n")
            }
        }

        @Test func `a reader of the table that has had enough does not end the run`() throws {
            try Command.inFolder(["pages.jsonl": Command.pages(3000)]) { folder in
                let outcome = try shell(
                    "\"$curette\" annotate pages.jsonl -o r.jsonl --table | head -n 1; wc -l < r.jsonl",
                    in: folder
                )
                #expect(outcome.output.split(separator: "\n").last?.contains("3000") == true)
            }
        }

        @Test(.enabled(if: isRoot, "root gives up its rights to see what others see"))
        func `a file and a folder that may not be read are records`() throws {
            try Command.inFolder(["p/a.txt": "a", "p/b/c.txt": "c", "p/d.txt": "d"]) { folder in
                let outcome = try shell(
                    """
                    chmod 000 p/a.txt p/b; chmod 755 . p
                    setpriv --reuid 65534 --regid 65534 --clear-groups "$curette" annotate p
                    """,
                    in: folder
                )
                // Where the program itself lies in a folder that is root's alone, the shell cannot start it.
                guard outcome.status != 126, outcome.status != 127 else { return }
                #expect(outcome.status == 1)
                #expect(codes(outcome.output) == ["unreadable", "unreadable", nil])
                #expect(outcome.errors.contains("p/a.txt: it cannot be read: Permission denied"))
            }
        }

        @Test func `a folder that holds itself is walked once`() throws {
            try Command.inFolder(["p/a.txt": "a", "p/q/b.txt": "b"]) { folder in
                let outcome = try shell("ln -s .. p/q/up; ln -s . p/self; \"$curette\" annotate p", in: folder)
                #expect(outcome.status == 0)
                #expect(codes(outcome.output) == [nil, nil])
            }
        }

        @Test func `damaged containers are records with a code each`() throws {
            let page = "<p>A facelift.</p>"
            let head = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\n"
            try Command.inFolder([
                "cut.txt": String(repeating: "A facelift. ", count: 2000),
                "cut.warc": head + "Content-Length: 100\r\n\r\n" + page,
                "headless.warc": "WARC/1.0\r\nWARC-Type: resource",
                "broken.jsonl": "{\"text\": \"a\"}\n{\"text\": \"\\u12\"}\n{\"text\": \"c\"}\n",
            ]) { folder in
                let outcome = try shell(
                    """
                    gzip -c cut.txt | head -c 40 > cut.txt.gz; rm cut.txt
                    printf '\\377\\376a\\0\\0\\330b\\0c' > odd-utf16.txt
                    "$curette" annotate .
                    """,
                    in: folder
                )
                #expect(outcome.status == 1)
                let expected = [nil, "bad-json", nil, "truncated-gzip", "truncated-warc", "bad-warc", nil]
                #expect(codes(outcome.output) == expected)
                #expect(outcome.output.contains("undecodable-bytes"))
            }
        }

        @Test func `a file that shrinks while it is read is read as far as it goes`() throws {
            try Command.inFolder(["p.jsonl": Command.pages(4000, longerBy: 4)]) { folder in
                let command = try RunningCommand(["annotate", "p.jsonl", "--unbuffered", "--jobs", "1"], in: folder)
                #expect(command.line() != nil)
                // The program waits for us to read on, and is somewhere before the middle.
                let size = try Data(contentsOf: URL(fileURLWithPath: folder + "/p.jsonl")).count
                #expect(truncate(folder + "/p.jsonl", size / 2) == 0)
                let outcome = try command.end()
                let codes = codes(outcome.output)
                #expect((1000..<3500).contains(codes.count))
                #expect(codes.dropLast().allSatisfy { $0 == nil })
            }
        }

        @Test func `what a page would do to a terminal is spelled out`() throws {
            let name = "a\u{1B}]0;owned\u{07}\u{9B}31m.txt"
            let page = "{\"id\": \"\\u001b[2Jid\", \"text\": \"f\\u001b[31mace\\u200blift\"}\n"
            try Command.inFolder([name: "a", "p.jsonl": page]) { folder in
                for arguments in [
                    ["annotate", "--table", ".", "-o", "r.jsonl"],
                    ["annotate", "--log-level", "debug", ".", "\u{1B}c"],
                    ["clean", "--explain", "p.jsonl"], ["annotate", "--progress", "p.jsonl"],
                    ["annotate", "--pretty", "p.jsonl"], ["annotate", "-o", "\u{1B}c/r", "p.jsonl"],
                ] {
                    let outcome = try Command.run(arguments, in: folder)
                    for scalar in (outcome.output + outcome.errors).unicodeScalars where scalar != "\n" {
                        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value), "\(arguments)")
                    }
                }
            }
        }
    }
#endif
