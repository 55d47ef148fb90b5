import CuretteBatch
import CuretteClean
import CuretteIngest
import CuretteText

/// A line a repair: `page.txt:12:8: "Brеast" → "Breast" (homoglyph: U+0435 → U+0065)`, and a line a suspicion.
///
/// Line and column are those of the page as received, counted from 1, so that an editor finds the place: columns in
/// code points where the page is UTF-8, else in bytes.
struct ExplanationPrinter: CleanPrinter {
    /// How much of a word is shown on either side of a repair, in bytes.
    private static let margin = 24

    private let output = Output.standard()

    mutating func add(_ page: Result<CleanedPage, IngestError>) throws(OutputError) {
        guard case .success(let cleaned) = page else { return }
        var lines = ""
        var places = Places(in: cleaned.page)
        for repair in cleaned.page.text.repairs() {
            let place = places.next(cleaned.page.text.source(of: repair.decoded))
            lines +=
                "\(place): \(Self.words(repair, in: cleaned.page.text)) (\(Self.reason(repair, in: cleaned.page.text)))\n"
        }
        places = Places(in: cleaned.page)
        for suspicion in cleaned.suspicions {
            let text = String(decoding: cleaned.page.text.bytes[suspicion.span.range], as: UTF8.self)
            let place = places.next(cleaned.page.text.source(of: suspicion.span))
            lines += "\(place): suspicious \"\(Terminal.printable(text))\" (\(suspicion.kind): \(suspicion.note))\n"
        }
        try output.write(Array(lines.utf8))
    }

    /// The word that was repaired, before and after.
    private static func words(_ repair: Repair, in text: AlignedText) -> String {
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
        return "\"\(Terminal.printable(before))\" → \"\(Terminal.printable(after))\""
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
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
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
        name = Terminal.printable(page.id)
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
