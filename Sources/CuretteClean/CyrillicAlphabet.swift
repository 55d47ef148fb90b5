/// Which Cyrillic letters a page writes: a reading may bring none that its language has not.
///
/// Russian has no `і` or `ѕ`, so `tail` beside Russian words is no `таіl` in disguise. Letters of Russian are taken for
/// granted; `і` also where nothing speaks against it.
struct CyrillicAlphabet {
    /// The letters from U+0400 on in lower case, a bit each.
    private var letters = [UInt64](repeating: 0, count: 5)

    mutating func insert(_ scalar: UInt32) {
        let lower = Characters.lower(scalar)
        guard lower >= 0x400, lower < 0x540 else { return }
        letters[Int(lower - 0x400) >> 6] |= 1 << UInt64((lower - 0x400) & 63)
    }

    func contains(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x400, scalar < 0x540 else { return false }
        return letters[Int(scalar - 0x400) >> 6] >> UInt64((scalar - 0x400) & 63) & 1 == 1
    }

    /// Whether a reading may hold a letter.
    func allows(_ scalar: UInt32) -> Bool {
        let lower = Characters.lower(scalar)
        switch lower {
        case ..<0x400, 0x430...0x44F, 0x451: return true
        // A Latin capital is as often a palochka.
        case 0x456 where scalar == 0x406: return contains(0x456)
        // `і` and `ї`, unless the page writes letters that languages with them lack (`ы`, `э`, `ъ`).
        case 0x456, 0x457: return contains(lower) || !contains(0x44B) && !contains(0x44D) && !contains(0x44A)
        // `ј`, of the alphabets with `љ`, `њ`, `ћ`, `ђ`, `џ`.
        case 0x458:
            return contains(lower) || [0x459, 0x45A, 0x45B, 0x452, 0x45F].contains { contains($0) }
        // `ѕ`, of the one with `ѓ` and `ќ`.
        case 0x455: return contains(lower) || contains(0x453) || contains(0x45C)
        default: return contains(lower)
        }
    }
}
