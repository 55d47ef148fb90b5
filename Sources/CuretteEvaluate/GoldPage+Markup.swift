package import CuretteData

extension GoldPage {
    /// Code points on either side of a mention by which it is found again.
    private static let margin = 40

    /// Reads `NAME.gold.txt`: a line of facts, `#! doc=NAME usage=umbrella …`, then the page's repaired text with its
    /// mentions as `⟦surface|concept|tag⟧`.
    ///
    /// `concept` may list several ids with `/`, and begins with `field:` where the name is a discipline's. `tag` is one
    /// of `c`, `r`, `u`, `e`, with the flags `~` (elided) and `?` (optional) behind it.
    ///
    /// - Throws: `DataFileError` with the line of the first mistake.
    package init(markup text: String, file: String) throws(DataFileError) {
        // By scalars throughout: a combining mark behind `⟧` would make another character of it.
        let scalars = Self.withLineFeeds(text)
        let end = scalars.firstIndex(of: "\n") ?? scalars.count
        var facts: [Substring: Substring] = [:]
        let head = String(scalars: scalars[..<end])
        for fact in head.drop(while: { "#! ".contains($0) }).split(separator: " ") {
            let halves = fact.split(separator: "=", maxSplits: 1)
            if halves.count == 2 { facts[halves[0]] = halves[1] }
        }
        guard let name = facts["doc"], let usage = facts["usage"] else {
            throw DataFileError(file, line: 1, "the first line should give the page's facts: '#! doc=NAME usage=USAGE'")
        }
        var reader = MarkupReader(file: file, line: 2)
        try reader.read(scalars[min(scalars.count, end + 1)...])
        let plain = reader.text
        self.name = String(name)
        self.usage = String(usage)
        mentions = reader.marks.map { mark in
            Mention(
                surface: Array(plain[mark.range]),
                before: Array(plain[max(0, mark.range.lowerBound - Self.margin)..<mark.range.lowerBound]),
                behind: Array(plain[mark.range.upperBound...].prefix(Self.margin)),
                concepts: mark.concepts,
                isField: mark.isField,
                tag: mark.tag,
                isOptional: mark.isOptional
            )
        }
    }

    /// The text with line feeds for all line ends, as an editor shows it.
    private static func withLineFeeds(_ text: String) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        var wasReturn = false
        for scalar in text.unicodeScalars {
            if scalar != "\n" || !wasReturn { scalars.append(scalar == "\r" ? "\n" : scalar) }
            wasReturn = scalar == "\r"
        }
        return scalars
    }
}

/// Takes the marks off a text and keeps what they said.
private struct MarkupReader {
    struct Mark {
        let range: Range<Int>
        let concepts: [String]
        let isField: Bool
        let tag: GoldTag
        let isOptional: Bool
    }

    private static let fieldPrefix = "field:"

    let file: String
    var line: Int
    private(set) var text: [Unicode.Scalar] = []
    private(set) var marks: [Mark] = []

    init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    mutating func read(_ body: ArraySlice<Unicode.Scalar>) throws(DataFileError) {
        var at = body.startIndex
        while at < body.endIndex {
            guard body[at] == "⟦" else {
                if body[at] == "\n" { line += 1 }
                text.append(body[at])
                at += 1
                continue
            }
            guard let end = body[at...].firstIndex(of: "⟧") else { throw error("a ⟦ without its ⟧") }
            try add(body[(at + 1)..<end])
            at = end + 1
        }
    }

    private mutating func add(_ mark: ArraySlice<Unicode.Scalar>) throws(DataFileError) {
        let parts = mark.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            throw error("'⟦\(String(scalars: mark))⟧' should have three parts: surface|concept|tag")
        }
        guard !parts[0].isEmpty else { throw error("'⟦\(String(scalars: mark))⟧' marks no words") }
        guard let letter = parts[2].first, let tag = GoldTag(letter: letter) else {
            throw error("'\(String(scalars: parts[2]))' is no tag; it is c, r, e or u")
        }
        let concepts = String(scalars: parts[1])
        let isField = concepts.hasPrefix(Self.fieldPrefix)
        let ids = isField ? concepts.dropFirst(Self.fieldPrefix.count) : concepts[...]
        marks.append(
            Mark(
                range: text.count..<text.count + parts[0].count,
                concepts: ids.split(separator: "/").map(String.init),
                isField: isField,
                tag: tag,
                isOptional: parts[2].contains("?")
            )
        )
        text += parts[0]
        line += parts[0].count { $0 == "\n" }
    }

    private func error(_ sentence: String) -> DataFileError { DataFileError(file, line: line, sentence) }
}
