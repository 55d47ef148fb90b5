/// What a page presents a procedure as. The raw values stand in tables and reports and are never renamed.
public enum Tag: String, Sendable, CaseIterable {
    case cosmetic, reconstructive
    /// Only for fields: plastic surgery as the roof over both.
    case umbrella
}

/// One thing a name can stand for: a procedure, a field, or something that is only ever context.
public struct Concept: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case procedure, field
        /// Known so that its name is not taken for another's, and never reported: mastectomy, bariatric surgery.
        case context
    }

    /// Stable, never renamed: it stands in reports.
    public let id: String
    /// For people.
    public let label: String
    public let kind: Kind
    /// The part of the catalogue it belongs to ("breast", "injectables").
    public let family: String
    /// As what clinics usually present it.
    public let usual: Tag
    /// How far from firm that is: 0 (always so) to 3 (about as often the other way).
    public let ambivalence: Int
    /// The index of the concept it is a kind of.
    public let broader: Int?
    /// The MeSH descriptor, where one was verified to mean the same.
    public let mesh: String?
    /// Where the tag comes from, for people.
    public let source: String

    public init(
        id: String,
        label: String,
        kind: Kind,
        family: String,
        usual: Tag,
        ambivalence: Int,
        broader: Int?,
        mesh: String?,
        source: String
    ) {
        self.id = id
        self.label = label
        self.kind = kind
        self.family = family
        self.usual = usual
        self.ambivalence = ambivalence
        self.broader = broader
        self.mesh = mesh
        self.source = source
    }
}
