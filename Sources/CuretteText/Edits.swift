/// Why a stretch of text was changed. The raw values stand in reports (`repairs[].kinds`) and are never renamed.
public enum Reason: UInt8, Sendable, CaseIterable {
    case charset
    case undecodable
    case markup
    case entity
    case mojibake
    case control
    case invisible
    case bidi
    case space
    case composition
    case mark
    case letterForm
    case homoglyph
    case lookalike
    case unmappedLetter

    /// The name by which reports call it.
    public var name: String {
        switch self {
        case .charset: "charset"
        case .undecodable: "undecodable"
        case .markup: "markup"
        case .entity: "entity"
        case .mojibake: "mojibake"
        case .control: "control"
        case .invisible: "invisible"
        case .bidi: "bidi"
        case .space: "space"
        case .composition: "composition"
        case .mark: "mark"
        case .letterForm: "letter-form"
        case .homoglyph: "homoglyph"
        case .lookalike: "lookalike"
        case .unmappedLetter: "unmapped-letter"
        }
    }
}

/// One proposed change: these bytes of the draft become those.
public struct Edit: Equatable, Sendable {
    public let span: Span<Draft>
    public let replacement: [UInt8]
    public let reason: Reason

    public init(_ span: Span<Draft>, _ replacement: [UInt8], _ reason: Reason) {
        self.span = span
        self.replacement = replacement
        self.reason = reason
    }
}

/// The changes one pass proposes, in ascending order and without overlap.
///
/// Kept as columns over one pool of replacement bytes: a page of half a million entities is ordinary, and an array
/// an edit would cost more than the page.
public struct Edits: Sendable {
    @usableFromInline var lowers: [UInt32] = []
    @usableFromInline var uppers: [UInt32] = []
    /// Where each replacement ends in `pool`; it begins where the one before it ended.
    @usableFromInline var ends: [UInt32] = []
    @usableFromInline var reasons: [Reason] = []
    @usableFromInline var pool: [UInt8] = []

    public init() {}

    public var isEmpty: Bool { lowers.isEmpty }
    public var count: Int { lowers.count }

    /// The end of the last edit: the next one may not begin before it.
    @inlinable public var end: Int { Int(uppers.last ?? 0) }

    public subscript(index: Int) -> Edit {
        let from = index == 0 ? 0 : Int(ends[index - 1])
        return Edit(
            Span(Int(lowers[index]), Int(uppers[index])),
            Array(pool[from..<Int(ends[index])]),
            reasons[index]
        )
    }

    /// Proposes that `lower..<upper` of the draft become `replacement` (none: that it goes).
    @inlinable
    public mutating func replace(_ lower: Int, _ upper: Int, with replacement: some Sequence<UInt8>, _ reason: Reason) {
        precondition(end <= lower && lower <= upper, "edits are proposed in ascending order and do not overlap")
        lowers.append(UInt32(lower))
        uppers.append(UInt32(upper))
        pool.append(contentsOf: replacement)
        ends.append(UInt32(pool.count))
        reasons.append(reason)
    }

    /// Proposes that `lower..<upper` of the draft become `scalar`.
    @inlinable
    public mutating func replace(_ lower: Int, _ upper: Int, with scalar: Unicode.Scalar, _ reason: Reason) {
        precondition(end <= lower && lower <= upper, "edits are proposed in ascending order and do not overlap")
        lowers.append(UInt32(lower))
        uppers.append(UInt32(upper))
        UTF8Bytes.append(scalar, to: &pool)
        ends.append(UInt32(pool.count))
        reasons.append(reason)
    }

    /// Proposes that `lower..<upper` of the draft go.
    @inlinable
    public mutating func delete(_ lower: Int, _ upper: Int, _ reason: Reason) {
        replace(lower, upper, with: EmptyCollection(), reason)
    }
}

extension Edits: Sequence {
    public func makeIterator() -> AnyIterator<Edit> {
        var index = 0
        return AnyIterator {
            guard index < count else { return nil }
            defer { index += 1 }
            return self[index]
        }
    }
}
