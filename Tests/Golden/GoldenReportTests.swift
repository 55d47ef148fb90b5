import Curette
import CuretteIngest
import CuretteReport
import CuretteTestSupport
import Foundation
import Testing

/// Whole reports, byte for byte, as they were when a person last looked at them: `Fixtures/reports`.
///
/// `CURETTE_RECORD=1 swift test --filter Golden` writes them anew; what changed is then read in the diff. The member
/// `generator` is left out of them: it carries versions and hashes, which move whenever a table is edited.
@Suite struct GoldenReportTests {
    private static let folder = Fixtures.folder.appending(path: "reports")

    @Test func `every page gets the report that was recorded`() throws {
        if Fixtures.isRecording {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        }
        for page in try Fixtures.pages() {
            let report = try pipeline.get().report(on: Payload(of: page))
            let lines = Self.lines(of: report)
            let name = page.deletingPathExtension().lastPathComponent + ".json"
            let file = Self.folder.appending(path: name)
            if Fixtures.isRecording {
                try Data(lines.joined(separator: "\n").utf8).write(to: file)
                continue
            }
            guard let recorded = try? Data(contentsOf: file) else {
                Issue.record("\(name) was never recorded")
                continue
            }
            // By bytes: composed and decomposed letters are equal strings.
            if recorded.elementsEqual(lines.joined(separator: "\n").utf8) { continue }
            let was = String(decoding: recorded, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            Issue.record("\(name) \(Self.difference(was.map(String.init), lines))")
        }
    }

    @Test func `no report is left of a page that is gone`() throws {
        let pages = Set(try Fixtures.pages().map { $0.deletingPathExtension().lastPathComponent })
        let reports = try Fixtures.files(in: Self.folder).map { $0.deletingPathExtension().lastPathComponent }
        #expect(reports.filter { !pages.contains($0) } == [])
    }

    /// The pretty report, a member a line, without `generator`.
    private static func lines(of report: Report) -> [String] {
        let lines = report.json.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: #"  "generator": {"#),
            let end = lines[start...].firstIndex(of: "  },")
        else { return lines }
        return Array(lines[..<start] + lines[(end + 1)...])
    }

    /// The first lines that differ, short enough to read twenty of.
    private static func difference(_ was: [String], _ now: [String]) -> String {
        let line = zip(was, now).enumerated().first { !$1.0.utf8.elementsEqual($1.1.utf8) }?.offset
        let at = line ?? min(was.count, now.count)
        func excerpt(_ lines: [String], _ mark: String) -> String {
            lines.dropFirst(at).prefix(3).map { "\n  \(mark) \($0.prefix(140))" }.joined()
        }
        return "differs from line \(at + 1):" + excerpt(was, "-") + excerpt(now, "+")
    }
}
