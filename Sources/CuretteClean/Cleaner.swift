import CuretteIngest
public import CuretteText

/// Repairs text that was disguised, mangled or badly decoded, and never touches genuine text.
///
/// The outcome is what the author would have typed; every change is an edit that can be traced back and undone.
/// What looks tampered with but has no certain repair is reported and left as it is. Text never fails.
///
///     let repaired = Cleaner().clean("Ѕаfе ѕurgеrу")
///     repaired.string            // "Safe surgery"
///     repaired.repairs()         // one for each stretch, with its reasons
///
/// A cleaner is a value that holds tables; make one and use it for every page.
public struct Cleaner: Sendable {
    private let knowledge: Knowledge

    /// The order in which a text meets the passes, and why:
    ///
    /// 1. Entities and wrong charsets first: until they are undone, nobody knows which characters the text has.
    /// 2. What cannot be seen next (backspaces, controls, invisible characters, overrides, odd spaces), so that every
    ///    later pass sees whole words.
    /// 3. Marks, so that a letter is one character where it can be.
    /// 4. Letter forms before homoglyphs: they are the same letters, and a word of them has no script of its own.
    /// 5. Homoglyphs before lookalikes: a guess within plain letters needs a word of plain letters.
    /// 6. Letters that nobody maps last, with the whole word known around them.
    private static let passes: [any Pass.Type] = [
        Entities.self, Mojibake.self, Backspaces.self, Invisibles.self, Bidi.self, Spaces.self,
        Composition.self, Marks.self, LetterForms.self, Homoglyphs.self, Lookalikes.self, UnmappedLetters.self,
    ]

    /// One repair may uncover another (an entity inside a disguised word); this many rounds are enough for text, and
    /// keep hostile text linear.
    private static let mostRounds = 4

    public init() { self.init(alsoKnows: { _ in false }) }

    /// A cleaner that knows more words than the dictionaries have: the lexicon's own.
    ///
    /// - Parameter alsoKnows: whether a word is one, given in lower case without marks.
    package init(alsoKnows: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool) {
        knowledge = Knowledge(alsoKnows: alsoKnows)
    }

    /// The text repaired, aligned with what was given.
    public func clean(_ text: String) -> AlignedText {
        var aligned = AlignedText(Array(text.utf8))
        _ = clean(&aligned)
        return aligned
    }

    /// Repairs a page's text in place, and returns what is only suspicious.
    package func clean(_ text: inout AlignedText) -> [Suspicion] {
        var findings = Findings()
        let letters = Letters()
        for _ in 0..<Self.mostRounds {
            guard run(on: &text, &findings, letters) else { break }
        }
        // Only words that mix scripts are suspicious.
        return findings.contains(.foreignLetter) ? Suspicions.find(in: text, knowledge) : []
    }

    /// One round of those passes for which there is something to do; whether one of them changed the text.
    private func run(on text: inout AlignedText, _ findings: inout Findings, _ letters: Letters) -> Bool {
        findings = []
        var changed = false
        var next = 0
        while next < Self.passes.count {
            // What is known of the page (its languages, its words) holds until the text changes.
            let version = text.bytes
            version.withUnsafeBufferPointer { bytes in
                let draft = Draft(bytes, knowledge, letters)
                if next == 0 { findings = Findings(in: bytes, draft) }
                draft.findings = findings
                while next < Self.passes.count {
                    let pass = Self.passes[next]
                    next += 1
                    guard !pass.causes.isDisjoint(with: findings), pass.apply(to: &text, draft) else { continue }
                    findings.formUnion(pass.uncovers)
                    changed = true
                    return
                }
            }
        }
        return changed
    }
}

/// One kind of repair: it looks at the draft and proposes; it never touches the text itself.
protocol Pass: Sendable {
    /// What must have been found for the pass to have anything to do.
    static var causes: Findings { get }
    /// What later passes may find in its outcome that the scan could not see.
    static var uncovers: Findings { get }
    static func edits(for draft: Draft) -> Edits
    /// Applies the pass to the text that the draft shows; whether the text changed.
    static func apply(to text: inout AlignedText, _ draft: Draft) -> Bool
}

extension Pass {
    static func apply(to text: inout AlignedText, _ draft: Draft) -> Bool {
        let edits = Self.edits(for: draft)
        guard !edits.isEmpty else { return false }
        text.apply(edits)
        return true
    }
}

extension Cleaner {
    /// What Unicode calls a character (`CYRILLIC SMALL LETTER IE`): for people who are told of a repair.
    package static func characterName(of scalar: Unicode.Scalar) -> String { Characters.name(scalar.value) }

    /// A fingerprint (FNV-1a) of ICU's confusables as this cleaner uses them: it moves when ICU's data do.
    package static var confusablesFingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for (skeleton, letters) in Confusables.standard.inverseMap {
            for value in skeleton + [0] + letters + [0] { hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3 }
        }
        return hash
    }
}
