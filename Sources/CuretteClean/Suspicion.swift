public import CuretteText

/// A stretch that looks tampered with, and for which no repair was certain enough: reported, not changed.
public struct Suspicion: Equatable, Sendable {
    /// A stable word for programs (`mixed-script`, `invisible`, …).
    public let kind: String
    public let span: Span<Clean>
    /// One sentence for a person.
    public let note: String

    public init(kind: String, span: Span<Clean>, note: String) {
        self.kind = kind
        self.span = span
        self.note = note
    }
}
