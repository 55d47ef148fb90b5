/// Something to be read: it holds one page, or many.
package enum Input: Hashable, Sendable {
    case file(String)
    /// An open file descriptor, which the reader leaves open.
    case standardInput(descriptor: Int32 = 0)

    /// As reports name it.
    package var name: String {
        switch self {
        case .file(let path): path
        case .standardInput: "-"
        }
    }
}

/// What the bytes of an input are to be taken for. The raw values are the command's.
package enum InputFormat: String, Sendable, CaseIterable {
    /// By the file's name, then by its first bytes.
    case auto
    case text, html, jsonl, warc, csv

    /// By what the name ends in, `.gz` and `.zst` aside; nil where that says nothing.
    init?(ofFile path: String) {
        guard let (_, format) = Self.endings.first(where: { Self.path(path, endsIn: $0.0) }) else { return nil }
        self = format
    }

    static func path(_ path: String, endsIn ending: String) -> Bool {
        let name = path.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        return ["", ".gz", ".zst"].contains { compression in
            name.suffix(ending.utf8.count + compression.utf8.count).elementsEqual((ending + compression).utf8)
        }
    }

    private static let endings: [(String, InputFormat)] = [
        (".html", .html), (".htm", .html), (".xhtml", .html), (".txt", .text), (".md", .text), (".jsonl", .jsonl),
        (".ndjson", .jsonl), (".warc", .warc), (".wet", .warc), (".csv", .csv), (".tsv", .csv),
    ]
}

/// How much a reader takes from one input before it gives the page up.
package struct Limits: Sendable {
    /// The bytes of a page, and of a line or record's worth of it.
    package var pageBytes = 32 << 20
    /// How many times its size compressed data may expand to: text, however dull, stays below a hundred.
    package var expansionRatio = 200
    /// How deep elements may stand within each other before their tags no longer count: as deep as browsers go.
    package var elementDepth = 512

    package init() {}
}
