import CuretteLexicon
import CuretteData

/// What article spinners write for the words of names.
///
/// Substitutions are many-to-many and many are ordinary words ("fix", "upgrade"); they are read back only on pages
/// that show several independent signs.
struct Substitutions: Sendable {
    /// By the spun phrase's key: the keys it may stand for.
    private var originals: [[UInt8]: [[UInt8]]] = [:]
    /// Words in the longest phrase.
    private(set) var longest = 1

    init(from source: TableSource, folding: Folding) throws(DataFileError) {
        let tables = try source.tables(
            "substitutions",
            builtIn: Tables.substitutions,
            columns: ["spun", "original", "source"]
        )
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                let (spun, starts) = folding.key(of: row.fields[0])
                let original = folding.key(of: row.fields[1]).letters
                guard !spun.isEmpty, !original.isEmpty else { throw row.error("both sides need letters") }
                originals[spun, default: []].append(original)
                longest = max(longest, starts.count)
            }
        }
    }

    /// What the phrase may stand for; none where spinners do not write it.
    func originals(of key: [UInt8]) -> [[UInt8]] {
        if let found = originals[key] { return found }
        // "bosoms" for "breasts": the plural of a spun word is spun too.
        guard key.count > 4, key.last == UInt8(ascii: "s"), let found = originals[key.dropLast()] else { return [] }
        return found.map { $0 + [UInt8(ascii: "s")] } + found
    }
}

extension [[UInt8]: [[UInt8]]] {
    fileprivate subscript(key: ArraySlice<UInt8>) -> [[UInt8]]? { self[Array<UInt8>(key)] }
}
