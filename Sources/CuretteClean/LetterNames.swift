/// What Unicode's names say of Latin letters that hardly any language writes: `LATIN SMALL LETTER TURNED R WITH TAIL` is an
/// `r` of some kind.
enum LetterNames {
    /// The plain letter that a name varies; nil for two letters in one (`DZ`, `D WITH SMALL LETTER Z`) and letters with a
    /// name of their own (`ENG`).
    static func plainLetter(in name: String) -> UInt32? {
        let words = name.split(separator: " ")
        guard words.first == "LATIN", let kind = words.firstIndex(of: "LETTER") else { return nil }
        let variation = words.firstIndex(of: "WITH") ?? words.endIndex
        guard variation > kind + 1, !words[variation...].contains("LETTER") else { return nil }
        guard let letter = words[variation - 1].utf8.first, words[variation - 1].utf8.count == 1,
            WordCharacter.isASCIILetter(letter)
        else { return nil }
        return UInt32(words[..<kind].contains("CAPITAL") ? letter : letter | 0x20)
    }
}
