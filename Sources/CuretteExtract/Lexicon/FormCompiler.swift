import CuretteData

/// Turns the tables into forms: those that are listed, those that follow from sites × operations, and the phrases in
/// which a form is no name.
struct FormCompiler {
    private let folding: Folding
    private let inflections: Inflections
    private let catalogue: Catalogue
    var builder = FormIndex.Builder()

    init(folding: Folding, inflections: Inflections, catalogue: Catalogue) {
        self.folding = folding
        self.inflections = inflections
        self.catalogue = catalogue
        builder.reserve(40_000)
    }

    mutating func compile(from source: TableSource) throws(DataFileError) {
        try compileListed(from: source)
        try compileRegular(from: source)
        try compileNotNames(from: source)
    }

    private mutating func compileListed(from source: TableSource) throws(DataFileError) {
        let tables = try source.tables(
            "forms", builtIn: Tables.forms, columns: ["concept", "lang", "form", "flags"])
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                let concept = try catalogue.place(of: row[0], in: row)
                let language = try Inflections.language(row[1], in: row)
                var flags: FormFlags = []
                for name in row.list(3) {
                    guard let flag = FormFlags.named[name] else { throw row.error("'\(name)' is no flag of a form") }
                    flags.insert(flag)
                }
                guard add(row.fields[2], concept: concept, language: language, flags) else {
                    throw row.error("'\(row[2])' holds fewer than two letters")
                }
            }
        }
    }

    private mutating func compileNotNames(from source: TableSource) throws(DataFileError) {
        let tables = try source.tables(
            "not-names", builtIn: Tables.notNames, columns: ["phrase", "lang", "concept", "note"])
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                let language = try Inflections.language(row[1], in: row)
                let flags: FormFlags = row[2] == "*" ? [.notName, .capitalised] : .notName
                if row[2] != "*", !row.isEmpty(2) { _ = try catalogue.place(of: row[2], in: row) }
                _ = add(row.fields[0], concept: 0, language: language, flags)
            }
        }
    }

    // MARK: Regular names

    /// One site or operation: its forms in one language.
    private typealias Parts = [String: [[UInt8]]]

    private mutating func compileRegular(from source: TableSource) throws(DataFileError) {
        let languages = Inflections.languages.count
        var sites = [Parts](repeating: [:], count: languages)
        var operations = [Parts](repeating: [:], count: languages)
        var patterns = [[Pattern]](repeating: [], count: languages)
        for table in try source.tables("sites", builtIn: Tables.sites, columns: ["site", "lang", "forms"]) {
            try table.forEachRow { row throws(DataFileError) in
                sites[try Inflections.language(row[1], in: row)][row[0], default: []] += Self.forms(row)
            }
        }
        let tables = try source.tables(
            "operations", builtIn: Tables.operations, columns: ["operation", "lang", "forms"])
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                operations[try Inflections.language(row[1], in: row)][row[0], default: []] += Self.forms(row)
            }
        }
        for table in try source.tables("patterns", builtIn: Tables.patterns, columns: ["lang", "pattern"]) {
            try table.forEachRow { row throws(DataFileError) in
                guard let pattern = Pattern(row[1]) else {
                    throw row.error("'\(row[1])' does not name {site} and {operation} once each")
                }
                patterns[try Inflections.language(row[0], in: row)].append(pattern)
            }
        }
        let parts = try source.tables(
            "parts", builtIn: Tables.parts, columns: ["concept", "lang", "site", "operation"])
        for table in parts {
            try table.forEachRow { row throws(DataFileError) in
                let concept = try catalogue.place(of: row[0], in: row)
                let any = row[1] == "*"
                let named = any ? Array(0..<languages) : [try Inflections.language(row[1], in: row)]
                var known = false
                for language in named {
                    guard let site = sites[language][row[2]], let operation = operations[language][row[3]] else {
                        continue
                    }
                    known = true
                    for pattern in patterns[language] {
                        for place in site {
                            for act in operation {
                                _ = pattern.filled(site: place, operation: act).withUnsafeBytes {
                                    add($0, concept: concept, language: language, [])
                                }
                            }
                        }
                    }
                }
                guard known else {
                    throw row.error("no language has both the site '\(row[2])' and the operation '\(row[3])'")
                }
            }
        }
    }

    private static func forms(_ row: Table.Row) -> [[UInt8]] {
        row.fields[2].split(separator: UInt8(ascii: "|")).map { Array($0) }
    }

    /// How a site and an operation make a name.
    private struct Pattern {
        private let before: [UInt8]
        private let between: [UInt8]
        private let after: [UInt8]
        private let siteFirst: Bool

        init?(_ text: String) {
            let pieces = text.split(separator: "{", omittingEmptySubsequences: false)
            guard pieces.count == 3 else { return nil }
            let first = pieces[1].split(separator: "}", omittingEmptySubsequences: false)
            let second = pieces[2].split(separator: "}", omittingEmptySubsequences: false)
            guard first.count == 2, second.count == 2, Set([first[0], second[0]]) == ["site", "operation"] else {
                return nil
            }
            before = Array(pieces[0].utf8)
            between = Array(first[1].utf8)
            after = Array(second[1].utf8)
            siteFirst = first[0] == "site"
        }

        func filled(site: [UInt8], operation: [UInt8]) -> [UInt8] {
            before + (siteFirst ? site : operation) + between + (siteFirst ? operation : site) + after
        }
    }

    // MARK: One form

    /// Languages in which the first word of a name is its head and takes the plural.
    private static let headFirst: Set<Int> = Set(
        ["es", "pt", "fr", "it"].compactMap { Inflections.languages.firstIndex(of: $0) })

    /// Adds a form, and for a language whose names begin with their head the same with each ending of its first word.
    private mutating func add(
        _ text: UnsafeRawBufferPointer, concept: Int, language: Int, _ flags: FormFlags
    ) -> Bool {
        let (key, starts) = folding.key(of: text)
        guard key.count >= 2, !starts.isEmpty else { return false }
        let hasMarks = text.contains { $0 >= 0x80 }
        addKey(key, starts, text, hasMarks, concept: concept, language: language, flags)
        if starts.count > 1, Self.headFirst.contains(language), flags.isDisjoint(with: [.exactCase, .notName]) {
            let head = Array(key[..<starts[1]])
            let (endings, count) = inflections.endings(of: head, language: language)
            for ending in inflections.classes[Int(endings)] where !head.suffix(count).elementsEqual(ending) {
                let other = Array(head.dropLast(count)) + ending
                let shift = other.count - head.count
                addKey(
                    other + Array(key[starts[1]...]), [0] + starts.dropFirst().map { $0 + shift }, text, hasMarks,
                    concept: concept, language: language, flags)
            }
        }
        return true
    }

    private mutating func addKey(
        _ key: [UInt8], _ starts: [Int], _ text: UnsafeRawBufferPointer, _ hasMarks: Bool, concept: Int,
        language: Int, _ flags: FormFlags
    ) {
        var endings = inflections.none
        var count = 0
        if flags.isDisjoint(with: [.notName, .rewritten]) {
            (endings, count) = inflections.endings(of: key, language: language)
        }
        let cased = flags.contains(.exactCase)
        if cased { (endings, count) = inflections.endings(of: [], language: language) }
        var bits: UInt64 = 0
        for start in starts where start < 64 { bits |= 1 << UInt64(start) }
        builder.add(
            stem: key[..<(key.count - count)],
            Form(
                concept: UInt16(concept), flags: flags, language: UInt8(language), endings: endings, hasMarks: hasMarks, wordStarts: bits,
                surface: cased ? builder.keep(surface: Array(text)) : -1))
    }
}
