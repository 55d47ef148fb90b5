import Curette
import CuretteIngest
import CuretteReport
import CuretteTestSupport
import Foundation
import Testing

/// The same page gets the same bytes, and changes that no reader sees change no answer.
@Suite struct DeterminismTests {
    @Test func `a page gets the same report from the same pipeline and from another`() throws {
        let other = try Pipeline()
        let writer = JSONLinesWriter()
        for page in try Fixtures.pages() {
            let payload = try Payload(of: page)
            let first = writer.line(try pipeline.get().report(on: payload))
            #expect(writer.line(try pipeline.get().report(on: payload)) == first, "\(payload.id)")
            #expect(writer.line(other.report(on: payload)) == first, "\(payload.id) from another pipeline")
        }
    }

    @Test func `a paragraph says the same as text and as HTML`() throws {
        var compared = 0
        for page in try Fixtures.pages() where page.pathExtension == "txt" {
            let text = String(decoding: try Payload(of: page).bytes, as: UTF8.self)
            for line in text.split(separator: "\n") where line.count > 120 {
                let escaped = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                let plain = try pipeline.get().report(
                    on: Payload(id: "a", source: "a", format: .text, bytes: Array(line.utf8))
                )
                let html = try pipeline.get().report(
                    onHTML: "<!doctype html><meta charset=utf-8><body><p>\(escaped)</p>"
                )
                compared += plain.mentions.count
                // Where the text is one paragraph to both; a line that lays out as a list is read as one.
                guard plain.blocks.count == 1, html.blocks.count == 1, plain.blocks[0].kind == html.blocks[0].kind
                else {
                    continue
                }
                #expect(
                    html.mentions.map(Self.gist) == plain.mentions.map(Self.gist),
                    "\(page.lastPathComponent): \(line)"
                )
            }
        }
        #expect(compared > 20, "paragraphs without mentions prove nothing")
    }

    @Test func `a name in disguise keeps concept and tag, and is said to be repaired`() throws {
        let names = [
            "liposuction", "rhinoplasty", "abdominoplasty", "blepharoplasty", "otoplasty", "facelift",
            "microdermabrasion",
            "breast augmentation", "breast reconstruction", "tummy tuck", "scar revision", "skin graft",
        ]
        let disguises: [(String, (String) -> String)] = [
            ("a soft hyphen", { Self.insert("\u{AD}", into: $0) }),
            ("a zero-width space", { Self.insert("\u{200B}", into: $0) }),
            ("a Cyrillic о", { $0.replacing("o", with: "о") }),
            ("a Cyrillic а", { $0.replacing("a", with: "а") }),
        ]
        for name in names {
            let plain = try mentions(of: name)
            #expect(plain.count == 1 && plain.first?.repaired == false, "\(name)")
            for (what, disguise) in disguises {
                let disguised = disguise(name)
                if disguised.unicodeScalars.elementsEqual(name.unicodeScalars) { continue }
                let found = try mentions(of: disguised)
                #expect(found.map(Self.gist) == plain.map(Self.gist), "\(what) in \(name)")
                #expect(found.allSatisfy { $0.repaired }, "\(what) in \(name)")
            }
        }
    }

    // MARK: Support

    private func mentions(of name: String) throws -> [Report.Mention] {
        let page = "Before you decide, talk to your surgeon about \(name) and about what to expect in the first weeks."
        return try pipeline.get().report(on: page).mentions
    }

    /// What a disguise may not change.
    private static func gist(_ mention: Report.Mention) -> String {
        "\(mention.surface) = \(mention.concept), \(mention.tag)"
    }

    private static func insert(_ mark: String, into name: String) -> String {
        let middle = name.index(name.startIndex, offsetBy: name.count / 3)
        return String(name[..<middle]) + mark + String(name[middle...])
    }
}
