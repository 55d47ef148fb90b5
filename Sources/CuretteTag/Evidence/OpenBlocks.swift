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

    /// The one procedure that a block names.
    private enum Subject: Equatable {
        case none, several
        case one(Int)

        mutating func add(_ concept: Int) {
            switch self {
            case .none: self = .one(concept)
            case .one(concept), .several: break
            case .one: self = .several
            }
        }
    }

    /// Whether each of the page's mentions is of a procedure whose block, or the block that goes on about its name, says
    /// so.
    func isOpen(in passages: [Passage]) -> [Bool] {
        var subjects = [Subject](repeating: .none, count: blocks.count)
        for mention in mentions where mention.kind == .procedure { subjects[mention.block].add(mention.concept) }
        var isOpen = [Bool](repeating: false, count: mentions.count)
        var asked: (block: Int, says: Bool) = (-1, false)
        for passage in passages {
            for place in [passage.block, passage.continued] {
                guard let place else { continue }
                var subject = subjects[place]
                for index in passage.mentions where mentions[index].kind == .procedure {
                    subject.add(mentions[index].concept)
                }
                // Of two procedures it would be anyone's guess which is meant.
                guard case .one = subject else { continue }
                if asked.block != place { asked = (place, says(blocks[place])) }
                guard asked.says else { continue }
                for index in passage.mentions where mentions[index].kind == .procedure { isOpen[index] = true }
            }
        }
        return isOpen
    }

    private func says(_ block: Block) -> Bool {
        tables.openings.findings(in: words.words(in: block.span), of: words).contains { $0.meaning.lean == .either }
    }
}
