import CuretteExtract

/// The side that each field takes on a page, by concept: plastic surgery takes the page's own, which is inferred.
struct FieldLeans {
    let fields: [Int: UsageReader.Field]
    let usage: Usage

    /// Nil for a procedure, and for a field that takes no side.
    func side(of concept: Int) -> (tag: Tag, isInferred: Bool)? {
        switch fields[concept] {
        case .cosmetic: (.cosmetic, false)
        case .reconstructive: (.reconstructive, false)
        case .plastic:
            switch usage {
            case .cosmetic: (.cosmetic, true)
            case .reconstructive: (.reconstructive, true)
            case .umbrella, .none: nil
            }
        case nil: nil
        }
    }
}
