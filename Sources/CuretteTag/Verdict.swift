public import CuretteExtract
public import CuretteText

/// How a page uses the words "plastic surgery".
public enum Usage: String, Sendable, CaseIterable {
    case cosmetic, reconstructive, umbrella, none
}

/// One reason for a tag: what it favours, how strongly, and the words of the page that say so.
public struct Evidence: Sendable, Equatable {
    /// Where the words stand: in the text, in the title (which is not part of the text), or nowhere on the page, as for
    /// the usual tag, which is quoted by the concept's id.
    public enum Quote: Sendable, Equatable {
        case text(Span<Clean>)
        case title(text: [UInt8], source: Span<Source>)
        case concept(id: String)
    }

    /// `cosmetic` or `reconstructive` (for a field mention also `umbrella`).
    public let favours: Tag
    /// Log-odds, above 0.
    public let weight: Double
    /// A word of the cue tables ("etiology", "section", "usual"); it stands in reports.
    public let kind: String
    public let quote: Quote

    public init(favours: Tag, weight: Double, kind: String, quote: Quote) {
        self.favours = favours
        self.weight = weight
        self.kind = kind
        self.quote = quote
    }
}

/// A mention, its tag, and why.
public struct Verdict: Sendable, Equatable {
    public let mention: Mention
    public let tag: Tag
    /// The probability that the tag is right, 0...1.
    public let confidence: Double
    /// Strongest first.
    public let evidence: [Evidence]

    /// How the one followed from the other; nil for a field mention, whose tag is the field's or the page's.
    package let reckoning: Reckoning?

    public init(mention: Mention, tag: Tag, confidence: Double, evidence: [Evidence]) {
        self.mention = mention
        self.tag = tag
        self.confidence = confidence
        self.evidence = evidence
        reckoning = nil
    }

    /// A procedure's verdict, computed from its evidence, so that the two cannot disagree.
    init(mention: Mention, evidence: [Evidence], reckoning: Reckoning) {
        self.mention = mention
        self.evidence = evidence
        self.reckoning = reckoning
        (tag, confidence) = reckoning.conclusion(from: evidence)
    }

    /// What would have been said had one piece of the evidence not been there, and all others as they are.
    package func conclusion(without index: Int) -> (tag: Tag, confidence: Double)? {
        var rest = evidence
        rest.remove(at: index)
        return reckoning?.conclusion(from: rest)
    }
}
