import CuretteExtract
import Testing

/// Names that an article spinner rewrote.
@Suite struct RewritingTests {
    private let spun = """
        Bosom upgrade is a superficial medical procedure. The corrective medical procedure incorporates bosom decrease, \
        eyelid medical procedure and paunch fold, and the specialist evacuates skin.
        """

    @Test func `count on pages that show it`() throws {
        let found = try Extracting.extraction(of: Array(spun.utf8))
        #expect(found.isRewritten)
        #expect(found.mentions.contains { $0.match == .rewritten })
        #expect(try Extracting.concepts(in: spun).contains("breast-augmentation"))
    }

    @Test func `do not count on others`() throws {
        let plain = "We upgrade your room, fix the lamp and fold the towel. A bosom friend is welcome."
        let found = try Extracting.extraction(of: Array(plain.utf8))
        #expect(!found.isRewritten)
        #expect(found.mentions.isEmpty)
    }
}
