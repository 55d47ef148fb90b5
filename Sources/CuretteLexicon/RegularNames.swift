import CuretteData

/// Names that follow a rule: which body site and which operation make which concept, and how the two are joined.
///
/// They are put together where they are met and never listed: some hundred rows stand for tens of thousands of names,
/// and a new site or operation is one line.
struct RegularNames {
    private var sites: [String: UInt16] = [:]
    private var operations: [String: UInt16] = [:]
    private(set) var patterns: [[RegularPattern]] = Array(repeating: [], count: Inflections.languages.count)
    /// Concepts by language, site and operation.
    private var concepts: [Pair: UInt16] = [:]
    /// Which languages have forms of a part.
    private var spoken: [FormPart: Set<Int>] = [:]

    private struct Pair: Hashable, Comparable {
        let language: UInt8
        let site: UInt16
        let operation: UInt16

        static func < (left: Pair, right: Pair) -> Bool {
            (left.language, left.site, left.operation) < (right.language, right.site, right.operation)
        }
    }

    /// All pairs, ascending.
    var pairs: [RegularPair] {
        concepts.sorted { $0.key < $1.key }.map { pair, concept in
            RegularPair(language: pair.language, site: pair.site, operation: pair.operation, concept: concept)
        }
    }

    mutating func site(_ name: String) -> UInt16 { Self.number(of: name, in: &sites) }
    mutating func operation(_ name: String) -> UInt16 { Self.number(of: name, in: &operations) }

    private static func number(of name: String, in numbers: inout [String: UInt16]) -> UInt16 {
        if let number = numbers[name] { return number }
        let number = UInt16(numbers.count)
        numbers[name] = number
        return number
    }

    /// Records that a language has forms of a part.
    mutating func note(_ part: FormPart, language: Int) { spoken[part, default: []].insert(language) }

    mutating func readPatterns(from source: LexiconTables, folding: Folding) throws(DataFileError) {
        for table in try source.tables("patterns", columns: ["lang", "pattern"]) {
            try table.forEachRow { row throws(DataFileError) in
                let language = try Inflections.language(row.fields[0], in: row)
                let pieces = row[1].split(separator: "}", omittingEmptySubsequences: false).map(String.init)
                let slots = ["{site", "{operation"]
                guard pieces.count == 3, pieces[2].isEmpty, let first = slots.firstIndex(of: pieces[0]),
                    pieces[1].hasSuffix(slots[1 - first])
                else { throw row.error("'\(row[1])' is no {site} and {operation} with something between them") }
                var joint = String(pieces[1].dropLast(slots[1 - first].count))
                let letters = joint.withUTF8 { folding.key(of: UnsafeRawBufferPointer($0)).letters }
                patterns[language].append(RegularPattern(siteFirst: first == 0, joint: letters))
            }
        }
    }

    mutating func readPairs(from source: LexiconTables, catalogue: Catalogue) throws(DataFileError) {
        let tables = try source.tables("parts", columns: ["concept", "lang", "site", "operation"])
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                let concept = try catalogue.place(of: row[0], in: row)
                guard let site = sites[row[2]] else { throw row.error("'\(row[2])' is no site of sites.tsv") }
                guard let operation = operations[row[3]] else {
                    throw row.error("'\(row[3])' is no operation of operations.tsv")
                }
                let both = spoken[.site(site), default: []].intersection(spoken[.operation(operation), default: []])
                let languages =
                    row[1] == "*" ? both : both.intersection([try Inflections.language(row.fields[1], in: row)])
                guard !languages.isEmpty else {
                    throw row.error("no such language has both the site '\(row[2])' and the operation '\(row[3])'")
                }
                for language in languages {
                    concepts[Pair(language: UInt8(language), site: site, operation: operation)] = UInt16(concept)
                }
            }
        }
    }
}
