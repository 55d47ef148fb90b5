import CuretteText

extension Block {
    /// The stretch of the block without the signs that markdown puts round a heading: "## **Risks** ##" is "Risks".
    ///
    /// Signs are bytes of the page and stay in the block; in a heading path they would be noise.
    package func words(in text: [UInt8]) -> Range<Int> {
        var (lower, upper) = (span.lower, span.upper)
        guard case .heading = kind else { return lower..<upper }
        func isSign(_ byte: UInt8) -> Bool { byte == 0x23 || byte == 0x2A || byte == 0x5F || byte == 0x20 }
        guard isSign(text[lower]) else { return lower..<upper }
        while lower < upper, isSign(text[lower]) { lower += 1 }
        while upper > lower, isSign(text[upper - 1]) { upper -= 1 }
        return lower < upper ? lower..<upper : span.range
    }
}
