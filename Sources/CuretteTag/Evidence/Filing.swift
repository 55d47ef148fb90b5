import CuretteExtract
import CuretteIngest
import CuretteSegment
import CuretteText

/// Where an author files a mention: under which headings, in which list, in which column of a table.
struct Filing {
    /// How clearly a heading takes its side.
    enum Strength: Int {
        /// A word leans.
        case leaning
        /// It names plastic surgery, which on this page means one side.
        case inferred
        /// It names the field, or as good as names it.
        case plain
    }

    /// The side that a heading or an introduction takes, and the words that say so.
    struct Side {
        let tag: Tag
        let strength: Strength
        let span: Span<Clean>
    }

    private enum Reading {
        case unread, none, both
        case one(Side)
    }

    let tables: CueTables
    let weights: Weights
    let words: FoldedText
    let blocks: [Block]
    let mentions: [Mention]
    let leans: FieldLeans
    /// For each block, the range of the mentions that stand in it.
    private let mentionsIn: [Int: Range<Int>]
    /// The heading that names the page.
    private let name: Int?
    private var readings: [Reading]
    /// Blocks that say that it may be either.
    private var eithers: Set<Int> = []

    init(
        _ tables: CueTables,
        _ weights: Weights,
        _ words: FoldedText,
        _ blocks: [Block],
        _ mentions: [Mention],
        _ leans: FieldLeans
    ) {
        self.tables = tables
        self.weights = weights
        self.words = words
        self.blocks = blocks
        self.mentions = mentions
        self.leans = leans
        name = Self.name(of: blocks)
        readings = [Reading](repeating: .unread, count: blocks.count)
        var mentionsIn: [Int: Range<Int>] = [:]
        var first = 0
        while first < mentions.count {
            var end = first + 1
            while end < mentions.count, mentions[end].block == mentions[first].block { end += 1 }
            mentionsIn[mentions[first].block] = first..<end
            first = end
        }
        self.mentionsIn = mentionsIn
    }

    /// Headings above a block that are asked; pages nest no deeper.
    private static let deepest = 8
    /// Blocks before this one among which a label is looked for.
    private static let labelReach = 24
    /// Bytes of a line that may be a label: "B. Not covered – always considered cosmetic".
    private static let longestLabel = 60
    /// Words of a heading or an introduction that are read.
    private static let longest = 40

    /// The evidence of the headings above a block, its list's introduction and its column's header.
    ///
    /// A bare menu files nothing: in navigation, headers, footers and forms headings are menus themselves.
    mutating func evidence(for block: Int) -> [Evidence] {
        let home = blocks[block]
        switch home.role {
        case .navigation, .header, .footer, .form, .notice: return []
        case .content, .sidebar, .comments, .hidden: break
        }
        var evidence: [Evidence] = []
        if let introduction = home.introduction, introduction != home.heading,
            case .one(let side) = reading(of: introduction)
        {
            evidence.append(item(side, (weights.introduction, weights.introductionInferred), "introduction"))
        }
        if let column = home.columnHeader, case .one(let side) = reading(of: column) {
            evidence.append(item(side, (weights.column, weights.headingInferred), "column"))
        }
        if evidence.isEmpty, let side = label(before: block) {
            evidence.append(item(side, (weights.label, weights.headingInferred), "section"))
        } else if let section = section(above: block) {
            evidence.append(section)
        }
        return evidence
    }

    /// Whether the list's introduction or the heading right above says that what stands there may be either.
    mutating func saysEither(for block: Int) -> Bool {
        for place in [blocks[block].introduction, blocks[block].heading] {
            guard let place, !mentionsProcedure(place) else { continue }
            if case .unread = readings[place] { readings[place] = read(place) }
            if eithers.contains(place) { return true }
        }
        return false
    }

    /// The nearest heading that takes a side overrules those above it, and one that takes both hides them.
    private mutating func section(above block: Int) -> Evidence? {
        var heading = blocks[block].heading
        var isNearest = true
        for step in 0..<Self.deepest {
            guard let place = heading else { return nil }
            switch reading(of: place) {
            case .both: return nil
            case .one(let side):
                let isTop = place == name && !(step == 0 && isListed(block))
                var plain = isTop ? weights.headingTop : isNearest ? weights.headingNear : weights.headingFar
                if mentionsProcedure(place) { plain = min(plain, weights.headingProcedure) }
                // What a page means by plastic surgery is inferred: it files what stands right under it.
                return item(side, (plain, step == 0 ? weights.headingInferred : weights.headingLean), "section")
            case .none, .unread:
                // A heading that names a procedure is filed itself where its paragraphs are.
                if mentionsIn[place] == nil { isNearest = false }
            }
            heading = blocks[place].heading
        }
        return nil
    }

    /// A page's one heading of the first level is its name rather than a drawer, where others stand below it.
    private static func name(of blocks: [Block]) -> Int? {
        var name: Int?
        var others = 0
        for (index, block) in blocks.enumerated() {
            guard case .heading(let level) = block.kind else { continue }
            if level > 1 {
                others += 1
            } else if name == nil {
                name = index
            } else {
                return nil
            }
        }
        return others > 0 ? name : nil
    }

    private func isListed(_ block: Int) -> Bool {
        switch blocks[block].kind {
        case .item, .cell: true
        case .heading, .paragraph: false
        }
    }

    private func item(_ side: Side, _ weight: (plain: Double, inferred: Double), _ kind: String) -> Evidence {
        let weight =
            switch side.strength {
            case .plain: weight.plain
            case .inferred: weight.inferred
            case .leaning: min(weight.plain, weights.headingLean)
            }
        return Evidence(favours: side.tag, weight: weight, kind: kind, quote: .text(side.span))
    }

    // MARK: Sides

    /// A short line without a full stop that files what follows it, where scraping left no heading: the nearest one.
    private mutating func label(before block: Int) -> Side? {
        let home = blocks[block]
        guard home.kind != .cell else { return nil }
        var place = block - 1
        while place >= max(0, block - Self.labelReach) {
            let other = blocks[place]
            guard other.heading == home.heading, other.role == home.role, place != home.heading else { return nil }
            if other.kind != .cell, other.span.count <= Self.longestLabel, mentionsProcedure(place) == false,
                words.bytes[other.span.upper - 1] != UInt8(ascii: ".")
            {
                guard case .one(let side) = reading(of: place) else { return nil }
                return side
            }
            place -= 1
        }
        return nil
    }

    private func mentionsProcedure(_ block: Int) -> Bool {
        mentionsIn[block]?.contains { mentions[$0].kind == .procedure } ?? false
    }

    private mutating func reading(of block: Int) -> Reading {
        if case .unread = readings[block] { readings[block] = read(block) }
        return readings[block]
    }

    /// A heading that asks about a procedure ("Is a breast lift cosmetic?") files nothing, and one that denies
    /// ("What is not cosmetic") files on the other side.
    private mutating func read(_ block: Int) -> Reading {
        let range = words.words(in: blocks[block].span)
        let asks = words.bytes[blocks[block].span.upper - 1] == UInt8(ascii: "?")
        if asks, mentionsProcedure(block) { return .none }
        // A heading has few words; an introduction is judged by its end.
        let judged = max(range.lowerBound, range.upperBound - Self.longest)..<range.upperBound
        let negations = tables.turns.findings(in: judged, of: words).filter {
            $0.meaning == .negation || $0.meaning == .denial
        }
        func isDenied(_ span: Span<Clean>) -> Bool {
            negations.contains {
                let end = words.span(fromWord: $0.words.upperBound, throughWord: $0.words.upperBound).upper
                return end <= span.lower && span.lower - end <= Self.denialReach
            }
        }
        if tables.cues.findings(in: judged, of: words).contains(where: { $0.meaning.lean == .either }) {
            eithers.insert(block)
        }
        var found: [Side] = []
        for index in mentionsIn[block] ?? 0..<0 {
            guard let side = leans.side(of: mentions[index].concept) else { continue }
            let span = mentions[index].span
            let strength: Strength = asks && side.isInferred ? .leaning : side.isInferred ? .inferred : .plain
            found.append(Side(tag: isDenied(span) ? side.tag.opposite : side.tag, strength: strength, span: span))
        }
        for finding in tables.filings.findings(in: judged, of: words) {
            let span = words.span(fromWord: finding.words.lowerBound, throughWord: finding.words.upperBound)
            guard !found.contains(where: { $0.span.overlaps(span) }) else { continue }
            found.append(
                Side(
                    tag: isDenied(span) ? finding.meaning.tag.opposite : finding.meaning.tag,
                    strength: finding.meaning.strength >= 3 ? .plain : .leaning,
                    span: span
                )
            )
        }
        guard let first = found.max(by: { $0.strength.rawValue < $1.strength.rawValue }) else { return .none }
        let least = min(first.strength.rawValue, Strength.inferred.rawValue)
        return found.contains { $0.tag != first.tag && $0.strength.rawValue >= least } ? .both : .one(first)
    }

    /// Bytes between a "not" and what it denies.
    private static let denialReach = 12
}
