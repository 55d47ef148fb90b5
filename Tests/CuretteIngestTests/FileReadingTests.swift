import CuretteIngest
import Foundation
import Testing

@Suite struct FileReadingTests {
    @Test func `a plain file is one page`() throws {
        let folder = try Folder()
        let payload = try #require(try folder.read("a.html", "<p>x").first?.payload)
        #expect(payload.bytes == Array("<p>x".utf8))
        #expect(payload.id == folder.path + "/a.html")
        #expect(payload.format == .html)
        #expect(payload.record == nil)
        #expect(try folder.read("a.txt", "").map { $0.payload?.bytes } == [[]])
        #expect(try folder.read("a.unknown", "{x").first?.payload?.format == nil)
    }

    @Test func `gzip is taken off whatever the file is called, member by member`() throws {
        let folder = try Folder()
        let members = gzip("one ") + gzip("") + gzip("two") + [0, 0, 0]
        for name in ["a.txt.gz", "a.txt", "a"] {
            #expect(try folder.read(name, members).map { $0.payload?.bytes } == [Array("one two".utf8)])
        }
    }

    @Test func `damaged, truncated and lying gzip is an error`() throws {
        let folder = try Folder()
        let whole = gzip(String(repeating: "breast lift ", count: 5000))
        #expect(try folder.read("a.txt.gz", Array(whole.dropLast(9))).map(\.summary) == ["truncated-gzip"])
        var damaged = whole
        damaged[whole.count - 6] ^= 1
        #expect(try folder.read("b.txt.gz", damaged).map(\.summary) == ["truncated-gzip"])
        #expect(try folder.read("c.txt.gz", [0x1F, 0x8B]).map(\.summary) == ["truncated-gzip"])
        let bomb = gzip([UInt8](repeating: 0x20, count: 40 << 20))
        #expect(try folder.read("d.txt.gz", bomb).map(\.summary) == ["expansion-too-large"])
    }

    @Test func `a page over the limit is an error, one at the limit a page`() throws {
        let folder = try Folder()
        var limits = Limits()
        limits.pageBytes = 1000
        let page = { (count: Int) in [UInt8](repeating: 0x61, count: count) }
        #expect(try folder.read("a.txt", page(1000), limits: limits).first?.payload?.bytes.count == 1000)
        #expect(try folder.read("b.txt", page(1001), limits: limits).map(\.summary) == ["page-too-large"])
    }

    @Test func `what is not there is an error`() {
        var codes: [String] = []
        Reader().read(.file("/nowhere/at/all.txt")) {
            codes.append($0.summary)
            return true
        }
        #expect(codes == ["unreadable"])
    }

    @Test func `standard input is read to its end, whatever the pieces it comes in`() throws {
        let pipe = Pipe()
        let text = String(repeating: "<p>lift</p>", count: 40)
        pipe.fileHandleForWriting.write(Data(text.utf8))
        try pipe.fileHandleForWriting.close()
        var found: [Payload] = []
        Reader().read(.standardInput(descriptor: pipe.fileHandleForReading.fileDescriptor)) { result in
            if let payload = result.payload { found.append(payload) }
            return true
        }
        #expect(found.map(\.bytes) == [Array(text.utf8)])
        #expect(found.map(\.id) == ["-"])
    }

    @Test func `folders are walked in the order of their paths, and unknown files counted`() throws {
        let folder = try Folder()
        for name in [
            "b/z.html", "b.txt", "b-1.txt", "a/x.warc.gz", "a/y.pdf", "C.MD", "n.jsonl", ".hidden.txt", "é.htm",
        ] {
            _ = try folder.file(name, "x")
        }
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/b/loop", withDestinationPath: folder.path)
        let files = InputFiles([folder.path, "-", folder.path + "/a/y.pdf"])
        let names = files.inputs.map { $0.name.replacing(folder.path + "/", with: "") }
        #expect(
            names == ["C.MD", "a/x.warc.gz", "b-1.txt", "b.txt", "b/z.html", "n.jsonl", "é.htm", "-", "a/y.pdf"]
        )
        #expect(files.passedOver == 1)
    }
}
