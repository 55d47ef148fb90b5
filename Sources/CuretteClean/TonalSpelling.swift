import CuretteText

/// Tells languages that write tones (Yoruba, Igbo, Ewe, Naija) from words over which marks were sprayed: theirs stand on
/// vowels and nasals, and are few in kind.
enum TonalSpelling {
    /// Whether all marks of a word are such as those languages write.
    static func fits(_ word: some Sequence<UInt32>) -> Bool {
        var base: UInt32 = 0
        var above = 0
        var below = 0
        for scalar in word {
            let parts = scalar < 0xC0 ? [] : Characters.canonical(scalar)
            for part in parts.isEmpty ? [scalar] : parts {
                switch part {
                // Grave, acute, circumflex, tilde, macron, dot above (ṅ), caron, vertical line above.
                case 0x300...0x304, 0x307, 0x30C, 0x30D:
                    above += 1
                    guard above == 1, isVowel(base) && part != 0x307 || isNasal(base) else { return false }
                // Tilde, dot, vertical line and macron below.
                case 0x323, 0x329, 0x330, 0x331:
                    below += 1
                    guard below == 1, isVowel(base) || base | 0x20 == 0x73 else { return false }
                case 0x300..<0x370: return false
                default:
                    base = part
                    (above, below) = (0, 0)
                }
            }
        }
        return true
    }

    private static func isVowel(_ letter: UInt32) -> Bool {
        switch letter < 0x80 ? letter | 0x20 : Characters.lower(letter) {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x254, 0x25B, 0x259, 0x268, 0x289, 0x28B, 0x269: true
        default: false
        }
    }

    private static func isNasal(_ letter: UInt32) -> Bool {
        letter | 0x20 == 0x6D || letter | 0x20 == 0x6E || letter == 0x14B || letter == 0x14A
    }
}
