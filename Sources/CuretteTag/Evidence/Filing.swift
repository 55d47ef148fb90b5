import CuretteExtract
import CuretteIngest
import CuretteSegment
import CuretteText

/// Where an author files a mention: under which headings, in which list, in which column of a table.
struct Filing {
    let tables: CueTables
    let weights: Weights
    let words: FoldedText
    let blocks: [Block]
    /// For each block, the field mentions in it that take a side on this page, with the side.
    let fields: [Int: [(tag: Tag, isPlain: Bool, span: Span<Clean>)]]
    /// The blocks in which a procedure is named.
    let procedures: Set<Int>

    /// The side that a heading or an introduction takes, and the words that say so.
    struct Side {
        let tag: Tag
        /// The author names the field or as good as names it; otherwise the words merely lean.
        let isPlain: Bool
        let span: Span<Clean>
    }

    /// The evidence of every heading above a block, its list's introduction and its column's header.
    ///
    /// A bare menu files nothing: in navigation, headers and footers headings are menus themselves.
    func evidence(for block: Int, sides: (Int) -> Side?) -> [Evidence] {
        let home = blocks[block]
        guard home.role != .navigation && home.role != .header && home.role != .footer else { return [] }
        var evidence: [Evidence] = []
        if let introduction = home.introduction, introduction != home.heading, let side = sides(introduction) {
            evidence.append(item(side, side.isPlain ? weights.introduction : weights.headingLean, "introduction"))
        }
        if let column = home.columnHeader, let side = sides(column) {
            evidence.append(item(side, side.isPlain ? weights.column : weights.headingLean, "column"))
        }
        var heading = home.heading
        for step in 0..<Self.deepest {
            guard let place = heading else { break }
            if let side = sides(place) {
                let plain = step == 0 ? weights.headingNear : weights.headingFar
                evidence.append(item(side, side.isPlain ? plain : min(plain, weights.headingLean), "section"))
                // The nearest heading that takes a side overrules those above it.
                break
            }
            heading = blocks[place].heading
        }
        return evidence
    }

    /// Headings above a block that are asked; pages nest no deeper.
    private static let deepest = 8

    private func item(_ side: Side, _ weight: Double, _ kind: String) -> Evidence {
        Evidence(favours: side.tag, weight: weight, kind: kind, quote: .text(side.span))
    }

    /// Which side a block takes as a heading; nil for none or for both.
    ///
    /// A heading that asks about a procedure ("Is a breast lift cosmetic?") files nothing.
    func side(of block: Int) -> Side? {
        let range = words.words(in: blocks[block].span)
        if asks(block), procedures.contains(block) { return nil }
        // A heading has few words; an introduction is judged by its end.
        let judged = max(range.lowerBound, range.upperBound - Self.longest)..<range.upperBound
        var found = (fields[block] ?? []).map { Side(tag: $0.tag, isPlain: $0.isPlain, span: $0.span) }
        for finding in tables.filings.findings(in: judged, of: words) {
            let span = words.span(fromWord: finding.words.lowerBound, throughWord: finding.words.upperBound)
            guard !found.contains(where: { $0.span.overlaps(span) }) else { continue }
            found.append(Side(tag: finding.meaning.tag, isPlain: finding.meaning.strength >= 3, span: span))
        }
        guard let first = found.first(where: \.isPlain) ?? found.first else { return nil }
        return found.contains { $0.tag != first.tag } ? nil : first
    }

    private func asks(_ block: Int) -> Bool { words.bytes[blocks[block].span.upper - 1] == UInt8(ascii: "?") }

    /// Words of a heading or an introduction that are read.
    private static let longest = 40
}
