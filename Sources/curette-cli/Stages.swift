import Curette
import CuretteBatch
import CuretteClean
import CuretteData
import CuretteExtract
import CuretteIngest
import CuretteReport
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

    private let pipeline: Pipeline

    init(lexicon: String?) throws(DataFileError) {
        pipeline = try Pipeline(tables: TableSource(folder: lexicon))
    }

    func report(on input: Batch.Input) -> Report {
        switch input {
        case .success(let payload): pipeline.report(on: payload)
        case .failure(let error): pipeline.report(unreadable: error)
        }
    }

    func clean(_ payload: Payload) throws(IngestError) -> CleanedPage {
        var page = try Ingester().page(from: payload)
        let suspicions = Cleaner().clean(&page.text)
        return CleanedPage(page: page, suspicions: suspicions)
    }

    static func concepts(lexicon: String?) throws(DataFileError) -> [ConceptEntry] {
        let lexicon = try Lexicon(from: TableSource(folder: lexicon))
        return lexicon.concepts.enumerated().map { index, concept in
            var facts = [
                ("family", concept.family), ("usual tag", concept.usual.rawValue),
                ("ambivalence", "\(concept.ambivalence) of 3"),
            ]
            if let broader = concept.broader { facts.append(("broader", lexicon.concepts[broader].id)) }
            if let mesh = concept.mesh { facts.append(("MeSH", mesh)) }
            if !concept.source.isEmpty { facts.append(("source", concept.source)) }
            return ConceptEntry(id: concept.id, kind: concept.kind.rawValue, label: concept.label, facts: facts)
        }
    }

    /// What a check has to say of tables that are right: "328 concepts, 12,800 forms".
    static func check(lexicon: String) throws(DataFileError) -> String {
        let tables = TableSource(folder: lexicon)
        let lexicon = try Extractor(from: tables).lexicon
        _ = try Pipeline(tables: tables)
        return "\(lexicon.concepts.count) concepts, \(lexicon.formCount) forms, \(lexicon.regularNameCount) pairs of site and operation"
    }
}
