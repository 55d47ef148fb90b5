import CuretteSegment
import CuretteText

/// A name found, before the page around it has had its say.
struct Candidate: Sendable {
    let concept: Int
    let flags: FormFlags
    let span: Span<Clean>
    let rest: Span<Clean>?
    let match: Mention.Match
    /// The index of its block, once it is placed.
    var block = -1

    /// The fragment that is its own: of an elided name the one that touches no other.
    var end: Int { max(span.upper, rest?.upper ?? 0) }
}

/// Gives each candidate the block it stands in; blocks and candidates are both in reading order.
struct Placement {
    let blocks: [Block]

    func place(_ candidates: [Candidate]) -> [Candidate] {
        var placed = candidates
        var block = 0
        for index in placed.indices {
            while block + 1 < blocks.count, blocks[block + 1].span.lower <= placed[index].span.lower { block += 1 }
            placed[index].block = blocks.isEmpty ? -1 : block
        }
        return placed.filter { $0.block >= 0 }
    }
}

/// Which candidates are mentions: those whose form needs nothing else, and of the others those whose surroundings
/// speak for them.
struct Admission {
    let lexicon: Lexicon
    let text: AlignedText
    let blocks: [Block]

    /// How many blocks away a plain name still speaks for a weak one.
    private static let reach = 2
    /// How far from a condition's name, in bytes, its partner in a list may stand.
    private static let listReach = 40

    func admit(_ candidates: [Candidate]) -> [Candidate] {
        let real = candidates.filter { !Addresses.contains($0.span, in: text.bytes) }
        let isPlain = real.map { $0.flags.isDisjoint(with: [.weak, .condition]) && kind($0) == .procedure }
        var families: Set<String> = []
        var concepts: Set<Int> = []
        for (candidate, plain) in zip(real, isPlain) where plain {
            families.insert(lexicon.concepts[candidate.concept].family)
            concepts.insert(candidate.concept)
            if let broader = lexicon.concepts[candidate.concept].broader { concepts.insert(broader) }
        }
        return real.indices.filter { index in
            let candidate = real[index]
            if candidate.flags.contains(.condition) { return isUsedAsName(index, real, isPlain) }
            guard candidate.flags.contains(.weak) else { return true }
            if candidate.flags.contains(.exactCase) { return concepts.contains(candidate.concept) }
            return families.contains(lexicon.concepts[candidate.concept].family)
                && hasPlainNeighbour(index, real, isPlain)
        }.map { real[$0] }
    }

    private func kind(_ candidate: Candidate) -> Concept.Kind { lexicon.concepts[candidate.concept].kind }

    private func hasPlainNeighbour(_ index: Int, _ all: [Candidate], _ isPlain: [Bool]) -> Bool {
        neighbours(of: index, all, within: Self.reach).contains { isPlain[$0] }
    }

    /// The other candidates whose blocks are at most `reach` away.
    private func neighbours(of index: Int, _ all: [Candidate], within reach: Int) -> [Int] {
        var found: [Int] = []
        var other = index - 1
        while other >= 0, all[index].block - all[other].block <= reach, found.count < 16 {
            found.append(other)
            other -= 1
        }
        other = index + 1
        while other < all.count, all[other].block - all[index].block <= reach, found.count < 32 {
            found.append(other)
            other += 1
        }
        return found
    }

    /// "procedures such as gynecomastia and mentoplasty": a condition stands for its operation where it is a member
    /// of a list of operations, or fills an item beside items that are operations.
    private func isUsedAsName(_ index: Int, _ all: [Candidate], _ isPlain: [Bool]) -> Bool {
        let candidate = all[index]
        let fillsBlock = fills(candidate)
        return neighbours(of: index, all, within: fillsBlock ? 2 : 0).contains { other in
            guard isPlain[other] else { return false }
            if fillsBlock, all[other].block != candidate.block { return fills(all[other]) }
            let (first, second) = other < index ? (all[other], candidate) : (candidate, all[other])
            return isListed(from: first.end, to: second.span.lower)
        }
    }

    private func fills(_ candidate: Candidate) -> Bool {
        let block = blocks[candidate.block].span
        return 2 * (candidate.end - candidate.span.lower) >= block.count
    }

    /// Whether nothing but a list's joint stands between two names: a comma, a slash, "and".
    private func isListed(from lower: Int, to upper: Int) -> Bool {
        guard lower <= upper, upper - lower <= Self.listReach else { return false }
        let between = text.bytes[lower..<upper]
        guard !between.contains(UInt8(ascii: ".")), !between.contains(0x0A) else { return false }
        let words = between.split { !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }
        return words.count <= 1 && (words.first.map { $0.count <= 3 } ?? true)
    }
}
