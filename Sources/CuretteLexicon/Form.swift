/// What has to be true of a place before a form counts there.
package struct FormFlags: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Counts only in the case in which the table writes it: `BBL`.
    package static let exactCase = FormFlags(rawValue: 1 << 0)
    /// An ambiguous word: counts only beside names that are none.
    package static let weak = FormFlags(rawValue: 1 << 1)
    /// A condition's name, counted where the page uses it as the operation's.
    package static let condition = FormFlags(rawValue: 1 << 2)
    /// An article spinner's phrase, counted on rewritten pages alone.
    package static let rewritten = FormFlags(rawValue: 1 << 3)
    /// A product's or device's name.
    package static let brand = FormFlags(rawValue: 1 << 4)
    package static let lay = FormFlags(rawValue: 1 << 5)
    package static let misspelt = FormFlags(rawValue: 1 << 6)
    /// An ordinary phrase in which a form is no name: it consumes the place and yields nothing.
    package static let notName = FormFlags(rawValue: 1 << 7)
    /// A company's name: counts only where its words are capitalised.
    package static let capitalised = FormFlags(rawValue: 1 << 8)

    package static let named: [String: FormFlags] = [
        "exact-case": .exactCase, "weak": .weak, "condition": .condition, "rewritten": .rewritten, "brand": .brand,
        "lay": .lay, "misspelt": .misspelt, "capitalised": .capitalised,
    ]
}

/// What a form is on its own: a name, or half of one.
package enum FormPart: Sendable, Hashable {
    case name
    /// A body site, by its number in `RegularPair`.
    case site(UInt16)
    /// An operation, by its number in `RegularPair`.
    case operation(UInt16)
}

/// A concept, as far as the words of a name tell.
package struct Name: Sendable, Equatable {
    package let concept: Int
    package let flags: FormFlags
}

/// One way to write one concept, ready to be compared: the stem of its key, and the endings that may follow it.
package struct Form: Sendable, Equatable {
    /// Index of the concept; meaningless for a `notName` and for a part.
    package let concept: UInt16
    package let part: FormPart
    package let flags: FormFlags
    /// The language, as an index into `Inflections.languages`.
    package let language: UInt8
    /// Which endings may follow the stem: an index into `Inflections.classes`.
    package let endings: UInt16
    /// Whether the table writes it with letters beyond ASCII.
    package let hasMarks: Bool
    /// Bit *i*: a word begins at letter *i* of the key (of the first 64).
    package let wordStarts: UInt64
    /// As the table has it, for forms whose case counts; an index into `CompiledNames.surfaces`, or -1.
    package let surface: Int32

    package var name: Name { Name(concept: Int(concept), flags: flags) }

    package init(
        concept: UInt16,
        part: FormPart,
        flags: FormFlags,
        language: UInt8,
        endings: UInt16,
        hasMarks: Bool,
        wordStarts: UInt64,
        surface: Int32
    ) {
        self.concept = concept
        self.part = part
        self.flags = flags
        self.language = language
        self.endings = endings
        self.hasMarks = hasMarks
        self.wordStarts = wordStarts
        self.surface = surface
    }
}
