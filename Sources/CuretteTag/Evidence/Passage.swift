import CuretteExtract
import CuretteSegment
import CuretteText

/// A sentence that holds mentions, and the sentences beside it that may speak of them.
struct Passage {
    /// A sentence that names no procedure of its own, or only the same one.
    struct Neighbour {
        let span: Span<Clean>
        /// The field mentions in it.
        let mentions: [Int]
    }

    let span: Span<Clean>
    let block: Int
    var mentions: [Int]
    /// The next sentence, if it goes on about this one: "It is done for back pain."
    var following: Neighbour?
    /// The other sentences of the same paragraph that name no procedure, in stretches: "My nose was bent since the
    /// accident. … Then he did a rhinoplasty. … Now I breathe."
    var nearby: [Span<Clean>] = []
    /// The block that goes on about this one, where that is a name that stands alone: a heading's paragraph.
    var continued: Int?
    /// This sentence is nothing but the procedure's name, so that the following one is wholly about it.
    var isBare = false
    /// The sentence before, if it names no procedure: "Heavy breasts cause pain. A reduction …"
    var preceding: Neighbour?
}

/// Gathers a page's mentions by sentence: each sentence is read once, and only those in and beside which a mention
/// stands are.
struct PassageReader {
    let tables: CueTables
    let sentences: Sentences
    let words: FoldedText
    let blocks: [Block]
    let mentions: [Mention]

    /// Letters of a word that a bare name may have beside it: an item's number, an article.
    private static let shortWord = 3
    /// Longer words that a bare name may have beside it: "Functional Blepharoplasty".
    private static let spareWords = 1

    func passages() -> [Passage] {
        words.bytes.withUnsafeBufferPointer { bytes in
            var passages = gathered(bytes)
            for index in passages.indices where holdsProcedure(passages[index]) {
                passages[index].isBare = isBare(passages[index])
                let passage = passages[index]
                if passage.isBare, passage.span.lower <= blocks[passage.block].span.lower,
                    passage.span.upper >= blocks[passage.block].span.upper, speaks(of: passage.block)
                {
                    passages[index].continued = passage.block + 1
                }
                passages[index].following = following(index, passages, bytes)
                passages[index].preceding = preceding(index, passages, bytes)
                passages[index].nearby = nearby(index, passages)
            }
            return passages
        }
    }

    private func gathered(_ bytes: UnsafeBufferPointer<UInt8>) -> [Passage] {
        var passages: [Passage] = []
        passages.reserveCapacity(mentions.count)
        for (index, mention) in mentions.enumerated() {
            let place = mention.ownSpan.lower
            // An elided mention's own words may stand a sentence ahead of its neighbour's; never many.
            if let known = passages.indices.suffix(4).last(where: {
                passages[$0].block == mention.block && passages[$0].span.range.contains(place)
            }) {
                passages[known].mentions.append(index)
            } else {
                let span = sentences.sentence(around: place, in: blocks[mention.block], of: bytes)
                passages.append(Passage(span: span, block: mention.block, mentions: [index]))
            }
        }
        for index in passages.indices.dropFirst() where passages[index].span < passages[index - 1].span {
            passages.sort { $0.span < $1.span }
            break
        }
        return passages
    }

    private func holdsProcedure(_ passage: Passage) -> Bool {
        passage.mentions.contains { mentions[$0].kind == .procedure }
    }

    private func isBare(_ passage: Passage) -> Bool {
        var spare = 0
        for word in words.words(in: passage.span) {
            let place = words.offset(ofWord: word)
            if passage.mentions.contains(where: { mention in
                mentions[mention].spans.contains { $0.range.contains(place) }
            }) {
                continue
            }
            if words.count(ofWord: word) > Self.shortWord { spare += 1 }
            if spare > Self.spareWords { return false }
        }
        return true
    }

    // MARK: Beside

    private func following(
        _ index: Int,
        _ passages: [Passage],
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Passage.Neighbour? {
        let passage = passages[index]
        let home = blocks[passage.block]
        var block = passage.block
        var place = passage.span.upper
        if place >= home.span.upper {
            // A name that stands alone, or a question, goes on in the next block.
            let asks = bytes[place - 1] == UInt8(ascii: "?")
            guard passage.isBare || asks, passage.span.lower <= home.span.lower, speaks(of: block) else { return nil }
            block += 1
            place = blocks[block].span.lower
        }
        while place < blocks[block].span.upper, bytes[place] <= 0x20 { place += 1 }
        guard place < blocks[block].span.upper else { return nil }
        let next = index + 1 < passages.count ? passages[index + 1] : nil
        let span: Span<Clean>
        if let next, next.block == block, next.span.range.contains(place) {
            // A sentence that names a procedure speaks of that one.
            let concept = mentions[passage.mentions[0]].concept
            guard
                next.mentions.allSatisfy({
                    mentions[$0].kind == .field || passage.isBare && mentions[$0].concept == concept
                })
            else { return nil }
            span = next.span
        } else {
            span = sentences.sentence(around: place, in: blocks[block], of: bytes)
        }
        guard passage.isBare || opensWithAnaphor(span) else { return nil }
        let fields = next?.span == span ? next?.mentions.filter { mentions[$0].kind == .field } : nil
        return Passage.Neighbour(span: span, mentions: fields ?? [])
    }

    /// Whether the block behind a name that stands alone is about it: a heading's paragraph, a term's definition, the
    /// cell beside it.
    private func speaks(of block: Int) -> Bool {
        guard block + 1 < blocks.count else { return false }
        let (term, text) = (blocks[block], blocks[block + 1])
        guard term.role == text.role else { return false }
        switch (term.kind, text.kind) {
        case (.heading, .paragraph): return text.heading == block
        case (.paragraph, .paragraph): return text.heading == term.heading && endsAsSentence(text)
        case (.cell, .cell): return term.columnHeader != nil && text.columnHeader != term.columnHeader
        case (.item(let depth), .item(let deeper)): return deeper > depth
        default: return false
        }
    }

    /// What of the passage's paragraph no passage and none of its neighbours holds.
    private func nearby(_ index: Int, _ passages: [Passage]) -> [Span<Clean>] {
        let passage = passages[index]
        let home = blocks[passage.block].span
        var stretches: [(lower: Int, upper: Int)] = []
        let previous =
            index > 0 && passages[index - 1].block == passage.block ? passages[index - 1].span.upper : home.lower
        stretches.append((previous, passage.preceding?.span.lower ?? passage.span.lower))
        let next = index + 1 < passages.count ? passages[index + 1] : nil
        let following = passage.following?.span
        let end = following.map { home.range.contains($0.lower) ? $0.upper : passage.span.upper } ?? passage.span.upper
        stretches.append((end, next.map { $0.block == passage.block ? $0.span.lower : home.upper } ?? home.upper))
        if let continued = passage.continued {
            let block = blocks[continued].span
            let start = following.map { block.range.contains($0.lower) ? $0.upper : block.lower } ?? block.lower
            let stop = next.map { $0.block == continued && $0.span.lower >= start ? $0.span.lower : block.upper }
            stretches.append((start, stop ?? block.upper))
        }
        return stretches.compactMap { $0.lower < $0.upper ? Span($0.lower, $0.upper) : nil }
    }

    private func endsAsSentence(_ block: Block) -> Bool {
        words.bytes[block.span.upper - 1] == UInt8(ascii: ".")
    }

    private func opensWithAnaphor(_ span: Span<Clean>) -> Bool {
        let range = words.words(in: span)
        guard !range.isEmpty else { return false }
        return tables.turns.finding(at: range.lowerBound, before: range.upperBound, in: words)?.meaning == .anaphor
    }

    private func preceding(
        _ index: Int,
        _ passages: [Passage],
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Passage.Neighbour? {
        let passage = passages[index]
        let home = blocks[passage.block]
        var place = passage.span.lower - 1
        while place > home.span.lower, bytes[place] <= 0x20 { place -= 1 }
        guard place > home.span.lower else { return nil }
        if index > 0, passages[index - 1].block == passage.block, passages[index - 1].span.range.contains(place) {
            return nil
        }
        let span = sentences.sentence(around: place, in: home, of: bytes)
        return span.upper <= passage.span.lower ? Passage.Neighbour(span: span, mentions: []) : nil
    }
}
