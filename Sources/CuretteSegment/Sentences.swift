package import CuretteData
package import CuretteText

/// Finds the sentence around a place, when one is asked for: most sentences of a page hold no mention.
///
/// The work is bounded: it looks at most `reach` bytes to either side and never beyond the block.
package struct Sentences: Sendable {
    /// How far from the place a sentence may begin or end, in bytes.
    package static let reach = 2000

    private let abbreviations: Abbreviations

    /// - Throws: `DataFileError` where `abbreviations.tsv` holds a mistake.
    package init(_ source: TableSource = .builtIn) throws(DataFileError) {
        abbreviations = try Abbreviations(source)
    }

    /// The sentence that holds `offset`, white space at its ends left out; it lies within `block`.
    ///
    /// A full stop glued to the next sentence ("skin.The") ends one, that of an abbreviation, an initial, a number or
    /// an address does not. A line break ends one unless the next line begins small.
    package func sentence(
        around offset: Int,
        in block: Block,
        of bytes: UnsafeBufferPointer<UInt8>
    ) -> Span<Clean> {
        let (first, end) = (block.span.lower, block.span.upper)
        let place = min(max(offset, first), max(first, end - 1))
        let text = Window(bytes: bytes, lower: first, upper: end)

        var lower = max(first, place - Self.reach)
        var at = place - 1
        search: while at >= lower {
            if Window.mayEnd(bytes[at]), let next = start(behind: at, in: text), next <= place {
                lower = next
                break search
            }
            at -= 1
        }
        var upper = min(end, place + Self.reach)
        // The place may lie among the quotes and brackets that close its sentence, behind the stop.
        at = max(lower, place - 16)
        while at < upper {
            if Window.mayEnd(bytes[at]), let next = start(behind: at, in: text), next > place {
                upper = next
                break
            }
            at += 1
        }
        while lower > first, lower < place, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        while upper < end, upper > place, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
        let trimmed = WhiteSpace.trimmed(lower, upper, in: bytes)
        return Span(trimmed.lower, trimmed.upper)
    }

    /// The same, for bytes in an array.
    package func sentence(around offset: Int, in block: Block, of bytes: [UInt8]) -> Span<Clean> {
        bytes.withUnsafeBufferPointer { sentence(around: offset, in: block, of: $0) }
    }

    /// Where the next sentence begins, if the sign at `offset` ends one.
    private func start(behind offset: Int, in text: Window) -> Int? {
        if text.bytes[offset] == 0x0A || text.bytes[offset] == 0x0D {
            let next = text.skipSpaces(offset)
            return text.isSmall(next) ? nil : next
        }
        let width = text.width(ofStopAt: offset)
        guard width > 0 else { return nil }
        let closed = text.skipClosing(offset + width)
        let next = text.skipSpaces(closed)
        if next == text.upper { return next }
        if width > 1, !text.isEllipsis(offset) { return next }
        if next == closed { return isGlued(offset, closed, text) ? next : nil }
        if text.isSmall(next) { return nil }
        if text.bytes[offset] == 0x2E, abbreviations.holdsStop(at: offset, before: next, in: text) { return nil }
        return next
    }

    /// "skin.The": small letters, a stop, and a capital that begins a word.
    private func isGlued(_ stop: Int, _ next: Int, _ text: Window) -> Bool {
        guard text.isCapital(next), stop - text.lower >= 3 else { return false }
        let before = text.bytes[stop - 1]
        if before != 0x29, before != 0x25 {
            guard before & 0xC0 == 0x80 || before &- 0x61 < 26 else { return false }
            // "Ph.D": a word of two letters and a stop within it is an abbreviation.
            guard (1...3).allSatisfy({ LinePhrases.isWord(text.bytes[stop - $0]) }) else { return false }
        }
        let after = next + UTF8Bytes.width(of: text.bytes[next])
        return after >= text.upper || text.isSmall(after) || text.bytes[after] == 0x20 || text.isCapital(after)
    }
}
