import CuretteIngest
import CuretteReport
import Foundation
import Testing

/// Not a validator: enough of one to notice when the writer and the schema no longer name the same members.
@Suite struct ReportSchemaTests {
    private typealias Object = [String: Any]

    private func object(_ json: some Sequence<UInt8>) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    }

    private func schema() throws -> [String: Any] { try object(ReportSchema.json.utf8) }

    /// The complaints about `value`, each with its place.
    private func complaints(_ value: Any, _ rule: [String: Any], at place: String, in root: [String: Any]) -> [String] {
        var rule = rule
        if let name = (rule["$ref"] as? String)?.split(separator: "/").last,
            let target = (root["$defs"] as? Object)?[String(name)] as? Object
        {
            rule.merge(target) { own, _ in own }
        }
        var found: [String] = []
        if let choices = rule["enum"] as? [String], !choices.contains(value as? String ?? "") {
            found.append("\(place): \(value) is none of \(choices)")
        }
        if let object = value as? Object {
            let properties = rule["properties"] as? Object ?? [:]
            for name in rule["required"] as? [String] ?? [] where object[name] == nil {
                found.append("\(place): no \(name)")
            }
            for (name, member) in object {
                guard let next = properties[name] as? Object else {
                    found.append("\(place): \(name) is not described")
                    continue
                }
                found += complaints(member, next, at: "\(place).\(name)", in: root)
            }
        }
        if let array = value as? [Any], let items = rule["items"] as? Object {
            for (index, element) in array.enumerated() {
                found += complaints(element, items, at: "\(place)[\(index)]", in: root)
            }
        }
        return found
    }

    @Test func `every member of a report is described, and every member demanded is there`() throws {
        let root = try schema()
        let report = try object(JSONLinesWriter().line(SamplePage.report))
        #expect(complaints(report, root, at: "report", in: root).isEmpty)
    }

    @Test func `an error record is described too`() throws {
        let root = try schema()
        let error = IngestError("missing-file", at: "x", "there is no such file")
        let report = SamplePage.reporter.report(unreadable: error, id: "x", source: "x")
        #expect(try complaints(object(JSONLinesWriter().line(report)), root, at: "report", in: root).isEmpty)
    }

    @Test func `the check finds what is wrong`() throws {
        let root = try schema()
        let odd: [String: Any] = ["format": "curette-report/1", "document": ["id": "x", "usage": "odd"], "extra": 1]
        let found = complaints(odd, root, at: "report", in: root)
        for part in ["no generator", "no source", "odd is none of", "extra is not described"] {
            #expect(found.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test func `the schema names every value that the program can write`() throws {
        let root = try schema()
        let definitions = try #require(root["$defs"] as? Object)
        let roles = try #require((definitions["role"] as? Object)?["enum"] as? [String])
        #expect(roles == Role.allCases.map(\.rawValue))
    }
}
