/// What a perfect reader would have found on a page: a gold file, read.
///
/// The format is that of Fixtures/README.md: `⟦surface|concept|tag⟧` in the repaired text of the page.
public struct GoldPage: Sendable {
    public struct Mention: Sendable {
        public let surface: [Unicode.Scalar]
        /// Up to 40 code points before and behind it, by which its place in a report's text is found.
        public let before: [Unicode.Scalar]
        public let behind: [Unicode.Scalar]
        /// Ids of concepts, each of which is right.
        public let concepts: [String]
        public let isField: Bool
        public let tag: String
        public let isOptional: Bool
    }

    private static let margin = 40
    private static let tags: [Character: String] = [
        "c": "cosmetic", "r": "reconstructive", "e": "either", "u": "umbrella",
    ]

    /// The page's name: its file's, without folder and ending.
    public let name: String
    public let usage: String
    public let mentions: [Mention]

    public init(_ file: String) throws {
        // By scalars throughout: a combining mark behind `⟧` would make another character of it.
        let scalars = Array(file.unicodeScalars)
        let firstLine = String(scalars: scalars.prefix { $0 != "\n" })
        var facts: [Substring: Substring] = [:]
        for fact in firstLine.drop(while: { "#! ".contains($0) }).split(separator: " ") {
            let halves = fact.split(separator: "=", maxSplits: 1)
            if halves.count == 2 { facts[halves[0]] = halves[1] }
        }
        guard let name = facts["doc"], let usage = facts["usage"] else {
            throw GoldError("no doc= or usage=", firstLine)
        }
        self.name = String(name)
        self.usage = String(usage)

        var text: [Unicode.Scalar] = []
        var marks: [(range: Range<Int>, concepts: String, flags: String)] = []
        var at = (scalars.firstIndex(of: "\n") ?? scalars.count - 1) + 1
        while at < scalars.count {
            guard scalars[at] == "⟦" else {
                text.append(scalars[at])
                at += 1
                continue
            }
            guard let end = scalars[at...].firstIndex(of: "⟧") else {
                throw GoldError("⟦ without its ⟧", String(scalars: scalars[at...].prefix(60)))
            }
            let parts = scalars[(at + 1)..<end].split(separator: "|", omittingEmptySubsequences: false)
            guard parts.count == 3 else { throw GoldError("not three parts", String(scalars: scalars[at...end])) }
            marks.append(
                (text.count..<text.count + parts[0].count, String(scalars: parts[1]), String(scalars: parts[2]))
            )
            text += parts[0]
            at = end + 1
        }
        mentions = try marks.map { mark in
            guard let letter = mark.flags.first, let tag = Self.tags[letter], !mark.range.isEmpty else {
                throw GoldError("no such tag", mark.flags)
            }
            let isField = mark.concepts.hasPrefix("field:")
            let concepts = isField ? mark.concepts.dropFirst("field:".count) : mark.concepts[...]
            return Mention(
                surface: Array(text[mark.range]),
                before: Array(text[max(0, mark.range.lowerBound - Self.margin)..<mark.range.lowerBound]),
                behind: Array(text[mark.range.upperBound...].prefix(Self.margin)),
                concepts: concepts.split(separator: "/").map(String.init),
                isField: isField,
                tag: tag,
                isOptional: mark.flags.contains("?")
            )
        }
    }
}

/// A gold file that does not keep to its format.
public struct GoldError: Error, CustomStringConvertible {
    public let description: String

    init(_ sentence: String, _ place: String) { description = "\(sentence): \(place)" }
}

extension String {
    package init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
