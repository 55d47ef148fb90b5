import CuretteData
import CuretteText

/// Tells Vietnamese from words over which accents were sprayed: its marks are as many, and its bare syllables are often
/// English words (`tập tin ẩn`).
struct VietnameseSyllables: Sendable {
    static let standard = VietnameseSyllables()

    private let onsets: WordSet
    private let rimes: WordSet

    private init() {
        var onsets: Set<[UInt8]> = [[]]
        var rimes: Set<[UInt8]> = []
        BuiltIn.rows(Tables.vietnamese, "vietnamese.tsv", ["part", "letters"]) { row throws(DataFileError) in
            switch row[0] {
            case "onset": onsets.insert(Array(row.fields[1]))
            case "rime": rimes.insert(Array(row.fields[1]))
            default: throw row.error("'\(row[0])' is neither onset nor rime")
            }
        }
        self.onsets = WordSet(onsets)
        self.rimes = WordSet(rimes)
    }

    /// Whether a word is spelt as a syllable: a beginning, a rime, one tone at most, and before a stop only the two tones
    /// that the language has there.
    func contains(_ word: some Sequence<UInt32>) -> Bool {
        var letters: [UInt8] = []
        var starts: [Int] = []
        var tone: UInt32?
        for scalar in word {
            var base: [UInt32] = []
            let parts = scalar < 0x80 ? [scalar] : Characters.canonical(Characters.lower(scalar))
            for part in parts.isEmpty ? [Characters.lower(scalar)] : parts {
                guard Self.isTone(part) else {
                    base.append(Characters.lower(part))
                    continue
                }
                guard tone == nil else { return false }
                tone = part
            }
            guard !base.isEmpty else { continue }
            let composed = base.count == 1 ? base : Characters.composed(base)
            guard composed.count == 1, composed[0] < 0x250 else { return false }
            starts.append(letters.count)
            letters.append(scalar: composed[0])
        }
        guard !starts.isEmpty, starts.count <= 7 else { return false }
        starts.append(letters.count)
        let last = letters[letters.count - 1]
        let isStopped = last == 0x63 || last == 0x70 || last == 0x74 || letters.suffix(2) == [0x63, 0x68]
        if isStopped, tone != 0x301, tone != 0x323 { return false }
        return letters.withUnsafeBufferPointer { letters in
            starts.prefix(4).contains { split in
                onsets.contains(UnsafeBufferPointer(rebasing: letters[..<split]))
                    && rimes.contains(UnsafeBufferPointer(rebasing: letters[split...]))
            }
        }
    }

    /// Grave, acute, tilde, hook above, dot below.
    private static func isTone(_ mark: UInt32) -> Bool {
        mark == 0x300 || mark == 0x301 || mark == 0x303 || mark == 0x309 || mark == 0x323
    }
}
