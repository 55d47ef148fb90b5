import CuretteData

/// Turns the tables into forms: names that are listed, the sites and operations of which regular names are made, and
/// the phrases in which a form is no name.
struct FormCompiler {
    private let folding: Folding
    private let inflections: Inflections
    private let catalogue: Catalogue
    private var stems = StemList()
    private var regular = RegularNames()
    private var words = WordCollection()

    init(folding: Folding, inflections: Inflections, catalogue: Catalogue) {
        self.folding = folding
        self.inflections = inflections
        self.catalogue = catalogue
    }

    mutating func compile(from source: LexiconTables) throws(DataFileError) {
        try compileListed(from: source)
        try compileParts(from: source)
        try compileNotNames(from: source)
    }

    /// What was compiled.
    func names() -> CompiledNames {
        CompiledNames(stems, words: words, pairs: regular.pairs, patterns: regular.patterns)
    }

    private mutating func compileListed(from source: LexiconTables) throws(DataFileError) {
        let tables = try source.tables("forms", columns: ["concept", "lang", "form", "flags"])
        var concept = -1
        var id: UnsafeRawBufferPointer?
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                // The table is sorted by concept: nearly every row has that of the row above.
                if id.map({ !$0.elementsEqual(row.fields[0]) }) ?? true {
                    concept = try catalogue.place(of: row[0], in: row)
                    id = row.fields[0]
                }
                let language = try Inflections.language(row.fields[1], in: row)
                var flags: FormFlags = []
                for name in row.isEmpty(3) ? [] : row.list(3) {
                    guard let flag = FormFlags.named[name] else { throw row.error("'\(name)' is no flag of a form") }
                    flags.insert(flag)
                }
                guard add(row.fields[2], concept: concept, language: language, flags) else {
                    throw row.error("'\(row[2])' holds fewer than two letters")
                }
            }
        }
    }

    private mutating func compileNotNames(from source: LexiconTables) throws(DataFileError) {
        let tables = try source.tables("not-names", columns: ["phrase", "lang", "concept", "note"])
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                let language = try Inflections.language(row.fields[1], in: row)
                let flags: FormFlags = row[2] == "*" ? [.notName, .capitalised] : .notName
                if row[2] != "*", !row.isEmpty(2) { _ = try catalogue.place(of: row[2], in: row) }
                _ = add(row.fields[0], concept: 0, language: language, flags)
            }
        }
    }

    /// Sites and operations are forms of their own; which pairs are names stands in `RegularNames`.
    private mutating func compileParts(from source: LexiconTables) throws(DataFileError) {
        for table in try source.tables("sites", columns: ["site", "lang", "forms"]) {
            try table.forEachRow { row throws(DataFileError) in
                let site = regular.site(row[0])
                try add(row, .site(site))
            }
        }
        let tables = try source.tables("operations", columns: ["operation", "lang", "forms"])
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                let operation = regular.operation(row[0])
                try add(row, .operation(operation))
            }
        }
        try regular.readPatterns(from: source, folding: folding)
        try regular.readPairs(from: source, catalogue: catalogue)
    }

    private mutating func add(_ row: Table.Row, _ part: FormPart) throws(DataFileError) {
        let language = try Inflections.language(row.fields[1], in: row)
        regular.note(part, language: language)
        for form in row.fields[2].split(separator: UInt8(ascii: "|")) {
            guard add(UnsafeRawBufferPointer(rebasing: form), concept: 0, language: language, [], part) else {
                throw row.error("a form holds fewer than two letters")
            }
        }
    }

    // MARK: One form

    /// Languages in which the first word of a name is its head and takes the plural.
    private static let headFirst: Set<Int> = Set(
        ["es", "pt", "fr", "it"].compactMap { Inflections.languages.firstIndex(of: $0) }
    )

    /// Languages in which misspelt and glued words are mended: those that have a dictionary.
    private static let mended: Set<Int> = Set(["en", "es"].compactMap { Inflections.languages.firstIndex(of: $0) })

    /// Adds a form, and for a language whose names begin with their head the same with each ending of its first word.
    private mutating func add(
        _ text: UnsafeRawBufferPointer,
        concept: Int,
        language: Int,
        _ flags: FormFlags,
        _ part: FormPart = .name
    ) -> Bool {
        let (key, starts) = folding.key(of: text)
        guard key.count >= 2, !starts.isEmpty else { return false }
        let hasMarks = text.contains { $0 >= 0x80 }
        if Self.mended.contains(language),
            flags.isDisjoint(with: [.exactCase, .rewritten, .notName, .misspelt])
        {
            for (index, start) in starts.enumerated() {
                words.insert(Array(key[start..<(index + 1 < starts.count ? starts[index + 1] : key.count)]))
            }
        }
        addKey(key, starts, text, hasMarks, concept: concept, language: language, flags, part)
        if starts.count > 1, Self.headFirst.contains(language), flags.isDisjoint(with: [.exactCase, .notName]) {
            let head = Array(key[..<starts[1]])
            let (endings, count) = inflections.endings(of: head, language: language)
            for ending in inflections.classes[Int(endings)] where !head.suffix(count).elementsEqual(ending) {
                let other = Array(head.dropLast(count)) + ending
                let shift = other.count - head.count
                addKey(
                    other + Array(key[starts[1]...]),
                    [0] + starts.dropFirst().map { $0 + shift },
                    text,
                    hasMarks,
                    concept: concept,
                    language: language,
                    flags,
                    part
                )
            }
        }
        return true
    }

    private mutating func addKey(
        _ key: [UInt8],
        _ starts: [Int],
        _ text: UnsafeRawBufferPointer,
        _ hasMarks: Bool,
        concept: Int,
        language: Int,
        _ flags: FormFlags,
        _ part: FormPart
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
        stems.add(
            stem: key[..<(key.count - count)],
            Form(
                concept: UInt16(concept),
                part: part,
                flags: flags,
                language: UInt8(language),
                endings: endings,
                hasMarks: hasMarks,
                wordStarts: bits,
                surface: cased ? stems.keep(surface: Array(text)) : -1
            )
        )
    }
}
