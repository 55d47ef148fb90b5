package import CuretteData

/// Reads a file of reports, a line each, and keeps those for which there is gold.
package enum ReportLines {
    /// The reports by the names of gold pages: a report belongs to the page that its `document.id` names, or its file's
    /// name without folder and ending. Of two the later counts.
    ///
    /// - Parameter file: what `bytes` came from, for error messages.
    /// - Throws: `DataFileError` at the first line that is no report.
    package static func reports(
        in bytes: [UInt8],
        file: String,
        for pages: [GoldPage]
    ) throws(DataFileError) -> [String: ScoredReport] {
        let names = Set(pages.map(\.name))
        var reports: [String: ScoredReport] = [:]
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            guard let report = try ScoredReport(line: Array(line), file: file, number: number) else { continue }
            for name in [report.id, Self.name(of: report.id)] where names.contains(name) { reports[name] = report }
        }
        return reports
    }

    private static let endings = [".gold.txt", ".txt", ".html", ".htm"]

    private static func name(of id: String) -> String {
        let file = id.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? id
        for ending in endings where file.hasSuffix(ending) { return String(file.dropLast(ending.count)) }
        return file
    }
}
