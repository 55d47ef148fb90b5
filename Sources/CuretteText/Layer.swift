/// One step by which a text came from the text before it: enough to map a span of the *outcome* back onto the
/// *origin*, and forward again.
package enum Layer: Sendable {
    /// Stretches were replaced; everything between them was kept.
    case edits(KeptRuns)
    /// A stretch was written in the opposite direction, letter by letter; nothing else changed.
    case mirror(Mirror)
    /// Every scalar was written in another charset.
    case transcode(Transcoding)

    package func origin(of lower: Int, _ upper: Int) -> (Int, Int) {
        switch self {
        case .edits(let runs): runs.origin(of: lower, upper)
        case .mirror(let mirror): mirror.reflection(of: lower, upper)
        case .transcode(let transcoding): transcoding.origin(of: lower, upper)
        }
    }

    package func outcome(of lower: Int, _ upper: Int) -> (Int, Int) {
        switch self {
        case .edits(let runs): runs.outcome(of: lower, upper)
        case .mirror(let mirror): mirror.reflection(of: lower, upper)
        case .transcode(let transcoding): transcoding.outcome(of: lower, upper)
        }
    }
}

/// What an edits layer left alone, as columns: run *i* stands at `outcomes[i]` of the outcome, stood at `origins[i]`
/// of the origin, and is `lengths[i]` bytes long. Between two runs lies what was replaced.
///
/// A span that touches part of a replacement widens to all that was replaced: half a ligature has no address in the
/// original. A span that ends where something was deleted does not take the deletion in; an empty span that stands
/// *on* a deletion maps to what was deleted.
package struct KeptRuns: Sendable {
    private(set) var outcomes: [UInt32] = []
    private(set) var origins: [UInt32] = []
    private(set) var lengths: [UInt32] = []
    let outcomeCount: Int
    let originCount: Int

    /// What `edits` leave of `draft`, and the text they make of it.
    ///
    /// - Parameter keepsApart: whether edits that touch stay apart by an empty run, so that a span of what one wrote
    ///   does not widen to the others: `<p>&eacute;t&eacute;` begins at `&eacute;`.
    static func applying(
        _ edits: Edits,
        to draft: [UInt8],
        keepsApart: Bool = false
    ) -> (runs: KeptRuns, text: [UInt8]) {
        var text: [UInt8] = []
        let grown = draft.count + edits.pool.count
        text.reserveCapacity(grown)
        var outcomes: [UInt32] = []
        var origins: [UInt32] = []
        var lengths: [UInt32] = []
        outcomes.reserveCapacity(edits.count + 1)
        origins.reserveCapacity(edits.count + 1)
        lengths.reserveCapacity(edits.count + 1)

        var kept = 0
        var taken = 0
        draft.withUnsafeBufferPointer { draft in
            edits.pool.withUnsafeBufferPointer { pool in
                // After the last edit, what is left of the draft. In one loop and without a closure: this runs for
                // every edit of every layer.
                for index in 0...edits.count {
                    let isRest = index == edits.count
                    let end = isRest ? draft.count : Int(edits.lowers[index])
                    if kept < end || keepsApart && index > 0 && !isRest {
                        outcomes.append(UInt32(text.count))
                        origins.append(UInt32(kept))
                        lengths.append(UInt32(end - kept))
                        text.append(contentsOf: UnsafeBufferPointer(rebasing: draft[kept..<end]))
                    }
                    if isRest { break }
                    let poolEnd = Int(edits.ends[index])
                    text.append(contentsOf: UnsafeBufferPointer(rebasing: pool[taken..<poolEnd]))
                    taken = poolEnd
                    kept = Int(edits.uppers[index])
                }
            }
        }
        let runs = KeptRuns(
            outcomes: outcomes,
            origins: origins,
            lengths: lengths,
            outcomeCount: text.count,
            originCount: draft.count
        )
        return (runs, text)
    }

    init(outcomes: [UInt32], origins: [UInt32], lengths: [UInt32], outcomeCount: Int, originCount: Int) {
        self.outcomes = outcomes
        self.origins = origins
        self.lengths = lengths
        self.outcomeCount = outcomeCount
        self.originCount = originCount
    }

    package var count: Int { lengths.count }

    func outcomeLower(_ run: Int) -> Int { Int(outcomes[run]) }
    func outcomeUpper(_ run: Int) -> Int { Int(outcomes[run]) + Int(lengths[run]) }
    func originLower(_ run: Int) -> Int { Int(origins[run]) }
    func originUpper(_ run: Int) -> Int { Int(origins[run]) + Int(lengths[run]) }

    func origin(of lower: Int, _ upper: Int) -> (Int, Int) {
        carry(lower, upper, from: outcomes, to: origins, toCount: originCount)
    }

    func outcome(of lower: Int, _ upper: Int) -> (Int, Int) {
        carry(lower, upper, from: origins, to: outcomes, toCount: outcomeCount)
    }

    /// What both this layer and the one above it (`next`, from this layer's outcome on) left alone, as one layer.
    func followed(by next: KeptRuns) -> KeptRuns {
        var outcomes: [UInt32] = []
        var origins: [UInt32] = []
        var lengths: [UInt32] = []
        var mine = 0
        var theirs = 0
        while mine < count && theirs < next.count {
            let lower = max(outcomeLower(mine), next.originLower(theirs))
            let upper = min(outcomeUpper(mine), next.originUpper(theirs))
            if lower < upper {
                outcomes.append(UInt32(next.outcomeLower(theirs) + lower - next.originLower(theirs)))
                origins.append(UInt32(originLower(mine) + lower - outcomeLower(mine)))
                lengths.append(UInt32(upper - lower))
            }
            if outcomeUpper(mine) < next.originUpper(theirs) { mine += 1 } else { theirs += 1 }
        }
        return KeptRuns(
            outcomes: outcomes,
            origins: origins,
            lengths: lengths,
            outcomeCount: next.outcomeCount,
            originCount: originCount
        )
    }

    private func carry(
        _ lower: Int,
        _ upper: Int,
        from: [UInt32],
        to: [UInt32],
        toCount: Int
    ) -> (Int, Int) {
        // The last run that begins at or before `lower`: inside it the place is exact, behind it `lower` stands in a
        // replacement, and the span begins where that run ended.
        var mappedLower = 0
        let before = Self.lastRun(in: from, startingBefore: lower + 1)
        if before >= 0 {
            let inside = min(lower - Int(from[before]), Int(lengths[before]))
            let atEnd = inside == Int(lengths[before])
            // At the very end of a run with the next run touching it, the next run was found instead; so here
            // something was replaced, and it belongs to the span.
            mappedLower = Int(to[before]) + (atEnd ? Int(lengths[before]) : inside)
        }
        // The last run that begins strictly before `upper`, mirrored reasoning.
        var mappedUpper = toCount
        let under = Self.lastRun(in: from, startingBefore: upper)
        if under >= 0, upper - Int(from[under]) <= Int(lengths[under]) {
            mappedUpper = Int(to[under]) + (upper - Int(from[under]))
        } else if under + 1 < to.count {
            mappedUpper = Int(to[under + 1])
        }
        return mappedLower <= mappedUpper ? (mappedLower, mappedUpper) : (mappedUpper, mappedLower)
    }

    /// The index of the last run whose start lies before `offset`; -1 where there is none.
    private static func lastRun(in starts: [UInt32], startingBefore offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}

/// A stretch that a bidi override had turned round, written in reading order: byte *i* from the front of the outcome
/// stood *i* from the back of the origin. Offsets fall on scalar boundaries, so whole scalars reflect onto themselves.
package struct Mirror: Sendable {
    package let lower: Int
    package let upper: Int

    package init(_ lower: Int, _ upper: Int) {
        self.lower = lower
        self.upper = upper
    }

    func reflection(of from: Int, _ to: Int) -> (Int, Int) {
        guard from < upper, lower < to else { return (from, to) }
        guard lower <= from, to <= upper else { return (min(from, lower), max(to, upper)) }
        return (lower + upper - to, lower + upper - from)
    }

    /// `text` with the scalars of the stretch in opposite order.
    func apply(to text: [UInt8]) -> [UInt8] {
        var turned = text
        var write = upper
        var read = lower
        while read < upper {
            let width = min(UTF8Bytes.width(of: text[read]), upper - read)
            write -= width
            for byte in 0..<width { turned[write + byte] = text[read + byte] }
            read += width
        }
        return turned
    }
}
