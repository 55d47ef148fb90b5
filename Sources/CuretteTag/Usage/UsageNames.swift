import CuretteExtract
import CuretteSegment
import CuretteText

/// Tells where "plastic surgery" is part of a name, a degree or an address, which makes no usage.
struct UsageNames {
    let tables: CueTables
    let words: FoldedText
    let blocks: [Block]

    /// Letters of a degree: MS, MCh, FRCS, FACS.
    private static let degreeLength = 4

    func isPartOfName(_ mention: Mention) -> Bool {
        let block = words.words(in: blocks[mention.block].span)
        let own = words.words(in: mention.span)
        guard !own.isEmpty else { return false }
        return isCredential(own, in: block) || isFirm(own, in: block, rest: mention.rest)
    }

    /// "Dr V. Okoro, Plastic Surgery"; "M.Ch (Plastic Surgery)".
    private func isCredential(_ own: Range<Int>, in block: Range<Int>) -> Bool {
        guard own.lowerBound > block.lowerBound else { return false }
        if words.gaps[own.lowerBound].contains(.open), words.count(ofWord: own.lowerBound - 1) <= Self.degreeLength {
            return true
        }
        guard words.gaps[own.lowerBound].contains(.comma) else { return false }
        return sign(at: block.lowerBound, block) == .title
    }

    /// "Riverside Plastic Surgery is", "American Board of Plastic Surgery", "the Plastic Surgery Network": capitals, and
    /// a capital beside them that no sentence's head explains.
    private func isFirm(_ own: Range<Int>, in block: Range<Int>, rest: Span<Clean>?) -> Bool {
        guard own.allSatisfy(isCapital) else { return false }
        var end = own.upperBound
        if let rest { end = max(end, words.words(in: rest).upperBound) }
        // A name that is broken over two lines may end behind its block.
        let next = max(own.upperBound, min(end + 1, block.upperBound))
        for word in own.upperBound..<next where isJoined(word) {
            if sign(at: word, block) == .name, isCapital(word) { return true }
        }
        // A heading or a menu writes every word so.
        guard block.contains(where: { !isCapital($0) && words.count(ofWord: $0) > Self.degreeLength }) else {
            return false
        }
        var before = own.lowerBound - 1
        guard before >= block.lowerBound, isJoined(own.lowerBound) else { return false }
        if words.count(ofWord: before) <= 3, !isCapital(before), before > block.lowerBound, isJoined(before) {
            // "Board of Plastic Surgery"
            before -= 1
            return isCapital(before) && sign(at: before, block) == .name
        }
        return isCapital(before) && words.count(ofWord: before) > Self.degreeLength
            && sign(at: before, block) == nil
            && tables.turns.finding(at: before, before: own.upperBound, in: words) == nil
    }

    private func sign(at word: Int, _ block: Range<Int>) -> UsageSign? {
        tables.usage.finding(at: word, before: block.upperBound, in: words)?.meaning
    }

    private func isJoined(_ word: Int) -> Bool { words.gaps[word].isSubset(of: [.space, .hyphen]) }

    private func isCapital(_ word: Int) -> Bool {
        let byte = words.bytes[words.offset(ofWord: word)]
        return byte &- 0x41 < 26 || byte == 0xC3
    }
}
