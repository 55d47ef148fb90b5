#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A ledger read line by line: a long run's is larger than memory should be.
struct LedgerReader: ~Copyable {
    let header: LedgerHeader
    private var lines: Lines

    /// - Returns: nil where there is no ledger, or none that got as far as having a header.
    init?(at path: String, for place: String) throws(OutputError) {
        guard access(path, F_OK) == 0 else { return nil }
        var lines = Lines(try Descriptor(opening: path, O_RDONLY, for: place))
        guard try lines.next() == LedgerHeader.format else { return nil }
        var fields: [LedgerHeader.Field] = []
        while true {
            guard let line = try lines.next() else { return nil }
            if line.isEmpty { break }
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            fields.append(LedgerHeader.Field(name: String(parts[0]), value: String(parts[1])))
        }
        header = LedgerHeader(fields: fields)
        self.lines = lines
    }

    /// The next entry; nil at the end, and at a line that is torn.
    mutating func next() throws(OutputError) -> LedgerEntry? { try lines.next().flatMap { LedgerEntry($0) } }

    /// Lines that end in a line feed; a last one that does not is torn and is none.
    private struct Lines {
        private static let pieceLength = 1 << 16

        private let file: Descriptor
        private var offset = 0
        private var piece: ArraySlice<UInt8> = []

        init(_ file: Descriptor) {
            self.file = file
        }

        mutating func next() throws(OutputError) -> String? {
            while true {
                if let end = piece.firstIndex(of: UInt8(ascii: "\n")) {
                    defer { piece = piece[(end + 1)...] }
                    return String(decoding: piece[..<end], as: UTF8.self)
                }
                let more = try file.read(Self.pieceLength, at: offset)
                if more.isEmpty { return nil }
                offset += more.count
                piece = ArraySlice(Array(piece) + more)
            }
        }
    }
}
