import CuretteLexicon
import CuretteSegment
import CuretteText

/// A name found, before the page around it has had its say.
struct Candidate: Sendable {
    var concept: Int
    let flags: FormFlags
    let span: Span<Clean>
    let rest: Span<Clean>?
    let match: Mention.Match
    /// Another concept that its form may stand for.
    var other: Int?
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
    let addresses: Addresses
    let text: AlignedText
    let blocks: [Block]

    /// How many blocks away a plain name still speaks for a weak one.
    private static let reach = 2
    /// Letters from which an abbreviation counts on any page that names some procedures.
    private static let abbreviationLength = 3
    /// How many different procedures such a page names.
    private static let plainNames = 3

    func admit(_ candidates: [Candidate]) -> [Candidate] {
        var real = candidates.filter { !addresses.contain($0.span, in: text.bytes) }
        let company = Company(real, lexicon)
        for index in real.indices {
            if let other = real[index].other, company.speaks(for: other, over: real[index].concept, at: index) {
                real[index].concept = other
            }
        }
        let conditions = Conditions(company: company, text: text, blocks: blocks)
        return real.indices.filter { index in
            let flags = real[index].flags
            if flags.contains(.condition) { return conditions.isUsedAsName(index) }
            guard flags.contains(.weak) else { return true }
            return flags.contains(.exactCase)
                ? isKnownAbbreviation(real[index], company) : isBesideItsKind(index, company)
        }.map { real[$0] }
    }

    private func isKnownAbbreviation(_ candidate: Candidate, _ company: Company) -> Bool {
        if company.concepts.contains(candidate.concept) { return true }
        guard candidate.span.count >= Self.abbreviationLength else { return false }
        return company.families[lexicon.concepts[candidate.concept].family] != nil
            || company.concepts.count >= Self.plainNames
    }

    private func isBesideItsKind(_ index: Int, _ company: Company) -> Bool {
        let concept = company.all[index].concept
        return company.families[lexicon.concepts[concept].family] != nil
            && (company.concepts.contains(concept)
                || company.neighbours(of: index, within: Self.reach).contains { company.isPlain[$0] })
    }
}

/// The candidates of a page as each other's surroundings.
struct Company {
    let all: [Candidate]
    /// Whether each is a procedure's name whatever stands round it.
    let isPlain: [Bool]
    /// The concepts that the page names plainly, and what they are kinds of.
    let concepts: Set<Int>
    /// How often the page names a procedure of each family plainly.
    let families: [String: Int]
    private let lexicon: Lexicon

    /// The most candidates on either side that are looked at: pages of nothing but names stay linear.
    private static let most = 16

    init(_ candidates: [Candidate], _ lexicon: Lexicon) {
        all = candidates
        self.lexicon = lexicon
        isPlain = candidates.map {
            $0.flags.isDisjoint(with: .conditional) && $0.other == nil
                && lexicon.concepts[$0.concept].kind == .procedure
        }
        var concepts: Set<Int> = []
        var families: [String: Int] = [:]
        for (candidate, plain) in zip(candidates, isPlain) where plain {
            let concept = lexicon.concepts[candidate.concept]
            families[concept.family, default: 0] += 1
            concepts.insert(candidate.concept)
            if let broader = concept.broader { concepts.insert(broader) }
        }
        self.concepts = concepts
        self.families = families
    }

    /// The other candidates whose blocks are at most `reach` away, the nearest first on either side.
    func neighbours(of index: Int, within reach: Int) -> [Int] {
        var found: [Int] = []
        var other = index - 1
        while other >= 0, all[index].block - all[other].block <= reach, found.count < Self.most {
            found.append(other)
            other -= 1
        }
        let before = found.count
        other = index + 1
        while other < all.count, all[other].block - all[index].block <= reach, found.count - before < Self.most {
            found.append(other)
            other += 1
        }
        return found
    }

    /// Whether a form means the second of its two concepts: where the page names that otherwise, or where half of what
    /// stands beside it is of that family; where nothing does, half of what the page names.
    func speaks(for other: Int, over first: Int, at index: Int) -> Bool {
        let named = (concepts.contains(other), concepts.contains(first))
        if named.0 != named.1 { return named.0 }
        let family = lexicon.concepts[other].family
        guard family != lexicon.concepts[first].family else { return false }
        let near = neighbours(of: index, within: 2).filter { isPlain[$0] }
        if near.isEmpty { return 2 * families[family, default: 0] > families.values.reduce(0, +) }
        return 2 * near.count { lexicon.concepts[all[$0].concept].family == family } >= near.count
    }
}
