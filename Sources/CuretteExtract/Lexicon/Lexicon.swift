public import CuretteData
public import CuretteLexicon

/// All that Curette knows of names: the concepts, every form that may stand for one, and what spinners write instead.
///
/// Read from tables that a person can edit, validated as a whole: a mistake is a `DataFileError` with file and line.
public final class Lexicon: Sendable {
    public let concepts: [Concept]
    let names: NameFinder
    package let folding: Folding
    let substitutions: Substitutions
    let signs: SpinnerSigns
    let vocabulary: Vocabulary
    private let places: [String: Int]

    /// - Throws: `DataFileError` at the first mistake in a table.
    public init(from source: TableSource = .builtIn) throws(DataFileError) {
        let tables = Self.tables(from: source)
        folding = try Folding(from: tables)
        let inflections = try Inflections(from: tables)
        let catalogue = try Catalogue(from: tables)
        concepts = catalogue.concepts
        places = catalogue.places
        let compiled =
            source.folder == nil
            ? Self.builtInNames
            : try CompiledNames(
                compiling: tables,
                folding: folding,
                inflections: inflections,
                catalogue: catalogue
            )
        names = NameFinder(compiled, Endings(inflections))
        vocabulary = Vocabulary(compiled)
        substitutions = try Substitutions(from: source, folding: folding)
        signs = try SpinnerSigns(from: source, folding: folding)
    }

    /// Whether a word, folded, is part of an English or Spanish name: repairs may count on it.
    package func isNameWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool { vocabulary.contains(word) }

    /// The index of the concept with this id; nil where there is none.
    public func concept(_ id: String) -> Int? { places[id] }

    var index: FormIndex { names.index }
    var endings: Endings { names.endings }

    /// How many forms are listed: names, sites and operations.
    public var formCount: Int { index.count }

    /// How many pairs of a site and an operation are names besides.
    public var regularNameCount: Int { names.regular.count }

    /// The listed forms of a concept as keys (folded, without spaces), each with its language: for people who look
    /// into it.
    public func forms(of concept: Int) -> [(language: String, key: String)] {
        (0..<index.count).compactMap { place in
            let form = index.forms[place]
            guard form.isName, Int(form.concept) == concept, !form.flags.contains(.notName) else { return nil }
            let ending = endings.first(of: form.endings)
            return (
                Inflections.languages[Int(form.language)],
                String(decoding: index.stem(place) + ending, as: UTF8.self)
            )
        }
    }

    /// The hash of the built-in tables.
    package static var digest: StaticString { Tables.digest }

    /// The tables of names, read from `source`.
    package static func tables(from source: TableSource) -> LexiconTables {
        LexiconTables(
            source,
            builtIn: [
                "concepts": Tables.concepts, "folding": Tables.folding, "forms": Tables.forms,
                "inflections": Tables.inflections, "not-names": Tables.notNames, "operations": Tables.operations,
                "parts": Tables.parts, "patterns": Tables.patterns, "sites": Tables.sites,
            ]
        )
    }

    /// The built-in tables of names, compiled when the program was built.
    package static var builtInNames: CompiledNames { CompiledNames(image: LexiconImage.names.utf8Start) }
}
