import CuretteIngest
import Testing

@Suite struct JSONLinesTests {
    @Test func `each line is a page, and a bad one spoils no other`() throws {
        let folder = try Folder()
        let found = try folder.read(
            "pages.jsonl",
            #"""
            {"id":"a","url":"http://x/","text":"caf\u00e9 \"x\"\n\/ \ud83d\ude00"}
            {"id": 7 , "html" : "<p>x", "more": [1, -2.5e+3, {"a": [true, false, null]}, "x\\"], "text": null}

            {"id":"b","text":"no end}
            {"text":"anonymous"}
            {"id":"c","bytes":"PHA+w6k="}
            {"id":"d"}
            {"id":"e","text":"\ud83d lone \udE00!"}
            """#
        )
        #expect(
            found.map(\.summary) == [
                "a: café \"x\"\n/ 😀", "7: <p>x", "bad-json", "\(folder.path)/pages.jsonl:5: anonymous", "c: <p>é",
                "bad-json", "e: \u{FFFD} lone \u{FFFD}!",
            ]
        )
        #expect(found[0].payload?.url == "http://x/")
        #expect(found[0].payload?.format == .text)
        #expect(found[1].payload?.format == .html)
        #expect(found[4].payload?.format == nil)
        #expect(found[0].payload?.record == Payload.Record(index: 0, offset: 0, length: 70))
        #expect(found[1].payload?.record?.offset == 71)
    }

    /// Lines that are no JSON object of RFC 8259.
    static let bad = [
        "x", "[]", "{", "{}x", #"{"text"}"#, #"{"text":}"#, #"{"text":"a" "b":1}"#, #"{"text":"a",}"#, #"{text:"a"}"#,
        #"{"text":"\x"}"#, #"{"text":"\u12"}"#, #"{"text":"\u12g4"}"#, "{\"text\":\"a\tb\"}", #"{"a":01,"text":"a"}"#,
        #"{"a":+1,"text":"a"}"#, #"{"a":1.,"text":"a"}"#, #"{"a":.5,"text":"a"}"#, #"{"a":tru,"text":"a"}"#,
        #"{"a":[1,],"text":"a"}"#, #"{"a":{"b":1,},"text":"a"}"#, #"{"bytes":"abc"}"#, #"{"bytes":"ab!="}"#,
        #"{"bytes":"a==="}"#, #"{"a":--1,"text":"a"}"#, #"{"a":1e,"text":"a"}"#, #"{"text":'a'}"#,
        "{\"a\":" + String(repeating: "[", count: 100_000),
    ]

    @Test func `what is no JSON is said to be none`() throws {
        let folder = try Folder()
        for line in Self.bad {
            let found = try folder.read("bad.jsonl", line + "\n{\"id\":\"next\",\"text\":\"x\"}\n")
            #expect(found.map(\.summary) == ["bad-json", "next: x"], "\(line.prefix(40))")
        }
    }

    @Test func `bytes that are no UTF-8 are the page's own to count`() throws {
        let folder = try Folder()
        let found = try folder.read("a.jsonl", Array(#"{"id":"a","text":"x"#.utf8) + [0xFF] + Array(#""}"#.utf8))
        let page = try Ingester().page(from: try #require(found.first?.payload))
        #expect(page.warnings.map(\.code) == ["undecodable-bytes"])
    }

    @Test func `a line over the limit is an error and the next one a page`() throws {
        let folder = try Folder()
        var limits = Limits()
        limits.pageBytes = 100
        let long = { (count: Int) in #"{"id":"a","text":""# + String(repeating: "x", count: count) + #""}"# + "\n" }
        let text = long(100) + long(101) + long(3_000_000) + long(1)
        let found = try folder.read("a.jsonl", Array(text.utf8), limits: limits)
        #expect(found.map { $0.payload?.bytes.count ?? -1 } == [100, -1, -1, 1])
        #expect(found[1].summary == "page-too-large")
        #expect(found[2].summary == "page-too-large")
    }

    @Test func `JSON Lines are seen for what they are, and what only begins like them is a page`() throws {
        let folder = try Folder()
        #expect(try folder.read("x", #"{"id":"a","text":"b"}"#).map(\.summary) == ["a: b"])
        #expect(try folder.read("y", gzip(#"{"html":"b","id":"a"}"#)).map(\.summary) == ["a: b"])
        #expect(try folder.read("z", #"{"colour": 1}"#).map { $0.payload?.record == nil } == [true])
        #expect(try folder.read("a.txt", #"{"id":"a","text":"b"}"#, as: .jsonl).map(\.summary) == ["a: b"])
    }

    @Test func `reading stops when it is told to`() throws {
        let folder = try Folder()
        let file = try folder.file("a.jsonl", String(repeating: #"{"id":"a","text":"b"}"# + "\n", count: 10))
        var count = 0
        Reader().read(.file(file)) { _ in
            count += 1
            return count < 3
        }
        #expect(count == 3)
    }
}
