package import CuretteData

/// The tables of names: where they are read from, and the literals that stand in for files that are not there.
///
/// What compiles them is also a tool of the build, which runs before there are literals: so they are handed in.
package struct LexiconTables: Sendable {
    private let source: TableSource
    private let builtIn: [String: StaticString]

    /// - Parameter builtIn: the built-in tables by name; none where the folder of `source` has them all.
    package init(_ source: TableSource, builtIn: [String: StaticString] = [:]) {
        self.source = source
        self.builtIn = builtIn
    }

    func tables(_ name: String, columns: [StaticString]) throws(DataFileError) -> [Table] {
        try source.tables(name, builtIn: builtIn[name] ?? "", columns: columns)
    }
}
