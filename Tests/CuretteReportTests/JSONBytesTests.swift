import CuretteReport
import CuretteTestSupport
import Foundation
import Testing

@Suite struct JSONBytesTests {
    private func written(_ write: (inout JSONBytes) -> Void) -> String {
        var json = JSONBytes()
        write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func `only what must be escaped is escaped`() {
        #expect(written { $0.string("a\"b\\c/d") } == #""a\"b\\c/d""#)
        #expect(written { $0.string("\u{8}\t\n\u{C}\r\u{0}\u{1F}") } == #""\b\t\n\f\r\u0000\u001f""#)
        #expect(written { $0.string("é\u{2028}\u{2029}\u{FEFF}😀ñ") } == "\"é\u{2028}\u{2029}\u{FEFF}😀ñ\"")
    }

    @Test func `no control character reaches a terminal`() {
        #expect(
            written { $0.string("\u{1B}[31m\u{7F}\u{80}\u{9B}31m\u{9F}\u{A0}\u{C0}") }
                == "\"\\u001b[31m\\u007f\\u0080\\u009b31m\\u009f\u{A0}\u{C0}\""
        )
    }

    @Test func `a string reads back as it was, wherever the escapes fall`() throws {
        let letters: [Unicode.Scalar] = [
            "a", "!", "\"", "#", "[", "\\", "]", "\u{0}", "\u{1F}", " ", "~", "\u{7F}", "\u{80}", "\u{9F}", "\u{A0}",
            "Â", "Ã", "é", "\u{FFFD}", "\u{2028}", "😀",
        ]
        for seed in 0..<UInt64(500) {
            var generator = SeededGenerator(seed: seed)
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...40, using: &generator) {
                text.append(letters.randomElement(using: &generator) ?? "a")
            }
            let json = written { $0.string(String(text)) }
            let read = try JSONDecoder().decode([String].self, from: Data("[\(json)]".utf8))
            #expect(read.first.map { Array($0.unicodeScalars) } == Array(text), "seed \(seed)")
            let controls = json.unicodeScalars.contains { $0.properties.generalCategory == .control }
            #expect(!controls, "seed \(seed)")
        }
    }

    @Test func `decimals are fixed and rounded half away from zero`() {
        #expect(written { $0.decimal(0.98, places: 2) } == "0.98")
        #expect(written { $0.decimal(0.996, places: 2) } == "1.00")
        #expect(written { $0.decimal(0.004, places: 2) } == "0.00")
        #expect(written { $0.decimal(0.125, places: 2) } == "0.13")
        #expect(written { $0.decimal(-0.04, places: 1) } == "0.0")
        #expect(written { $0.decimal(-2.25, places: 1) } == "-2.3")
        #expect(written { $0.decimal(12, places: 0) } == "12")
    }

    @Test func `whole numbers are written whole`() {
        #expect(written { $0.integer(0) } == "0")
        #expect(written { $0.integer(-7) } == "-7")
        #expect(written { $0.integer(.max) } == "9223372036854775807")
        #expect(written { $0.integer(.min) } == "-9223372036854775808")
    }

    @Test func `empty arrays and objects stay on their line`() {
        var json = JSONBytes(isPretty: true)
        json.openObject()
        json.key("a")
        json.openArray()
        json.closeArray()
        json.key("b")
        json.openObject()
        json.closeObject()
        json.closeObject()
        json.endLine()
        #expect(String(decoding: json.bytes, as: UTF8.self) == "{\n  \"a\": [],\n  \"b\": {}\n}\n")
    }
}
