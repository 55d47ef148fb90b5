import CuretteText

/// The points that a page's sentences have given each usage, and the sentence that gave it most.
struct UsageScores {
    private var points: [Double] = [0, 0, 0]
    private var most: [Double] = [0, 0, 0]
    private var quotes: [Span<Clean>?] = [nil, nil, nil]

    /// The usages that are scored: a tie goes to the one that says least.
    private static let order: [Usage] = [.umbrella, .cosmetic, .reconstructive]

    mutating func give(_ amount: Double, _ usage: Usage, _ span: Span<Clean>) {
        guard let place = Self.order.firstIndex(of: usage) else { return }
        points[place] += amount
        if amount > most[place] {
            most[place] = amount
            quotes[place] = span
        }
    }

    /// - Parameter least: points below which nothing is said.
    /// - Parameter first: where the page first speaks of plastic surgery.
    func reading(atLeast least: Double, first: Span<Clean>) -> UsageReader.Reading {
        let best = points.max() ?? 0
        guard best >= least, let place = points.firstIndex(of: best) else {
            return UsageReader.Reading(usage: .umbrella, margin: 1, quote: first)
        }
        let second = points.indices.filter { $0 != place }.map { points[$0] }.max() ?? 0
        guard best > second else {
            return UsageReader.Reading(usage: .umbrella, margin: 0, quote: quotes[0] ?? first)
        }
        return UsageReader.Reading(usage: Self.order[place], margin: best - second, quote: quotes[place])
    }
}
