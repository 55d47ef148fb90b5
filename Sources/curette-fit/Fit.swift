import CuretteEvaluate
import CuretteLexicon
import CuretteTag

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Looks for the weights by which the tagger is least surprised at gold, without going far from their priors.
///
/// The tagger is asked, never imitated: a weight is turned up and down, all pages are tagged anew, and what lessens the
/// loss stays. So dampings and caps are fitted like log-odds, and nothing here has to be kept in step with the tagger.
struct Fit {
    let tagger: Tagger
    /// How firmly a weight is held to its prior: what it costs, in nats, to be e times as large or as small.
    let hold: Double

    /// Of 10 and 30 the one that was right more often on pages that were not fitted.
    static let usualHold = 10.0

    /// By what a weight is multiplied or divided at a time, one after the other.
    private static let steps = [1.3, 1.1, 1.03]
    /// Rounds over all weights at one step size; they end before where nothing changes.
    private static let rounds = 6

    /// Whether a weight is fitted. Points of the usage and thresholds decide in steps, which a loss cannot feel. How firm
    /// the usual tags are is known of pages at large, while gold was written to hold many that are not the usual ones. What a page means by plastic surgery
    /// goes before the usual tag by the guideline.
    private static func isFitted(_ row: WeightTable.Row) -> Bool {
        row.prior > 0 && !row.name.hasPrefix("usage-") && !row.name.hasPrefix("usual-")
            && !row.name.hasSuffix("-inferred")
            && !["most", "silence", "either-most"].contains(row.name)
    }

    func values(from priors: [WeightTable.Row], on pages: [Corpus.Page]) throws -> [WeightTable.Row] {
        var rows = priors
        var best = try loss(of: rows, on: pages)
        for step in Self.steps {
            for _ in 0..<Self.rounds {
                let before = best
                for index in rows.indices where Self.isFitted(rows[index]) {
                    let value = rows[index].value
                    for other in [value * step, value / step] {
                        rows[index].value = other
                        let loss = try loss(of: rows, on: pages)
                        if loss < best - 1e-9 {
                            best = loss
                            break
                        }
                        rows[index].value = value
                    }
                }
                if best > before - 1e-3 { break }
            }
        }
        for index in rows.indices where Self.isFitted(rows[index]) {
            rows[index].value = (rows[index].value * 100).rounded() / 100
        }
        return rows
    }

    func reading(of page: Corpus.Page, by rows: [WeightTable.Row]) throws -> Tagger.Reading {
        try tagger.weighing(rows).verdicts(on: page.extraction, in: page.blocks, title: page.title)
    }

    /// The surprise at all tags, and what it costs that weights left their priors.
    private func loss(of rows: [WeightTable.Row], on pages: [Corpus.Page]) throws -> Double {
        let tagger = try tagger.weighing(rows)
        var loss = 0.0
        for page in pages {
            loss += Self.loss(
                of: tagger.verdicts(on: page.extraction, in: page.blocks, title: page.title),
                on: page
            )
        }
        for row in rows where Self.isFitted(row) {
            let distance = log(row.value / row.prior)
            loss += hold * distance * distance
        }
        return loss
    }

    /// The surprise at a page's tags, in nats. Where gold accepts either tag, half a chance for each is least surprising.
    static func loss(of reading: Tagger.Reading, on page: Corpus.Page) -> Double {
        var loss = 0.0
        for (mention, tag) in page.targets {
            let verdict = reading.verdicts[mention]
            let confidence = min(max(verdict.confidence, 0.001), 0.999)
            switch tag {
            case .either: loss -= (log(confidence) + log(1 - confidence)) / 2
            case .cosmetic, .reconstructive, .umbrella:
                loss -= log(tag.rawValue == verdict.tag.rawValue ? confidence : 1 - confidence)
            }
        }
        return loss
    }
}
