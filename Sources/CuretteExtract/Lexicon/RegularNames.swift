import CuretteData

/// Names that follow a rule: which body site and which operation make which concept, and how the two are joined.
///
/// They are put together where they are met and never listed: some hundred rows stand for tens of thousands of names,
/// and a new site or operation is one line.
struct RegularNames: Sendable {
    /// How a language joins the two: which comes first, and the letters between them.
    struct Pattern: Sendable {
        let siteFirst: Bool
        /// Folded, without spaces; empty where nothing stands between.
        let joint: [UInt8]
    }

    private var sites: [String: UInt16] = [:]
    private var operations: [String: UInt16] = [:]
    private(set) var patterns: [[Pattern]] = Array(repeating: [], count: Inflections.languages.count)
    /// Concepts by language, site and operation.
    private var pairs: [UInt64: UInt16] = [:]
    /// Which languages have forms of a part.
    private var spoken: [UInt64: Set<Int>] = [:]

    /// How many pairs of a site and an operation are names, counted by language.
    var count: Int { pairs.count }

    mutating func site(_ name: String) -> UInt16 { Self.number(of: name, in: &sites) }
    mutating func operation(_ name: String) -> UInt16 { Self.number(of: name, in: &operations) }

    private static func number(of name: String, in numbers: inout [String: UInt16]) -> UInt16 {
        if let number = numbers[name] { return number }
        let number = UInt16(numbers.count)
        numbers[name] = number
        return number
    }

    /// Records that a language has forms of a part.
    mutating func note(_ part: FormPart, language: Int) { spoken[Self.key(part), default: []].insert(language) }

    private static func key(_ part: FormPart) -> UInt64 {
        switch part {
        case .name: 0
        case .site(let number): 1 << 32 | UInt64(number)
        case .operation(let number): 2 << 32 | UInt64(number)
        }
    }

    mutating func readPatterns(from source: TableSource, folding: Folding) throws(DataFileError) {
        for table in try source.tables("patterns", builtIn: Tables.patterns, columns: ["lang", "pattern"]) {
            try table.forEachRow { row throws(DataFileError) in
                let language = try Inflections.language(row.fields[0], in: row)
                let pieces = row[1].split(separator: "}", omittingEmptySubsequences: false).map(String.init)
                let slots = ["{site", "{operation"]
                guard pieces.count == 3, pieces[2].isEmpty, let first = slots.firstIndex(of: pieces[0]),
                    pieces[1].hasSuffix(slots[1 - first])
                else { throw row.error("'\(row[1])' is no {site} and {operation} with something between them") }
                var joint = String(pieces[1].dropLast(slots[1 - first].count))
                let letters = joint.withUTF8 { folding.key(of: UnsafeRawBufferPointer($0)).letters }
                patterns[language].append(Pattern(siteFirst: first == 0, joint: letters))
            }
        }
    }

    mutating func readPairs(from source: TableSource, catalogue: Catalogue) throws(DataFileError) {
        let tables = try source.tables(
            "parts",
            builtIn: Tables.parts,
            columns: ["concept", "lang", "site", "operation"]
        )
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                let concept = try catalogue.place(of: row[0], in: row)
                guard let site = sites[row[2]] else { throw row.error("'\(row[2])' is no site of sites.tsv") }
                guard let operation = operations[row[3]] else {
                    throw row.error("'\(row[3])' is no operation of operations.tsv")
                }
                let both = spoken[Self.key(.site(site)), default: []]
                    .intersection(spoken[Self.key(.operation(operation)), default: []])
                let languages =
                    row[1] == "*" ? both : both.intersection([try Inflections.language(row.fields[1], in: row)])
                guard !languages.isEmpty else {
                    throw row.error("no such language has both the site '\(row[2])' and the operation '\(row[3])'")
                }
                for language in languages { pairs[Self.pair(language, site, operation)] = UInt16(concept) }
            }
        }
    }

    private static func pair(_ language: Int, _ site: UInt16, _ operation: UInt16) -> UInt64 {
        UInt64(language) << 32 | UInt64(site) << 16 | UInt64(operation)
    }

    /// The concept that two parts of one language name together, whichever comes first.
    func concept(_ first: FormPart, _ second: FormPart, language: UInt8) -> UInt16? {
        switch (first, second) {
        case (.site(let site), .operation(let operation)), (.operation(let operation), .site(let site)):
            pairs[Self.pair(Int(language), site, operation)]
        default: nil
        }
    }
}
