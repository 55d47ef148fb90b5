public import CuretteData
public import CuretteExtract
package import CuretteIngest
package import CuretteSegment
import CuretteText

/// The fifth stage: of each mention, whether the page presents it as cosmetic or reconstructive, and why.
///
/// Evidence, not magic: every mention gathers what its clause says, where the author files it, how the page uses
/// "plastic surgery" and what its procedure usually is. The log-odds are added; the sign is the tag, and the sum through
/// a logistic is the confidence. Nothing else decides, so a reader can follow every tag.
public struct Tagger: Sendable {
    private let tables: CueTables
    private var weights: Weights
    private let sentences: Sentences
    private let lexicon: Lexicon
    private let fields: [Int: UsageReader.Field]

    /// - Throws: `DataFileError` at the first mistake in a table.
    public init(_ lexicon: Lexicon, from source: TableSource = .builtIn) throws(DataFileError) {
        tables = try CueTables(from: source, folding: lexicon.folding)
        weights = try Weights(from: source)
        sentences = try Sentences(source)
        self.lexicon = lexicon
        var fields: [Int: UsageReader.Field] = [:]
        for (index, concept) in lexicon.concepts.enumerated() where concept.kind == .field {
            switch concept.id {
            case "plastic-surgery": fields[index] = .plastic
            default: fields[index] = concept.usual == .cosmetic ? .cosmetic : .reconstructive
            }
        }
        self.fields = fields
    }

    /// The same tagger with other weights, for whoever looks for better ones.
    ///
    /// - Throws: `DataFileError` where one is missing or unknown.
    package func weighing(_ rows: [WeightTable.Row]) throws(DataFileError) -> Tagger {
        var other = self
        other.weights = try Weights(Dictionary(rows.map { ($0.name, $0) }) { $1 })
        return other
    }

    /// The hash of the built-in tables.
    package static var digest: StaticString { Tables.digest }

    /// What a page presents its mentions as.
    package struct Reading: Sendable {
        package let usage: Usage
        /// One a mention, in the mentions' order.
        package let verdicts: [Verdict]
    }

    package func verdicts(on extraction: Extractor.Extraction, in blocks: [Block], title: Page.Title?) -> Reading {
        let mentions = extraction.mentions
        let passages = PassageReader(
            tables: tables,
            sentences: sentences,
            words: extraction.words,
            blocks: blocks,
            mentions: mentions
        ).passages()
        let usage = UsageReader(
            tables: tables,
            lexicon: lexicon,
            words: extraction.words,
            blocks: blocks,
            mentions: mentions,
            fields: fields,
            points: weights.usage
        ).reading(of: passages)
        let page = PageReading(
            tables: tables,
            weights: weights,
            lexicon: lexicon,
            words: extraction.words,
            blocks: blocks,
            mentions: mentions,
            usage: usage,
            title: title,
            leans: FieldLeans(fields: fields, usage: usage.usage)
        )
        return Reading(usage: usage.usage, verdicts: page.verdicts(on: passages))
    }
}
