import Curette
import CuretteData
import CuretteEvaluate
import CuretteExtract
import CuretteIngest
import CuretteLexicon
import CuretteReport
import CuretteSegment
import CuretteTag

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Annotated pages, taken through all stages before the tagger once: only the tagger's work depends on weights.
enum Corpus {
    struct Page {
        let gold: GoldPage
        let extraction: Extractor.Extraction
        let blocks: [Block]
        let title: CuretteIngest.Page.Title?
        /// What the page's report says but for its tags.
        let report: ScoredReport
        /// The mentions that gold has too, by their index, and gold's tag.
        let targets: [(mention: Int, tag: GoldTag)]

        func retagged(by reading: Tagger.Reading) -> ScoredReport {
            let tags = reading.verdicts.map { verdict in
                // As a report has it: two decimals.
                (tag: verdict.tag.rawValue, confidence: (verdict.confidence * 100).rounded() / 100)
            }
            return report.saying(tags, usage: reading.usage.rawValue)
        }
    }

    /// The pages of a folder for which there is gold, in the order of gold's files.
    static func pages(in folder: String, gold: String, by pipeline: Pipeline) throws -> [Page] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let writer = JSONLinesWriter()
        var broader: [String: String] = [:]
        let concepts = pipeline.lexicon.concepts
        for concept in concepts { broader[concept.id] = concept.broader.map { concepts[$0].id } }
        return try GoldFolder.pages(in: gold).map { gold in
            guard
                let name = names.first(where: {
                    $0.hasPrefix(gold.name + ".") && !$0.hasSuffix(".gold.txt") && !$0.hasSuffix(".json")
                }),
                let bytes = FileManager.default.contents(atPath: folder + "/" + name)
            else { throw DataFileError(folder, "no page is named '\(gold.name)', for which there is gold") }
            let payload = Payload(id: name, source: name, bytes: Array(bytes))
            let reading = try pipeline.reading(of: payload)
            guard
                let report = try ScoredReport(line: writer.line(pipeline.report(on: payload)), file: name, number: 1)
            else { throw DataFileError(name, "the page cannot be read") }
            let matching = Score.matchings(of: report, against: gold, broader: broader).procedures
            return Page(
                gold: gold,
                extraction: reading.extraction,
                blocks: reading.blocks,
                title: reading.page.title,
                report: report,
                targets: matching.hits.map { ($0.found, gold.mentions[$0.gold].tag) }
            )
        }
    }
}
