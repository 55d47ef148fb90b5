import CuretteText

/// What a character reference stands for, and where it ends in the page.
struct CharacterReference {
    let upper: Int
    let first: UInt32
    /// 0 where the reference stands for one scalar.
    let second: UInt32

    func append(to bytes: inout [UInt8]) {
        for value in [first, second] {
            if value != 0, let scalar = Unicode.Scalar(value) { UTF8Bytes.append(scalar, to: &bytes) }
        }
    }
}

/// The states from `character reference` to `numeric character reference end`.
extension Tokenizer {
    /// The reference that begins at the cursor; the mere `&` where none does.
    mutating func characterReferenceState() -> Token {
        guard let reference = characterReference(at: at, before: count, isInAttribute: false) else {
            return takeCharacters(1)
        }
        defer { at = reference.upper }
        return .scalars(at..<reference.upper, reference.first, reference.second)
    }

    /// The reference whose `&` stands at `ampersand`, nothing of it behind `end`; nil where the `&` means itself.
    func characterReference(at ampersand: Int, before end: Int, isInAttribute: Bool) -> CharacterReference? {
        guard ampersand + 1 < end else { return nil }
        if bytes[ampersand + 1] == UInt8(ascii: "#") { return numericCharacterReference(at: ampersand, before: end) }
        guard Self.isAlphanumeric(bytes[ampersand + 1]) else { return nil }
        let rest = UnsafeBufferPointer(start: bytes + ampersand + 1, count: end - ampersand - 1)
        guard let match = NamedCharacterReferences.standard.longestMatch(at: rest) else { return nil }
        let upper = ampersand + 1 + match.length
        if isInAttribute, bytes[upper - 1] != UInt8(ascii: ";"), upper < end {
            // `?page=1&copy=2` is a query, not a claim to rights.
            let following = bytes[upper]
            if following == UInt8(ascii: "=") || Self.isAlphanumeric(following) { return nil }
        }
        return CharacterReference(upper: upper, first: match.first, second: match.second)
    }

    private func numericCharacterReference(at ampersand: Int, before end: Int) -> CharacterReference? {
        var here = ampersand + 2
        let isHexadecimal = here < end && bytes[here] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { here += 1 }
        let firstDigit = here
        var value: UInt32 = 0
        while here < end, let digit = Self.digit(bytes[here], isHexadecimal: isHexadecimal) {
            // Beyond the last code point every further digit leads to the same end.
            value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
            here += 1
        }
        guard here > firstDigit else { return nil }
        if here < end, bytes[here] == UInt8(ascii: ";") { here += 1 }
        return CharacterReference(upper: here, first: Self.numericCharacterReferenceEnd(value), second: 0)
    }

    private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
        if byte &- 0x30 < 10 { return UInt32(byte &- 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return isHexadecimal && letter < 6 ? UInt32(letter) + 10 : nil
    }

    /// The scalar that a number stands for: what is no scalar is U+FFFD, and C1 controls are what windows-1252 has in
    /// their places, since that is what authors meant by `&#150;`.
    private static func numericCharacterReferenceEnd(_ value: UInt32) -> UInt32 {
        switch value {
        case 0, 0xD800...0xDFFF, 0x11_0000...: 0xFFFD
        case 0x80...0x9F: windows1252[Int(value - 0x80)]
        default: value
        }
    }

    /// What windows-1252 has at 0x80...0x9F; the five places it leaves empty keep their controls.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]
}
