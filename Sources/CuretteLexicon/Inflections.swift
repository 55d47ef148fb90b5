package import CuretteData

/// How names change at their end, by language: which ending of the table's form may be replaced by which others.
package struct Inflections: Sendable {
    /// The languages of the lexicon; a form's language is an index into them.
    package static let languages = ["en", "es", "pt", "fr", "de", "it", "tr", "ru"]

    /// The endings that may follow a stem, folded; the first is the one that the table's form has.
    package private(set) var classes: [[[UInt8]]] = []
    private var rules: [[Rule]] = Array(repeating: [], count: languages.count)

    /// One row: names with this ending lose its last `cut` letters to the class. What all endings of a row share
    /// stays with the stem ("lift" with its "s" and "ing").
    private struct Rule {
        let ending: [UInt8]
        let cut: Int
        let endings: UInt16
    }

    /// The class that allows nothing but the bare stem: abbreviations and phrases that are no names.
    let none: UInt16 = 0

    package init(from source: LexiconTables) throws(DataFileError) {
        classes.append([[]])
        for table in try source.tables("inflections", columns: ["lang", "ending", "endings"]) {
            try table.forEachRow { row throws(DataFileError) in
                let language = try Self.language(row.fields[0], in: row)
                let bytes = { (text: String) in text == "-" ? [] : Array(text.utf8) }
                let ending = bytes(row[1])
                let all = row.list(2, separatedBy: "|").map(bytes)
                guard all.first == ending else {
                    throw row.error("the first of the endings has to be '\(row[1])' itself")
                }
                let shared = all.map { zip($0, ending).prefix { $0 == $1 }.count }.min() ?? 0
                classes.append(all.map { Array($0.dropFirst(shared)) })
                rules[language].append(
                    Rule(ending: ending, cut: ending.count - shared, endings: UInt16(classes.count - 1))
                )
            }
        }
        for language in rules.indices { rules[language].sort { $0.ending.count > $1.ending.count } }
    }

    /// The language that a field of a row names.
    package static func language(
        _ field: UnsafeRawBufferPointer,
        in row: Table.Row
    ) throws(DataFileError) -> Int {
        guard let index = codes.firstIndex(where: { $0.elementsEqual(field) }) else {
            throw row.error("'\(String(decoding: field, as: UTF8.self))' is no language of the lexicon")
        }
        return index
    }

    private static let codes = languages.map { Array($0.utf8) }

    /// The class of `key`, and how many letters of it are not stem.
    func endings(of key: [UInt8], language: Int) -> (endings: UInt16, count: Int) {
        for rule in rules[language]
        where rule.ending.isEmpty
            || key.count >= rule.ending.count + 2 && key.suffix(rule.ending.count).elementsEqual(rule.ending)
        {
            return (rule.endings, rule.cut)
        }
        return (none, 0)
    }
}
