import CuretteLexicon
import CuretteTestSupport
import Testing

@testable import CuretteExtract

@Suite struct VocabularyTests {
    /// The distance by the book: the smallest number of letters put in, left out, exchanged or swapped.
    private func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var rows = [[Int]](repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
        for i in 0...one.count { rows[i][0] = i }
        for j in 0...other.count { rows[0][j] = j }
        for i in 0..<one.count {
            for j in 0..<other.count {
                var least = min(rows[i][j + 1], rows[i + 1][j]) + 1
                least = min(least, rows[i][j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                rows[i + 1][j + 1] = least
            }
        }
        return rows[one.count][other.count]
    }

    @Test func `counts slips as the book does`() {
        var random = SeededGenerator(seed: 7)
        let letters = Array("abc".utf8)
        for _ in 0..<4_000 {
            let one = (0..<Int.random(in: 1...8, using: &random)).map { _ in letters.randomElement(using: &random) ?? 0
            }
            let other = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? 0
            }
            let slips = distance(one, other)
            for most in 0...2 {
                let isWithin = one.withUnsafeBufferPointer { one in
                    other.withUnsafeBufferPointer { other in
                        Vocabulary.isWithin(most, one, one.count, other, other.count)
                    }
                }
                #expect(isWithin == (slips <= most), "\(one) \(other) \(slips)")
            }
        }
    }

    @Test func `corrects one slip in a word and two in a long one, never the first letter`() {
        var words = WordCollection()
        for word in ["breast", "otoplasty", "blepharoplasty", "pharyngoplasty"] { words.insert(Array(word.utf8)) }
        let vocabulary = Vocabulary(CompiledNames(StemList(), words: words))
        func correction(_ word: String) -> String? {
            Array(word.utf8).withUnsafeBufferPointer { vocabulary.correction(of: $0) }
                .map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(correction("breats") == "breast")
        #expect(correction("otoplsty") == "otoplasty")
        #expect(correction("blephroplasti") == "blepharoplasty")
        #expect(correction("otplsty") == nil)
        #expect(correction("laryngoplasty") == nil)
        #expect(correction("breathes") == nil)
    }
}
