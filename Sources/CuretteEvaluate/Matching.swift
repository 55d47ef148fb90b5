/// Which mentions of a report are which of gold's.
///
/// A reported mention matches a gold one if one of its fragments covers at least half of it, outgrows it by no more than
/// `slack`, and has one of its concepts, or one directly above or below. Each matches once at most; the exact concept
/// goes first, then the larger cover, then reading order. Optional mentions neither help nor hurt.
package struct Matching {
    /// Code points by which a reported fragment may outgrow the gold one ("surgery", an adjective).
    private static let slack = 25

    /// Indices of gold's mentions that are not optional, and of the report's that match them.
    package private(set) var hits: [(gold: Int, found: Int)] = []
    /// Indices of gold's mentions that nothing matches.
    package private(set) var missed: [Int] = []
    /// Indices of the report's mentions that match nothing, and touch no optional one.
    package private(set) var extra: [Int] = []
    /// Pairs of a missed and an extra mention that stand at one place: found, under another concept.
    package private(set) var misnamed = 0
    /// Hits whose extent is gold's to the letter.
    package private(set) var exactExtents = 0

    /// - Parameters:
    ///   - places: gold's mentions of one kind, by index, and where each stands in the report's text.
    ///   - reported: indices of the report's mentions of that kind.
    ///   - broader: each concept's direct parent.
    init(
        _ gold: GoldPage,
        _ places: [(index: Int, place: Range<Int>?)],
        _ report: ScoredReport,
        _ reported: [Int],
        broader: [String: String]
    ) {
        struct Pair {
            let rank: [Int]
            let gold: Int
            let found: Int
        }
        func isRelated(_ one: String, _ other: String) -> Bool {
            one == other || broader[one] == other || broader[other] == one
        }
        var pairs: [Pair] = []
        for (index, place) in places {
            guard let place else { continue }
            let mention = gold.mentions[index]
            for found in reported where Self.covers(report.mentions[found].spans, place) {
                let candidate = report.mentions[found]
                let isSame = mention.concepts.contains { isRelated(candidate.concept, $0) }
                guard isSame || mention.isOptional else { continue }
                let isExact = mention.concepts.contains(candidate.concept)
                let rank = [isExact ? 0 : 1, isSame ? 0 : 1, -Self.cover(candidate.spans, place), index, found]
                pairs.append(Pair(rank: rank, gold: index, found: found))
            }
        }
        var takenGold: Set<Int> = []
        var takenFound: Set<Int> = []
        for pair in pairs.sorted(by: { $0.rank.lexicographicallyPrecedes($1.rank) })
        where !takenGold.contains(pair.gold) && !takenFound.contains(pair.found) {
            takenGold.insert(pair.gold)
            takenFound.insert(pair.found)
            if !gold.mentions[pair.gold].isOptional { hits.append((pair.gold, pair.found)) }
        }
        missed = places.map(\.index).filter { !takenGold.contains($0) && !gold.mentions[$0].isOptional }
        let optional = places.filter { gold.mentions[$0.index].isOptional }.compactMap(\.place)
        extra = reported.filter { found in
            !takenFound.contains(found)
                && !optional.contains { place in report.mentions[found].spans.contains { $0.overlaps(place) } }
        }
        let placeOf = Dictionary(uniqueKeysWithValues: places.map { ($0.index, $0.place) })
        exactExtents =
            hits.count { hit in
                guard let place = placeOf[hit.gold] ?? nil else { return false }
                return report.mentions[hit.found].spans.contains(place)
            }
        var free = extra
        for index in missed {
            guard let place = placeOf[index] ?? nil,
                let other = free.firstIndex(where: { Self.covers(report.mentions[$0].spans, place) })
            else { continue }
            misnamed += 1
            free.remove(at: other)
        }
    }

    private static func covers(_ spans: [Range<Int>], _ place: Range<Int>) -> Bool {
        spans.contains { span in
            2 * (min(place.upperBound, span.upperBound) - max(place.lowerBound, span.lowerBound)) >= place.count
                && span.count <= place.count + slack
        }
    }

    /// How much of `place` the fragments cover.
    private static func cover(_ spans: [Range<Int>], _ place: Range<Int>) -> Int {
        spans.reduce(0) { $0 + max(0, min(place.upperBound, $1.upperBound) - max(place.lowerBound, $1.lowerBound)) }
    }
}
