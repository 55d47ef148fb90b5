import Curette
import CuretteExtract
import CuretteReport
import CuretteSegment
import CuretteTag
import CuretteText

/// A page's mentions and the reasons for their tags, written for a person at a terminal.
struct MentionView {
    let lexicon: Lexicon
    let sentences: Sentences
    let isColored: Bool

    /// Letters of a quote or a page's name that are shown.
    private static let longestQuote = 48
    /// Bytes of a sentence that are shown on either side of the mention.
    private static let longestSide = 240

    /// - Parameter only: the one mention to be explained, counted from 1; nil for all.
    func text(of reading: Pipeline.Reading, only: Int?) -> String {
        var text = styled("\(Printable.string(reading.page.id)) · usage \(reading.usage.rawValue)", .bold) + "\n"
        for (index, verdict) in reading.verdicts.enumerated() where only.map({ $0 == index + 1 }) ?? true {
            text += "\n" + entry(verdict, number: index + 1, in: reading)
        }
        return text
    }

    private func entry(_ verdict: Verdict, number: Int, in reading: Pipeline.Reading) -> String {
        let concept = lexicon.concepts[verdict.mention.concept]
        let tag = styled(verdict.tag.rawValue, TextStyle(verdict.tag))
        var lines = ["\(number)  \(concept.label) · \(tag) · \(decimals(verdict.confidence))"]
        lines.append("   " + sentence(around: verdict.mention, in: reading))
        for (index, item) in verdict.evidence.enumerated() {
            var line = "   " + padded(item.kind, 16)
            line += styled(padded(item.favours.rawValue, 15), TextStyle(item.favours))
            line += padded(weight(item.weight), 5) + padded(quote(item.quote, in: reading), Self.longestQuote + 4)
            if let other = verdict.conclusion(without: index) {
                line += "without it: "
                line += styled("\(other.tag.rawValue) \(decimals(other.confidence))", TextStyle(other.tag))
            }
            lines.append(line)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The sentence on one line, the mention's fragments in brackets.
    private func sentence(around mention: Mention, in reading: Pipeline.Reading) -> String {
        let bytes = reading.page.text.bytes
        let span = sentences.sentence(around: mention.span.lower, in: reading.blocks[mention.block], of: bytes)
        var end = max(span.lower, Self.scalarStart(from: mention.span.lower - Self.longestSide, in: bytes))
        var text = end > span.lower ? "… " : ""
        for fragment in mention.spans where fragment.lower >= end {
            text += words(bytes, end..<fragment.lower) + styled("[\(words(bytes, fragment.range))]", .bold)
            end = fragment.upper
        }
        let last = min(max(span.upper, end), Self.scalarStart(from: end + Self.longestSide, in: bytes))
        return text + words(bytes, end..<max(end, last)) + (last < span.upper ? " …" : "")
    }

    /// The first place from `offset` on at which a scalar begins.
    private static func scalarStart(from offset: Int, in bytes: [UInt8]) -> Int {
        var place = min(max(0, offset), bytes.count)
        while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
        return place
    }

    private func quote(_ quote: Evidence.Quote, in reading: Pipeline.Reading) -> String {
        switch quote {
        case .concept(let id): return id
        case .text(let span): return "“\(shortened(words(reading.page.text.bytes, span.range)))”"
        case .title(let text, _): return "title “\(shortened(words(text, 0..<text.count)))”"
        }
    }

    // MARK: Text

    /// `range` of a text as a terminal may see it, white space as single spaces.
    private func words(_ text: [UInt8], _ range: Range<Int>) -> String {
        let pieces = String(decoding: text[range], as: UTF8.self)
            .split(omittingEmptySubsequences: false) { $0.isWhitespace }
        var shown: [Substring] = []
        for (index, piece) in pieces.enumerated() where !piece.isEmpty || index == 0 || index == pieces.count - 1 {
            shown.append(piece)
        }
        return Printable.string(shown.joined(separator: " "))
    }

    private func shortened(_ text: String) -> String {
        text.count > Self.longestQuote - 2 ? text.prefix(Self.longestQuote - 4) + " …" : text
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    /// As reports have them.
    private func decimals(_ confidence: Double) -> String {
        let hundredths = Int((confidence * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private func weight(_ weight: Double) -> String {
        let tenths = Int((weight * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private func styled(_ text: String, _ style: TextStyle) -> String {
        isColored ? style.applied(to: text) : text
    }
}
