package import CuretteClean
public import CuretteData
package import CuretteExtract
public import CuretteIngest
public import CuretteReport
package import CuretteSegment
package import CuretteTag
import CuretteText

/// The whole program: a page as it was scraped in, its report out.
///
/// A value, immutable once it is set up; one pipeline may serve any number of threads, a page being one thread's.
public struct Pipeline: Sendable {
    private let ingester: Ingester
    private let cleaner: Cleaner
    private let segmenter: Segmenter
    private let extractor: Extractor
    private let tagger: Tagger
    private let reporter: Reporter

    /// - Parameter tables: the built-in tables, or a folder that replaces or extends them.
    /// - Throws: `DataFileError` at the first mistake in a table: its file, its line, one sentence.
    public init(tables: TableSource = .builtIn) throws(DataFileError) {
        try self.init(tables: tables, elementDepth: Limits().elementDepth)
    }

    /// - Parameter elementDepth: how deep elements may stand within each other before their tags no longer count.
    package init(tables: TableSource, elementDepth: Int) throws(DataFileError) {
        extractor = try Extractor(from: tables)
        tagger = try Tagger(extractor.lexicon, from: tables)
        segmenter = try Segmenter(tables)
        ingester = Ingester(elementDepth: elementDepth)
        cleaner = Cleaner { [lexicon = extractor.lexicon] in lexicon.isNameWord($0) }
        reporter = Reporter(
            generator: try .current(tables: tables),
            concepts: extractor.lexicon.concepts.map { Reporter.ConceptName(id: $0.id, label: $0.label) }
        )
    }

    /// What makes the reports: versions, and hashes of the tables.
    public var generator: Report.Generator { reporter.generator }

    /// The report on one page. A page that cannot be read yields an error record, never a throw: one page in, one
    /// report out.
    public func report(on payload: Payload) -> Report {
        do throws(IngestError) {
            let reading = try reading(of: payload)
            return reporter.report(
                on: reading.page,
                blocks: reading.blocks,
                suspicions: reading.suspicions,
                verdicts: reading.verdicts,
                usage: reading.usage,
                rewritten: reading.isRewritten,
                languages: reading.languages
            )
        } catch {
            return reporter.report(unreadable: error, id: payload.id, source: payload.source)
        }
    }

    /// What all stages but the last made of a page: all that a report states, before it is put into a report's terms.
    package struct Reading: Sendable {
        package let page: Page
        package let suspicions: [Suspicion]
        package let blocks: [Block]
        package let extraction: Extractor.Extraction
        package let verdicts: [Verdict]
        package let usage: Usage
        package let isRewritten: Bool
        package let languages: [String]
    }

    package func reading(of payload: Payload) throws(IngestError) -> Reading {
        let (page, suspicions) = try cleaned(payload)
        let blocks = segmenter.blocks(in: page)
        let found = extractor.mentions(in: page.text, blocks)
        let tagged = tagger.verdicts(on: found, in: blocks, title: page.title)
        return Reading(
            page: page,
            suspicions: suspicions,
            blocks: blocks,
            extraction: found,
            verdicts: tagged.verdicts,
            usage: tagged.usage,
            isRewritten: found.isRewritten,
            languages: found.languages
        )
    }

    /// What the names in a reading are looked up in.
    package var lexicon: Lexicon { extractor.lexicon }

    /// The page read and repaired: the first half of the way to its report, which `curette clean` goes alone.
    package func cleaned(_ payload: Payload) throws(IngestError) -> (page: Page, suspicions: [Suspicion]) {
        var page = try ingester.page(from: payload)
        let suspicions = cleaner.clean(&page.text)
        return (page, suspicions)
    }

    /// The record for a page that never came as far as being a payload.
    ///
    /// - Parameter source: the file it was to come from.
    public func report(unreadable error: IngestError, source: String) -> Report {
        reporter.report(unreadable: error, id: error.place, source: source)
    }

    /// The report on plain text.
    public func report(on text: String) -> Report {
        report(on: Payload(id: "-", source: "-", format: .text, bytes: Array(text.utf8)))
    }

    /// The report on an HTML page.
    public func report(onHTML html: String) -> Report {
        report(on: Payload(id: "-", source: "-", format: .html, bytes: Array(html.utf8)))
    }
}
