import CuretteText

/// What is wrong with a line of JSON, and at which of its bytes.
struct JSONFlaw: Error {
    let offset: Int
    let sentence: String
}

/// One line of a JSON Lines input: the members that Curette asks for, read straight from the bytes.
///
/// Strict as RFC 8259 is, but for bytes that are no UTF-8: those are the page's own, and its decoding counts them.
struct JSONLine {
    private(set) var id: [UInt8]?
    private(set) var url: [UInt8]?
    private(set) var text: [UInt8]?
    private(set) var html: [UInt8]?
    /// Decoded from base64.
    private(set) var bytes: [UInt8]?

    init(_ line: UnsafeBufferPointer<UInt8>) throws(JSONFlaw) {
        var scanner = JSONScanner(line)
        scanner.skipWhiteSpace()
        try scanner.expect(UInt8(ascii: "{"), "the line is no JSON object")
        scanner.skipWhiteSpace()
        if !scanner.take(UInt8(ascii: "}")) {
            repeat {
                scanner.skipWhiteSpace()
                let key = try scanner.string()
                scanner.skipWhiteSpace()
                try scanner.expect(UInt8(ascii: ":"), "a ':' is missing after a key")
                scanner.skipWhiteSpace()
                try take(key, from: &scanner)
                scanner.skipWhiteSpace()
            } while scanner.take(UInt8(ascii: ","))
            try scanner.expect(UInt8(ascii: "}"), "a ',' or '}' is missing")
        }
        scanner.skipWhiteSpace()
        guard scanner.isAtEnd else { throw scanner.flaw("something follows the object") }
    }

    /// Of two members of one name the last counts, as with most readers.
    private mutating func take(_ key: [UInt8], from scanner: inout JSONScanner) throws(JSONFlaw) {
        let isString = scanner.isAt(UInt8(ascii: "\""))
        switch String(decoding: key, as: UTF8.self) {
        case "id" where !isString:
            let value = try scanner.skipValue()
            // Numbers serve as names; null, lists and objects do not.
            if let first = value.first, first == 0x2D || first &- 0x30 < 10 { id = Array(value) }
        case "id": id = try scanner.string()
        case "url" where isString: url = try scanner.string()
        case "text" where isString: text = try scanner.string()
        case "html" where isString: html = try scanner.string()
        case "bytes" where isString:
            let offset = scanner.at
            guard let decoded = Base64.decode(try scanner.string()) else {
                throw JSONFlaw(offset: offset, sentence: "'bytes' is no base64")
            }
            bytes = decoded
        default: _ = try scanner.skipValue()
        }
    }
}

/// Base64 with the standard alphabet and its padding (RFC 4648, section 4).
enum Base64 {
    static func decode(_ text: [UInt8]) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
        let digits = text.dropLast(padding)
        var group: UInt32 = 0
        for (index, byte) in digits.enumerated() {
            guard let digit = digit(byte) else { return nil }
            group = group << 6 | digit
            if index % 4 == 3 {
                bytes += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
                group = 0
            }
        }
        switch digits.count % 4 {
        case 0: return bytes
        case 2: return bytes + [UInt8(group >> 4 & 255)]
        case 3: return bytes + [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)]
        default: return nil
        }
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
