import CuretteTestSupport
import CuretteText
import Testing

/// For each byte of a text, the byte of the original it was copied from; nil for bytes that an edit wrote.
private typealias Origins = [Int?]

private func randomEdits(of count: Int, using generator: inout SeededGenerator) -> Edits {
    var edits = Edits()
    var at = 0
    while at < count {
        at += Int.random(in: 0...6, using: &generator)
        guard at < count else { break }
        let end = min(count, at + Int.random(in: 0...3, using: &generator))
        let letters = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            UInt8.random(in: 65...90, using: &generator)
        }
        if end > at || !letters.isEmpty { edits.replace(at, end, with: letters, .space) }
        at = end
    }
    return edits
}

@Suite struct AlignedTextTests {
    @Test func `a byte that survived maps to itself, through any layers`() {
        for seed in 0..<UInt64(500) { checkOrigins(seed) }
    }

    private func checkOrigins(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let source = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            UInt8.random(in: 97...122, using: &generator)
        }
        var text = AlignedText(source)
        var origins: Origins = Array(source.indices)
        for layer in 0..<3 {
            let edits = randomEdits(of: text.bytes.count, using: &generator)
            for edit in edits.reversed() {
                origins.replaceSubrange(
                    edit.span.range,
                    with: [Int?](repeating: nil, count: edit.replacement.count)
                )
            }
            if layer == 0 { text.decode(edits) } else { text.apply(edits) }
        }
        #expect(origins.count == text.bytes.count)
        for (offset, origin) in origins.enumerated() {
            let mapped = text.source(of: Span<Clean>(offset, offset + 1))
            if let origin {
                #expect(mapped == Span(origin, origin + 1), "seed \(seed)")
                #expect(source[origin] == text.bytes[offset])
            } else {
                // What an edit wrote maps into the gap between the survivors on either side.
                let before = origins[..<offset].compactMap { $0 }.last.map { $0 + 1 } ?? 0
                let after = origins[offset...].compactMap { $0 }.first ?? source.count
                #expect(mapped.lower >= before && mapped.upper <= after)
            }
        }
    }

    @Test func `repairs replayed on the decoded text give the clean text`() {
        for seed in 0..<UInt64(500) { checkRepairs(seed) }
    }

    private func checkRepairs(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let source = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            UInt8.random(in: 97...122, using: &generator)
        }
        var text = AlignedText(source)
        for _ in 0..<3 {
            text.apply(randomEdits(of: text.bytes.count, using: &generator))
            if text.bytes.count > 4, Bool.random(using: &generator) {
                text.mirror(Span(1, text.bytes.count - 2))
            }
        }
        var replayed = text.decoded
        for repair in text.repairs().reversed() {
            replayed.replaceSubrange(repair.decoded.range, with: text.bytes[repair.span.range])
            #expect(!repair.reasons.isEmpty)
        }
        #expect(replayed == text.bytes, "seed \(seed)")
    }

    @Test func `half a ligature maps to all of it`() {
        var text = AlignedText(Array("a\u{FB01}x".utf8))
        var edits = Edits()
        edits.replace(1, 4, with: Array("fi".utf8), .letterForm)
        text.apply(edits)
        #expect(text.source(of: Span<Clean>(2, 3)) == Span(1, 4))
        #expect(text.source(of: Span<Clean>(3, 4)) == Span(4, 5))
    }

    @Test func `an empty span on a deletion maps to what was deleted`() {
        var text = AlignedText(Array("li\u{200B}p".utf8))
        var edits = Edits()
        edits.delete(2, 5, .invisible)
        text.apply(edits)
        #expect(text.bytes == Array("lip".utf8))
        #expect(text.source(of: Span<Clean>(2, 2)) == Span(2, 5))
        #expect(text.source(of: Span<Clean>(0, 2)) == Span(0, 2))
        #expect(text.source(of: Span<Clean>(2, 3)) == Span(5, 6))
        let repairs = text.repairs()
        #expect(repairs.map(\.span) == [Span(2, 2)])
        #expect(repairs.map(\.decoded) == [Span(2, 5)])
        #expect(repairs.map(\.reasons) == [[.invisible]])
    }

    @Test func `a mirrored run reflects letter by letter`() {
        var text = AlignedText(Array("x pil y".utf8))
        text.mirror(Span(2, 5))
        #expect(text.bytes == Array("x lip y".utf8))
        #expect(text.source(of: Span<Clean>(2, 3)) == Span(4, 5))
    }

    @Test func `a transcoded scalar maps to its own bytes`() {
        var transcoding = Transcoding(skipping: 2)
        for _ in 0..<200 { transcoding.append(width: 1, outcomeWidth: 2) }
        let text = AlignedText(
            source: [0, 0] + [UInt8](repeating: 0xE9, count: 200),
            layers: [.transcode(transcoding)],
            decoded: (0..<200).flatMap { _ in [0xC3, 0xA9] as [UInt8] }
        )
        for index in 0..<200 {
            #expect(text.source(of: Span<Clean>(2 * index, 2 * index + 2)) == Span(2 + index, 3 + index))
        }
        #expect(text.source(of: Span<Clean>(3, 4)) == Span(3, 4))
    }
}
