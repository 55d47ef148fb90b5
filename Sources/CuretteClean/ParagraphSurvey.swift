import CuretteDictionary
import CuretteText

/// What a stretch of text holds, word by word: the company that a suspect word keeps.
extension Draft {
    func survey(_ lower: Int, _ upper: Int) -> Paragraph {
        var paragraph = Paragraph(lower: lower, upper: upper)
        var surveyed = 0
        forEachWord(from: lower, to: min(upper, bytes.count)) { word in
            // A sample tells what language a long stretch is written in.
            surveyed += 1
            guard surveyed <= 4000 else { return }
            paragraph.count(word, of: self)
        }
        return paragraph
    }

    /// Whether letters of another script can be read as any known word of Latin ones.
    func mayReadAsWord(_ scalars: [UInt32]) -> Bool {
        guard scalars.count <= Word.longest else { return false }
        let slots = scalars.map { scalar in
            let options = scalar < 0x80 ? Options(Meaning(scalar)) : letters.options(of: scalar, in: .latin)
            return Slot(0, 0, options: options)
        }
        guard slots.allSatisfy({ $0.options.count > 0 }) else { return false }
        return firstReading(of: slots, limit: 64) { read, _ in knowledge.isWord(Draft.folded(read)) } != nil
    }

    /// Calls `body` for each word between two offsets: letters, marks, digits and inner apostrophes.
    func forEachWord(from lower: Int, to upper: Int, _ body: (borrowing SurveyedWord) -> Void) {
        var word = SurveyedWord(bytes)
        var place = lower
        while place < upper {
            let byte = bytes[place]
            if byte < 0x80 {
                if WordCharacter.isASCIIWord(byte) {
                    word.add(byte, at: place)
                } else if byte == 0x27 && word.count > 0 && place + 1 < upper
                    && (WordCharacter.isASCIILetter(bytes[place + 1]) || bytes[place + 1] >= 0x80)
                {
                    word.addApostrophe(at: place, width: 1)
                } else if word.count > 0 {
                    body(word)
                    word.reset()
                }
                place += 1
                continue
            }
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: place)
            let traits = Traits(scalar)
            if WordCharacter.belongs(scalar, traits) {
                word.add(scalar, traits, at: place)
            } else if scalar == 0x2019 && word.count > 0 && place + width < upper
                && (WordCharacter.isASCIILetter(bytes[place + width]) || bytes[place + width] >= 0x80)
            {
                word.addApostrophe(at: place, width: width)
            } else if word.count > 0 {
                body(word)
                word.reset()
            }
            place += width
        }
        if word.count > 0 { body(word) }
    }
}

/// A word as the survey of a paragraph sees it: one value, used for each in turn. A plain word stays where it is; code
/// points are written out only of words that hold more than ASCII.
struct SurveyedWord {
    enum Kind { case plain, digits, mixed, odd }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var lower = 0
    private var upper = 0
    private var written: [UInt32] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isPlainASCII: Bool { isASCII }

    var scalars: [UInt32] { isASCII ? bytes[lower..<upper].map { UInt32($0) } : written }
    /// Letters and digits.
    var count = 0
    private var isASCII = true
    private(set) var digits = 0
    private(set) var script: Script?
    private(set) var isMixed = false
    /// A capital behind a small letter: a brand, or two words run together.
    private(set) var isGlued = false
    private var endsSmall = false
    /// Holds letters of other forms, phonetic ones, or marks that stand by themselves.
    private(set) var isOdd = false
    private(set) var isFormed = false
    private(set) var isLooselyMarked = false
    private(set) var isPhonetic = false
    private(set) var hasRightToLeft = false

    var kind: Kind { isMixed ? .mixed : isOdd ? .odd : digits > 0 ? .digits : .plain }

    /// Calls `body` with the word in lower case, as `Draft.folded` has it.
    func withFolded<Outcome>(_ body: (UnsafeBufferPointer<UInt8>) -> Outcome) -> Outcome {
        guard isASCII else { return Draft.folded(scalars).withUnsafeBufferPointer(body) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: upper - lower) { folded in
            var count = 0
            for byte in bytes[lower..<upper] {
                folded[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                count += 1
            }
            if count >= 2, folded[count - 1] == 0x73, folded[count - 2] == 0x27 { count -= 2 }
            return body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(folded)[..<count]))
        }
    }

    mutating func reset() {
        if !isASCII { written.removeAll(keepingCapacity: true) }
        (count, digits, isASCII) = (0, 0, true)
        (script, isMixed, isOdd, isFormed, hasRightToLeft) = (nil, false, false, false, false)
        (isGlued, endsSmall, isLooselyMarked, isPhonetic) = (false, false, false, false)
    }

    mutating func add(_ byte: UInt8, at place: Int) {
        if count == 0 { lower = place }
        upper = place + 1
        if !isASCII { written.append(UInt32(byte)) }
        count += 1
        if byte <= 0x39 { digits += 1 } else { meet(.latin) }
        if endsSmall, byte >= 0x41, byte <= 0x5A { isGlued = true }
        endsSmall = byte >= 0x61
    }

    mutating func addApostrophe(at place: Int, width: Int) {
        if width > 1 { writeOut() }
        upper = place + width
        if !isASCII { written.append(0x27) }
    }

    private mutating func writeOut() {
        guard isASCII else { return }
        isASCII = false
        if count > 0 { for byte in bytes[lower..<upper] { written.append(UInt32(byte)) } }
    }

    mutating func add(_ scalar: UInt32, _ traits: Traits, at place: Int) {
        writeOut()
        if count == 0 { lower = place }
        written.append(scalar)
        count += 1
        if traits.isRightToLeft { hasRightToLeft = true }
        if traits.isMark {
            if script?.isAlphabet ?? true {
                isOdd = true
                if script == .latin { isLooselyMarked = true }
            }
        } else if traits.isNumber {
            digits += 1
        } else if traits.script == .common || traits.script == .inherited {
            if !traits.hasExtensions && !traits.isModifierLetter {
                isOdd = true
                isFormed = true
            }
        } else {
            meet(traits.script)
            // Phonetic letters, modifiers, small capitals, fullwidth forms.
            if traits.script == .latin, scalar >= 0x1C0 && scalar <= 0x1C3 { isOdd = true }
            if traits.script == .latin, scalar >= 0x250 && scalar < 0x1E00 || scalar >= 0x2C60 { isOdd = true }
            if traits.script == .latin, scalar >= 0x250 && scalar < 0x2B0 || traits.script == .greek {
                isPhonetic = true
            }
            if traits.script == .latin, scalar >= 0xFF00 { isFormed = true }
        }
    }

    private mutating func meet(_ other: Script) {
        if script == nil { script = other } else if script != other { isMixed = true }
    }
}

extension Paragraph {
    mutating func count(_ word: borrowing SurveyedWord, of draft: Draft) {
        if word.hasRightToLeft { hasRightToLeft = true }
        if word.script == .han { hasHan = true }
        if word.isFormed { formedWords += 1 }
        if word.isLooselyMarked && !word.isPhonetic { looselyMarkedWords += 1 }
        if word.script == .latin, !word.isPlainASCII { countMarks(word) }
        switch word.kind {
        case .mixed: mixedWords += 1
        case .odd, .digits: break
        case .plain:
            switch word.script {
            case .latin?: countLatin(word, of: draft)
            case .cyrillic?:
                cyrillicWords += 1
                if isGenuine(word, of: draft) { genuineCyrillic += 1 }
            case .greek?:
                greekWords += 1
                if isGenuine(word, of: draft) { genuineGreek += 1 }
            case let script?:
                if !genuineScripts.contains(script), isGenuine(word, of: draft) { genuineScripts.insert(script) }
            case nil: break
            }
        }
    }

    /// Which orthography the marks of a word belong to.
    private mutating func countMarks(_ word: borrowing SurveyedWord) {
        let scalars = word.scalars
        var isOdd = false
        for scalar in scalars where scalar >= 0xC0 {
            if scalar >= 0x300 && scalar < 0x370 || Marks.accent(of: scalar) == .odd { isOdd = true }
        }
        if VietnameseSyllables.standard.contains(scalars) {
            vietnameseWords += 1
        } else if isOdd {
            if TonalSpelling.fits(scalars) { tonalWords += 1 } else { sprayedWords += 1 }
        }
    }

    private mutating func countLatin(_ word: borrowing SurveyedWord, of draft: Draft) {
        latinWords += 1
        let lists = word.withFolded { folded in
            if draft.knowledge.aboutLetters.contains(folded) { speaksAboutLetters = true }
            return word.count >= 3 && !word.isGlued ? draft.knowledge.lists(with: folded) : []
        }
        guard word.count >= 3 else { return }
        if word.isGlued { return }
        let english = lists.contains(.english)
        let spanish = lists.contains(.spanish)
        let lexical = !english && !spanish && lists.contains(.lexicon)
        // A word nobody knows that holds one of the pairs may be a disguised one: it says nothing of the language.
        if !english && !spanish && !lexical && Lookalikes.mayBeDisguised(word.scalars) { return }
        if !english && !spanish && !lexical && word.scalars.contains(where: { $0 >= 0xC0 }) {
            // An accented word that is English without its accents may be a disguised one.
            var oddMarks = 0
            let bases = word.scalars.map { scalar -> UInt32 in
                guard scalar >= 0xC0 else { return scalar }
                let parts = Characters.canonical(scalar)
                if let base = parts.first, base < 0x80 {
                    let isVowel = ([0x61, 0x65, 0x69, 0x6F, 0x75] as [UInt32]).contains(base | 0x20)
                    if parts.last == 0x307 || parts.last == 0x323 && !isVowel { oddMarks += 1 }
                    return base
                }
                return draft.letters.likenesses(of: scalar, in: .latin).first?.scalar ?? scalar
            }
            let plain = Draft.folded(bases)
            if WordList.english.contains(plain) || plain.withUnsafeBufferPointer(draft.knowledge.alsoKnows) {
                accentedWords += 1
                return
            }
            if oddMarks > 1 { return }
        }
        plainWords += 1
        if english || lexical { englishWords += 1 }
        if spanish || lexical { spanishWords += 1 }
    }

    private func isGenuine(_ word: borrowing SurveyedWord, of draft: Draft) -> Bool {
        guard word.count > 1 else { return false }
        return word.scalars.contains { scalar in
            // Final sigma and accents are not what a disguise reaches for.
            if word.script == .greek {
                return scalar == 0x3C2 || scalar < 0x391 || draft.letters.likenesses(of: scalar, in: .latin).isEmpty
            }
            if word.script != .cyrillic { return draft.letters.likenesses(of: scalar, in: .latin).isEmpty }
            return !draft.letters.likenesses(of: scalar, in: .latin).contains { !$0.isWeak }
        } || word.script != .greek && word.script != .cyrillic && !draft.mayReadAsWord(word.scalars)
    }
}
