import CuretteData

/// Names with a capital inside (`joined-names.tsv`), which no seam parts.
struct JoinedNames: Sendable {
    /// The hashes of the names, in small letters.
    private var whole: Set<UInt64> = []
    private var starts: [[UInt8]] = []

    /// - Throws: `DataFileError` where a name is not in small letters, stands twice, or its place is none.
    init(_ source: TableSource) throws(DataFileError) {
        let tables = try source.tables("joined-names", builtIn: Tables.joinedNames, columns: ["name", "place"])
        for table in tables {
            try table.forEachRow { (row) throws(DataFileError) in
                let name = Array(row.fields[0])
                guard !name.isEmpty, name.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }) else {
                    throw row.error("a name is written in small letters, and is not empty")
                }
                switch row[1] {
                case "whole":
                    guard whole.insert(Self.hash(name)).inserted else {
                        throw row.error("'\(row[0])' is already listed")
                    }
                case "start": starts.append(name)
                default: throw row.error("'\(row[1])' is no place of a name: write whole or start")
                }
            }
        }
    }

    func contains(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        whole.contains(Self.hash(name))
            || starts.contains { start in
                name.count > start.count && zip(name, start).allSatisfy { LinePhrases.fold($0) == $1 }
                    && name[name.startIndex + start.count] &- 0x41 < 26
            }
    }

    private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(LinePhrases.fold(byte))) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}
