import CuretteText

/// Spaces of odd width or kind become a plain space in running text.
///
/// A no-break space stays where a language asks for it: around French punctuation, between the groups of a number,
/// behind a word of one letter (Polish, Czech, Russian); in a language without a dictionary here wherever it is rare,
/// for then somebody set it (`Mac OS`, `1 KB`). An ideographic space stays beside ideographs, an ogham space
/// in ogham, the narrow one in Mongolian.
enum Spaces: Pass {
    static let causes: Findings = .space
    static let uncovers: Findings = .lookalike

    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        let bytes = draft.bytes
        var offset = 0
        while let start = FastScan.nonASCII(bytes, from: offset) {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: start)
            offset = start + width
            guard isOdd(scalar) else { continue }
            let before = start > 0 ? UTF8Bytes.scalar(in: bytes, before: start) : (value: 0x20, width: 1)
            let behind = offset < bytes.count ? UTF8Bytes.scalar(in: bytes, at: offset).value : 0x20
            if !belongs(scalar, start, before.value, behind, draft) { edits.replace(start, offset, with: " ", .space) }
        }
        return edits
    }

    static func isOdd(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x2800, 0x3000: true
        default: false
        }
    }

    private static func belongs(
        _ scalar: UInt32,
        _ place: Int,
        _ before: UInt32,
        _ behind: UInt32,
        _ draft: Draft
    ) -> Bool {
        switch scalar {
        case 0x3000:
            return Traits(before).script == .han || Traits(behind).script == .han || isIdeographic(before)
                || isIdeographic(behind)
        case 0x1680: return Traits(before).script == .ogham || Traits(behind).script == .ogham
        case 0x2800: return before >= 0x2801 && before <= 0x28FF || behind >= 0x2801 && behind <= 0x28FF
        case 0xA0, 0x202F, 0x2009, 0x2007, 0x2008:
            if isDigit(before), isDigit(behind) { return true }
            if scalar == 0xA0 || scalar == 0x202F || scalar == 0x2009, draft.keepsSpaces(at: place) {
                return isWordy(before) && isWordy(behind)
            }
            guard scalar == 0xA0 || scalar == 0x202F else { return false }
            if scalar == 0x202F, Traits(before).script == .mongolian || Traits(behind).script == .mongolian {
                return true
            }
            if ([0x3A, 0x3B, 0x21, 0x3F, 0xBB, 0x203A, 0x25, 0x20AC] as [UInt32]).contains(behind) { return true }
            if before == 0xAB || before == 0x2039 { return true }
            return isAfterOneLetter(place, draft) || isDigit(before) && !isEnglish(place, draft)
        default: return false
        }
    }

    /// Not at the edge of a line, and not beside another space.
    private static func isWordy(_ scalar: UInt32) -> Bool { scalar > 0x20 && !isOdd(scalar) }

    private static func isIdeographic(_ scalar: UInt32) -> Bool {
        scalar >= 0x3000 && scalar < 0x3040 || scalar >= 0xFF00 && scalar < 0xFFF0
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

    private static func isEnglish(_ place: Int, _ draft: Draft) -> Bool {
        draft.languages(of: draft.paragraph(at: place)).isGuessable
    }

    /// A word of one letter stands before, in a language that keeps it with the next.
    private static func isAfterOneLetter(_ place: Int, _ draft: Draft) -> Bool {
        guard place > 0 else { return false }
        let letter = UTF8Bytes.scalar(in: draft.bytes, before: place)
        guard Traits(letter.value).isLetter else { return false }
        let start = place - letter.width
        let isAlone = start == 0 || !Traits(UTF8Bytes.scalar(in: draft.bytes, before: start).value).isLetter
        return isAlone && !isEnglish(place, draft)
    }
}
