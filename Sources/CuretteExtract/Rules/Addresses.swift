import CuretteData
import CuretteText

/// Names inside a web address, an e-mail address or a file name are no mentions; a hashtag is one.
struct Addresses: Sendable {
    /// What may stand behind the dot of a host's or a file's name.
    private var endings: Set<[UInt8]> = []

    init(from source: TableSource) throws(DataFileError) {
        let tables = try source.tables(
            "address-endings",
            builtIn: Tables.addressEndings,
            columns: ["kind", "endings"]
        )
        for table in tables {
            try table.forEachRow { row throws(DataFileError) in
                for ending in row.fields[1].split(separator: UInt8(ascii: "|")) {
                    let isPlain = ending.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
                    guard isPlain else { throw row.error("an ending has small letters and digits only") }
                    endings.insert(Array(ending))
                }
            }
        }
    }

    /// How far from a name its stretch without white space is followed.
    private static let reach = 200

    func contain(_ span: Span<Clean>, in bytes: [UInt8]) -> Bool {
        let lower = Self.edge(from: span.lower, step: -1, in: bytes)
        let upper = Self.edge(from: span.upper - 1, step: 1, in: bytes)
        guard lower < span.lower || span.upper <= upper else { return false }
        let chunk = bytes[lower...upper]
        if chunk.contains(UInt8(ascii: "@")) { return true }
        if Self.has("://", in: chunk) || Self.has("www.", in: chunk) { return true }
        return hasDottedTail(chunk)
    }

    /// Where the stretch without white space round `offset` ends.
    private static func edge(from offset: Int, step: Int, in bytes: [UInt8]) -> Int {
        var edge = offset
        for _ in 0..<reach {
            let next = edge + step
            guard bytes.indices.contains(next), bytes[next] > 0x20 else { break }
            edge = next
        }
        return edge
    }

    private static func has(_ text: StaticString, in chunk: ArraySlice<UInt8>) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard chunk.count >= wanted.count else { return false }
        return (chunk.startIndex...(chunk.endIndex - wanted.count)).contains { start in
            chunk[start..<start + wanted.count].elementsEqual(wanted)
        }
    }

    /// `surgery.com`, `nose-job.html`: a dot with an ending behind it that ends a part of the stretch. Text that lost its
    /// spaces ("skin.The") has a capital there.
    private func hasDottedTail(_ chunk: ArraySlice<UInt8>) -> Bool {
        var index = chunk.startIndex
        while index < chunk.endIndex {
            defer { index += 1 }
            guard chunk[index] == UInt8(ascii: "."), index > chunk.startIndex, chunk[index - 1] > 0x2F else { continue }
            var end = index + 1
            while end < chunk.endIndex, chunk[end] &- 0x61 < 26 || chunk[end] &- 0x30 < 10 { end += 1 }
            let isEnd = end == chunk.endIndex || !(chunk[end] &- 0x41 < 26 || chunk[end] >= 0x80)
            if isEnd, endings.contains(Array(chunk[(index + 1)..<end])) { return true }
        }
        return false
    }
}
