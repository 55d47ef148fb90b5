import CuretteData

/// What article spinners write for the words of names, and the phrases that give a spun page away.
///
/// Substitutions are many-to-many and many are ordinary words ("fix", "upgrade"); they are read back only on pages
/// that show several independent signs.
struct Substitutions: Sendable {
    /// By the spun phrase's key: the keys it may stand for.
    private var originals: [[UInt8]: [[UInt8]]] = [:]
    /// By the sign's key: how strongly it speaks (1...3).
    private var signs: [[UInt8]: Int] = [:]
    /// First letters of signs, so that most words are turned away at once.
    private var signStarts: Set<UInt32> = []
    /// Words in the longest phrase of either table.
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
        let signTables = try source.tables(
            "spinner-signs",
            builtIn: Tables.spinnerSigns,
            columns: ["sign", "strength", "source"]
        )
        for table in signTables {
            try table.forEachRow { row throws(DataFileError) in
                let (sign, starts) = folding.key(of: row.fields[0])
                guard sign.count >= 3 else { return }
                signs[sign] = try row.number(1, in: 1...3)
                signStarts.insert(Self.start(sign[...]))
                longest = max(longest, starts.count)
            }
        }
    }

    private static func start(_ key: ArraySlice<UInt8>) -> UInt32 { key.prefix(3).reduce(0) { $0 << 8 | UInt32($1) } }

    /// What the phrase may stand for; none where spinners do not write it.
    func originals(of key: [UInt8]) -> [[UInt8]] {
        if let found = originals[key] { return found }
        // "bosoms" for "breasts": the plural of a spun word is spun too.
        guard key.count > 4, key.last == UInt8(ascii: "s"), let found = originals[key.dropLast()] else { return [] }
        return found.map { $0 + [UInt8(ascii: "s")] } + found
    }

    /// The strength of the sign that stands on these words; 0 where none does.
    func strength(of key: [UInt8]) -> Int { signs[key] ?? 0 }

    func maySignBegin(_ letters: ArraySlice<UInt8>) -> Bool { signStarts.contains(Self.start(letters)) }
}

extension [[UInt8]: [[UInt8]]] {
    fileprivate subscript(key: ArraySlice<UInt8>) -> [[UInt8]]? { self[Array<UInt8>(key)] }
}
