import CuretteData
import CuretteText

/// A stretch of plain letters and signs as it may be read, before anybody asks which words are known.
struct Spelling {
    var slots: [Slot]
    /// How much a reading needs besides being a word.
    enum Need {
        case nothing
        /// An everyday word, or company: so little is odd about the word that a rare one proves nothing.
        case everyday
        /// Company: another word of the paragraph that is certainly spelled with the wrong signs.
        case company
    }
    let need: Need
    /// Digits or signs among the letters: only then does a word that the page repeats speak for a reading.
    let mayStandOnPage: Bool
    /// A name in all likelihood, but for the company it keeps.
    let isCapitalisedPair: Bool
    /// `lt`, `ln`, `lf`: a short word with an `I` at the front, if it begins a sentence. The lists know `Lt` and `Ln`,
    /// which are written so.
    let isFrontEye: Bool

    /// Nil for a word that is known as it stands, for codes, and for what holds other signs than letters may be.
    init?(_ lower: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ knowledge: Knowledge) {
        guard upper - lower <= Word.longest else { return nil }
        // Strokes on both sides are the mathematician's.
        if bytes[lower] == 0x7C, bytes[upper - 1] == 0x7C { return nil }
        var scalars: [UInt32] = []
        var place = lower
        var (small, capitals, digits, signs) = (0, 0, 0, 0)
        while place < upper {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: place)
            switch scalar {
            case 0x61...0x7A: small += 1
            case 0x41...0x5A: capitals += 1
            case 0x30...0x39: digits += 1
            case 0x27, 0x2019: break
            case 0x80...:
                let traits = Traits(scalar)
                if !traits.isLetter && Shapes.standard.letters(for: scalar).isEmpty { return nil }
                if traits.isLower { small += 1 } else if traits.isLetter { capitals += 1 } else { signs += 1 }
            default: signs += 1
            }
            scalars.append(scalar)
            place += width
        }
        let letters = small + capitals
        guard letters > 0 else { return nil }
        let isOdd = Self.hasOddCapital(scalars)
        isFrontEye = scalars.count == 2 && scalars[0] == 0x6C && [0x66, 0x6E, 0x74].contains(scalars[1])
        if digits + signs == 0 {
            guard letters > 1, isOdd || Lookalikes.mayBeDisguised(scalars),
                isFrontEye || !knowledge.isWordOrGluedWords(scalars)
            else { return nil }
        }
        let isCode = Self.isCode(scalars, small: small, capitals: capitals, digits: digits)
        if isCode, small == 0 { return nil }
        let isCapitals =
            capitals >= 2 && small <= capitals / 3 && !scalars.contains(0x6C)
            || capitals > small && small > 0 && scalars.contains(0x6C)
        isCapitalisedPair = capitals == 1 && digits + signs == 0 && !isOdd && scalars[0] < 0x5B && scalars.count < 6
        // `Iain` is a name, `man3` and `5star` a word and a number, `$not` a variable; more of the kind in the same
        // paragraph tell another story.
        let isName = digits + signs == 0 && scalars[0] == 0x49 && capitals == 1 && scalars.count < 6
        let isLed = scalars[0] == 0x24 || scalars[0] == 0x21 || scalars[0] == 0x40
        mayStandOnPage = digits + signs > 0
        let isPair = digits + signs == 0 && !isOdd
        if isPair, Draft.folded(scalars).withUnsafeBufferPointer(knowledge.isPrefixed) { return nil }
        let isShort = letters + digits + signs <= 2 || letters == 1 && digits + signs > 1
        if isShort || isCode || isName || isCapitalisedPair || isLed && signs == 1
            || !isCapitals && Self.isIdentifier(scalars) || Self.isNumbered(scalars, digits: digits, knowledge)
        {
            need = .company
        } else if isPair && (capitals > 0 || scalars.count < 6 || scalars.contains { $0 >= 0x80 })
            || digits + signs > 0 && (scalars.count <= 4 || Self.hasLooseSigns(scalars))
            || isOdd && digits + signs == 0 && scalars[0] == 0x6C
        {
            need = .everyday
        } else {
            need = .nothing
        }
        slots = Self.slots(for: scalars, from: lower, small: small, capitals: capitals, isCapitals: isCapitals)
    }

    /// `Point3D`, `IoT`, `Platform$GUI`, `$tag$`: a capital inside that no letter stands for, or dollars at the edges alone.
    private static func isIdentifier(_ scalars: [UInt32]) -> Bool {
        let inner = scalars.dropFirst()
        let hasCapital = inner.contains { $0 >= 0x41 && $0 <= 0x5A && $0 != 0x49 }
        if hasCapital, scalars.contains(where: { $0 >= 0x61 && $0 <= 0x7A && $0 != 0x6C }) { return true }
        let isDollar = { (scalar: UInt32) in scalar == 0x24 }
        let trimmed = scalars.drop(while: isDollar).dropLast(scalars.suffix(while: isDollar).count)
        return trimmed.count < scalars.count && trimmed.allSatisfy { $0 > 0x40 }
    }

    /// Digits at the end alone, which may count (`vers3`), or a stroke at an edge, which may part (`-E|--dump`).
    private static func hasLooseSigns(_ scalars: [UInt32]) -> Bool {
        func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
        let inner = scalars.dropLast(scalars.suffix(while: isDigit).count)
        if inner.count < scalars.count, inner.allSatisfy({ $0 > 0x40 }) { return true }
        return scalars[0] == 0x7C || scalars[scalars.count - 1] == 0x7C
    }

    /// A known word with a number before or behind it.
    private static func isNumbered(_ scalars: [UInt32], digits: Int, _ knowledge: Knowledge) -> Bool {
        guard digits > 0 else { return false }
        func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
        let behind = scalars.suffix(while: isDigit).count
        let before = scalars.prefix(while: isDigit).count
        guard behind == digits || before == digits else { return false }
        let stem = behind == digits ? scalars.dropLast(behind) : scalars.dropFirst(before)
        // `ShiftF10`: a key, a model.
        if behind == digits, let last = stem.last, stem.count >= 2, Traits(last).isUpper,
            Traits(stem[stem.endIndex - 2]).isLower
        {
            return true
        }
        return stem.count >= 2 && knowledge.isWordOrGluedWords(Array(stem))
    }

    /// Whether any reading could be known, in whatever language: asked before anybody looks at the page.
    func mayBeKnown(_ draft: Draft) -> Bool {
        func has(_ isKnown: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
            firstReading(of: slots) { read, choices in
                guard !isUnchanged(slots, choices) else { return false }
                if Draft.folded(read).withUnsafeBufferPointer(isKnown) { return true }
                guard read.count >= 7 else { return false }
                for index in 3..<read.count - 2 where Traits(read[index]).isUpper && Traits(read[index - 1]).isLower {
                    return Draft.folded(read[..<index]).withUnsafeBufferPointer(isKnown)
                        && Draft.folded(read[index...]).withUnsafeBufferPointer(isKnown)
                }
                return false
            } != nil
        }
        if has(draft.knowledge.mayBeKnown) { return true }
        // A word of the page by itself speaks for no doubtful reading.
        return need == .nothing && mayStandOnPage
            && has { draft.knowledge.mayBeKnown($0) || $0.count >= 4 && draft.isRepeated($0) }
    }

    /// The first reading that is another than what stands there, and known.
    func reading(_ draft: Draft, _ paragraph: Paragraph) -> Reading? {
        firstReading(of: slots) { read, choices in
            !isUnchanged(slots, choices) && draft.isKnown(read, in: paragraph, byPage: mayStandOnPage)
        }
    }

    /// The first that is a word which everybody, or every page of the trade, writes.
    func everydayReading(_ draft: Draft, _ paragraph: Paragraph) -> Reading? {
        firstReading(of: slots) { read, choices in
            !isUnchanged(slots, choices) && draft.isKnown(read, in: paragraph, byPage: false)
                && Draft.folded(read).withUnsafeBufferPointer(draft.knowledge.isEveryday)
        }
    }

    private static let eyeOrEll = options(0x49, 0x6C)
    private static let ellOrEye = options(0x6C, 0x49)
    private static let capitalOrEll = options(0x49, 0x4C, 0x6C)

    private static func options(_ letters: UInt32...) -> Options {
        var options = Options()
        for letter in letters { options.append(Meaning(letter)) }
        return options
    }

    private static func slots(
        for scalars: [UInt32],
        from lower: Int,
        small: Int,
        capitals: Int,
        isCapitals: Bool
    ) -> [Slot] {
        var slots: [Slot] = []
        slots.reserveCapacity(scalars.count)
        var place = lower
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let width = Unicode.Scalar(scalar).map { UTF8.width($0) } ?? 1
            let next = index + 1 < scalars.count ? scalars[index + 1] : 0
            var slot = Slot(place, place + width, keeping: scalar)
            let pair = Shapes.standard.letters(for: scalar, next)
            if !pair.isEmpty {
                slot = Slot(place, place + 2, options: Options(Meaning([scalar, next])), unchanged: 0)
                for letter in pair {
                    slot.options.append(Meaning(Traits(scalar).isUpper ? Characters.upper(letter) : letter))
                }
                index += 1
            } else if scalar == 0x49, small > 0, index > 0 || next >= 0x61 {
                // A capital among small letters; at the front it may be right.
                slot.options = index == 0 ? Self.eyeOrEll : Self.ellOrEye
                slot.unchanged = index == 0 ? 0 : 1
            } else if scalar == 0x6C, isCapitals || index == 0 && next != 0 {
                slot.options = isCapitals ? Self.capitalOrEll : Self.ellOrEye
                slot.unchanged = isCapitals ? 2 : 0
            } else if scalar > 0x7A || scalar < 0x41 {
                let meant = Shapes.standard.letters(for: scalar)
                if !meant.isEmpty {
                    let isUpper = capitals > 0 && small == 0
                    slot.options = Options()
                    for letter in meant { slot.options.append(Meaning(isUpper ? Characters.upper(letter) : letter)) }
                    if index == 0, !isUpper, scalar == 0x7C || scalar == 0x31 { slot.options.append(Meaning(0x49)) }
                    slot.unchanged = nil
                }
            }
            place = slot.upper
            slots.append(slot)
            index += 1
        }
        return slots
    }

    /// `aI`, `lN`: a capital behind a small letter, or `l` among capitals.
    static func hasOddCapital(_ scalars: [UInt32]) -> Bool {
        for (index, scalar) in scalars.enumerated() where index + 1 < scalars.count {
            let next = scalars[index + 1]
            if next == 0x49, scalar >= 0x61 { return true }
            if scalar == 0x49, next >= 0x61, index > 0 { return true }
            if scalar == 0x6C, next < 0x5B, next > 0x40 { return true }
        }
        return scalars.count > 1 && scalars[0] == 0x6C && scalars[1] < 0x80
            && !([0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0x6C, 0x27] as [UInt32]).contains(scalars[1] | 0x20)
            || scalars.count > 1 && scalars[0] == 0x49
                && ([0x61, 0x65, 0x69, 0x6F, 0x75, 0x79] as [UInt32]).contains(scalars[1])
    }

    /// Capitals and digits, digits in a block of their own before or behind: names of things, units, versions.
    private static func isCode(_ scalars: [UInt32], small: Int, capitals: Int, digits: Int) -> Bool {
        guard digits > 0 else { return false }
        let isBlock = { (part: ArraySlice<UInt32>) in !part.isEmpty && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
        let leading = scalars.prefix { $0 >= 0x30 && $0 <= 0x39 }
        let trailing = scalars.suffix(while: { $0 >= 0x30 && $0 <= 0x39 })
        // Several figures together are a number, not letters; so is one figure before or behind capitals.
        if isBlock(leading), leading.count == digits, leading.count > 2 || small + capitals <= 2 && digits > 1 {
            return true
        }
        if isBlock(trailing), trailing.count == digits, trailing.count > 2 { return true }
        // `l10n`: a number that counts letters.
        let block = scalars.drop { $0 > 0x39 }.prefix { $0 <= 0x39 }
        if small + capitals <= 2, digits >= 2, block.count == digits { return true }
        return small == 0 && (capitals < 3 || scalars.count < 5 || leading.count == digits || trailing.count == digits)
    }
}

extension [UInt32] {
    func suffix(while belongs: (UInt32) -> Bool) -> ArraySlice<UInt32> {
        var start = count
        while start > 0, belongs(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
