package import CuretteData
import CuretteText

/// Letters as the lexicon compares them: without case, without marks, everything that is no letter or digit aside.
package struct Folding: Sendable {
    /// ASCII: the folded byte, or 0 for what is no letter or digit.
    package let ascii: [UInt8]
    /// What the listed letters beyond ASCII stand for, by code point; the rest stand for themselves.
    private let listed: [UInt32: [UInt8]]
    /// The same for U+0080…U+04FF, as direct look-ups: index into `texts`, 0 where nothing is listed.
    private let near: [UInt8]
    private let texts: [[UInt8]]

    package init(from source: LexiconTables) throws(DataFileError) {
        var ascii = [UInt8](repeating: 0, count: 128)
        for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { ascii[Int(byte)] = byte }
        for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
            ascii[Int(byte)] = byte
            ascii[Int(byte) - 0x20] = byte
        }
        self.ascii = ascii
        var listed: [UInt32: [UInt8]] = [:]
        var near = [UInt8](repeating: 0, count: Self.nearEnd)
        var texts: [[UInt8]] = [[]]
        for table in try source.tables("folding", columns: ["plain", "letters"]) {
            try table.forEachRow { row throws(DataFileError) in
                let plain = Array(row.fields[0])
                guard !plain.isEmpty else { throw row.error("a letter has to stand for something") }
                texts.append(plain)
                guard texts.count < 256 else { throw row.error("there are more than 255 plain letters") }
                for letter in row[1].unicodeScalars {
                    listed[letter.value] = plain
                    if letter.value < UInt32(Self.nearEnd) { near[Int(letter.value)] = UInt8(texts.count - 1) }
                }
            }
        }
        self.listed = listed
        self.near = near
        self.texts = texts
    }

    private static let nearEnd = 0x500

    /// What a scalar beyond ASCII becomes in a key.
    package enum Folded {
        case letters([UInt8])
        /// A letter without an entry: its own UTF-8 bytes.
        case itself
        /// A combining mark: nothing, and it does not end the word.
        case nothing
        /// No letter: it ends the word.
        case separator
    }

    package func fold(_ scalar: UInt32) -> Folded {
        if scalar < UInt32(Self.nearEnd), near[Int(scalar)] != 0 { return .letters(texts[Int(near[Int(scalar)])]) }
        if scalar >= 0x1E00, let letters = listed[scalar] { return .letters(letters) }
        if scalar >= 0x300 && scalar < 0x370 { return .nothing }
        // Latin, Greek and Cyrillic letters fill these ranges but for a few signs.
        if scalar >= 0xC0 && scalar < 0x530 { return scalar == 0xD7 || scalar == 0xF7 ? .separator : .itself }
        if scalar >= 0x2000 && scalar < 0x2C00 { return .separator }
        guard let unicode = Unicode.Scalar(scalar) else { return .separator }
        switch unicode.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            return .itself
        case .nonspacingMark, .spacingMark, .enclosingMark: return .nothing
        default: return .separator
        }
    }

    /// `text` as a key: its folded letters without separators, and at which of them a word begins.
    package func key(of text: UnsafeRawBufferPointer) -> (letters: [UInt8], wordStarts: [Int]) {
        var letters: [UInt8] = []
        letters.reserveCapacity(text.count)
        var starts: [Int] = []
        var inWord = false
        var offset = 0
        text.withMemoryRebound(to: UInt8.self) { bytes in
            while offset < bytes.count {
                let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: offset)
                let before = letters.count
                if scalar < 0x80 {
                    let folded = ascii[Int(scalar)]
                    if folded != 0 { letters.append(folded) }
                    if scalar == 0x26 {
                        starts.append(before)
                        letters.append(contentsOf: Self.and)
                        inWord = false
                        offset += width
                        continue
                    }
                    if folded == 0 { inWord = false }
                } else {
                    switch fold(scalar) {
                    case .letters(let plain): letters.append(contentsOf: plain)
                    case .itself: letters.append(contentsOf: bytes[offset..<offset + width])
                    case .nothing: break
                    case .separator: inWord = false
                    }
                }
                if letters.count > before, !inWord {
                    starts.append(before)
                    inWord = true
                }
                offset += width
            }
        }
        return (letters, starts)
    }

    /// "&" reads as this word, in names and on pages alike.
    package static let and: [UInt8] = Array("and".utf8)
}
