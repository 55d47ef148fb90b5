import CuretteText

/// Marks, embeddings and overrides of direction.
///
/// In a line with right-to-left letters marks and isolates stay. An override over letters that run left to right is
/// undone by writing them the way the reader saw them, whatever the line holds. Everything else of the kind goes.
enum Bidi: Pass {
    static let causes: Findings = .direction
    static let uncovers: Findings = [.composition, .accents, .foreignLetter, .lookalike]

    /// Overrides mapped letter by letter; in a text with more of them the rest map as a whole, so that a hostile page
    /// does not stack up a layer for each.
    private static let mostMirrors = 16

    static func apply(to text: inout AlignedText, _ draft: Draft) -> Bool {
        let overrides = overrides(in: draft.bytes)
        for override in overrides.prefix(mostMirrors) where override.isPlain {
            text.mirror(Span(override.lower, override.upper))
        }
        let edits = text.bytes.withUnsafeBufferPointer { bytes in
            var edits = Edits()
            var nextOverride = 0
            for control in controls(in: bytes) {
                while nextOverride < overrides.count, overrides[nextOverride].upper <= control.lower {
                    let override = overrides[nextOverride]
                    if nextOverride >= mostMirrors || !override.isPlain {
                        edits.replace(
                            override.lower,
                            override.upper,
                            with: turned(bytes, override.lower, override.upper),
                            .bidi
                        )
                    }
                    nextOverride += 1
                }
                edits.delete(control.lower, control.upper, .bidi)
            }
            for (index, override) in overrides.enumerated().dropFirst(nextOverride) {
                guard index >= mostMirrors || !override.isPlain else { continue }
                edits.replace(
                    override.lower,
                    override.upper,
                    with: turned(bytes, override.lower, override.upper),
                    .bidi
                )
            }
            return edits
        }
        guard !edits.isEmpty || !overrides.isEmpty else { return false }
        text.apply(edits)
        return true
    }

    static func edits(for draft: Draft) -> Edits { Edits() }

    private struct Override {
        let lower: Int
        let upper: Int
        /// No marks and no brackets: turning the characters one by one is all there is to it.
        let isPlain: Bool
    }

    static func isControl(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x200E, 0x200F, 0x61C, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The contents of each right-to-left override over letters that run left to right, up to its end or the line's.
    private static func overrides(in bytes: UnsafeBufferPointer<UInt8>) -> [Override] {
        var found: [Override] = []
        var offset = 0
        while let start = FastScan.nonASCII(bytes, from: offset) {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: start)
            offset = start + width
            guard scalar == 0x202E else { continue }
            var place = offset
            var letters = 0
            var isPlain = true
            var isReadable = true
            while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D {
                let (next, nextWidth) = UTF8Bytes.scalar(in: bytes, at: place)
                if isControl(next) {
                    if next == 0x202C || next == 0x2069 || next == 0x2068 || next == 0x202E || next == 0x202D { break }
                    isReadable = false
                    break
                }
                let traits = Traits(next)
                if traits.isRightToLeft { isReadable = false }
                if traits.isLetter { letters += 1 }
                if traits.isMark || bracket(next) != next { isPlain = false }
                place += nextWidth
            }
            if isReadable, letters >= 1, place > offset {
                found.append(Override(lower: offset, upper: place, isPlain: isPlain))
            }
            offset = place
        }
        return found
    }

    /// The controls that go.
    private static func controls(in bytes: UnsafeBufferPointer<UInt8>) -> [(lower: Int, upper: Int)] {
        var found: [(lower: Int, upper: Int)] = []
        var offset = 0
        var line = (lower: 0, upper: 0, isRightToLeft: false)
        while let start = FastScan.nonASCII(bytes, from: offset) {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: start)
            offset = start + width
            guard isControl(scalar) else { continue }
            if start >= line.upper { line = direction(of: start, bytes) }
            let isOverride = scalar == 0x202E || scalar == 0x202D
            if !line.isRightToLeft || isOverride { found.append((start, offset)) }
        }
        return found
    }

    private static func direction(
        of place: Int,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (lower: Int, upper: Int, isRightToLeft: Bool) {
        var lower = place
        while lower > 0, bytes[lower - 1] != 0x0A { lower -= 1 }
        var upper = lower
        var isRightToLeft = false
        while upper < bytes.count, bytes[upper] != 0x0A {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: upper)
            // Right-to-left scripts begin at Hebrew.
            if scalar >= 0x590, !isControl(scalar), Traits(scalar).isRightToLeft { isRightToLeft = true }
            upper += width
        }
        return (lower, upper, isRightToLeft)
    }

    /// The stretch in opposite order, marks behind their letters and brackets turned round.
    private static func turned(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> [UInt8] {
        var clusters: [Range<Int>] = []
        var place = lower
        while place < upper {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: place)
            if scalar >= 0x300, Traits(scalar).isMark, let last = clusters.popLast() {
                clusters.append(last.lowerBound..<place + width)
            } else {
                clusters.append(place..<place + width)
            }
            place += width
        }
        var turned: [UInt8] = []
        for cluster in clusters.reversed() {
            let first = UTF8Bytes.scalar(in: bytes, at: cluster.lowerBound)
            if bracket(first.value) != first.value {
                turned.append(scalar: bracket(first.value))
            } else {
                turned += bytes[cluster]
            }
        }
        return turned
    }

    private static func bracket(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x28: 0x29
        case 0x29: 0x28
        case 0x5B: 0x5D
        case 0x5D: 0x5B
        case 0x7B: 0x7D
        case 0x7D: 0x7B
        case 0x3C: 0x3E
        case 0x3E: 0x3C
        case 0xAB: 0xBB
        case 0xBB: 0xAB
        default: scalar
        }
    }
}
