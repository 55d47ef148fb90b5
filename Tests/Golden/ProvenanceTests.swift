import Curette
import CuretteIngest
import CuretteReport
import CuretteTestSupport
import Foundation
import Testing

/// Everything in a report that has a span has a source, and the page's bytes there show what the report says of them.
@Suite struct ProvenanceTests {
    @Test func `every statement about a fixture is found in its bytes`() throws {
        try check(Fixtures.pages())
    }

    /// Repairs in heaps: marks, foreign letters and white space dropped into pages at random.
    @Test func `every statement about a page full of noise is found in its bytes`() throws {
        let noise = [
            "\u{AD}", "\u{200B}", "\u{301}", "\u{323}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{A0}", "\u{3000}", "о",
            "а",
            "Ã©", "â€™", "\u{1}", "\u{7F}", "\u{FEFF}", "\u{1D5BB}", "ﬁ", "\u{FF42}", "\r\n", "\t", "\u{FFFD}",
            "\u{E000}",
            "\u{FE0F}", "\u{1F469}\u{200D}\u{1F52C}", "é", "e\u{301}", "\u{2028}",
        ].map { Array($0.unicodeScalars) }
        for page in try Fixtures.pages() where page.pathExtension == "txt" {
            let text = Array(String(decoding: try Payload(of: page).bytes, as: UTF8.self).unicodeScalars)
            for seed in 0..<UInt64(6) {
                var random = SeededGenerator(seed: seed)
                var noisy: [Unicode.Scalar] = []
                for scalar in text {
                    if Int.random(in: 0..<30, using: &random) == 0 {
                        noisy += noise.randomElement(using: &random) ?? []
                    }
                    noisy.append(scalar)
                }
                let id = "\(page.lastPathComponent), seed \(seed)"
                try check(Payload(id: id, source: id, format: .text, bytes: Array(String(scalars: noisy).utf8)))
            }
        }
    }

    @Test(.enabled(if: Fixtures.shared != nil, "CURETTE_SHARED is not set"))
    func `every statement about a shared page is found in its bytes`() throws {
        let shared = try #require(Fixtures.shared)
        try check(Fixtures.files(in: shared.appending(path: "seeds")))
    }

    /// The checker checked: on a page where one letter of one name is another, the same report is wrong.
    @Test func `a report about another page is seen through`() throws {
        for file in try Fixtures.pages() {
            let payload = try Payload(of: file)
            let report = try WrittenReport(json: JSONLinesWriter().line(try pipeline.get().report(on: payload)))
            for mention in report.mentions.prefix(3) {
                var bytes = payload.bytes
                bytes[mention.source[0][0]] = UInt8(ascii: "#")
                let faults = Provenance(of: report, on: bytes)?.faults ?? []
                #expect(
                    faults.contains { $0.contains(": mention:") || $0.contains(": mention whose") },
                    "\(payload.id): \(mention.surface)"
                )
            }
            let shifted = Provenance(of: report, on: [UInt8(ascii: "\n")] + payload.bytes)?.faults ?? []
            #expect(shifted.count >= report.mentions.count, "\(payload.id), one byte further on")
        }
    }

    private func check(_ files: [URL]) throws {
        var mentions = 0
        for file in files { mentions += try check(Payload(of: file)) }
        #expect(mentions > 50, "pages without mentions prove nothing")
    }

    /// - Returns: how many mentions the page has.
    @discardableResult
    private func check(_ payload: Payload) throws -> Int {
        let line = JSONLinesWriter().line(try pipeline.get().report(on: payload))
        let report = try WrittenReport(json: line)
        guard let provenance = Provenance(of: report, on: payload.bytes) else {
            Issue.record("\(payload.id): the test does not know \(report.document.charset)")
            return 0
        }
        if !provenance.faults.isEmpty {
            let shown = provenance.faults.prefix(5).joined(separator: "\n  ")
            Issue.record("\(provenance.faults.count) faults, among them\n  \(shown)")
        }
        return report.mentions.count
    }
}
