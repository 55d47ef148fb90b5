public import Foundation

/// A report read back from its JSON, as a program that knows only the contract sees it.
///
/// Decoding fails where a member that the contract promises is not there.
public struct WrittenReport: Decodable, Sendable {
    public struct Document: Decodable, Sendable {
        public let id: String
        public let mediaType: String
        public let charset: String
        public let bytes: Int
        public let sha256: String
        public let title: Title?
        public let usage: String
        public let rewritten: Bool
    }

    public struct Title: Decodable, Sendable {
        public let text: String
        public let source: [Int]
    }

    public struct Block: Decodable, Sendable {
        public let span: [Int]
        public let source: [Int]
        public let kind: String
        public let role: String
    }

    public struct Repair: Decodable, Sendable {
        public let span: [Int]
        public let source: [Int]
        public let kinds: [String]
        public let from: String
        public let to: String
    }

    public struct Suspicion: Decodable, Sendable {
        public let span: [Int]
        public let source: [Int]
        public let text: String
    }

    public struct Mention: Decodable, Sendable, Equatable {
        public let kind: String
        public let concept: String
        public let surface: String
        public let spans: [[Int]]
        public let source: [[Int]]
        public let repaired: Bool
        public let role: String
        public let tag: String
        public let confidence: Double
        public let evidence: [Evidence]
    }

    public struct Evidence: Decodable, Sendable, Equatable {
        public let favours: String
        public let kind: String
        public let quote: String
        public let span: [Int]?
        public let source: [Int]?
    }

    public struct Summary: Decodable, Sendable {
        public struct Concept: Decodable, Sendable {
            public let concept: String
            public let cosmetic: Int
            public let reconstructive: Int
            public let content: Int
        }

        public let mentions: Int
        public let cosmetic: Int
        public let reconstructive: Int
        public let concepts: [Concept]
    }

    public let document: Document
    public let text: String
    public let textSha256: String
    public let blocks: [Block]
    public let repairs: [Repair]
    public let suspicions: [Suspicion]
    public let mentions: [Mention]
    public let summary: Summary

    public init(json: some DataProtocol) throws {
        self = try JSONDecoder().decode(WrittenReport.self, from: Data(json))
    }
}
