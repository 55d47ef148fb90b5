public import CuretteIngest
public import CuretteTag
public import CuretteText

/// The clean text counted as Python, R and the W3C's selectors slice it: one step a Unicode code point.
public enum CodePoint: Sendable {}

/// What Curette has to say of one page: the JSON contract as Swift types, a property a member.
///
/// Where `error` is set the page could not be read, and besides `document.id` and `document.source` nothing is told.
/// Property names follow Swift, member names the contract (`textSHA256` is written `textSha256`).
public struct Report: Sendable, Equatable {
    /// The version of the contract. Under one version members are only ever added.
    public static let format = "curette-report/1"

    public let generator: Generator
    public let document: Document
    /// What a visitor reads, in document order, repaired: the text all `span`s point into, as UTF-8.
    package let utf8: [UInt8]
    /// SHA-256 of the text's UTF-8, in lower-case hexadecimal; empty where there is an error.
    public let textSHA256: String
    public let blocks: [Block]
    public let repairs: [Repair]
    public let suspicions: [Suspicion]
    /// In reading order.
    public let mentions: [Mention]
    public let summary: Summary
    public let warnings: [Warning]
    /// Why the page could not be read; nil where it was.
    public let error: IngestError?

    /// The text as a string; made anew at each call.
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    package init(
        generator: Generator,
        document: Document,
        utf8: [UInt8] = [],
        textSHA256: String = "",
        blocks: [Block] = [],
        repairs: [Repair] = [],
        suspicions: [Suspicion] = [],
        mentions: [Mention] = [],
        summary: Summary = Summary(of: []),
        warnings: [Warning] = [],
        error: IngestError? = nil
    ) {
        self.generator = generator
        self.document = document
        self.utf8 = utf8
        self.textSHA256 = textSHA256
        self.blocks = blocks
        self.repairs = repairs
        self.suspicions = suspicions
        self.mentions = mentions
        self.summary = summary
        self.warnings = warnings
        self.error = error
    }
}

extension Report {
    /// What made the report: two reports whose generators are equal were made by the same rules.
    public struct Generator: Sendable, Equatable {
        /// This program's version.
        public static let version = "0.1.0"

        public let curette: String
        public let icu: String
        public let unicode: String
        /// `sha256:` and the hash of the tables that name and tag procedures.
        public let lexicon: String
        /// `sha256:` and the hash of the word lists that repairs lean on.
        public let dictionaries: String

        public init(
            curette: String = Generator.version,
            icu: String,
            unicode: String,
            lexicon: String,
            dictionaries: String
        ) {
            self.curette = curette
            self.icu = icu
            self.unicode = unicode
            self.lexicon = lexicon
            self.dictionaries = dictionaries
        }
    }

    /// The page: where it came from, what it is, and what holds for all of it.
    public struct Document: Sendable, Equatable {
        /// The page's title: it stands outside the text and has no span.
        public struct Title: Sendable, Equatable {
            public let text: String
            public let source: Span<Source>
        }

        public let id: String
        public let source: String
        public let record: Payload.Record?
        public let url: String?
        public let mediaType: String
        public let charset: String
        /// How many bytes the page has; every `source` counts in them.
        public let bytes: Int
        /// SHA-256 of those bytes, in lower-case hexadecimal.
        public let sha256: String
        public let title: Title?
        /// Language codes (`en`, `es`), the page's main language first.
        public let languages: [String]
        /// How the page uses the words "plastic surgery".
        public let usage: Usage
        /// Whether the page shows an article spinner's hand.
        public let rewritten: Bool

        package init(
            id: String,
            source: String,
            record: Payload.Record? = nil,
            url: String? = nil,
            mediaType: String = "",
            charset: String = "",
            bytes: Int = 0,
            sha256: String = "",
            title: Title? = nil,
            languages: [String] = [],
            usage: Usage = .none,
            rewritten: Bool = false
        ) {
            self.id = id
            self.source = source
            self.record = record
            self.url = url
            self.mediaType = mediaType
            self.charset = charset
            self.bytes = bytes
            self.sha256 = sha256
            self.title = title
            self.languages = languages
            self.usage = usage
            self.rewritten = rewritten
        }
    }
}
