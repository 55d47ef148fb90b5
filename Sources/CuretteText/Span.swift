/// The page as it was received: bytes of the payload, before its charset was decoded.
public enum Source: Sendable {}

/// The visible text as it was decoded from the source, before anything was repaired.
public enum Decoded: Sendable {}

/// The text in the middle of cleaning: what one pass sees and proposes its edits against.
public enum Draft: Sendable {}

/// The repaired text: what every stage after Clean reads, and what a report prints.
public enum Clean: Sendable {}

/// A half-open range of byte offsets that remembers which text it measures, so that an offset into one text cannot
/// be used on another by mistake. In `Source` the bytes are the page's own, in all other spaces they are UTF-8.
public struct Span<Space>: Hashable, Sendable {
    public let lower: Int
    public let upper: Int

    @inlinable
    public init(_ lower: Int, _ upper: Int) {
        precondition(0 <= lower && lower <= upper, "a span runs forward from a place in the text")
        self.lower = lower
        self.upper = upper
    }

    @inlinable public var count: Int { upper - lower }
    @inlinable public var isEmpty: Bool { lower == upper }
    @inlinable public var range: Range<Int> { Range(uncheckedBounds: (lower, upper)) }

    /// Whether the two share at least one byte.
    @inlinable
    public func overlaps(_ other: Span) -> Bool {
        lower < other.upper && other.lower < upper
    }

    @inlinable
    public func contains(_ other: Span) -> Bool {
        lower <= other.lower && other.upper <= upper
    }

    /// The smallest span that holds both.
    @inlinable
    public func union(_ other: Span) -> Span {
        Span(min(lower, other.lower), max(upper, other.upper))
    }
}

extension Span: Comparable {
    /// Reading order: by where they begin, the shorter first.
    @inlinable
    public static func < (left: Span, right: Span) -> Bool {
        (left.lower, left.upper) < (right.lower, right.upper)
    }
}

extension Span: CustomStringConvertible {
    public var description: String { "\(lower)..<\(upper)" }
}
