import CuretteText

/// Characters that print nothing and hide in words: soft hyphens, zero-width spaces and joiners, variation selectors,
/// tags.
///
/// Each has a place where it is needed and stays: joiners between letters that join or belong to an Indic script and in
/// emoji, zero-width spaces where words stand without spaces, selectors on what they can select, tags in a flag.
enum Invisibles: Pass {
    static let causes: Findings = .invisible
    static let uncovers: Findings = [.composition, .accents, .foreignLetter, .lookalike]

    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        let bytes = draft.bytes
        var offset = 0
        // The last character that can be seen, and whether a flag's tags may follow.
        var inFlag = false
        var flagEnd = 0
        while let start = FastScan.nonASCII(bytes, from: offset) {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: start)
            offset = start + width
            if scalar == 0x1F3F4 {
                inFlag = true
                flagEnd = offset
                continue
            }
            guard isInvisible(scalar) else { continue }
            if inFlag, flagEnd == start, scalar >= 0xE0020, scalar <= 0xE007F {
                flagEnd = offset
                inFlag = scalar != 0xE007F
                continue
            }
            inFlag = false
            if !belongs(scalar, start, offset, bytes) { edits.delete(start, offset, .invisible) }
        }
        return edits
    }

    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200D, 0x2060...0x2065,
            0x206A...0x206F, 0x3164,
            0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    private static func belongs(
        _ scalar: UInt32,
        _ lower: Int,
        _ upper: Int,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let before = visible(before: lower, bytes)
        let behind = visible(behind: upper, bytes)
        let left = Traits(before)
        let right = Traits(behind)
        switch scalar {
        case 0xAD, 0x2061...0x2064, 0xFEFF, 0x206A...0x206F, 0xFFF9...0xFFFB: return false
        case 0x200B, 0x2060: return left.script.isWrittenWithoutSpaces || right.script.isWrittenWithoutSpaces
        case 0x200C, 0x200D:
            if scalar == 0x200D, left.isEmoji || before == 0x1F3FB, right.isEmoji { return true }
            if shapes(left) || shapes(right) { return true }
            // Typed once too often beside a comma or a space: nothing is hidden by it.
            return scalar == 0x200C && shapesBeyondSigns(lower, upper, bytes)
        case 0x34F: return left.isMark && !left.script.isAlphabet && left.script != .inherited
        case 0x180B...0x180F: return left.script == .mongolian || right.script == .mongolian
        case 0xFE00...0xFE0F:
            // Directly on its base: a selector on a selector selects nothing.
            guard lower > 0, UTF8Bytes.scalar(in: bytes, before: lower).value == before else { return false }
            if scalar >= 0xFE0E { return left.isEmoji || behind == 0x20E3 || left.isSymbol && before >= 0x80 }
            return left.script == .han || left.isSymbol && before >= 0x80 || !left.script.isAlphabet && left.isLetter
                || before >= 0x3000 && before < 0x3100
        case 0xE0100...0xE01EF:
            return left.script == .han && lower > 0 && UTF8Bytes.scalar(in: bytes, before: lower).value == before
        case 0x115F, 0x1160, 0x3164, 0xFFA0: return left.script == .han || right.script == .han
        case 0x17B4, 0x17B5: return true
        case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: return left.isSymbol || !left.script.isAlphabet
        default: return false
        }
    }

    /// Whether a joiner beside this letter changes how it is written.
    private static func shapes(_ traits: Traits) -> Bool {
        if traits.isJoining { return true }
        guard traits.isLetter || traits.isMark else { return false }
        return !traits.script.isAlphabet && traits.script != .han && traits.script != .common
            && traits.script != .inherited && traits.script != .hebrew && traits.script.rawValue != 6
            && traits.script.rawValue != 12
    }

    /// Whether the next letter over a few signs and spaces on either side is one that joiners shape.
    private static func shapesBeyondSigns(_ lower: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = lower
        for _ in 0..<4 where place > 0 {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, before: place)
            if Traits(scalar).isLetter || Traits(scalar).isMark {
                if shapes(Traits(scalar)) { return true }
                break
            }
            place -= width
        }
        place = upper
        for _ in 0..<4 where place < bytes.count {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: place)
            if Traits(scalar).isLetter { return shapes(Traits(scalar)) }
            place += width
        }
        return false
    }

    private static func visible(before lower: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var place = lower
        // A few steps are enough: who hides more than that hides.
        for _ in 0..<8 where place > 0 {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, before: place)
            if scalar < 0x80 || !isInvisible(scalar) { return scalar }
            place -= width
        }
        return 0x20
    }

    private static func visible(behind upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var place = upper
        for _ in 0..<8 where place < bytes.count {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: place)
            if scalar < 0x80 || !isInvisible(scalar) { return scalar }
            place += width
        }
        return 0x20
    }
}
