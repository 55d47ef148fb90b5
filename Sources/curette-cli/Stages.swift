import CuretteBatch
import CuretteClean
import CuretteData
import CuretteIngest
import CuretteReport
import CuretteTag
import CuretteText

/// The seam to the stages: all that the commands ask of them.
struct Stages: Sendable {
    /// A concept as `curette lexicon` shows it.
    struct ConceptEntry {
        let id: String
        let kind: String
        let label: String
        /// Further facts, each with its name.
        let facts: [(String, String)]
    }

    private let reporter: Reporter

    init(lexicon: String?) throws(DataFileError) {
        let generator = Report.Generator(icu: "", unicode: "", lexicon: "", dictionaries: "")
        reporter = Reporter(generator: generator, concepts: [])
    }

    func report(on input: Batch.Input) -> Report {
        do throws(IngestError) {
            let payload = try input.get()
            do throws(IngestError) {
                let cleaned = try clean(payload)
                return reporter.report(
                    on: cleaned.page,
                    blocks: [],
                    suspicions: cleaned.suspicions,
                    verdicts: [],
                    usage: .none,
                    rewritten: false,
                    languages: []
                )
            } catch {
                return reporter.report(unreadable: error, id: payload.id, source: payload.source)
            }
        } catch {
            return reporter.report(unreadable: error, id: error.place, source: error.place)
        }
    }

    func clean(_ payload: Payload) throws(IngestError) -> CleanedPage {
        guard String(validating: payload.bytes, as: UTF8.self) != nil else {
            throw IngestError("not-text", at: payload.id, "the bytes are not text")
        }
        let page = Page(of: payload, format: .text, charset: "UTF-8", text: AlignedText(payload.bytes))
        return CleanedPage(page: page, suspicions: [])
    }

    static func concepts(lexicon: String?) throws(DataFileError) -> [ConceptEntry] { [] }

    /// What a check has to say of tables that are right: "328 concepts, 12,800 forms".
    static func check(lexicon: String) throws(DataFileError) -> String { "0 concepts" }
}
