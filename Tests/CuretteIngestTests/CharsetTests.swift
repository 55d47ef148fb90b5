import CuretteIngest
import CuretteText
import Testing

@Suite struct CharsetTests {
    private func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

    private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    }

    @Test func `each byte of windows-1252 is what the standard says`() throws {
        let table: [UInt32] = [
            0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
            0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A,
            0x153, 0x9D, 0x17E, 0x178,
        ]
        for label in ["iso-8859-1", "windows-1252", " Latin1 "] {
            let page = try Reading([UInt8](0x80...0xFF), format: .text, charset: label)
            #expect(page.page.charset == "windows-1252")
            #expect(page.text.unicodeScalars.map(\.value) == table + Array(0xA0...0xFF))
        }
    }

    @Test func `a declaration is believed, unless the bytes are UTF-8`() throws {
        let cases: [(bytes: [UInt8], charset: String?, name: String, text: String)] = [
            (latin("<meta charset=iso-8859-1><p>caf\u{E9}"), nil, "windows-1252", "café"),
            (Array("<meta charset=iso-8859-1><p>café".utf8), nil, "UTF-8", "café"),
            (Array("café".utf8), "iso-8859-1", "UTF-8", "café"),
            (latin("<meta charset=utf-16><p>cafe"), nil, "UTF-8", "cafe"),
            ([0xCF, 0xEB, 0xE0, 0xF1, 0xF2, 0xE8, 0xEA, 0xE0], "windows-1251", "windows-1251", "Пластика"),
            (
                Array("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>".utf8) + [
                    0xD4, 0xC5, 0xCC,
                ],
                nil, "KOI8-R", "тел"
            ),
            ([0x8E, 0x4F], "shift_jis", "Shift_JIS", "三"),
            ([0xB0, 0xA1], "euc-kr", "EUC-KR", "가"),
            ([0xEF, 0xBB, 0xBF] + Array("x".utf8), "windows-1252", "UTF-8", "x"),
            ([0xFF, 0xFE] + utf16("né", isBig: false), nil, "UTF-16LE", "né"),
            ([0xFE, 0xFF] + utf16("n😀", isBig: true), nil, "UTF-16BE", "n😀"),
            (utf16("<p>naive text", isBig: false), nil, "UTF-16LE", "naive text"),
            (latin("na\u{EF}ve caf\u{E9}"), nil, "windows-1252", "naïve café"),
        ]
        for (bytes, label, name, text) in cases {
            let page = try Reading(bytes, charset: label)
            #expect(page.page.charset == name, "\(text)")
            #expect(page.text == text)
            #expect(page.page.warnings.isEmpty)
        }
    }

    @Test func `a word's source is its bytes in the page's own encoding`() throws {
        let page = try Reading(latin("<meta charset=latin1><p>abc caf\u{E9} xyz"))
        let lower = try #require(page.text.utf8.firstRange(of: "café".utf8))
        let start = page.text.utf8.distance(from: page.text.startIndex, to: lower.lowerBound)
        let span = page.page.text.source(of: Span<Decoded>(start, start + 5))
        #expect(page.page.text.source[span.range].elementsEqual(latin("caf\u{E9}")))
    }

    @Test func `ill-formed bytes are counted, a replacement character for each maximal subpart`() throws {
        let cases: [(bytes: [UInt8], text: String, count: Int)] = [
            ([0x61, 0xFF, 0x62], "a\u{FFFD}b", 1),
            ([0xE2, 0x82, 0x62], "\u{FFFD}b", 1),
            ([0xF0, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
            ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}", 2),
            ([0xF4, 0x8F, 0xBF], "\u{FFFD}", 1),
        ]
        for (bytes, text, count) in cases {
            let page = try Reading(bytes, format: .text, charset: "utf-8")
            #expect(page.text == text)
            #expect(page.page.warnings.map(\.code) == ["undecodable-bytes"])
            #expect(page.page.warnings.map(\.count) == [count])
        }
        let undeclared = try Reading(Array("café né \u{E9}".utf8) + [0xFF], format: .text)
        #expect(undeclared.text == "café né é\u{FFFD}")
    }

    @Test func `random bytes decode as the standard library repairs them`() throws {
        var generator = SeededBytes(seed: 7)
        for _ in 0..<2000 {
            let bytes = generator.bytes(upTo: 24)
            let page = try Reading(bytes, format: .text, charset: "utf-8")
            guard page.page.charset == "UTF-8", !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { continue }
            #expect(page.text == String(decoding: bytes, as: UTF8.self), "\(bytes)")
        }
    }

    @Test func `an unknown label is a warning`() throws {
        let page = try Reading("abc", format: .text, charset: "klingon")
        #expect(page.page.charset == "UTF-8")
        #expect(page.page.warnings.map(\.code) == ["unknown-charset"])
    }
}
