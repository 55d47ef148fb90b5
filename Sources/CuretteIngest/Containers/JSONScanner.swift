import CuretteText

/// Reads JSON values from bytes, one after the other.
struct JSONScanner {
    /// Values nest no deeper than this in any line worth reading.
    private static let deepest = 128

    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { at == bytes.count }

    func isAt(_ byte: UInt8) -> Bool { at < bytes.count && bytes[at] == byte }

    func flaw(_ sentence: String) -> JSONFlaw { JSONFlaw(offset: at, sentence: sentence) }

    mutating func skipWhiteSpace() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }

    /// Whether `byte` comes next; it is taken then.
    mutating func take(_ byte: UInt8) -> Bool {
        guard isAt(byte) else { return false }
        at += 1
        return true
    }

    mutating func expect(_ byte: UInt8, _ sentence: String) throws(JSONFlaw) {
        guard take(byte) else { throw flaw(sentence) }
    }

    // MARK: Strings

    /// The string at the cursor, unescaped. A lone surrogate is U+FFFD.
    mutating func string() throws(JSONFlaw) -> [UInt8] {
        try expect(UInt8(ascii: "\""), "a string is missing")
        var string: [UInt8] = []
        while true {
            let start = at
            while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"), bytes[at] >= 0x20
            {
                at += 1
            }
            string.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
            guard at < bytes.count else { throw flaw("the line ends within a string") }
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                return string
            case UInt8(ascii: "\\"):
                UTF8Bytes.append(try escape(), to: &string)
            default:
                throw flaw("a control character stands in a string")
            }
        }
    }

    /// The escape at the cursor.
    private mutating func escape() throws(JSONFlaw) -> Unicode.Scalar {
        guard at + 1 < bytes.count else { throw flaw("the line ends within an escape") }
        let letter = bytes[at + 1]
        at += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: throw flaw("there is no such escape")
        }
        guard let unit = hexadecimal(at: at) else { throw flaw("four hexadecimal digits are missing after \\u") }
        at += 4
        if unit & 0xFC00 == 0xD800, isAt(UInt8(ascii: "\\")), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u"),
            let trail = hexadecimal(at: at + 2), trail & 0xFC00 == 0xDC00
        {
            at += 6
            return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + trail & 0x3FF) ?? "\u{FFFD}"
        }
        return Unicode.Scalar(unit) ?? "\u{FFFD}"
    }

    private func hexadecimal(at offset: Int) -> UInt32? {
        guard offset + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[offset..<offset + 4] {
            let letter = (byte | 0x20) &- 0x61
            if byte &- 0x30 < 10 {
                value = value << 4 | UInt32(byte &- 0x30)
            } else if letter < 6 {
                value = value << 4 | UInt32(letter + 10)
            } else {
                return nil
            }
        }
        return value
    }

    // MARK: Other values

    /// Passes over the value at the cursor, which must be one: its bytes.
    mutating func skipValue() throws(JSONFlaw) -> UnsafeBufferPointer<UInt8> {
        let start = at
        try skipValue(depth: 0)
        return UnsafeBufferPointer(rebasing: bytes[start..<at])
    }

    private mutating func skipValue(depth: Int) throws(JSONFlaw) {
        guard depth < Self.deepest else { throw flaw("values are nested too deep") }
        guard at < bytes.count else { throw flaw("a value is missing") }
        switch bytes[at] {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"): try skipMembers(closing: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): try skipMembers(closing: UInt8(ascii: "]"), depth: depth)
        case UInt8(ascii: "t"): try skipWord("true")
        case UInt8(ascii: "f"): try skipWord("false")
        case UInt8(ascii: "n"): try skipWord("null")
        default: try skipNumber()
        }
    }

    private mutating func skipMembers(closing: UInt8, depth: Int) throws(JSONFlaw) {
        let isObject = closing == UInt8(ascii: "}")
        at += 1
        skipWhiteSpace()
        if take(closing) { return }
        repeat {
            skipWhiteSpace()
            if isObject {
                _ = try string()
                skipWhiteSpace()
                try expect(UInt8(ascii: ":"), "a ':' is missing after a key")
                skipWhiteSpace()
            }
            try skipValue(depth: depth + 1)
            skipWhiteSpace()
        } while take(UInt8(ascii: ","))
        try expect(closing, "a ',' or the end of a list or object is missing")
    }

    private mutating func skipWord(_ word: StaticString) throws(JSONFlaw) {
        for index in 0..<word.utf8CodeUnitCount {
            try expect(word.utf8Start[index], "this is no value")
        }
    }

    private mutating func skipNumber() throws(JSONFlaw) {
        _ = take(UInt8(ascii: "-"))
        let start = at
        try skipDigits()
        if at > start + 1, bytes[start] == UInt8(ascii: "0") { throw flaw("a number begins with 0") }
        if take(UInt8(ascii: ".")) { try skipDigits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try skipDigits()
        }
    }

    private mutating func skipDigits() throws(JSONFlaw) {
        guard at < bytes.count, bytes[at] &- 0x30 < 10 else { throw flaw("this is no value") }
        while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 }
    }
}
