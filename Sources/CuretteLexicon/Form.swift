/// What has to be true of a place before a form counts there.
package struct FormFlags: OptionSet, Sendable, BitwiseCopyable {
    package let rawValue: UInt16

    // Asked at every name: inlined where they are asked.
    @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Counts only in the case in which the table writes it: `BBL`.
    @inlinable package static var exactCase: FormFlags { FormFlags(rawValue: 1 << 0) }
    /// An ambiguous word: counts only beside names that are none.
    @inlinable package static var weak: FormFlags { FormFlags(rawValue: 1 << 1) }
    /// A condition's name, counted where the page uses it as the operation's.
    @inlinable package static var condition: FormFlags { FormFlags(rawValue: 1 << 2) }
    /// An article spinner's phrase, counted on rewritten pages alone.
    @inlinable package static var rewritten: FormFlags { FormFlags(rawValue: 1 << 3) }
    /// A product's or device's name.
    @inlinable package static var brand: FormFlags { FormFlags(rawValue: 1 << 4) }
    @inlinable package static var lay: FormFlags { FormFlags(rawValue: 1 << 5) }
    @inlinable package static var misspelt: FormFlags { FormFlags(rawValue: 1 << 6) }
    /// An ordinary phrase in which a form is no name: it consumes the place and yields nothing.
    @inlinable package static var notName: FormFlags { FormFlags(rawValue: 1 << 7) }
    /// A company's name: counts only where its words are capitalised.
    @inlinable package static var capitalised: FormFlags { FormFlags(rawValue: 1 << 8) }

    /// Counts only in the right surroundings.
    @inlinable package static var conditional: FormFlags { FormFlags(rawValue: 1 << 1 | 1 << 2) }
    /// Not a name as it stands, in any case and on any page.
    @inlinable package static var notPlain: FormFlags {
        FormFlags(rawValue: 1 << 0 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 7)
    }

    // What `OptionSet` gives is generic, and a generic of another module costs more than all else that a name is asked.
    @inlinable package func contains(_ flag: FormFlags) -> Bool { rawValue & flag.rawValue == flag.rawValue }
    @inlinable package func isDisjoint(with other: FormFlags) -> Bool { rawValue & other.rawValue == 0 }

    package static let named: [String: FormFlags] = [
        "exact-case": .exactCase, "weak": .weak, "condition": .condition, "rewritten": .rewritten, "brand": .brand,
        "lay": .lay, "misspelt": .misspelt, "capitalised": .capitalised,
    ]
}

/// What a form is on its own: a name, or half of one.
package enum FormPart: Sendable, Hashable, BitwiseCopyable {
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

    @inlinable package init(concept: Int, flags: FormFlags) {
        self.concept = concept
        self.flags = flags
    }
}

/// One way to write one concept, ready to be compared: the stem of its key, and the endings that may follow it.
package struct Form: Sendable, Equatable, BitwiseCopyable {
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

    /// Whether it is a name by itself.
    @inlinable package var isName: Bool { if case .name = part { true } else { false } }

    @inlinable package var name: Name { Name(concept: Int(concept), flags: flags) }

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
