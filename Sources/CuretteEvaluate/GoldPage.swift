/// What a perfect reader would have found on a page: its usage and its mentions, by a person's judgement.
package struct GoldPage: Sendable {
    /// One annotated mention. Gold has no offsets: a mention is found again by its words and by what stands round them.
    package struct Mention: Sendable {
        package let surface: [Unicode.Scalar]
        /// Up to 40 code points before and behind it.
        package let before: [Unicode.Scalar]
        package let behind: [Unicode.Scalar]
        /// Ids of concepts, each of which is right.
        package let concepts: [String]
        package let isField: Bool
        package let tag: GoldTag
        /// Really debatable: finding it neither helps nor hurts.
        package let isOptional: Bool
    }

    /// The page's name: its file's, without folder and ending.
    package let name: String
    package let usage: String
    package let mentions: [Mention]
}

/// The tag that a person gave a mention.
package enum GoldTag: String, Sendable {
    case cosmetic, reconstructive, umbrella
    /// The text says that it may be one or the other: any tag is right.
    case either

    /// The letter that stands for it in markup.
    init?(letter: Unicode.Scalar) {
        switch letter {
        case "c": self = .cosmetic
        case "r": self = .reconstructive
        case "u": self = .umbrella
        case "e": self = .either
        default: return nil
        }
    }
}

extension String {
    init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
