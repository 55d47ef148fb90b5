public import CuretteText

/// One occurrence of a name for something that a clinic does to a patient's body, or for the discipline as a whole.
public struct Mention: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case procedure, field
    }

    /// How the name was found; of several that apply the first is said. The raw values stand in reports.
    public enum Match: String, Sendable, CaseIterable {
        /// An article spinner's substitute for the name ("bosom upgrade").
        case rewritten
        /// Words shared with a neighbour: "breast augmentation or ‹lift›".
        case elided
        case misspelt
        /// The name's end or beginning is grown together with the next word.
        case glued
        /// Another spacing, hyphen or mark than the lexicon has.
        case variant
        case inflected
        case exact
    }

    public let kind: Kind
    /// Which concept of the lexicon: an index into `Lexicon.concepts`.
    public let concept: Int
    /// The name's stretch; for an elided mention its earlier fragment.
    public let span: Span<Clean>
    /// The later fragment of an elided mention.
    public let rest: Span<Clean>?
    public let match: Match
    /// The index of the block it stands in.
    public let block: Int

    public init(
        kind: Kind,
        concept: Int,
        span: Span<Clean>,
        rest: Span<Clean>? = nil,
        match: Match,
        block: Int
    ) {
        self.kind = kind
        self.concept = concept
        self.span = span
        self.rest = rest
        self.match = match
        self.block = block
    }

    /// Its fragments in reading order: one, or two where it is elided.
    public var spans: [Span<Clean>] { rest.map { [span, $0] } ?? [span] }
}
