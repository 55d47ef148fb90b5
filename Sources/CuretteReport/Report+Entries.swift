public import CuretteExtract
public import CuretteIngest
public import CuretteSegment
public import CuretteText

extension Report {
    /// A heading, paragraph, item or cell.
    public struct Block: Sendable, Equatable {
        public let span: Span<CodePoint>
        public let source: Span<Source>
        public let kind: CuretteSegment.Block.Kind
        public let role: Role
    }

    /// A place where the text differs from what the page said, and why.
    public struct Repair: Sendable, Equatable {
        /// Empty where something was taken away.
        public let span: Span<CodePoint>
        public let source: Span<Source>
        public let kinds: [Reason]
        /// As decoded, before cleaning.
        public let from: String
        /// As it stands in the text.
        public let to: String
    }

    /// A place that looks tampered with and was left as it is.
    public struct Suspicion: Sendable, Equatable {
        public let span: Span<CodePoint>
        public let source: Span<Source>
        public let kind: String
        public let text: String
        public let note: String
    }

    /// A procedure or field that the page names, and what the page presents it as.
    public struct Mention: Sendable, Equatable {
        public let kind: CuretteExtract.Mention.Kind
        /// The concept's id in the lexicon.
        public let concept: String
        /// The concept's name for people.
        public let label: String
        /// The words of the text; the fragments of an elided name are joined by ` … `.
        public let surface: String
        /// One, or two where the name is elided.
        public let spans: [Span<CodePoint>]
        /// As many as `spans`.
        public let source: [Span<Source>]
        public let match: CuretteExtract.Mention.Match
        /// Whether a repair touched the name.
        public let repaired: Bool
        public let role: Role
        /// The headings it stands under, outermost first. A heading does not stand under itself.
        public let section: [String]
        public let tag: Tag
        /// The probability that the tag is right, 0...1.
        public let confidence: Double
        /// Strongest first.
        public let evidence: [Evidence]
    }

    /// One reason for a tag.
    public struct Evidence: Sendable, Equatable {
        public let favours: Tag
        /// Log-odds, above 0.
        public let weight: Double
        public let kind: String
        public let quote: String
        /// Nil for words of the title and for a concept's id.
        public let span: Span<CodePoint>?
        /// Nil for a concept's id.
        public let source: Span<Source>?
    }

    /// The page's procedures, counted. Fields are not.
    public struct Summary: Sendable, Equatable {
        public struct Concept: Sendable, Equatable {
            public let concept: String
            public let label: String
            public internal(set) var cosmetic: Int
            public internal(set) var reconstructive: Int
            /// How many of them stand in the page's content, as opposed to its menus, footers and the like.
            public internal(set) var content: Int
        }

        public let mentions: Int
        public let cosmetic: Int
        public let reconstructive: Int
        /// In the order in which the page first mentions them.
        public let concepts: [Concept]

        package init(of mentions: [Mention]) {
            var concepts: [Concept] = []
            var places: [String: Int] = [:]
            var cosmetic = 0
            var reconstructive = 0
            for mention in mentions where mention.kind == .procedure {
                let place = places[mention.concept] ?? concepts.count
                if place == concepts.count {
                    places[mention.concept] = place
                    concepts.append(
                        Concept(
                            concept: mention.concept,
                            label: mention.label,
                            cosmetic: 0,
                            reconstructive: 0,
                            content: 0
                        )
                    )
                }
                switch mention.tag {
                case .cosmetic:
                    cosmetic += 1
                    concepts[place].cosmetic += 1
                case .reconstructive:
                    reconstructive += 1
                    concepts[place].reconstructive += 1
                case .umbrella:
                    preconditionFailure("only a field can be tagged as an umbrella")
                }
                if mention.role == .content { concepts[place].content += 1 }
            }
            self.mentions = cosmetic + reconstructive
            self.cosmetic = cosmetic
            self.reconstructive = reconstructive
            self.concepts = concepts
        }
    }
}
