/// Finds where the mentions of a gold file stand in the text of a report, which may differ from the gold's in white space
/// and case: by the words themselves, then by what stands round them, then by reading order.
struct GoldPlaces {
    /// How much of either side is compared, in letters.
    private static let reach = 60

    private let letters: [Unicode.Scalar]
    /// For each letter its code point in the report's text.
    private let index: [Int]
    /// Where the last mention was found: of equal places the next one behind it is meant.
    private var cursor = 0

    init(in text: [Unicode.Scalar]) {
        (letters, index) = Self.squeeze(text)
    }

    /// Code points of the report's text; nil where the mention cannot be found there.
    mutating func next(_ mention: GoldPage.Mention) -> Range<Int>? {
        let exact = Self.squeeze(mention.surface).letters
        let before = Self.squeeze(mention.before).letters
        let behind = Self.squeeze(mention.behind).letters
        guard let first = exact.first else { return nil }
        var best: (context: Int, isAhead: Int, nearness: Int)?
        var place = 0
        for at in letters.indices where letters[at] == first {
            guard at + exact.count <= letters.count, letters[at..<at + exact.count].elementsEqual(exact) else {
                continue
            }
            let left = letters[max(0, at - Self.reach)..<at]
            let right = letters[(at + exact.count)...].prefix(Self.reach)
            let context = Self.common(left.reversed(), before.reversed()) + Self.common(right, behind)
            let key = (context, at >= cursor ? 1 : 0, -abs(at - cursor))
            if best.map({ key > $0 }) ?? true {
                best = key
                place = at
            }
        }
        guard let best, best.context >= 6 || before.count + behind.count < 12 else { return nil }
        cursor = place
        return index[place]..<index[place + exact.count - 1] + 1
    }

    /// `text` without white space, invisible characters and case.
    private static func squeeze(_ text: [Unicode.Scalar]) -> (letters: [Unicode.Scalar], index: [Int]) {
        var letters: [Unicode.Scalar] = []
        var index: [Int] = []
        for (place, scalar) in text.enumerated() {
            switch scalar {
            case "\u{200B}", "\u{AD}", "\u{FEFF}": continue
            case "’": letters.append("'")
            case "–": letters.append("-")
            case "ß": letters += ["s", "s"]
            default:
                if scalar.properties.isWhitespace { continue }
                if scalar.isASCII {
                    letters.append(Unicode.Scalar(UInt8(scalar.value) | (("A"..."Z").contains(scalar) ? 0x20 : 0)))
                } else {
                    letters += scalar.properties.lowercaseMapping.unicodeScalars
                }
            }
            while index.count < letters.count { index.append(place) }
        }
        return (letters, index)
    }

    private static func common(_ one: some Sequence<Unicode.Scalar>, _ other: some Sequence<Unicode.Scalar>) -> Int {
        var count = 0
        for (left, right) in zip(one, other) {
            guard left == right else { break }
            count += 1
        }
        return count
    }
}
