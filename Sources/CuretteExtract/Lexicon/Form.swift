/// What has to be true of a place before a form counts there.
struct FormFlags: OptionSet, Sendable {
    let rawValue: UInt16
    /// Counts only in the case in which the table writes it: `BBL`.
    static let exactCase = FormFlags(rawValue: 1 << 0)
    /// An ambiguous word: counts only beside names that are none.
    static let weak = FormFlags(rawValue: 1 << 1)
    /// A condition's name, counted where the page uses it as the operation's.
    static let condition = FormFlags(rawValue: 1 << 2)
    /// An article spinner's phrase, counted on rewritten pages alone.
    static let rewritten = FormFlags(rawValue: 1 << 3)
    /// A product's or device's name.
    static let brand = FormFlags(rawValue: 1 << 4)
    static let lay = FormFlags(rawValue: 1 << 5)
    static let misspelt = FormFlags(rawValue: 1 << 6)
    /// An ordinary phrase in which a form is no name: it consumes the place and yields nothing.
    static let notName = FormFlags(rawValue: 1 << 7)
    /// A company's name: counts only where its words are capitalised.
    static let capitalised = FormFlags(rawValue: 1 << 8)

    static let named: [String: FormFlags] = [
        "exact-case": .exactCase, "weak": .weak, "condition": .condition, "rewritten": .rewritten, "brand": .brand,
        "lay": .lay, "misspelt": .misspelt, "capitalised": .capitalised,
    ]
}

/// What a form is on its own: a name, or half of one.
enum FormPart: Sendable, Equatable {
    case name
    /// A body site, by its number in `RegularNames`.
    case site(UInt16)
    /// An operation, by its number in `RegularNames`.
    case operation(UInt16)
}

/// A concept, as far as the words of a name tell.
struct Name: Sendable, Equatable {
    let concept: Int
    let flags: FormFlags
}

/// One way to write one concept, ready to be compared: the stem of its key, and the endings that may follow it.
struct Form: Sendable {
    /// Index of the concept; meaningless for a `notName` and for a part.
    let concept: UInt16
    let part: FormPart
    let flags: FormFlags
    /// The language, as an index into `Inflections.languages`.
    let language: UInt8
    /// Which endings may follow the stem: an index into `Inflections.classes`.
    let endings: UInt16
    /// Whether the table writes it with letters beyond ASCII.
    let hasMarks: Bool
    /// Bit *i*: a word begins at letter *i* of the key (of the first 64).
    let wordStarts: UInt64
    /// As the table has it, for forms whose case counts; an index into `FormIndex.surfaces`, or -1.
    let surface: Int32

    var name: Name { Name(concept: Int(concept), flags: flags) }
}
