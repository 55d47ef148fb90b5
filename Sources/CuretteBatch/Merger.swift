#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Joins what the shards of a run have written into the file that one run would have.
///
/// Nothing is joined that does not belong together: every shard has to be there once, whole, of the same run, given
/// the same pages, and each of its lines is held against the ledger's checksum.
public struct Merger: Sendable {
    /// Writes the lines of all shards, in the order of the pages.
    ///
    /// - Parameter paths: a file of each shard, in any order, its ledger beside it.
    /// - Returns: how many lines there were.
    public static func merge(_ paths: [String], into output: Output) throws -> Int {
        let total = try check(paths)
        var shards: [Lines?] = Array(repeating: nil, count: paths.count)
        for path in paths {
            let (shard, lines) = try Lines.open(path)
            shards[shard.number - 1] = lines
        }
        for ordinal in 0..<total {
            let index = ordinal % shards.count
            guard let line = try shards[index]?.next(ordinal) else {
                preconditionFailure("every shard was seen to have its share")
            }
            try output.write(line)
        }
        return total
    }

    /// What each says of itself, and whether it fits: how many pages there are.
    private static func check(_ paths: [String]) throws -> Int {
        guard let first = paths.first else { throw LedgerError("-", "there is nothing to merge") }
        let expected = try Summary(first)
        var seen: [Int: String] = [:]
        for path in paths {
            let summary = try Summary(path)
            if let difference = summary.header.withoutShard.difference(from: expected.header.withoutShard) {
                throw LedgerError(path, "this is of another run than \(first): \(difference)")
            }
            guard summary.shard.count == expected.shard.count else {
                throw LedgerError(path, "this is shard \(summary.shard), and \(first) is \(expected.shard)")
            }
            guard summary.pages == expected.pages, summary.names == expected.names else {
                throw LedgerError(path, "this was given other pages than \(first)")
            }
            guard summary.records == summary.shard.share(of: summary.pages) else {
                throw LedgerError(path, "the ledger has \(summary.records) pages, not this shard's share")
            }
            if let other = seen[summary.shard.number] {
                throw LedgerError(path, "this is shard \(summary.shard), as \(other) is")
            }
            seen[summary.shard.number] = path
        }
        for number in 1...expected.shard.count where seen[number] == nil {
            throw LedgerError(first, "shard \(number)/\(expected.shard.count) is missing")
        }
        return expected.pages
    }

    /// What a shard's ledger says of the whole of it.
    private struct Summary {
        let header: LedgerHeader
        let shard: Shard
        var records = 0
        let pages: Int
        let names: String

        init(_ path: String) throws {
            var reader = try Lines.ledger(of: path)
            header = reader.header
            shard = try Lines.shard(in: header, path)
            var end: (Int, String)?
            while let entry = try reader.next() {
                switch entry {
                case .page: records += 1
                case .crash: break
                case .end(let pages, let names): end = (pages, names)
                }
            }
            guard let (pages, names) = end else {
                throw LedgerError(path, "this shard is not finished; run it again with --resume")
            }
            (self.pages, self.names) = (pages, names)
        }
    }

    /// The lines of one shard, in order.
    private final class Lines {
        private let path: String
        private let file: Descriptor
        private var ledger: LedgerReader
        private var offset = 0

        private init(_ path: String) throws {
            self.path = path
            file = try Descriptor(opening: path, O_RDONLY, for: path)
            ledger = try Self.ledger(of: path)
        }

        static func open(_ path: String) throws -> (Shard, Lines) {
            let lines = try Lines(path)
            return (try shard(in: lines.ledger.header, path), lines)
        }

        static func ledger(of path: String) throws -> LedgerReader {
            guard let reader = try LedgerReader(at: path + ".run", for: path) else {
                throw LedgerError(path, "its ledger, \(path).run, is missing or none")
            }
            return reader
        }

        static func shard(in header: LedgerHeader, _ path: String) throws -> Shard {
            guard let shard = header["shard"].flatMap({ Shard($0) }) else {
                throw LedgerError(path, "the ledger does not say which shard this is")
            }
            return shard
        }

        func next(_ expected: Int) throws -> [UInt8] {
            while let entry = try ledger.next() {
                guard case .page(let ordinal, let record) = entry else { continue }
                let line = try file.read(record.length, at: offset)
                offset += record.length
                guard ordinal == expected, line.count == record.length, RunFile.checksum(line) == record.checksum else {
                    throw LedgerError(path, "the line of page \(ordinal) is not the one that the ledger tells of")
                }
                return line
            }
            throw LedgerError(path, "the ledger ends too early")
        }
    }
}
