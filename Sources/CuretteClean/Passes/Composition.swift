import CuretteText

/// Letters and marks that make one character are written as one (NFC): `e` + acute is `é`.
///
/// Long stacks are left to the next pass: no language has them, and ordering them is not linear.
enum Composition: Pass {
    static let causes: Findings = .composition
    static let uncovers: Findings = [.oddMark, .accents, .form, .foreignLetter, .lookalike]

    private static let longestStack = 12

    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        let bytes = draft.bytes
        var offset = 0
        var cluster: [UInt32] = []
        while let start = FastScan.nonASCII(bytes, from: offset) {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: start)
            offset = start + width
            // Nothing below the first combining mark changes under NFC.
            guard scalar >= 0x300 else { continue }
            let traits = Traits(scalar)
            let isJamo = scalar >= 0x1160 && scalar <= 0x11FF
            guard traits.isMark || isJamo || changesAlone(scalar) else { continue }
            var lower = start
            if (traits.isMark || isJamo) && lower > edits.end {
                let before = UTF8Bytes.scalar(in: bytes, before: lower)
                if before.value > 0x20, lower - before.width >= edits.end { lower -= before.width }
            }
            var upper = lower
            cluster.removeAll(keepingCapacity: true)
            var composes = false
            var wasOrdered = false
            while upper < bytes.count {
                let (next, nextWidth) = UTF8Bytes.scalar(in: bytes, at: upper)
                let isFollower = upper > lower
                if isFollower && (next < 0x300 || !Traits(next).isMark && !(next >= 0x1160 && next <= 0x11FF)) { break }
                if cluster.count <= longestStack { cluster.append(next) }
                if next >= 0x300 {
                    let traits = Traits(next)
                    composes = composes || traits.composes || wasOrdered && traits.isOrdered
                    wasOrdered = traits.isOrdered
                }
                upper += nextWidth
            }
            offset = max(offset, upper)
            guard composes, cluster.count <= longestStack else { continue }
            let composed = Characters.composed(cluster)
            guard !composed.isEmpty, composed != cluster else { continue }
            var replacement: [UInt8] = []
            for scalar in composed { replacement.append(scalar: scalar) }
            edits.replace(lower, upper, with: replacement, .composition)
        }
        return edits
    }

    /// Characters that NFC replaces by another one without a mark being there (Kelvin sign, Ångström sign, Ohm).
    private static func changesAlone(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x340, 0x341, 0x343, 0x374, 0x37E, 0x387, 0x1F71...0x1FFD, 0x2000, 0x2001, 0x2126, 0x212A, 0x212B, 0x2329,
            0x232A,
            0xF900...0xFAFF:
            true
        default: false
        }
    }
}
