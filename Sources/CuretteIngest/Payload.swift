/// The bytes of one page, out of whatever held them: a file, a gzip member, a WARC record's body, a line of JSON.
///
/// `sha256`, `bytes` and every `source` of a report refer to these bytes.
public struct Payload: Sendable {
    /// What the bytes are to be read as.
    public enum Format: String, Sendable, CaseIterable {
        case text = "text/plain"
        case html = "text/html"
    }

    /// Where the record stood in its (decompressed) file, in bytes.
    public struct Record: Sendable, Equatable {
        public let index: Int
        public let offset: Int
        public let length: Int

        public init(index: Int, offset: Int, length: Int) {
            self.index = index
            self.offset = offset
            self.length = length
        }
    }

    /// The path as given, the WARC target URI, the JSON line's `id`, or `-`.
    public var id: String
    /// The file the page came from, as given; `-` for standard input.
    public var source: String
    public var record: Record?
    public var url: String?
    /// Nil: to be found out by looking.
    public var format: Format?
    /// The charset label that the transport declared, which stands above what the page says of itself.
    public var charset: String?
    public var bytes: [UInt8]

    public init(
        id: String,
        source: String,
        record: Record? = nil,
        url: String? = nil,
        format: Format? = nil,
        charset: String? = nil,
        bytes: [UInt8]
    ) {
        self.id = id
        self.source = source
        self.record = record
        self.url = url
        self.format = format
        self.charset = charset
        self.bytes = bytes
    }
}

/// A page that could not be read: which, and why in one sentence.
public struct IngestError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A stable word for programs (`truncated-gzip`, `page-too-large`); it stands in error records.
    public let code: String
    /// The page or file.
    public let place: String
    public let sentence: String

    public init(_ code: String, at place: String, _ sentence: String) {
        self.code = code
        self.place = place
        self.sentence = sentence
    }

    public var description: String { "\(place): \(sentence)" }
}

/// Something odd about a page that was read all the same; reports list it under `warnings`.
public struct Warning: Hashable, Sendable {
    public let code: String
    public let count: Int
    public let message: String

    public init(_ code: String, count: Int, _ message: String) {
        self.code = code
        self.count = count
        self.message = message
    }
}
