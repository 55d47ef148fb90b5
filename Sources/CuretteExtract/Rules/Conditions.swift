import CuretteSegment
import CuretteText

/// Where a condition's name is used as the name of its operation: "procedures such as gynecomastia and mentoplasty".
///
/// It has to be a member of a list of operations in a sentence, or to fill a heading, an item or a line of its own among
/// others that are filled by operations. As a complement ("laser for scars and peels") it stays a condition.
struct Conditions {
    let company: Company
    let text: AlignedText
    let blocks: [Block]
    /// What fills each block that a name fills: whether that is an operation's.
    private let filled: [Int: Bool]

    /// How far from a condition's name, in bytes, its partner in a list may stand.
    private static let listReach = 40
    /// Names on either side that are followed along a list, so that an endless one is read in linear time.
    private static let listLength = 16
    /// Lines on either side that have a say.
    private static let linesReach = 3
    /// Blocks between two headings, at the most.
    private static let headingReach = 12
    /// Words behind which a name is a complement, each with a space round it.
    private static let complements: Set<[UInt8]> = Set(
        ["for", "of", "from", "after", "with", "to", "by", "de", "por", "para", "tras", "con", "has", "have"]
            .map { Array($0.utf8) }
    )

    init(company: Company, text: AlignedText, blocks: [Block]) {
        self.company = company
        self.text = text
        self.blocks = blocks
        var filled: [Int: Bool] = [:]
        for (candidate, isPlain) in zip(company.all, company.isPlain) {
            let block = blocks[candidate.block].span
            guard 2 * (candidate.end - candidate.span.lower) >= block.count else { continue }
            filled[candidate.block] = isPlain || filled[candidate.block] ?? false
        }
        self.filled = filled
    }

    func isUsedAsName(_ index: Int) -> Bool {
        let block = company.all[index].block
        if filled[block] != nil { return isAmongOperations(block) }
        return isListed(index)
    }

    // MARK: Lines

    /// Whether of the lines of its kind around it more are filled by operations than by anything else.
    private func isAmongOperations(_ block: Int) -> Bool {
        var operations = 0
        var others = 0
        for line in siblings(of: block, -1) + siblings(of: block, 1) {
            switch filled[line] {
            case true?: operations += 1
            case false?: break
            case nil: others += 1
            }
        }
        return operations > others
    }

    /// The nearest blocks of the same kind in one direction.
    private func siblings(of block: Int, _ step: Int) -> [Int] {
        var found: [Int] = []
        var other = block + step
        let isHeading = Self.isHeading(blocks[block])
        let reach = isHeading ? Self.headingReach : Self.linesReach
        while blocks.indices.contains(other), abs(other - block) <= reach, found.count < Self.linesReach {
            if blocks[other].kind == blocks[block].kind {
                found.append(other)
            } else if !isHeading {
                break
            }
            other += step
        }
        return found
    }

    private static func isHeading(_ block: Block) -> Bool {
        if case .heading = block.kind { true } else { false }
    }

    // MARK: Sentences

    /// Whether it stands in a list with an operation, and the list is no complement.
    private func isListed(_ index: Int) -> Bool {
        var first = index
        while first > 0, index - first < Self.listLength, isJoined(first - 1, first) { first -= 1 }
        guard !isComplement(company.all[first].span.lower) else { return false }
        var last = index
        while last + 1 < company.all.count, last - index < Self.listLength, isJoined(last, last + 1) { last += 1 }
        return (first...last).contains { company.isPlain[$0] }
    }

    private func isJoined(_ first: Int, _ second: Int) -> Bool {
        company.all[first].block == company.all[second].block
            && isJoint(from: company.all[first].end, to: company.all[second].span.lower)
    }

    /// Whether nothing but a list's joint stands between two names: a comma, a slash, "and".
    private func isJoint(from lower: Int, to upper: Int) -> Bool {
        guard lower <= upper, upper - lower <= Self.listReach else { return false }
        let between = text.bytes[lower..<upper]
        guard !between.contains(UInt8(ascii: ".")), !between.contains(0x0A) else { return false }
        let words = between.split { !Self.isLetter($0) }
        guard words.count <= 1, let word = words.first else {
            return words.isEmpty && !between.allSatisfy { $0 == 0x20 }
        }
        return word.count <= 3 && !Self.complements.contains(word.map { $0 | 0x20 })
    }

    private func isComplement(_ lower: Int) -> Bool {
        var end = lower
        while end > 0, text.bytes[end - 1] == 0x20 { end -= 1 }
        var start = end
        while start > 0, lower - start < 12, Self.isLetter(text.bytes[start - 1]) { start -= 1 }
        return Self.complements.contains(text.bytes[start..<end].map { $0 | 0x20 })
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
