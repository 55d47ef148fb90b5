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
        for file in files {
            let payload = try Payload(of: file)
            let line = JSONLinesWriter().line(try pipeline.get().report(on: payload))
            let report = try WrittenReport(json: line)
            mentions += report.mentions.count
            guard let provenance = Provenance(of: report, on: payload.bytes) else {
                Issue.record("\(payload.id): the test does not know \(report.document.charset)")
                continue
            }
            if provenance.faults.isEmpty { continue }
            let shown = provenance.faults.prefix(5).joined(separator: "\n  ")
            Issue.record("\(provenance.faults.count) faults, among them\n  \(shown)")
        }
        #expect(mentions > 50, "pages without mentions prove nothing")
    }
}
