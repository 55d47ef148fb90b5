#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

package import CuretteExtract

/// How a procedure's evidence becomes its tag and its confidence: the log-odds are added, the sign is the tag, and the
/// sum through a logistic the confidence.
package struct Reckoning: Sendable, Equatable {
    /// The tag where nothing outweighs anything.
    let usual: Tag
    /// By what the sum is multiplied before the logistic.
    let scale: Double
    /// No confidence is higher: no page is certain, and one that says "either" less so.
    let most: Double

    /// - Returns: the tag, and the probability that it is right.
    package func conclusion(from evidence: some Sequence<Evidence>) -> (tag: Tag, confidence: Double) {
        var sum = 0.0
        for item in evidence { sum += item.favours == .reconstructive ? -item.weight : item.weight }
        let tag: Tag = sum == 0 ? usual : sum > 0 ? .cosmetic : .reconstructive
        return (tag, min(most, Self.probability(ofLogOdds: abs(sum) * scale)))
    }

    static func probability(ofLogOdds logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
}
