package import CuretteData

/// weights.tsv as it is written: read here by the tagger, and by the tool that fits the weights, which writes it anew.
package enum WeightTable {
    package struct Row: Sendable {
        package let name: String
        /// What the tagger uses.
        package var value: Double
        /// What was set by reason, before any page was looked at; the fit is held to it.
        package let prior: Double
        package let why: String
        package let file: String
        package let line: Int
    }

    /// All rows in order, those of a user's `weights.add.tsv` behind the others.
    ///
    /// - Throws: `DataFileError` where a value is no number from 0 up, or a file has a name twice.
    package static func rows(from source: TableSource) throws(DataFileError) -> [Row] {
        var rows: [Row] = []
        let columns: [StaticString] = ["name", "value", "prior", "why"]
        for table in try source.tables("weights", builtIn: Tables.weights, columns: columns) {
            let first = rows.count
            try table.forEachRow { row throws(DataFileError) in
                func number(_ column: Int) throws(DataFileError) -> Double {
                    guard let value = Double(row[column]), value.isFinite, value >= 0 else {
                        throw row.error("'\(row[column])' is no number from 0 up")
                    }
                    return value
                }
                guard !rows[first...].contains(where: { $0.name == row[0] }) else {
                    throw row.error("'\(row[0])' has a value already")
                }
                rows.append(
                    Row(
                        name: row[0],
                        value: try number(1),
                        prior: try number(2),
                        why: row[3],
                        file: row.file,
                        line: row.line
                    )
                )
            }
        }
        return rows
    }
}
