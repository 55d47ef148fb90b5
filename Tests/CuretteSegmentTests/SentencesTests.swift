import CuretteIngest
import CuretteSegment
import CuretteTestSupport
import CuretteText
import Testing

/// The sentence around a place.
@Suite struct SentencesTests {
    private func block(_ bytes: [UInt8]) -> Block {
        Block(span: Span(0, bytes.count), kind: .paragraph, role: .content)
    }

    @Test(arguments: [
        "First one. ‹A facelift takes two hours.› It leaves a scar.",
        "‹Dr. Smith and Mrs. Jones lift brows.› They do.",
        "They do. ‹It costs approx. 3.5 times as much, e.g. 7.500 euros, i.e. more.› Ask us.",
        "‹See J. R. Smith in the U.S. Army hospital.› He is there.",
        "‹Lip vs. Cheek is no contest.› None.",
        "Repairs skin.‹The main aim is comfort.›Read more.",
        "‹Write to us at clinic.example.com or come.› We wait.",
        "Is it safe? ‹Yes!› No.",
        "\"Is it safe?\" ‹\"It is (mostly).\"› He smiled.",
        "‹So they waited ... and waited… and left.› Then came Monday.",
        "‹2. Liposuction takes fat away.› It stays away.",
        "‹She has a Ph.D. in this.› He has none.",
        "‹La Sra. Vidal y el Dr. Pons operan, p. ej. la nariz.› ¿Duele?",
        "No. ‹Es seguro.› ¡Claro!",
        "‹It rose by 20% in 2019.› The rest fell.",
        "‹They took vitamin C.› It helped.",
        "Above the line\n‹Below it, where the text\ngoes on small.›\nNext line",
        "‹Ask whether it hurts (see no. 5).› We know.",
        "‹No stop at all›",
        "Swelling is common?‹It passes.› Good.",
    ])
    func `is the marked one, from each of its bytes`(marked: String) throws {
        let example = Marked(marked)
        let sentences = try Sentences()
        for span in example.spans {
            for offset in span.range {
                let found = sentences.sentence(around: offset, in: block(example.text), of: example.text)
                #expect(found == span, "at \(offset): \(String(decoding: example.text[found.range], as: UTF8.self))")
            }
        }
    }

    @Test func `a sentence lies in its block and holds the place, whatever the bytes`() throws {
        let sentences = try Sentences()
        let pieces = [
            "a", "B", ". ", ".", "\n", " ", "é", "…", "! ", "Dr. ", "Word", "。", "(", ")", "\"", "3", "\u{2003}",
        ]
        for seed in 0..<UInt64(500) {
            var generator = SeededGenerator(seed: seed)
            let text = (0..<Int.random(in: 1...60, using: &generator)).compactMap { _ in
                pieces.randomElement(using: &generator)
            }
            let bytes = Array(text.joined().utf8)
            let lower = Int.random(in: 0..<bytes.count, using: &generator)
            let block = Block(span: Span(lower, bytes.count), kind: .paragraph, role: .content)
            let offset = Int.random(in: lower..<bytes.count, using: &generator)
            let found = sentences.sentence(around: offset, in: block, of: bytes)
            #expect(block.span.contains(found), "seed \(seed)")
        }
    }

    @Test func `a sentence that never ends is looked at only so far`() throws {
        let bytes = [UInt8](repeating: 0x61, count: 1_000_000)
        let found = try Sentences().sentence(around: 500_000, in: block(bytes), of: bytes)
        #expect(found == Span(500_000 - Sentences.reach, 500_000 + Sentences.reach))
    }
}
