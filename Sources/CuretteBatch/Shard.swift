import CuretteIngest
import CuretteDigest

/// One machine's share of a run over many: of `count` pages in a row it takes the one numbered `number`, from 1.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
    public let number: Int
    public let count: Int

    public static let whole = Shard(number: 1, count: 1)

    private init(number: Int, count: Int) {
        self.number = number
        self.count = count
    }

    /// - Parameter text: `2/8`.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), 1...9999 ~= count,
            1...count ~= number
        else { return nil }
        self.init(number: number, count: count)
    }

    public var description: String { "\(number)/\(count)" }

    /// Whether the page with this number of all, from 0, is one of its own.
    func takes(_ ordinal: Int) -> Bool { ordinal % count == number - 1 }

    /// The number, of all pages, of the page that is number `index` of its own.
    func ordinal(of index: Int) -> Int { index * count + number - 1 }

    /// How many pages of `total` are its own.
    func share(of total: Int) -> Int { (total - number + count) / count }
}

/// Every page that a run was given, its own or another machine's: how many, and a hash of their names in order, by
/// which shards tell that they were given the same.
public struct Census: Hashable, Sendable {
    public let shard: Shard
    public private(set) var pages = 0
    private(set) var names = String(repeating: "0", count: 64)

    public init(shard: Shard = .whole) {
        self.shard = shard
    }

    /// Counts a page: whether it is one of the shard's own.
    public mutating func takes(_ input: Batch.Input) -> Bool {
        let name =
            switch input {
            case .page(let payload): "\(names) \(payload.id.utf8.count) \(payload.id) \(payload.source)"
            case .unread(let error, let source): "\(names) \(error.place.utf8.count) \(error.place) \(source)"
            }
        names = Digest.sha256(Array(name.utf8))
        defer { pages += 1 }
        return shard.takes(pages)
    }
}
