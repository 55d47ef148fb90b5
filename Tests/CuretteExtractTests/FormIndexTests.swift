import CuretteLexicon
import CuretteTestSupport
import Testing

@testable import CuretteExtract

@Suite struct FormIndexTests {
    private func form(_ concept: Int) -> Form {
        Form(
            concept: UInt16(concept),
            part: .name,
            flags: [],
            language: 0,
            endings: 0,
            hasMarks: false,
            wordStarts: 1,
            surface: -1
        )
    }

    /// Few letters and short stems, so that many are prefixes of each other and of the text.
    @Test func `finds every stem that the text begins with, the longest first`() {
        for seed in 0..<400 {
            var random = SeededGenerator(seed: UInt64(seed))
            let letters = Array("abc".utf8)
            func word(_ length: ClosedRange<Int>) -> [UInt8] {
                (0..<Int.random(in: length, using: &random)).map { _ in letters.randomElement(using: &random) ?? 0x61 }
            }
            let stems = (0..<Int.random(in: 1...60, using: &random)).map { _ in word(2...14) }
            var list = StemList()
            for (concept, stem) in stems.enumerated() { list.add(stem: stem[...], form(concept)) }
            let index = FormIndex(CompiledNames(list))
            for _ in 0..<20 {
                let text = word(1...16) + [UInt8](repeating: 0, count: 8)
                var found: [(concept: Int, count: Int)] = []
                text.withUnsafeBufferPointer { buffer in
                    index.forEachForm(beginning: buffer) { place, count in
                        found.append((Int(index.forms[place].concept), count))
                        return true
                    }
                    let expected = stems.indices.filter { text.starts(with: stems[$0]) }
                    #expect(found.map(\.concept).sorted() == expected)
                    #expect(zip(found, found.dropFirst()).allSatisfy { $0.count >= $1.count })
                    if !expected.isEmpty, let base = buffer.baseAddress {
                        #expect(index.filter.lend { $0.mayBegin(base) })
                    }
                }
            }
        }
    }
}
