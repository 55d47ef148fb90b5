import CuretteReport
import CuretteTestSupport
import CuretteText
import Testing

@Suite struct CodePointsTests {
    @Test func `each offset counts the scalars before it`() {
        let letters: [Unicode.Scalar] = ["a", " ", "é", "е", "\u{FB01}", "한", "😀", "\u{301}"]
        for seed in 0..<UInt64(500) {
            var generator = SeededGenerator(seed: seed)
            let isASCII = seed % 5 == 0
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...200, using: &generator) {
                text.append(isASCII ? "a" : letters.randomElement(using: &generator) ?? "a")
            }
            let codePoints = CodePoints(of: Array(String(text).utf8))
            var offset = 0
            for (count, scalar) in text.enumerated() {
                guard codePoints[offset] == count else {
                    Issue.record("seed \(seed): offset \(offset) is code point \(count), not \(codePoints[offset])")
                    return
                }
                offset += UTF8.width(scalar)
            }
            #expect(codePoints[offset] == text.count, "seed \(seed)")
        }
    }

    @Test func `a text of no bytes has one place`() {
        #expect(CodePoints(of: [])[Span<Clean>(0, 0)] == Span(0, 0))
    }
}
