/// A text that remembers where it came from: the bytes of the page, the text as it stands now, and every layer between.
///
/// The only way to change the text is to apply edits, so alignment cannot be lost. Ingest lays down the layers from
/// `Source` to `Decoded`; Clean adds its own on top; from then on `bytes` are the text of `Span<Clean>`.
public struct AlignedText: Sendable {
    /// The page as received.
    public let source: [UInt8]
    /// The visible text as decoded, before cleaning.
    public private(set) var decoded: [UInt8]
    /// The text as it stands: well-formed UTF-8.
    public private(set) var bytes: [UInt8]

    /// The text as it stands, for people and for whoever wants no spans.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// From `Source` up to `Decoded`, in the order of application.
    private var decoding: [Layer] = []
    /// From `Decoded` up to `Clean`, in the order of application, with what each changed and why.
    private var cleaning: [(layer: Layer, edits: Edits)] = []

    /// A text that is its own source: well-formed UTF-8 with nothing to take off.
    public init(_ bytes: [UInt8]) {
        self.source = bytes
        self.decoded = bytes
        self.bytes = bytes
    }

    /// A text decoded from `source` by `layers`, applied in order; `decoded` is what they make of it.
    package init(source: [UInt8], layers: [Layer], decoded: [UInt8]) {
        self.source = source
        self.decoding = layers
        self.decoded = decoded
        self.bytes = decoded
    }

    // MARK: Changing

    /// Adds a decoding layer (markup off, entities read) on top of those there are. Ingest only.
    package mutating func decode(_ edits: Edits) {
        precondition(cleaning.isEmpty, "a text is decoded before it is cleaned")
        guard !edits.isEmpty else { return }
        let (runs, text) = KeptRuns.applying(edits, to: bytes, keepsApart: true)
        decoding.append(.edits(runs))
        bytes = text
        decoded = text
    }

    /// Adds one cleaning layer. `edits` measure the text as it stands.
    package mutating func apply(_ edits: Edits) {
        guard !edits.isEmpty else { return }
        let (runs, text) = KeptRuns.applying(edits, to: bytes)
        cleaning.append((.edits(runs), edits))
        bytes = text
    }

    /// Adds a cleaning layer that writes the scalars of `span` in opposite order.
    package mutating func mirror(_ span: Span<Draft>) {
        let mirror = Mirror(span.lower, span.upper)
        var edits = Edits()
        bytes = mirror.apply(to: bytes)
        edits.replace(span.lower, span.upper, with: bytes[span.range], .bidi)
        cleaning.append((.mirror(mirror), edits))
    }

    // MARK: Mapping

    /// The smallest stretch of the page that produced `span`.
    ///
    /// A span that touches part of a replacement maps to everything that was replaced; an empty span on a deletion
    /// maps to what was deleted.
    public func source(of span: Span<Clean>) -> Span<Source> {
        source(of: decoded(of: span))
    }

    /// The stretch of the page that produced a stretch of the decoded text.
    public func source(of span: Span<Decoded>) -> Span<Source> {
        var (lower, upper) = (span.lower, span.upper)
        for layer in decoding.reversed() { (lower, upper) = layer.origin(of: lower, upper) }
        return Span(lower, upper)
    }

    /// The stretch of the decoded text, as it was before cleaning, that became `span`.
    public func decoded(of span: Span<Clean>) -> Span<Decoded> {
        var (lower, upper) = (span.lower, span.upper)
        for (layer, _) in cleaning.reversed() { (lower, upper) = layer.origin(of: lower, upper) }
        return Span(lower, upper)
    }

    /// Where a stretch of the decoded text stands after cleaning.
    public func clean(of span: Span<Decoded>) -> Span<Clean> {
        var (lower, upper) = (span.lower, span.upper)
        for (layer, _) in cleaning { (lower, upper) = layer.outcome(of: lower, upper) }
        return Span(lower, upper)
    }

    /// Whether cleaning changed nothing.
    public var isUntouched: Bool { cleaning.isEmpty }

    // MARK: Repairs

    /// What cleaning changed, in reading order. Touching edits of several passes are one repair with all their
    /// reasons, so that `from` is always what the page said and `to` what the text says now.
    public func repairs() -> [Repair] {
        guard let kept = keptThroughCleaning() else { return [] }
        var repairs: [Repair] = []
        var outcome = 0
        var origin = 0
        func close(_ nextOutcome: Int, _ nextOrigin: Int) {
            guard outcome < nextOutcome || origin < nextOrigin else { return }
            let from = Span<Decoded>(origin, nextOrigin)
            let to = Span<Clean>(outcome, nextOutcome)
            guard decoded[from.range] != bytes[to.range] else { return }
            repairs.append(Repair(span: to, decoded: from, reasons: []))
        }
        for run in 0..<kept.count {
            close(kept.outcomeLower(run), kept.originLower(run))
            outcome = kept.outcomeUpper(run)
            origin = kept.originUpper(run)
        }
        close(bytes.count, decoded.count)
        addReasons(to: &repairs)
        return repairs
    }

    private func keptThroughCleaning() -> KeptRuns? {
        var kept: KeptRuns?
        var count = decoded.count
        for (layer, edits) in cleaning {
            let runs: KeptRuns
            switch layer {
            case .edits(let layerRuns):
                runs = layerRuns
            case .mirror, .transcode:
                var text = [UInt8](repeating: 0, count: count)
                (runs, text) = KeptRuns.applying(edits, to: text)
            }
            count = runs.outcomeCount
            kept = kept?.followed(by: runs) ?? runs
        }
        return kept
    }

    /// Gives each repair the reasons of the edits that made it, in the order in which they were applied.
    private func addReasons(to repairs: inout [Repair]) {
        for (index, (_, edits)) in cleaning.enumerated() {
            for edit in 0..<edits.count {
                var (lower, upper) = (Int(edits.lowers[edit]), Int(edits.uppers[edit]))
                for (layer, _) in cleaning[..<index].reversed() { (lower, upper) = layer.origin(of: lower, upper) }
                var low = 0
                var high = repairs.count
                while low < high {
                    let middle = (low + high) / 2
                    if repairs[middle].decoded.upper < lower { low = middle + 1 } else { high = middle }
                }
                while low < repairs.count, repairs[low].decoded.lower <= upper {
                    let touched = repairs[low].decoded
                    let meets =
                        touched.lower < upper && lower < touched.upper
                        || touched.isEmpty && lower <= touched.lower && touched.upper <= upper
                        || lower == upper && touched.lower <= lower && upper <= touched.upper
                    if meets, !repairs[low].reasons.contains(edits.reasons[edit]) {
                        repairs[low].reasons.append(edits.reasons[edit])
                    }
                    low += 1
                }
            }
        }
    }
}

/// One place that cleaning changed: what stood there as decoded, what stands there now, and why.
public struct Repair: Equatable, Sendable {
    public let span: Span<Clean>
    public let decoded: Span<Decoded>
    public internal(set) var reasons: [Reason]
}
