import CuretteIngest
import CuretteText

/// Character references that were encoded twice and stand in the text as such: `Gonz&aacute;lez`, `&amp;#8217;`.
///
/// Left alone: an ampersand without name and semicolon (`R&D`, `AT&T`, `?a=1&copy=2`), names that HTML does not know,
/// and numbers that are no character.
enum Entities: Pass {
    static let causes: Findings = .ampersand
    static let uncovers: Findings = .all

    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        let bytes = draft.bytes
        var place = 0
        while place < bytes.count {
            guard bytes[place] == 0x26 else {
                place += 1
                continue
            }
            // `&amp;amp;lt;` is one chain: an ampersand that a reference stands for may begin the next one, so that
            // however often a text was encoded it is read once.
            var end = place
            var meaning: [UInt32] = []
            while let next = reference(in: bytes, after: end) {
                meaning = next.meaning
                end = next.end
                guard meaning == [0x26] else { break }
                end -= 1
            }
            if meaning == [0x26] { end += 1 }
            guard !meaning.isEmpty, !isQuoted(place, end, bytes) else {
                place += 1
                continue
            }
            var replacement: [UInt8] = []
            for scalar in meaning { replacement.append(scalar: scalar) }
            edits.replace(place, end, with: replacement, .entity)
            place = end
        }
        return edits
    }

    /// By itself between quotation marks: somebody speaks about it (`write "&amp;" instead`).
    private static func isQuoted(_ lower: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard lower > 0, upper < bytes.count else { return false }
        let before = UTF8Bytes.scalar(in: bytes, before: lower).value
        let behind = UTF8Bytes.scalar(in: bytes, at: upper).value
        switch (before, behind) {
        case (0x22, 0x22), (0x27, 0x27), (0x60, 0x27), (0x60, 0x60), (0x201C, 0x201D), (0x2018, 0x2019),
            (0x201E, 0x201C), (0x201E, 0x201D), (0xAB, 0xBB), (0xBB, 0xAB), (0xA0, 0xA0), (0x202F, 0x202F):
            return true
        default: return false
        }
    }

    /// The reference whose ampersand (real, or the semicolon of the one before) stands at `start`.
    private static func reference(
        in bytes: UnsafeBufferPointer<UInt8>,
        after start: Int
    ) -> (meaning: [UInt32], end: Int)? {
        var end = start + 1
        let limit = min(bytes.count, start + 40)
        while end < limit, WordCharacter.isASCIIWord(bytes[end]) || bytes[end] == 0x23 { end += 1 }
        guard end < limit, bytes[end] == 0x3B, end > start + 1 else { return nil }
        let name = UnsafeBufferPointer(rebasing: bytes[start + 1..<end])
        let meaning =
            name[0] == 0x23
            ? number(name.dropFirst()) : named(UnsafeBufferPointer(rebasing: bytes[start + 1...end]))
        return meaning.isEmpty ? nil : (meaning, end + 1)
    }

    private static func named(_ reference: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        guard let (first, second) = NamedCharacterReferences.standard.meaning(of: reference) else { return [] }
        return second == 0 ? [first] : [first, second]
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt32] {
        let isHexadecimal = digits.first.map { $0 | 0x20 == 0x78 } ?? false
        let figures = isHexadecimal ? digits.dropFirst() : digits
        guard !figures.isEmpty, figures.count <= 8,
            let value = UInt32(String(decoding: figures, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
            Unicode.Scalar(value) != nil, value >= 0x20 || value == 9 || value == 10 || value == 13
        else { return [] }
        // As HTML reads them: numbers of windows-1252 bytes.
        if value >= 0x80, value < 0xA0 {
            let meant = SingleByteCharset.windows1252.meanings[Int(value)]
            return meant == value ? [] : [meant]
        }
        return [value]
    }
}
