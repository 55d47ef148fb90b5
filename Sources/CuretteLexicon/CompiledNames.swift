package import CuretteData

/// The tables of names, compiled: what a search needs, in the order in which it needs it.
///
/// Compiling takes longer than reading a page, so the built-in tables are compiled when the program is built, and only
/// a user's own when it starts. Both ways give the same value.
package struct CompiledNames: Sendable, Equatable {
    /// The stems of all forms, one behind the other, in byte order; those of one stem in the tables' order.
    package internal(set) var stems: [UInt8] = []
    /// Where each stem begins; one more at the end.
    package internal(set) var stemStarts: [UInt32] = [0]
    /// What each stem is a stem of.
    package internal(set) var forms: [Form] = []
    /// Forms whose case counts, as the tables have them.
    package internal(set) var surfaces: [[UInt8]] = []
    /// Which site and which operation are a name together, ascending.
    package internal(set) var pairs: [RegularPair] = []
    /// How each language joins the two.
    package internal(set) var patterns: [[RegularPattern]] = []
    /// The words that English and Spanish names are made of, each once.
    package internal(set) var words: [UInt8] = []
    /// Where each word begins; one more at the end.
    package internal(set) var wordStarts: [UInt32] = [0]

    package init(
        _ stems: StemList,
        words: WordCollection = WordCollection(),
        pairs: [RegularPair] = [],
        patterns: [[RegularPattern]] = []
    ) {
        stems.write(to: &self)
        self.words = words.letters
        wordStarts = words.starts
        self.pairs = pairs
        self.patterns = patterns
    }

    /// Compiles the tables of `source`.
    ///
    /// - Throws: `DataFileError` at the first mistake in a table.
    package init(
        compiling source: LexiconTables,
        folding: Folding,
        inflections: Inflections,
        catalogue: Catalogue
    ) throws(DataFileError) {
        var compiler = FormCompiler(folding: folding, inflections: inflections, catalogue: catalogue)
        try compiler.compile(from: source)
        self = compiler.names()
    }

    package var stemCount: Int { forms.count }

    package func stem(_ place: Int) -> ArraySlice<UInt8> {
        stems[Int(stemStarts[place])..<Int(stemStarts[place + 1])]
    }

    package var wordCount: Int { wordStarts.count - 1 }
}

/// A body site and an operation that are the name of a concept together, in one language.
package struct RegularPair: Sendable, Equatable {
    package let language: UInt8
    package let site: UInt16
    package let operation: UInt16
    package let concept: UInt16
}

/// How a language joins a site and an operation: which comes first, and the letters between them.
package struct RegularPattern: Sendable, Equatable {
    package let siteFirst: Bool
    /// Folded, without spaces; empty where nothing stands between.
    package let joint: [UInt8]
}
