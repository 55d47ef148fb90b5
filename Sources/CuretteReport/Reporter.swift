package import CuretteClean
import CuretteDigest
import CuretteExtract
package import CuretteIngest
package import CuretteSegment
package import CuretteTag
import CuretteText

/// The last stage: what the others found on a page, written down so that every statement can be pointed at.
///
/// Here, and nowhere else, UTF-8 offsets become code points and clean text is led back to the bytes of the page. The
/// reporter decides nothing: it never drops, changes or reorders what it is given.
package struct Reporter: Sendable {
    /// What a report says of a concept.
    package struct ConceptName: Sendable {
        package let id: String
        package let label: String

        package init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    package let generator: Report.Generator
    /// By the index that mentions carry.
    private let concepts: [ConceptName]

    package init(generator: Report.Generator, concepts: [ConceptName]) {
        self.generator = generator
        self.concepts = concepts
    }

    /// The report on a page that was read.
    ///
    /// - Parameters:
    ///   - blocks: in reading order; a block's heading stands before it.
    ///   - verdicts: in reading order.
    package func report(
        on page: Page,
        blocks: [CuretteSegment.Block],
        suspicions: [CuretteClean.Suspicion],
        verdicts: [Verdict],
        usage: Usage,
        rewritten: Bool,
        languages: [String]
    ) -> Report {
        let entries = PageEntries(text: page.text, blocks: blocks)
        let sourceHash = Digest.sha256(page.text.source)
        let isSource = page.text.bytes == page.text.source
        let repairs = page.text.repairs()
        var sections = Sections(of: blocks, in: page.text.bytes)
        let mentions = verdicts.map { verdict in
            entries.mention(
                verdict,
                named: concepts[verdict.mention.concept],
                section: sections.path(to: verdict.mention.block),
                repairs: repairs
            )
        }
        return Report(
            generator: generator,
            document: Report.Document(
                id: page.id,
                source: page.source,
                record: page.record,
                url: page.url,
                mediaType: page.format.rawValue,
                charset: page.charset,
                bytes: page.text.source.count,
                sha256: sourceHash,
                title: page.title.map { title in
                    Report.Document.Title(text: String(decoding: title.text, as: UTF8.self), source: title.span)
                },
                languages: languages,
                usage: usage,
                rewritten: rewritten
            ),
            utf8: page.text.bytes,
            textSHA256: isSource ? sourceHash : Digest.sha256(page.text.bytes),
            blocks: blocks.map(entries.block),
            repairs: repairs.map(entries.repair),
            suspicions: suspicions.map(entries.suspicion),
            mentions: mentions,
            summary: Report.Summary(of: mentions),
            warnings: page.warnings
        )
    }

    /// The record that stands in a report's place where a page could not be read.
    package func report(unreadable error: IngestError, id: String, source: String) -> Report {
        Report(generator: generator, document: Report.Document(id: id, source: source), error: error)
    }
}
