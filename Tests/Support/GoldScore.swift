/// The scores of the annotation guideline over a set of pages: what was found, and whether its tag is right.
///
/// A predicted mention matches a gold one if it covers at least half of it, outgrows it by no more than `slack`, and has
/// one of its concepts, or one directly above or below. Each matches once at most. Optional mentions neither help nor hurt.
public struct GoldScore: Sendable {
    /// Code points by which a predicted fragment may outgrow the gold one ("surgery", an adjective).
    private static let slack = 25

    /// A concept's direct parent, by ids.
    private let broader: [String: String]

    private var hits = 0
    private var extras = 0
    private var misses = 0
    /// Hits whose tag is right, or whose gold accepts any.
    private var right = 0
    /// Hits whose gold has one of the two tags, and how many of them have it too.
    private var tagged = 0
    private var rightlyTagged = 0
    private var fieldHits = 0
    private var fieldErrors = 0
    private var pages = 0
    private var rightUsages = 0
    /// What went wrong, a line each, for people.
    public private(set) var errors: [String] = []

    public init(broader: [String: String]) {
        self.broader = broader
    }

    public mutating func add(_ report: WrittenReport, against gold: GoldPage) {
        pages += 1
        if report.document.usage == gold.usage {
            rightUsages += 1
        } else {
            errors.append("\(gold.name): usage \(gold.usage), got \(report.document.usage)")
        }
        let text = Array(report.text.unicodeScalars)
        var places = GoldPlaces(in: text)
        let placed = gold.mentions.map { (mention: $0, place: places.next($0)) }
        score(placed.filter { !$0.mention.isField }, report.mentions.filter { $0.kind == "procedure" }, gold.name) {
            $0.count($1)
        }
        score(placed.filter { $0.mention.isField }, report.mentions.filter { $0.kind == "field" }, gold.name) {
            $0.fieldHits += $1.hits.count
            $0.fieldErrors += $1.extras + $1.misses
        }
    }

    private struct Outcome {
        var hits: [(gold: GoldPage.Mention, found: WrittenReport.Mention)] = []
        var extras = 0
        var misses = 0
    }

    private mutating func count(_ outcome: Outcome) {
        hits += outcome.hits.count
        extras += outcome.extras
        misses += outcome.misses
        for (gold, found) in outcome.hits {
            if gold.tag == "either" {
                right += 1
                continue
            }
            tagged += 1
            guard gold.tag == found.tag else { continue }
            right += 1
            rightlyTagged += 1
        }
    }

    private mutating func score(
        _ gold: [(mention: GoldPage.Mention, place: Range<Int>?)],
        _ found: [WrittenReport.Mention],
        _ page: String,
        into count: (inout GoldScore, Outcome) -> Void
    ) {
        struct Pair {
            let rank: [Int]
            let gold: Int
            let found: Int
        }
        var pairs: [Pair] = []
        for (goldIndex, (mention, place)) in gold.enumerated() {
            guard let place else { continue }
            for (foundIndex, candidate) in found.enumerated() where Self.covers(candidate.spans, place) {
                let isSame = mention.concepts.contains { isRelated(candidate.concept, $0) }
                guard isSame || mention.isOptional else { continue }
                let isExact = mention.concepts.contains(candidate.concept)
                let rank = [isExact ? 0 : 1, isSame ? 0 : 1, -Self.size(candidate.spans, place), goldIndex, foundIndex]
                pairs.append(Pair(rank: rank, gold: goldIndex, found: foundIndex))
            }
        }
        var takenGold: Set<Int> = []
        var takenFound: Set<Int> = []
        var outcome = Outcome()
        for pair in pairs.sorted(by: { $0.rank.lexicographicallyPrecedes($1.rank) })
        where !takenGold.contains(pair.gold) && !takenFound.contains(pair.found) {
            takenGold.insert(pair.gold)
            takenFound.insert(pair.found)
            let mention = gold[pair.gold].mention
            if mention.isOptional { continue }
            let candidate = found[pair.found]
            outcome.hits.append((mention, candidate))
            if mention.tag != "either", mention.tag != candidate.tag {
                errors.append("\(page): \(candidate.surface): tag \(mention.tag), got \(candidate.tag)")
            }
        }
        for (index, (mention, _)) in gold.enumerated() where !takenGold.contains(index) && !mention.isOptional {
            outcome.misses += 1
            errors.append("\(page): missed \(String(scalars: mention.surface)) (\(mention.concepts[0]))")
        }
        for (index, candidate) in found.enumerated() where !takenFound.contains(index) {
            // What only touches an optional mention neither helps nor hurts.
            let isSpared = gold.contains { mention, place in
                mention.isOptional && (place.map { Self.size(candidate.spans, $0) > 0 } ?? false)
            }
            if isSpared { continue }
            outcome.extras += 1
            errors.append("\(page): extra \(candidate.surface) (\(candidate.concept))")
        }
        count(&self, outcome)
    }

    private func isRelated(_ one: String, _ other: String) -> Bool {
        one == other || broader[one] == other || broader[other] == one
    }

    private static func covers(_ spans: [[Int]], _ place: Range<Int>) -> Bool {
        spans.contains { span in
            2 * (min(place.upperBound, span[1]) - max(place.lowerBound, span[0])) >= place.count
                && span[1] - span[0] <= place.count + slack
        }
    }

    /// How much of `place` the fragments cover.
    private static func size(_ spans: [[Int]], _ place: Range<Int>) -> Int {
        spans.reduce(0) { $0 + max(0, min(place.upperBound, $1[1]) - max(place.lowerBound, $1[0])) }
    }

    // MARK: Figures

    /// The figures by the names that a floor has, 0...1.
    public var figures: [(name: String, value: Double)] {
        [
            ("precision", Self.ratio(hits, hits + extras)),
            ("recall", Self.ratio(hits, hits + misses)),
            ("f1", Self.ratio(2 * hits, 2 * hits + extras + misses)),
            ("tagged_f1", Self.ratio(2 * right, 2 * hits + extras + misses)),
            ("tag_accuracy", Self.ratio(rightlyTagged, tagged)),
            ("usage_accuracy", Self.ratio(rightUsages, pages)),
            ("field_f1", Self.ratio(2 * fieldHits, 2 * fieldHits + fieldErrors)),
        ]
    }

    private static func ratio(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }
}
