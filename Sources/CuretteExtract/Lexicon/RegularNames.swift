import CuretteLexicon

/// Which body site and which operation make which concept, and how a language joins the two.
///
/// Names are put together where they are met and never listed: some hundred rows stand for tens of thousands of names.
struct RegularNames: Sendable {
    let patterns: [[RegularPattern]]
    /// Language, site and operation of each pair in one number, ascending.
    private let keys: [UInt64]
    private let concepts: [UInt16]

    init(_ names: CompiledNames) {
        patterns = names.patterns
        keys = names.pairs.map { Self.key($0.language, $0.site, $0.operation) }
        concepts = names.pairs.map(\.concept)
    }

    /// How many pairs of a site and an operation are names, counted by language.
    var count: Int { keys.count }

    private static func key(_ language: UInt8, _ site: UInt16, _ operation: UInt16) -> UInt64 {
        UInt64(language) << 32 | UInt64(site) << 16 | UInt64(operation)
    }

    /// The concept that two parts of one language name together, whichever comes first.
    func concept(_ first: FormPart, _ second: FormPart, language: UInt8) -> UInt16? {
        switch (first, second) {
        case (.site(let site), .operation(let operation)), (.operation(let operation), .site(let site)):
            concept(of: Self.key(language, site, operation))
        default: nil
        }
    }

    private func concept(of key: UInt64) -> UInt16? {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? concepts[low] : nil
    }
}
