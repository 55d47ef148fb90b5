package import CuretteClean
package import CuretteIngest
import CuretteText

/// Repairs told to a person, a line each: `page.txt:12:8: "Brеast" → "Breast" (homoglyph: U+0435 → U+0065)`; then a line
/// a suspicion.
///
/// Line and column are those of the page as received, counted from 1, so that an editor finds the place: columns in
/// code points where the page is UTF-8, else in bytes.
package enum Explanation {
    /// How much of a word is shown on either side of a repair, in bytes.
    private static let margin = 24

    /// What stands round a stretch to colour it on a terminal (ECMA-48, "select graphic rendition").
    package enum Style: String {
        case removed = "\u{1B}[31m"
        case added = "\u{1B}[32m"
        case doubtful = "\u{1B}[33m"
        case aside = "\u{1B}[2m"
    }

    /// - Parameter inColor: whether to dye what was there red, what stands there now green, and what is odd yellow.
    package static func lines(on page: Page, suspicions: [Suspicion], inColor: Bool = false) -> String {
        let text = page.text
        func dyed(_ words: String, _ style: Style) -> String {
            inColor ? style.rawValue + words + "\u{1B}[0m" : words
        }
        var lines = ""
        var places = Places(in: page)
        for repair in text.repairs() {
            let place = places.next(text.source(of: repair.decoded))
            let (before, after) = words(repair, in: text)
            lines += "\(dyed("\(place):", .aside)) \"\(dyed(before, .removed))\" → \"\(dyed(after, .added))\""
            lines += " \(dyed("(\(reason(repair, in: text)))", .aside))\n"
        }
        places = Places(in: page)
        for suspicion in suspicions {
            let place = places.next(text.source(of: suspicion.span))
            let words = Printable.string(String(decoding: text.bytes[suspicion.span.range], as: UTF8.self))
            lines += "\(dyed("\(place):", .aside)) suspicious \"\(dyed(words, .doubtful))\""
            lines += " (\(suspicion.kind): \(suspicion.note))\n"
        }
        return lines
    }

    /// The word that was repaired, before and after.
    private static func words(_ repair: Repair, in text: AlignedText) -> (before: String, after: String) {
        var (lower, upper) = (repair.decoded.lower, repair.decoded.upper)
        var (cleanLower, cleanUpper) = (repair.span.lower, repair.span.upper)
        // Only over bytes that both texts share: the next repair has a line of its own.
        while lower > 0, cleanLower > 0, repair.decoded.lower - lower < margin,
            text.decoded[lower - 1] > 0x20, text.decoded[lower - 1] == text.bytes[cleanLower - 1]
        {
            lower -= 1
            cleanLower -= 1
        }
        while lower < repair.decoded.lower, text.decoded[lower] & 0xC0 == 0x80 {
            lower += 1
            cleanLower += 1
        }
        while upper < text.decoded.count, cleanUpper < text.bytes.count, upper - repair.decoded.upper < margin,
            text.decoded[upper] > 0x20, text.decoded[upper] == text.bytes[cleanUpper]
        {
            upper += 1
            cleanUpper += 1
        }
        while upper > repair.decoded.upper, upper < text.decoded.count, text.decoded[upper] & 0xC0 == 0x80 {
            upper -= 1
            cleanUpper -= 1
        }
        let before = String(decoding: text.decoded[lower..<upper], as: UTF8.self)
        let after = String(decoding: text.bytes[cleanLower..<cleanUpper], as: UTF8.self)
        return (Printable.string(before), Printable.string(after))
    }

    private static func reason(_ repair: Repair, in text: AlignedText) -> String {
        let from = codePoints(text.decoded[repair.decoded.range])
        let to = codePoints(text.bytes[repair.span.range])
        return repair.reasons.map(\.name).joined(separator: ", ") + ": \(from) → \(to)"
    }

    /// `U+0435 U+0301`, at most eight of them.
    private static func codePoints(_ bytes: ArraySlice<UInt8>) -> String {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        if scalars.isEmpty { return "nothing" }
        let names = scalars.prefix(8).map { scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            // What nobody knows by its number; the plain letters name themselves.
            return scalar.isASCII ? number : number + " " + Cleaner.characterName(of: scalar)
        }
        return names.joined(separator: " ") + (scalars.count > 8 ? " …" : "")
    }
}

/// Lines and columns of places that are asked for in reading order, in one sweep over the page.
private struct Places {
    private let name: String
    private let bytes: [UInt8]
    private let isUTF8: Bool
    private var at = 0
    private var line = 1
    private var column = 1

    init(in page: Page) {
        name = Printable.string(page.id)
        bytes = page.text.source
        isUTF8 = page.charset == "UTF-8"
    }

    mutating func next(_ span: Span<Source>) -> String {
        while at < span.lower {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if !isUTF8 || byte & 0xC0 != 0x80 {
                column += 1
            }
            at += 1
        }
        return "\(name):\(line):\(column)"
    }
}
