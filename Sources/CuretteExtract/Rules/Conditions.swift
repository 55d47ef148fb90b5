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
    /// Blocks that an operation's name begins, whatever else stands there.
    private let opened: Set<Int>

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
        var opened: Set<Int> = []
        for (candidate, isPlain) in zip(company.all, company.isPlain) {
            let block = blocks[candidate.block].span
            if isPlain, candidate.span.lower - block.lower <= Self.bullet { opened.insert(candidate.block) }
            guard Self.fills(candidate, block, of: text.bytes) else { continue }
            filled[candidate.block] = isPlain || filled[candidate.block] ?? false
        }
        self.filled = filled
        self.opened = opened
    }

    /// Whether a name has half of the letters of its block: prices and the dots that lead to them count for nothing.
    private static func fills(_ candidate: Candidate, _ block: Span<Clean>, of bytes: [UInt8]) -> Bool {
        let own = candidate.end - candidate.span.lower
        if 2 * own >= block.count { return true }
        guard block.count <= fillable * own else { return false }
        let letters = bytes[block.range].count { $0 >= 0x80 || isLetter($0) }
        return 2 * bytes[candidate.span.lower..<candidate.end].count { $0 >= 0x80 || isLetter($0) } >= letters
    }

    /// How many times as long as a name a line may be that it fills; counting a long block for each of its names would
    /// take quadratic time.
    private static let fillable = 12

    /// Bytes before the name that begins a line: a bullet and a space.
    private static let bullet = 5

    func isUsedAsName(_ index: Int) -> Bool {
        let block = company.all[index].block
        if filled[block] != nil { return !isExplained(index) && isAmongOperations(block) }
        return isListed(index)
    }

    /// "Tongue-tie: frenotomy": what stands behind the colon is the operation.
    private func isExplained(_ index: Int) -> Bool {
        guard index + 1 < company.all.count, company.isPlain[index + 1] else { return false }
        let (own, next) = (company.all[index], company.all[index + 1])
        guard own.block == next.block, own.end < next.span.lower else { return false }
        return text.bytes[own.end] == UInt8(ascii: ":")
    }

    // MARK: Lines

    /// Whether of the lines of its kind around it more are operations than anything else. A list's end is the end of
    /// what speaks: in a menu "Gallery" and "Contact" may follow the last of many operations.
    private func isAmongOperations(_ block: Int) -> Bool {
        var operations = 0
        var adjoining = 0
        var others = 0
        for direction in [-1, 1] {
            var isBroken = false
            for line in siblings(of: block, direction) {
                if filled[line] == true || opened.contains(line) {
                    operations += 1
                    if !isBroken { adjoining += 1 }
                } else if filled[line] == nil {
                    others += 1
                    isBroken = true
                }
            }
        }
        return operations > others || adjoining >= Self.enough
    }

    /// Operations, with nothing between, that outweigh whatever stands beyond.
    private static let enough = 2

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
