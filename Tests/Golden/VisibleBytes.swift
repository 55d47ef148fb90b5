import CuretteTestSupport
import Foundation

/// What a stretch of a page's bytes shows to a visitor: the slow, obvious way, which shares no code with the program.
struct VisibleBytes {
    private let bytes: [UInt8]
    private let encoding: String.Encoding
    let isHTML: Bool

    /// Nil for a charset that no page of the tests has.
    init?(of bytes: [UInt8], charset: String, mediaType: String) {
        switch charset {
        case "UTF-8": encoding = .utf8
        case "windows-1252": encoding = .windowsCP1252
        case "UTF-16LE": encoding = .utf16LittleEndian
        default: return nil
        }
        self.bytes = bytes
        isHTML = mediaType == "text/html"
    }

    /// Nil where the range lies outside the page, or cuts a character of it.
    func text(_ range: [Int]) -> String? {
        guard range.count == 2, 0 <= range[0], range[0] <= range[1], range[1] <= bytes.count else { return nil }
        let cut = bytes[range[0]..<range[1]]
        // Not Foundation's reading of UTF-8, which drops a byte order mark wherever a string begins.
        let read =
            encoding == .utf8 ? String(validating: cut, as: UTF8.self) : String(bytes: cut, encoding: encoding)
        guard let decoded = read else { return nil }
        return isHTML ? Self.withoutMarkup(decoded) : decoded
    }

    /// Comments, tags and what is never shown taken off; entities read.
    private static func withoutMarkup(_ html: String) -> String {
        var text = html
        for (pattern, replacement) in [
            ("(?s)<!--.*?-->", ""), ("(?is)<(script|style|template|head|select)\\b.*?</\\1\\s*>", ""),
            ("(?is)<br\\b[^>]*>", "\n"), ("(?s)</?[A-Za-z][^>]*>", ""), ("<![^>]*>", ""),
        ] {
            text = text.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
        }
        var shown = String.UnicodeScalarView()
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            guard scalar == "&", let end = rest.prefix(10).firstIndex(of: ";") else {
                shown.append(scalar)
                continue
            }
            let name = String(scalars: rest[..<end])
            guard let value = character(named: name) else {
                shown.append(scalar)
                continue
            }
            shown.append(value)
            rest = rest[(end + 1)...]
        }
        return String(shown)
    }

    /// The characters that the fixtures spell out.
    private static func character(named name: String) -> Unicode.Scalar? {
        if name.hasPrefix("#x") { return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        return entities[name]
    }

    private static let entities: [String: Unicode.Scalar] = [
        "aacute": "á", "agrave": "à", "amp": "&", "bull": "•", "ccedil": "ç", "copy": "©", "deg": "°", "eacute": "é",
        "egrave": "è", "euro": "€", "frac12": "½", "gt": ">", "hellip": "…", "iacute": "í", "laquo": "«", "ldquo": "“",
        "lsquo": "‘", "lt": "<", "mdash": "—", "middot": "·", "nbsp": "\u{A0}", "ndash": "–", "ntilde": "ñ",
        "oacute": "ó", "pound": "£", "quot": "\"", "raquo": "»", "rdquo": "”", "reg": "®", "rsquo": "’",
        "shy": "\u{AD}", "times": "×", "trade": "™", "uacute": "ú",
    ]
}
