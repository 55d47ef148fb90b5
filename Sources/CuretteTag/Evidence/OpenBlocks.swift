import CuretteExtract
import CuretteSegment
import CuretteText

/// Tells which blocks say of the one procedure that they are about that it may be either, in whatever sentence: a
/// paragraph often gives its reasons first, and says only then that both occur.
struct OpenBlocks {
    let tables: CueTables
    let words: FoldedText
    let blocks: [Block]
    let mentions: [Mention]

    /// The mentions of procedures whose block, or the block that goes on about their name, says so.
    func mentions(of passages: [Passage]) -> Set<Int> {
        var procedures: [Int: Set<Int>] = [:]
        for mention in mentions where mention.kind == .procedure {
            procedures[mention.block, default: []].insert(mention.concept)
        }
        var isOpen: [Int: Bool] = [:]
        var open: Set<Int> = []
        for passage in passages {
            for place in [passage.block, passage.continued] {
                guard let place else { continue }
                var concepts = procedures[place] ?? []
                for index in passage.mentions where mentions[index].kind == .procedure {
                    concepts.insert(mentions[index].concept)
                }
                // Of two procedures it would be anyone's guess which is meant.
                guard concepts.count == 1 else { continue }
                let says = isOpen[place] ?? says(blocks[place])
                isOpen[place] = says
                guard says else { continue }
                for index in passage.mentions where mentions[index].kind == .procedure { open.insert(index) }
            }
        }
        return open
    }

    private func says(_ block: Block) -> Bool {
        tables.openings.findings(in: words.words(in: block.span), of: words).contains { $0.meaning.lean == .either }
    }
}
