import CDeflate
import CuretteIngest
import Testing

@Suite struct WARCTests {
    private func record(
        _ type: String,
        _ block: [UInt8],
        version: String = "1.0",
        contentType: String = "application/http; msgtype=response",
        uri: String = "http://clinic.example/",
        length: Int? = nil
    ) -> [UInt8] {
        let head = """
            WARC/\(version)\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\nContent-Type: \(contentType)\r
            Content-Length: \(length ?? block.count)\r\n\r\n
            """
        return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    }

    private func response(_ fields: String, _ body: [UInt8], status: String = "200 OK") -> [UInt8] {
        record("response", Array("HTTP/1.1 \(status)\r\n\(fields)\r\n\r\n".utf8) + body)
    }

    private let html = "Content-Type: text/html; charset=ISO-8859-1"

    @Test func `pages come out of responses, resources and conversions`() throws {
        let folder = try Folder()
        let records =
            record("warcinfo", Array("software: x\r\n".utf8), contentType: "application/warc-fields")
            + response(html, Array("<p>one".utf8))
            + record("request", Array("GET / HTTP/1.1\r\n\r\n".utf8), contentType: "application/http; msgtype=request")
            + record("resource", Array("two".utf8), contentType: "text/plain", uri: "<urn:two>")
            + record("conversion", Array("three".utf8), version: "1.1", contentType: "text/plain", uri: "urn:three")
        for bytes in [records, gzip(records)] {
            let found = try folder.read("a.warc", bytes)
            #expect(found.map(\.summary) == ["http://clinic.example/: <p>one", "urn:two: two", "urn:three: three"])
            let payloads = found.compactMap(\.payload)
            #expect(payloads.map(\.format) == [.html, .text, .text])
            #expect(payloads.map(\.charset) == ["ISO-8859-1", nil, nil])
            #expect(payloads.compactMap(\.record?.index) == [1, 3, 4])
            let record = try #require(payloads.first?.record)
            let bytes = records[record.offset..<record.offset + record.length]
            #expect(bytes.starts(with: "WARC/1.0".utf8) && bytes.suffix(6).elementsEqual("<p>one".utf8))
        }
        #expect(try folder.read("noname", records).count == 3)
        #expect(try folder.read("x.warc.wet.gz", gzip(records)).count == 3)
    }

    @Test func `a member a record is read as one stream`() throws {
        let folder = try Folder()
        let members = (0..<50).flatMap { gzip(response(html, Array("<p>page \($0)".utf8))) }
        let found = try folder.read("a.warc.gz", members)
        #expect(
            found.map { $0.payload.map { String(decoding: $0.bytes, as: UTF8.self) } }
                == (0..<50).map { "<p>page \($0)" }
        )
        let cut = try folder.read("b.warc.gz", Array(members.dropLast(10)))
        // The last record was whole before its member's end was missed.
        #expect(cut.count == 51)
        #expect(cut.last?.summary == "truncated-gzip")
    }

    @Test func `transfer and content encodings are taken off, also where headers lie`() throws {
        let folder = try Folder()
        let page = Array(String(repeating: "<p>breast lift</p>", count: 50).utf8)
        let half = page.count / 2
        let chunked =
            Array("\(String(half, radix: 16))\r\n".utf8) + page[..<half]
            + Array("\r\n\(String(page.count - half, radix: 16));x=y\r\n".utf8)
            + page[half...] + Array("\r\n0\r\n\r\n".utf8)
        let packed = gzip(page)
        let bodies: [(String, [UInt8])] = [
            ("Transfer-Encoding: chunked", chunked),
            ("Content-Encoding: gzip", packed),
            ("content-encoding: GZIP", page),
            ("Transfer-Encoding: chunked", page),
            ("Content-Encoding: deflate", zlib(page)),
            ("Content-Encoding: deflate", Array(packed[10..<packed.count - 8])),
            (
                "Transfer-Encoding: chunked\r\nContent-Encoding: gzip",
                Array("\(String(packed.count, radix: 16))\r\n".utf8) + packed + Array("\r\n0\r\n\r\n".utf8)
            ),
        ]
        for (fields, body) in bodies {
            let found = try folder.read("a.warc", response(html + "\r\n" + fields, body))
            #expect(found.map { $0.payload?.bytes } == [page], "\(fields)")
        }
        let unknown = response(html + "\r\nContent-Encoding: zz", page) + response(html, page)
        #expect(try folder.read("b.warc", unknown).map { $0.payload?.bytes } == [nil, page])
    }

    private func zlib(_ bytes: [UInt8]) -> [UInt8] {
        guard let compressor = libdeflate_alloc_compressor(6) else { return [] }
        defer { libdeflate_free_compressor(compressor) }
        let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
        }
    }

    @Test func `what is no page is passed over`() throws {
        let folder = try Folder()
        let records =
            response("Content-Type: image/png", [0x89, 0x50])
            + response(html, Array("gone".utf8), status: "404 Not Found")
            + response("Location: /", [], status: "301 Moved") + record("metadata", Array("x: y".utf8))
            + response("Server: x", Array("untyped".utf8))
        #expect(try folder.read("a.warc", records).map(\.summary) == ["http://clinic.example/: untyped"])
    }

    @Test func `damaged and huge records are errors for themselves alone`() throws {
        let folder = try Folder()
        let good = response(html, Array("good".utf8))
        let summary = "http://clinic.example/: good"
        var limits = Limits()
        limits.pageBytes = 10
        let huge = response(html, [UInt8](repeating: 0x61, count: 1_000_000))
        #expect(try folder.read("a.warc", huge + good, limits: limits).map(\.summary) == ["page-too-large", summary])
        #expect(
            try folder.read("b.warc", response(html, Array("eleven char".utf8)) + good, limits: limits).map(\.summary)
                == ["page-too-large", summary]
        )
        let mute = Array("WARC/1.0\r\nWARC-Type: response\r\n\r\nrubbish\r\n".utf8)
        #expect(try folder.read("c.warc", mute + good).map(\.summary) == ["bad-warc", summary])
        let headless = record(
            "response",
            Array("HTTP/1.1 200 OK\r\nContent-T".utf8),
            contentType: "application/http; msgtype=response"
        )
        #expect(try folder.read("e.warc", headless + good).map(\.summary) == ["bad-warc", summary])
        let lying = record("resource", Array("short".utf8), contentType: "text/plain", length: 500)
        #expect(try folder.read("d.warc", good + lying).map(\.summary) == [summary, "truncated-warc"])
        #expect(try folder.read("e.warc", good.dropLast(2) + good).map(\.summary) == [summary, summary])
        #expect(try folder.read("f.warc", Array("WARC/1.0\r\nWARC-Type: resp".utf8)).map(\.summary) == ["bad-warc"])
        #expect(try folder.read("g.warc", []).isEmpty)
    }

    /// "<p>brotli lift</p>" four times, as the reference encoder writes it.
    private let brotli: [UInt8] = [
        0x1B, 0x47, 0x00, 0xF8, 0x8D, 0xD4, 0x61, 0xCD, 0x9D, 0x07, 0x72, 0x1B, 0x5B, 0xB7, 0x35, 0xC4, 0x37, 0x1A,
        0x81, 0x20, 0x24, 0x51, 0xBC, 0x84, 0x55, 0x11, 0x42, 0x1E, 0x61, 0xDF, 0xBE, 0x55, 0xD6, 0x3C, 0x42, 0x00,
    ]

    @Test func `bodies come out of their content encodings, one or several`() throws {
        let folder = try Folder()
        let page = Array("<p>zstd lift</p>".utf8)
        let brotliPage = String(repeating: "<p>brotli lift</p>", count: 4)
        for (encoding, body, expected) in [
            ("br", brotli, brotliPage), ("zstd", zstd(page), "<p>zstd lift</p>"),
            ("zstd, gzip", gzip(zstd(page)), "<p>zstd lift</p>"), ("gzip, br", page, "<p>zstd lift</p>"),
            ("deflate", page, "<p>zstd lift</p>"), ("br", page, "<p>zstd lift</p>"),
        ] {
            let found = try folder.read(
                "a.warc",
                response("Content-Type: text/html\r\nContent-Encoding: \(encoding)", body)
            )
            #expect(found.map(\.summary) == ["http://clinic.example/: \(expected)"], "\(encoding)")
        }
        let cut = response("Content-Type: text/html\r\nContent-Encoding: br", Array(brotli.dropLast(3)))
        let broken = response("Content-Type: text/html\r\nContent-Encoding: zstd", Array(zstd(page).dropLast(3)))
        let odd = response("Content-Type: text/html\r\nContent-Encoding: compress", page)
        let last = response("Content-Type: text/html", page)
        #expect(
            try folder.read("b.warc", cut + broken + odd + last).map(\.summary) == [
                "damaged-body", "damaged-body", "unsupported-encoding", "http://clinic.example/: <p>zstd lift</p>",
            ]
        )
    }
}
