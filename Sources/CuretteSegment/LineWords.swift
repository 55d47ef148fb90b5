import CuretteData
import CuretteIngest

/// What the words of a line tell of its part on the page, whatever its layout: the tables `role-lines.tsv` and
/// `line-words.tsv`.
struct LineWords: Sendable {
    /// What a role cue speaks for.
    enum Extent: String {
        /// Its own line.
        case line
        /// Everything from its line to the next heading.
        case section
        /// Everything from its line on, where no prose follows.
        case rest
    }

    struct Cue: Sendable {
        let role: Role
        let extent: Extent
    }

    private(set) var phrases = LinePhrases()
    private(set) var cues: [Cue] = []
    let joinedNames: JoinedNames

    /// Values of `phrases` from here on are indices of `cues`; below, they are `Sense` raw values.
    static let firstCue: UInt8 = 16

    /// What a phrase of `line-words.tsv` says.
    enum Sense: UInt8, CaseIterable {
        case announces, category, aside, plain, open, joins

        static let names: [StaticString] = ["announces", "category", "aside", "plain", "open", "joins"]

        var trait: Line.Traits {
            switch self {
            case .announces: .announces
            case .category: .category
            case .aside: .aside
            case .plain: .plain
            case .open: .open
            case .joins: .joins
            }
        }
    }

    init(_ source: TableSource) throws(DataFileError) {
        joinedNames = try JoinedNames(source)
        let words = try source.tables("line-words", builtIn: Tables.lineWords, columns: ["phrase", "place", "sense"])
        for table in words {
            try table.forEachRow { (row) throws(DataFileError) in
                guard let index = row.index(2, among: Sense.names) else {
                    let names = Sense.names.map(\.description).joined(separator: ", ")
                    throw row.error("'\(row[2])' is no sense of a line: write one of \(names)")
                }
                let sense = Sense.allCases[index]
                try phrases.add(row, phrase: 0, place: 1, value: sense.rawValue)
            }
        }
        let roles = try source.tables(
            "role-lines",
            builtIn: Tables.roleLines,
            columns: ["phrase", "place", "role", "extent"]
        )
        for table in roles {
            try table.forEachRow { (row) throws(DataFileError) in
                guard let role = Role(rawValue: row[2]) else { throw row.error("'\(row[2])' is no role") }
                guard let extent = Extent(rawValue: row[3]) else {
                    throw row.error("'\(row[3])' is no extent: write line, section or rest")
                }
                try phrases.add(row, phrase: 0, place: 1, value: try cue(role, extent, row))
            }
        }
    }

    private mutating func cue(_ role: Role, _ extent: Extent, _ row: Table.Row) throws(DataFileError) -> UInt8 {
        let index = cues.firstIndex { $0.role == role && $0.extent == extent } ?? cues.count
        if index == cues.count { cues.append(Cue(role: role, extent: extent)) }
        return Self.firstCue + UInt8(index)
    }
}
