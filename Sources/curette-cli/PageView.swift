import Curette
import CuretteExtract
import CuretteIngest
import CuretteReport
import CuretteSegment
import CuretteTag
import CuretteText

/// A page as Curette understands it, written for a person at a terminal.
///
/// Nothing of the page reaches the terminal but printable characters: `Printable` spells out the others.
struct PageView {
    let isColored: Bool
    /// Nil: all roles.
    let role: Role?

    /// How wide the column of kinds is.
    private static let margin = 12

    func text(of reading: Pipeline.Reading) -> String {
        let page = reading.page
        var lines: [String] = []
        var facts = [Printable.string(page.id), page.format.rawValue, page.charset]
        facts.append(reading.languages.isEmpty ? "language unknown" : reading.languages.joined(separator: ", "))
        facts.append("usage \(reading.usage.rawValue)")
        if reading.isRewritten { facts.append("rewritten") }
        lines.append(styled(facts.joined(separator: " · "), .bold))
        if let title = page.title { lines.append(row("title", quote(title.text, 0..<title.text.count))) }
        for warning in page.warnings { lines.append(row("warning", Printable.string(warning.message))) }
        add(reading, to: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private func add(_ reading: Pipeline.Reading, to lines: inout [String]) {
        var next = 0
        var place: Place?
        for (index, block) in reading.blocks.enumerated() {
            let first = next
            while next < reading.verdicts.count, reading.verdicts[next].mention.block <= index { next += 1 }
            if let role, block.role != role { continue }
            if place.map({ !$0.holds(block) }) ?? true { lines += ["", heading(of: block, in: reading)] }
            place = Place(of: block, index)
            let text = marked(block, reading.verdicts[first..<next], in: reading.page.text.bytes)
            lines.append(row(Self.name(of: block.kind), text))
        }
    }

    /// What neighbouring blocks must share to stand together: role, headings and introduction.
    private struct Place {
        let role: Role
        let heading: Int?
        let introduction: Int?
        let index: Int

        init(of block: Block, _ index: Int) {
            (role, heading, introduction) = (block.role, block.heading, block.introduction)
            self.index = index
        }

        func holds(_ block: Block) -> Bool {
            // What stands right below a heading needs no reminder of it, nor does a list right below its introduction.
            block.role == role && (block.heading == heading || block.heading == index)
                && (block.introduction == introduction || block.introduction == index || block.introduction == nil)
        }
    }

    /// "content · Breast surgery › Breast lift · of “We offer:”".
    private func heading(of block: Block, in reading: Pipeline.Reading) -> String {
        let text = reading.page.text.bytes
        var path: [String] = []
        var above = block.heading
        while let heading = above {
            path.append(quote(text, reading.blocks[heading].words(in: text)))
            above = reading.blocks[heading].heading
        }
        var parts = [block.role.rawValue]
        if !path.isEmpty { parts.append(path.reversed().joined(separator: " › ")) }
        if let introduction = block.introduction {
            parts.append("of “\(quote(text, reading.blocks[introduction].span.range))”")
        }
        return styled(parts.joined(separator: " · "), .dim)
    }

    private static func name(of kind: Block.Kind) -> String {
        switch kind {
        case .heading(let level): "heading \(level)"
        case .paragraph: "paragraph"
        case .item(let depth): "item \(depth)"
        case .cell: "cell"
        }
    }

    // MARK: Text

    /// The block's text with its mentions marked; lines below the first are set in.
    private func marked(_ block: Block, _ verdicts: ArraySlice<Verdict>, in text: [UInt8]) -> String {
        var marked = ""
        var end = block.span.lower
        let fragments = verdicts.flatMap { verdict in verdict.mention.spans.map { ($0, verdict.tag) } }
            .sorted { ($0.0.lower, $1.0.upper) < ($1.0.lower, $0.0.upper) }
        for (span, tag) in fragments where span.lower >= end && span.upper <= block.span.upper {
            marked += lines(text, end..<span.lower)
            marked +=
                styled("[\(lines(text, span.range))]", TextStyle(tag)) + styled(String(tag.rawValue.prefix(1)), .dim)
            end = span.upper
        }
        marked += lines(text, end..<block.span.upper)
        return isHeading(block) ? styled(marked, .bold) : marked
    }

    private func isHeading(_ block: Block) -> Bool {
        if case .heading = block.kind { true } else { false }
    }

    /// `range` of the page's text as a terminal may see it; line breaks stay, and what follows them is set in.
    private func lines(_ text: [UInt8], _ range: Range<Int>) -> String {
        text[range].split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }
            .map { Printable.string(String(decoding: $0, as: UTF8.self)) }
            .joined(separator: "\n" + String(repeating: " ", count: Self.margin))
    }

    /// The first words of `range` on one line.
    private func quote(_ text: [UInt8], _ range: Range<Int>) -> String {
        let words = String(decoding: text[range.prefix(400)], as: UTF8.self).split { $0.isWhitespace }
        let line = words.joined(separator: " ")
        let shown = line.count > 60 ? line.prefix(58) + " …" : line[...]
        return Printable.string(String(shown))
    }

    private func row(_ name: String, _ text: String) -> String {
        styled(name, .dim) + String(repeating: " ", count: max(1, Self.margin - name.count)) + text
    }

    // MARK: Colours

    private func styled(_ text: String, _ style: TextStyle) -> String {
        isColored ? style.applied(to: text) : text
    }
}
