/// Finds where the mentions of gold stand in the text of a report, which may differ from the gold's in white space and
/// case: by the words themselves, then by what stands round them, then by reading order.
struct GoldPlaces {
    /// How much of either side is compared, in letters.
    private static let reach = 60
    /// Letters of company that a place needs, where gold gives so many that it could have more.
    private static let leastContext = 6
    private static let enoughContext = 12

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
        guard let best,
            best.context >= Self.leastContext || before.count + behind.count < Self.enoughContext
        else { return nil }
        cursor = place
        return index[place]..<index[place + exact.count - 1] + 1
    }

    /// `text` without white space, invisible characters and case.
    private static func squeeze(_ text: [Unicode.Scalar]) -> (letters: [Unicode.Scalar], index: [Int]) {
        var letters: [Unicode.Scalar] = []
        letters.reserveCapacity(text.count)
        var index: [Int] = []
        index.reserveCapacity(text.count)
        for (place, scalar) in text.enumerated() {
            switch scalar {
            case "\u{200B}", "\u{AD}", "\u{FEFF}": continue
            // Separators of old teletypes, which Unicode does not call white space.
            case "\u{1C}"..."\u{1F}": continue
            case "’": letters.append("'")
            case "–": letters.append("-")
            case "ı": letters.append(scalar)
            default:
                if scalar.properties.isWhitespace { continue }
                if scalar.isASCII {
                    letters.append(Unicode.Scalar(UInt8(scalar.value) | (("A"..."Z").contains(scalar) ? 0x20 : 0)))
                } else {
                    letters += folded(scalar)
                }
            }
            while index.count < letters.count { index.append(place) }
        }
        return (letters, index)
    }

    /// Full case folding by mappings that the standard library has. It parts and joins the same letters as Unicode's
    /// CaseFolding.txt (compared for every code point), Turkish dotless ı aside, which is not to come here.
    private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        scalar.properties.lowercaseMapping.unicodeScalars
            .flatMap { $0.properties.uppercaseMapping.unicodeScalars }
            .flatMap { $0.properties.lowercaseMapping.unicodeScalars }
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
