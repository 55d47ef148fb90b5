public import ArgumentParser
public import CuretteExtract
import CuretteReport

extension Mention.Kind: ExpressibleByArgument {}

/// `text,blocks`: parts of a report to leave out.
struct PartList: ExpressibleByArgument {
    let parts: [JSONLinesWriter.Part]

    init?(argument: String) {
        var parts: [JSONLinesWriter.Part] = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let part = JSONLinesWriter.Part(rawValue: String(name)) else { return nil }
            parts.append(part)
        }
        self.parts = parts
    }

    static var allValueStrings: [String] { JSONLinesWriter.Part.allCases.map(\.rawValue) }
}

extension [PartList] {
    var parts: Set<JSONLinesWriter.Part> { Set(flatMap(\.parts)) }
}
