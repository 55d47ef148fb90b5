public import CuretteData

/// All that Curette knows of names: the concepts, every form that may stand for one, and what spinners write instead.
///
/// Read from tables that a person can edit, validated as a whole: a mistake is a `DataFileError` with file and line.
public struct Lexicon: Sendable {
    public let concepts: [Concept]
    let index: FormIndex
    package let folding: Folding
    let inflections: Inflections
    let substitutions: Substitutions
    private let places: [String: Int]

    /// - Throws: `DataFileError` at the first mistake in a table.
    public init(from source: TableSource = .builtIn) throws(DataFileError) {
        folding = try Folding(from: source)
        inflections = try Inflections(from: source)
        let catalogue = try Catalogue(from: source)
        concepts = catalogue.concepts
        places = catalogue.places
        var compiler = FormCompiler(folding: folding, inflections: inflections, catalogue: catalogue)
        try compiler.compile(from: source)
        index = FormIndex(compiler.builder)
        substitutions = try Substitutions(from: source, folding: folding)
    }

    /// The index of the concept with this id; nil where there is none.
    public func concept(_ id: String) -> Int? { places[id] }

    /// How many ways to write a name there are, generated ones included.
    public var formCount: Int { index.count }

    /// The forms of a concept as keys (folded, without spaces), each with its language: for people who look into it.
    public func forms(of concept: Int) -> [(language: String, key: String)] {
        (0..<index.count).compactMap { form in
            let entry = index.forms[form]
            guard Int(entry.concept) == concept, !entry.flags.contains(.notName) else { return nil }
            let ending = inflections.classes[Int(entry.endings)].first ?? []
            return (
                Inflections.languages[Int(entry.language)], String(decoding: Array(index.stem(form)) + ending, as: UTF8.self)
            )
        }
    }

    /// The text of every table, in a fixed order, for the hash that stands in reports.
    package static func tableTexts(from source: TableSource) throws(DataFileError) -> [UnsafeRawBufferPointer] {
        var texts: [UnsafeRawBufferPointer] = []
        for (name, builtIn) in builtInTables { texts += try source.texts(name, builtIn: builtIn) }
        return texts
    }

    private static let builtInTables: [(String, StaticString)] = [
        ("concepts", Tables.concepts), ("folding", Tables.folding), ("forms", Tables.forms),
        ("inflections", Tables.inflections), ("not-names", Tables.notNames), ("operations", Tables.operations),
        ("parts", Tables.parts), ("patterns", Tables.patterns), ("sites", Tables.sites),
        ("spinner-signs", Tables.spinnerSigns), ("substitutions", Tables.substitutions),
    ]
}
