import CuretteReport

/// What a run's reports depend on besides its pages: options, tables, versions. Two runs with the same header write
/// the same bytes about the same page.
public struct LedgerHeader: Hashable, Sendable {
    struct Field: Hashable, Sendable {
        let name: String
        let value: String
    }

    static let format = "curette-run/1"

    var fields: [Field]

    /// - Parameter fields: names and values, in the order in which they are written.
    public init(_ fields: KeyValuePairs<String, String>, shard: Shard = .whole) {
        // An id may hold a tab or a line feed; printable, it holds neither.
        self.fields = fields.map { Field(name: $0.key, value: Printable.string($0.value)) }
        self.fields.append(Field(name: "shard", value: shard.description))
    }

    init(fields: [Field]) {
        self.fields = fields
    }

    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The header of another shard of the same run is equal but for this.
    var withoutShard: LedgerHeader { LedgerHeader(fields: fields.filter { $0.name != "shard" }) }

    /// The first thing in which `other` differs, as a sentence says it; nil where they agree.
    func difference(from other: LedgerHeader) -> String? {
        if self == other { return nil }
        for field in fields where other[field.name] != field.value {
            return "\(field.name) is \(field.value), was \(other[field.name] ?? "not said")"
        }
        return "an option is missing"
    }

    var text: String { fields.reduce(into: Self.format + "\n") { $0 += "\($1.name)\t\($1.value)\n" } + "\n" }
}

/// A page whose line stands in the output.
struct LedgerRecord: Hashable, Sendable {
    let fingerprint: Fingerprint
    /// CRC-32 of the line: a machine that lost its power may have written down what its disk had not yet.
    let checksum: UInt32
    /// Bytes of the line.
    let length: Int
    let mentions: Int
    /// Bytes of the page.
    let bytes: Int
    let isError: Bool
}

/// A line of a ledger behind its header.
enum LedgerEntry: Hashable, Sendable {
    /// The page with this number, of all that the run was given.
    case page(ordinal: Int, LedgerRecord)
    /// A page on which the program crashed.
    case crash(Fingerprint)
    /// The output is whole: the run was given so many pages, with this hash of their names.
    case end(pages: Int, names: String)

    var text: String {
        switch self {
        case .page(let ordinal, let record):
            let checksum = String(record.checksum, radix: 16)
            return "page\t\(ordinal)\t\(record.fingerprint)\t\(record.length)\t\(checksum)\t\(record.mentions)"
                + "\t\(record.bytes)\t\(record.isError ? "error" : "read")\n"
        case .crash(let fingerprint): return "crash\t\(fingerprint)\n"
        case .end(let pages, let names): return "end\t\(pages)\t\(names)\n"
        }
    }

    /// - Parameter line: without its line feed. What is no entry is the end of what can be relied on.
    init?(_ line: String) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        switch (fields.first, fields.count) {
        case ("page", 8):
            guard let ordinal = Int(fields[1]), let fingerprint = Fingerprint(fields[2]), let length = Int(fields[3]),
                let checksum = UInt32(fields[4], radix: 16), let mentions = Int(fields[5]), let bytes = Int(fields[6]),
                ordinal >= 0, length >= 0, ["read", "error"].contains(fields[7])
            else { return nil }
            let record = LedgerRecord(
                fingerprint: fingerprint,
                checksum: checksum,
                length: length,
                mentions: mentions,
                bytes: bytes,
                isError: fields[7] == "error"
            )
            self = .page(ordinal: ordinal, record)
        case ("crash", 2):
            guard let fingerprint = Fingerprint(fields[1]) else { return nil }
            self = .crash(fingerprint)
        case ("end", 3):
            guard let pages = Int(fields[1]), pages >= 0 else { return nil }
            self = .end(pages: pages, names: String(fields[2]))
        default: return nil
        }
    }
}

/// A ledger that a run cannot go on with, or that shards cannot be joined by.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file that the ledger is about, as given.
    public let place: String
    public let sentence: String

    init(_ place: String, _ sentence: String) {
        self.place = place
        self.sentence = sentence
    }

    public var description: String { "\(place): \(sentence)" }
}
