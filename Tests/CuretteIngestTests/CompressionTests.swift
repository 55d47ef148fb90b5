import CZstd
import CuretteIngest
import Foundation
import Testing

/// One Zstandard frame, with the checksum that the command adds.
func zstd(_ bytes: [UInt8]) -> [UInt8] {
    guard let context = ZSTD_createCCtx() else { return [] }
    defer { ZSTD_freeCCtx(context) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    let bound = ZSTD_compressBound(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        count = ZSTD_compress2(context, buffer.baseAddress, bound, bytes, bytes.count)
    }
}

@Suite struct CompressionTests {
    /// Words that no compression makes tiny: a member of it is as large as a real page's.
    private func prose(_ count: Int) -> [UInt8] {
        var state: UInt64 = 42
        var text: [UInt8] = []
        while text.count < count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += Array("word\(state >> 40) ".utf8)
        }
        return Array(text.prefix(count))
    }

    @Test func `zstd is taken off whatever the file is called, frame by frame`() throws {
        let folder = try Folder()
        let skippable: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
        let frames = skippable + zstd(Array("one ".utf8)) + zstd([]) + skippable + zstd(Array("two".utf8)) + [0, 0]
        for name in ["a.txt.zst", "a.txt", "a"] {
            #expect(try folder.read(name, frames).map { $0.payload?.bytes } == [Array("one two".utf8)])
        }
        let lines = (0..<100).flatMap { zstd(Array("{\"id\": \"\($0)\", \"text\": \"lift\"}\n".utf8)) }
        #expect(try folder.read("a.jsonl.zst", lines).map(\.summary) == (0..<100).map { "\($0): lift" })
    }

    @Test func `damaged, truncated and lying zstd is an error`() throws {
        let folder = try Folder()
        let whole = zstd(prose(100_000))
        #expect(try folder.read("a.txt.zst", Array(whole.dropLast(9))).map(\.summary) == ["truncated-zstd"])
        var damaged = whole
        for index in 200..<260 { damaged[index] ^= 0x55 }
        #expect(try folder.read("b.txt.zst", damaged).map(\.summary) == ["truncated-zstd"])
        let bomb = zstd([UInt8](repeating: 0x20, count: 20 << 20))
        #expect(try folder.read("c.txt.zst", bomb).map(\.summary) == ["expansion-too-large"])
    }

    @Test(arguments: [100, 1 << 16, 3 << 20, 11 << 20])
    func `a gzip member of any size is the same bytes, alone and among others`(count: Int) throws {
        let folder = try Folder()
        let text = prose(count)
        let member = gzip(text)
        let found = try folder.read("a.txt.gz", gzip("before ") + member + gzip(" behind"))
        let expected = Array("before ".utf8) + text + Array(" behind".utf8)
        #expect(found.first?.payload?.bytes == expected)
        let cut = try folder.read("b.txt.gz", Array(member.dropLast(9)))
        #expect(cut.map(\.summary) == ["truncated-gzip"])
    }

    @Test func `what came before the damage of a long member is read`() throws {
        let folder = try Folder()
        let lines = (0..<200_000).map { "{\"id\": \"\($0)\", \"text\": \"lift \($0 &* 2_654_435_761)\"}" }
        let member = gzip(lines.joined(separator: "\n"))
        let found = try folder.read("a.jsonl.gz", Array(member.dropLast(member.count / 2)))
        #expect(found.count > 50_000)
        #expect(found.prefix(50_000).allSatisfy { $0.payload != nil })
        #expect(found.last?.summary == "truncated-gzip")
    }
}
