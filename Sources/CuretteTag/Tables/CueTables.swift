import CuretteData
import CuretteExtract

/// Which way a cue points: to one of the tags, or to both at once.
enum Lean: Sendable, Equatable {
    case toward(Tag)
    case either
    /// To none: words that hold another cue and do not mean it ("burns fat").
    case neither

    /// What a field of a table names; nil for anything else.
    init?(_ row: Table.Row, _ column: Int) {
        switch row.index(column, among: ["cosmetic", "reconstructive", "either", "neither"]) {
        case 0: self = .toward(.cosmetic)
        case 1: self = .toward(.reconstructive)
        case 2: self = .either
        case 3: self = .neither
        default: return nil
        }
    }
}

/// Words by which a page says why something is done.
struct Cue: Sendable {
    let lean: Lean
    /// 1...3.
    let strength: Int
    let kind: Kind

    enum Kind: String, Sendable, CaseIterable {
        case etiology, function, symptom, payer
        case aestheticGoal = "aesthetic-goal"
        case elective, negation, contrast
        /// The text says outright which it is: "is cosmetic".
        case verdict
        /// An adjective of the name, which counts nowhere else: "functional rhinoplasty".
        case modifier

        /// The raw values, in order: a table of two thousand rows is read at each start.
        static let names: [StaticString] = [
            "etiology", "function", "symptom", "payer", "aesthetic-goal", "elective", "negation", "contrast", "verdict",
            "modifier",
        ]

        /// Its place in `allCases`, which the weights are kept by.
        var rank: Int {
            switch self {
            case .etiology: 0
            case .function: 1
            case .symptom: 2
            case .payer: 3
            case .aestheticGoal: 4
            case .elective: 5
            case .negation: 6
            case .contrast: 7
            case .verdict: 8
            case .modifier: 9
            }
        }

        /// Whether a question with it asks for the answer: "Is it covered?"
        var isAnswer: Bool { self == .payer || self == .verdict || self == .negation }

        /// Whether a negation before the cue merely cancels it: "without scars" is no aesthetic goal.
        var isCancelledByNegation: Bool { self == .etiology || self == .symptom || self == .function }
    }
}

/// Small words that turn a cue round, point it elsewhere, or end its reach.
enum Turn: String, Sendable {
    case negation, contrast
    /// "without symptoms": cancels the reason that follows, and turns nothing else round.
    case lack
    /// A negation that says what something is not: "is not cosmetic surgery".
    case denial
    case clauseBreak = "break"
    case example
    /// "not only": looks like a negation and is none.
    case neutral
    /// "it", "this procedure": a sentence that begins so speaks of the one before.
    case anaphor
    /// Words between the members of a list.
    case joint
    /// "or": the same, and what stands at its sides is offered for choice.
    case choice
    /// "risk", "swelling": the sentence tells how a procedure is borne.
    case recovery
    /// Right before a procedure: what the clause complains of may come of it.
    case aftermath
    /// "laser resurfacing ‹of› burn scars": what follows is what the procedure is done for.
    case purpose
}

/// What a word shows of how a sentence uses "plastic surgery".
enum UsageSign: String, Sendable {
    case contrast, choice, same, roof, umbrella, cosmetic, reconstructive, definition, title, name, plastic, looks,
        lead, opposed
}

/// The tables of cues, of words by which authors file, and of turns.
struct CueTables: Sendable {
    private(set) var cues = PhraseTable<Cue>()
    /// The cues that point to both at once, or to none: few, so that whole paragraphs can be asked for them.
    private(set) var openings = PhraseTable<Cue>()
    private(set) var filings = PhraseTable<(tag: Tag, strength: Int)>()
    private(set) var turns = PhraseTable<Turn>()
    private(set) var usage = PhraseTable<UsageSign>()

    init(from source: TableSource, folding: Folding) throws(DataFileError) {
        let cueColumns: [StaticString] = ["cue", "lang", "favours", "strength", "kind"]
        for table in try source.tables("cues", builtIn: Tables.cues, columns: cueColumns) {
            try table.forEachRow { row throws(DataFileError) in
                _ = try Inflections.language(row.fields[1], in: row)
                guard let lean = Lean(row, 2) else {
                    throw row.error("'\(row[2])' is no direction; it is cosmetic, reconstructive, either or neither")
                }
                guard let kind = row.index(4, among: Cue.Kind.names) else {
                    throw row.error("'\(row[4])' is no kind of cue")
                }
                let cue = Cue(lean: lean, strength: try row.number(3, in: 1...3), kind: Cue.Kind.allCases[kind])
                guard cues.add(row.fields[0], cue, folding: folding) else { throw row.error("a cue needs letters") }
                if lean == .either || lean == .neither { _ = openings.add(row.fields[0], cue, folding: folding) }
            }
        }
        let filingColumns: [StaticString] = ["words", "lang", "favours", "strength"]
        for table in try source.tables("filings", builtIn: Tables.filings, columns: filingColumns) {
            try table.forEachRow { row throws(DataFileError) in
                _ = try Inflections.language(row.fields[1], in: row)
                guard case .toward(let tag) = Lean(row, 2) else {
                    throw row.error("'\(row[2])' is no tag; it is cosmetic or reconstructive")
                }
                let strength = try row.number(3, in: 1...3)
                guard filings.add(row.fields[0], (tag, strength), folding: folding) else {
                    throw row.error("a filing needs letters")
                }
            }
        }
        for table in try source.tables("turns", builtIn: Tables.turns, columns: ["kind", "lang", "words"]) {
            try table.forEachRow { row throws(DataFileError) in
                guard let turn = Turn(rawValue: row[0]) else { throw row.error("'\(row[0])' is no kind of turn") }
                _ = try Inflections.language(row.fields[1], in: row)
                for words in row.fields[2].split(separator: UInt8(ascii: "|")) {
                    guard turns.add(UnsafeRawBufferPointer(rebasing: words), turn, folding: folding) else {
                        throw row.error("a turn needs letters")
                    }
                }
            }
        }
        for table in try source.tables("usage", builtIn: Tables.usage, columns: ["kind", "lang", "words"]) {
            try table.forEachRow { row throws(DataFileError) in
                guard let sign = UsageSign(rawValue: row[0]) else { throw row.error("'\(row[0])' is no kind of sign") }
                _ = try Inflections.language(row.fields[1], in: row)
                for words in row.fields[2].split(separator: UInt8(ascii: "|")) {
                    guard usage.add(UnsafeRawBufferPointer(rebasing: words), sign, folding: folding) else {
                        throw row.error("a sign needs letters")
                    }
                }
            }
        }
        usage.seal()
        cues.seal()
        openings.seal()
        filings.seal()
        turns.seal()
    }
}
