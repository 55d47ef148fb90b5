import CuretteClean
import CuretteExtract
import CuretteIngest
import CuretteSegment
import CuretteTag
import CuretteTestSupport
import CuretteText

/// Runs a text through the real stages, from Ingest to Tag.
struct Tagged {
    private static let ingester = Ingester()
    private static let cleaner = Cleaner()
    private static let built: (segmenter: Segmenter, extractor: Extractor, tagger: Tagger)? = {
        guard let segmenter = try? Segmenter(), let extractor = try? Extractor(),
            let tagger = try? Tagger(extractor.lexicon)
        else { return nil }
        return (segmenter, extractor, tagger)
    }()

    let text: [UInt8]
    let usage: Usage
    let verdicts: [Verdict]

    init(_ bytes: [UInt8], format: Payload.Format = .text) {
        guard let built = Self.built else { preconditionFailure("the built-in tables hold a mistake") }
        let payload = Payload(id: "-", source: "-", format: format, bytes: bytes)
        guard var page = try? Self.ingester.page(from: payload) else { preconditionFailure("text is always a page") }
        _ = Self.cleaner.clean(&page.text)
        let blocks = built.segmenter.blocks(in: page)
        let found = built.extractor.mentions(in: page.text, blocks)
        let reading = built.tagger.verdicts(on: found, in: blocks, title: page.title)
        text = page.text.bytes
        usage = reading.usage
        verdicts = reading.verdicts
    }

    init(_ text: String, format: Payload.Format = .text) { self.init(Array(text.utf8), format: format) }

    /// The verdict on the mention at a place.
    func verdict(at span: Span<Clean>) -> Verdict? {
        verdicts.first { verdict in
            verdict.mention.spans.contains { $0.overlaps(span) } && verdict.mention.kind == .procedure
        }
    }

    /// An example's tags in the order of its marks: `c` cosmetic, `r` reconstructive, `-` where nothing was found.
    static func tags(of example: String) -> String {
        let marked = Marked(example)
        let page = Tagged(marked.text)
        precondition(page.text == marked.text, "an example has to be clean: \(example)")
        return String(
            marked.spans.map { span in
                switch page.verdict(at: span)?.tag {
                case .cosmetic: "c"
                case .reconstructive: "r"
                case .umbrella: "u"
                case nil: "-"
                }
            }
        )
    }

    /// The examples whose tags are not those before their colon: `r: ‹Breast reduction› for back pain`.
    static func failures(among examples: String) -> [String] {
        examples.split(separator: "\n").compactMap { line -> String? in
            let text = line.replacing("⏎", with: "\n")
            guard let colon = text.firstIndex(of: ":") else { return "no colon: \(line)" }
            let expected = text[..<colon]
            let found = tags(of: String(text[colon...].dropFirst(2)))
            return found == expected ? nil : "\(found) for \(line)"
        }
    }
}
