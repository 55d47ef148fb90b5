import CuretteExtract
import CuretteSegment
import CuretteText

/// Tells where "plastic surgery" is part of a name, a degree or an address, which makes no usage.
struct UsageNames {
    let tables: CueTables
    let words: FoldedText
    let blocks: [Block]
    /// Words that stand before a capitalised "Plastic Surgery" more than once, folded: "Lakeside Plastic
    /// Surgery" in the header, the text and the footer is a firm's name, whatever the word means.
    private let repeated: Set<[UInt8]>

    /// - Parameter mentions: those of plastic surgery.
    init(tables: CueTables, words: FoldedText, blocks: [Block], mentions: [Mention]) {
        self.tables = tables
        self.words = words
        self.blocks = blocks
        var seen: Set<[UInt8]> = []
        var repeated: Set<[UInt8]> = []
        for mention in mentions {
            let own = words.words(in: mention.span)
            let first = words.words(in: blocks[mention.block].span).lowerBound
            guard let word = own.first, word > first, Self.isCapital(word, words), Self.isCapital(word - 1, words),
                words.gaps[word].isSubset(of: [.space]), words.count(ofWord: word - 1) >= Self.shortestName,
                tables.usage.finding(at: word - 1, before: word, in: words) == nil,
                tables.turns.finding(at: word - 1, before: word, in: words) == nil
            else { continue }
            let letters = Array(words.letters[Int(words.starts[word - 1])..<Int(words.starts[word])])
            if !seen.insert(letters).inserted { repeated.insert(letters) }
        }
        self.repeated = repeated
    }

    private static let shortestName = 3

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
        if isRepeated(own, in: block) || isCopyright(own) { return true }
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

    private func isRepeated(_ own: Range<Int>, in block: Range<Int>) -> Bool {
        guard let word = own.first, word > block.lowerBound, words.gaps[word].isSubset(of: [.space]) else {
            return false
        }
        return repeated.contains(Array(words.letters[Int(words.starts[word - 1])..<Int(words.starts[word])]))
    }

    /// Bytes before a name in which a © makes it the owner's.
    private static let copyrightReach = 40

    /// "© 2024 Lakeside Plastic Surgery"
    private func isCopyright(_ own: Range<Int>) -> Bool {
        guard let word = own.first else { return false }
        let place = words.offset(ofWord: word)
        let lead = words.bytes[max(0, place - Self.copyrightReach)..<place]
        let line = lead.lastIndex(of: UInt8(ascii: "\n")).map { lead[$0...] } ?? lead
        return zip(line, line.dropFirst()).contains { $0 == 0xC2 && $1 == 0xA9 }
    }

    private func isCapital(_ word: Int) -> Bool { Self.isCapital(word, words) }

    private static func isCapital(_ word: Int, _ words: FoldedText) -> Bool {
        let byte = words.bytes[words.offset(ofWord: word)]
        return byte &- 0x41 < 26 || byte == 0xC3
    }
}
