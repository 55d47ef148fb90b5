import CuretteBatch
import Foundation
import Testing

@Suite struct OutputTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/curette-output-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func `a file appears when it is whole`() throws {
        try inFolder { folder in
            let path = folder + "/reports.jsonl"
            try Data("old".utf8).write(to: URL(fileURLWithPath: path))
            let output = try Output.file(path)
            try output.write(Array("new".utf8))
            #expect(FileManager.default.contents(atPath: path) == Data("old".utf8))
            try output.finish()
            #expect(FileManager.default.contents(atPath: path) == Data("new".utf8))
            #expect(try names(in: folder) == ["reports.jsonl"])
        }
    }

    @Test func `a file that was not finished leaves nothing behind`() throws {
        try inFolder { folder in
            do {
                let output = try Output.file(folder + "/reports.jsonl")
                try output.write(Array("half".utf8))
            }
            #expect(try names(in: folder).isEmpty)
        }
    }

    @Test func `a device is written to as it is`() throws {
        let output = try Output.file("/dev/null")
        try output.write([1, 2, 3])
        try output.finish()
        #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    }

    @Test func `a full device and a folder that is not there are named`() throws {
        let error = #expect(throws: OutputError.self) { _ = try Output.file("/nowhere/at/all.jsonl") }
        #expect(error?.place == "/nowhere/at/all.jsonl")
        #expect(error?.sentence == "No such file or directory")
        #if os(Linux)
            let full = try Output.file("/dev/full")
            #expect(throws: OutputError.self) { try full.write([1]) }
        #endif
    }
}
