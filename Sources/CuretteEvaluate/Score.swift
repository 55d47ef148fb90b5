/// The scores of the annotation guideline over a set of pages: what was found, whether its tag is right, and whether the
/// confidence means what it says.
package struct Score {
    /// What came out on one page.
    package struct Row: Sendable {
        package let page: String
        package internal(set) var hits = 0
        package internal(set) var extras = 0
        package internal(set) var misses = 0
        package internal(set) var rightTags = 0
        package internal(set) var tags = 0
        package let hasReport: Bool
    }

    /// A concept's direct parent, by ids.
    private let broader: [String: String]

    package private(set) var rows: [Row] = []
    /// What went wrong, a line each, for people.
    package private(set) var errors: [String] = []
    package private(set) var reliability = Reliability()

    private(set) var hits = 0
    private(set) var extras = 0
    private(set) var misses = 0
    /// Hits whose tag is right, or whose gold accepts any.
    private(set) var right = 0
    /// For each tag: gold has it and so has the report; only the report has it; only gold has it.
    private(set) var tags: [GoldTag: (both: Int, found: Int, gold: Int)] = [
        .cosmetic: (0, 0, 0), .reconstructive: (0, 0, 0),
    ]
    /// The confidences of hits whose gold accepts any tag.
    private(set) var eitherConfidences: [Double] = []
    private(set) var fieldHits = 0
    private(set) var fieldErrors = 0
    /// Gold's usage of each page and the report's; nil where there is no report.
    private(set) var usages: [(gold: String, found: String?)] = []
    private(set) var misnamed = 0
    private(set) var exactExtents = 0
    private(set) var unplaced = 0

    package init(broader: [String: String]) {
        self.broader = broader
    }

    /// Adds a page. Without a report all that gold has on it was missed.
    package mutating func add(_ report: ScoredReport?, against gold: GoldPage) {
        usages.append((gold.usage, report?.usage))
        guard let report else {
            let missed = gold.mentions.count { !$0.isField && !$0.isOptional }
            misses += missed
            rows.append(Row(page: gold.name, misses: missed, hasReport: false))
            errors.append("\(gold.name): no report")
            return
        }
        if report.usage != gold.usage {
            errors.append("\(gold.name): usage: gold \(gold.usage), got \(report.usage)")
        }
        var row = Row(page: gold.name, hasReport: true)
        let (procedures, fields, places) = Self.matchings(of: report, against: gold, broader: broader)
        add(procedures, report, gold, to: &row)
        fieldHits += fields.hits.count
        fieldErrors += fields.extra.count + fields.missed.count
        unplaced += procedures.missed.count { places[$0] == nil }
        for matching in [procedures, fields] { tell(matching, report, gold, places) }
        rows.append(row)
    }

    /// What matches what on a page: procedures, fields, and for each of gold's mentions where it stands in the report.
    package static func matchings(
        of report: ScoredReport,
        against gold: GoldPage,
        broader: [String: String]
    ) -> (procedures: Matching, fields: Matching, places: [Range<Int>?]) {
        var finder = GoldPlaces(in: report.text)
        let places = gold.mentions.map { finder.next($0) }
        func matching(_ isField: Bool) -> Matching {
            let own = gold.mentions.indices.filter { gold.mentions[$0].isField == isField }
            let reported = report.mentions.indices.filter { report.mentions[$0].isField == isField }
            return Matching(gold, own.map { ($0, places[$0]) }, report, reported, broader: broader)
        }
        return (matching(false), matching(true), places)
    }

    private mutating func add(
        _ matching: Matching,
        _ report: ScoredReport,
        _ gold: GoldPage,
        to row: inout Row
    ) {
        row.hits = matching.hits.count
        row.extras = matching.extra.count
        row.misses = matching.missed.count
        hits += row.hits
        extras += row.extras
        misses += row.misses
        misnamed += matching.misnamed
        exactExtents += matching.exactExtents
        for hit in matching.hits {
            let mention = gold.mentions[hit.gold]
            let found = report.mentions[hit.found]
            guard mention.tag != .either else {
                right += 1
                eitherConfidences.append(found.confidence)
                continue
            }
            let isRight = found.tag == mention.tag.rawValue
            row.tags += 1
            reliability.add(found.confidence, isRight: isRight)
            if isRight {
                right += 1
                row.rightTags += 1
                tags[mention.tag]?.both += 1
            } else {
                tags[mention.tag]?.gold += 1
                if let other = GoldTag(rawValue: found.tag) { tags[other]?.found += 1 }
            }
        }
    }

    private mutating func tell(
        _ matching: Matching,
        _ report: ScoredReport,
        _ gold: GoldPage,
        _ places: [Range<Int>?]
    ) {
        for hit in matching.hits {
            let mention = gold.mentions[hit.gold]
            let found = report.mentions[hit.found]
            guard !mention.isField, mention.tag != .either, mention.tag.rawValue != found.tag else { continue }
            errors.append(
                "\(gold.name): tag: '\(String(scalars: mention.surface))' (\(mention.concepts[0])) is "
                    + "\(mention.tag.rawValue), got \(found.tag) at \(Decimals.four(found.confidence)), "
                    + "behind '\(String(scalars: mention.before.suffix(25)))'"
            )
        }
        for index in matching.missed {
            let mention = gold.mentions[index]
            errors.append(
                "\(gold.name): missed: '\(String(scalars: mention.surface))' (\(mention.concepts[0]))"
                    + (places[index] == nil ? ", which is not in the report's text" : "")
            )
        }
        for index in matching.extra {
            let found = report.mentions[index]
            let surface = found.spans.map { String(scalars: report.text[$0.clamped(to: report.text.indices)]) }
            errors.append("\(gold.name): extra: '\(surface.joined(separator: " … "))' (\(found.concept))")
        }
    }
}
