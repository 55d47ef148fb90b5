package import CuretteData

/// The table of concepts, checked: ids once each, `broader` known and free of cycles.
package struct Catalogue {
    package private(set) var concepts: [Concept] = []
    package private(set) var places: [String: Int] = [:]

    package init(from source: LexiconTables) throws(DataFileError) {
        var broader: [(id: String, error: DataFileError)?] = []
        let tables = try source.tables(
            "concepts",
            columns: ["id", "label", "kind", "family", "tag", "ambivalence", "broader", "mesh", "source"]
        )
        var rows: [(fields: Row, broader: String)] = []
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                let id = row[0]
                guard places[id] == nil else { throw row.error("'\(id)' is already defined") }
                guard let kind = Concept.Kind(rawValue: row[2]) else {
                    throw row.error("'\(row[2])' is no kind; it is procedure, field or context")
                }
                guard let tag = Tag(rawValue: row[4]) else {
                    throw row.error("'\(row[4])' is no tag; it is cosmetic or reconstructive")
                }
                places[id] = rows.count
                let ambivalence = try row.number(5, in: 0...3)
                rows.append(
                    (
                        Row(
                            id: id,
                            label: row[1],
                            kind: kind,
                            family: row[3],
                            usual: tag,
                            ambivalence: ambivalence,
                            mesh: row.isEmpty(7) ? nil : row[7],
                            source: row[8]
                        ),
                        row[6]
                    )
                )
                broader.append(
                    row.isEmpty(6)
                        ? nil : (row[6], row.error("'\(row[6])', said to be broader than '\(id)', is no concept"))
                )
            }
        }
        for (index, row) in rows.enumerated() {
            var above: Int?
            if let (id, error) = broader[index] {
                guard let place = places[id] else { throw error }
                above = place
            }
            let fields = row.fields
            concepts.append(
                Concept(
                    id: fields.id,
                    label: fields.label,
                    kind: fields.kind,
                    family: fields.family,
                    usual: fields.usual,
                    ambivalence: fields.ambivalence,
                    broader: above,
                    mesh: fields.mesh,
                    source: fields.source
                )
            )
        }
        for index in concepts.indices {
            var above = concepts[index].broader
            var steps = 0
            while let next = above {
                steps += 1
                guard steps <= concepts.count else {
                    throw DataFileError("concepts.tsv", "'\(concepts[index].id)' is broader than itself")
                }
                above = concepts[next].broader
            }
        }
    }

    private struct Row {
        let id: String
        let label: String
        let kind: Concept.Kind
        let family: String
        let usual: Tag
        let ambivalence: Int
        let mesh: String?
        let source: String
    }

    func place(of id: String, in row: Table.Row) throws(DataFileError) -> Int {
        guard let place = places[id] else { throw row.error("'\(id)' names no concept") }
        return place
    }
}
