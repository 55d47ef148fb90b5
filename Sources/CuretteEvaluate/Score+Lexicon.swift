package import CuretteExtract

extension Score {
    /// A score that counts a concept directly above or below gold's as found, by the lexicon's own order.
    package init(_ lexicon: Lexicon) {
        var broader: [String: String] = [:]
        for concept in lexicon.concepts { broader[concept.id] = concept.broader.map { lexicon.concepts[$0].id } }
        self.init(broader: broader)
    }
}
