import CuretteData
import CuretteText

/// Plain signs that are drawn like plain letters: `P1a5tic`, `genera1Iy`, `rneclical`, `|t`.
///
/// Only where nobody knows the word as it stands and somebody knows the one that comes out, in a paragraph of a language
/// that has a dictionary here. Left alone: codes and units (`H1N1`, `B12`, `5-FU`, `1080p`, `3D`), addresses, names
/// in a capital that happen to hold `rn` or `cl`.
enum Lookalikes: Pass {
    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        let bytes = draft.bytes
        var offset = 0
        while let place = FastScan.suspect(bytes, from: offset) {
            guard bytes[place] < 0x80 || place > offset else {
                offset = place + UTF8Bytes.width(of: bytes[place])
                continue
            }
            let span = token(at: place, bytes)
            offset = max(span.upper, place + UTF8Bytes.width(of: bytes[place]))
            guard span.lower >= edits.end, span.lower < span.upper else { continue }
            repair(span.lower, span.upper, draft, &edits)
        }
        return edits
    }

    /// Whether the word at `place` only raised the scan's suspicion and is an ordinary one; then, where it ends.
    static func harmlessWord(
        at place: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ knowledge: Knowledge
    ) -> Int? {
        guard WordCharacter.isASCIILetter(bytes[place]) else { return nil }
        var lower = place
        while lower > 0, place - lower < 64, WordCharacter.isASCIIWord(bytes[lower - 1]) { lower -= 1 }
        var upper = place
        while upper < bytes.count, upper - place < 64, WordCharacter.isASCIIWord(bytes[upper]) { upper += 1 }
        guard upper - lower <= 32 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { folded in
            for (index, byte) in bytes[lower..<upper].enumerated() {
                if byte < 0x41 { return nil }
                folded[index] = byte | 0x20
            }
            let word = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(folded)[0..<upper - lower])
            return WordList.english.contains(word) || WordList.spanish.contains(word) ? upper : nil
        }
    }

    /// Whether a word of plain letters holds one of the pairs, or capitals where small letters should stand.
    static func mayBeDisguised(_ scalars: [UInt32]) -> Bool {
        for (index, scalar) in scalars.enumerated() where index + 1 < scalars.count {
            switch (scalar | 0x20, scalars[index + 1] | 0x20) {
            case (0x72, 0x6E), (0x63, 0x6C), (0x76, 0x76): return true
            default: break
            }
            if scalar == 0x49, scalars[index + 1] >= 0x61 { return true }
            if scalars[index + 1] == 0x49, scalar >= 0x61 { return true }
        }
        return false
    }

    /// The stretch of letters, digits and signs that holds `place`.
    private static func token(at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (lower: Int, upper: Int) {
        func belongs(_ byte: UInt8) -> Bool {
            WordCharacter.isASCIIWord(byte) || byte == 0x7C || byte == 0x40 || byte == 0x24 || byte >= 0x80
                || byte == 0x21
        }
        var lower = place
        while lower > 0, place - lower < 64, belongs(bytes[lower - 1]) || isInnerApostrophe(lower - 1, bytes) {
            lower -= 1
        }
        while lower < place, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        var upper = place
        while upper < bytes.count, upper - place < 64, belongs(bytes[upper]) || isInnerApostrophe(upper, bytes) {
            upper += 1
        }
        // Punctuation at the end is punctuation.
        while upper > lower, bytes[upper - 1] == 0x21 { upper -= 1 }
        return (lower, upper)
    }

    private static func isInnerApostrophe(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes[place] == 0x27 && place > 0 && place + 1 < bytes.count && WordCharacter.isASCIILetter(bytes[place - 1])
            && WordCharacter.isASCIILetter(bytes[place + 1])
    }

    private static func repair(_ lower: Int, _ upper: Int, _ draft: Draft, _ edits: inout Edits) {
        let bytes = draft.bytes
        guard upper - lower <= Word.longest, !isPartOfAddress(lower, upper, bytes) else { return }
        var scalars: [UInt32] = []
        var slots: [Slot] = []
        var place = lower
        var (small, capitals, digits, signs) = (0, 0, 0, 0)
        while place < upper {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: place)
            switch scalar {
            case 0x61...0x7A: small += 1
            case 0x41...0x5A: capitals += 1
            case 0x30...0x39: digits += 1
            case 0x80...:
                if !Traits(scalar).isLetter && Shapes.standard.letters(for: scalar).isEmpty { return }
                if Traits(scalar).isLower { small += 1 }
            case 0x27, 0x2019: break
            default: signs += 1
            }
            scalars.append(scalar)
            place += width
        }
        guard small + capitals > 0 || scalars == [0x7C] || scalars.count > 1 && signs > 0 else { return }
        let letters = small + capitals
        let asItStands = Draft.folded(scalars)
        // One sign alone: a stroke between words is a stroke, unless it begins a sentence.
        if scalars == [0x7C] { return }
        let isCapitals =
            capitals >= 2 && small <= capitals / 3 && !scalars.contains(0x6C)
            || capitals > small && small > 0 && scalars.contains(0x6C)
        if digits + signs == 0 {
            if draft.isWord(asItStands) && !hasOddCapital(scalars) { return }
            // A name, an abbreviation: pairs are read otherwise only in words that begin small or are long.
            if letters < 2 { return }
        }
        let paragraph = draft.paragraph(at: lower)
        guard draft.languages(of: paragraph).isGuessable else { return }
        if isCode(scalars, small: small, capitals: capitals, digits: digits), small == 0 || !hasCompany(draft, paragraph, lower) {
            return
        }
        place = lower
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let width = scalar < 0x80 ? 1 : UTF8Bytes.width(of: bytes[place])
            var slot = Slot(place, place + width, keeping: scalar)
            let next = index + 1 < scalars.count ? scalars[index + 1] : 0
            let pair = Shapes.standard.letters(for: scalar, next)
            if !pair.isEmpty {
                slot = Slot(place, place + 2, options: [[scalar, next]], isWeak: [false], unchanged: 0)
                for letter in pair { slot.options.append([Traits(scalar).isUpper ? Characters.upper(letter) : letter]) }
                slot.isWeak += pair.map { _ in true }
                index += 1
            } else if scalar == 0x49, small > 0, index > 0 || next >= 0x61 {
                // A capital among small letters; at the front it may be right.
                let isFront = index == 0
                slot.options = isFront ? [[0x49], [0x6C]] : [[0x6C], [0x69], [0x49]]
                slot.isWeak = slot.options.map { _ in true }
                slot.unchanged = isFront ? 0 : 2
            } else if scalar == 0x6C, isCapitals || index == 0 && next != 0 {
                slot.options = isCapitals ? [[0x49], [0x4C], [0x6C]] : [[0x6C], [0x49]]
                slot.isWeak = slot.options.map { _ in true }
                slot.unchanged = isCapitals ? 2 : 0
            } else {
                let meant = Shapes.standard.letters(for: scalar)
                if !meant.isEmpty, scalar > 0x7A || scalar < 0x41 {
                    let isUpper = capitals > 0 && small == 0 || index == 0 && (capitals == 0 && false)
                    slot.options = meant.map { [isUpper ? Characters.upper($0) : $0] }
                    if index == 0, !isUpper, scalar == 0x7C || scalar == 0x31 { slot.options.append([0x49]) }
                    slot.isWeak = slot.options.map { _ in true }
                    slot.unchanged = nil
                }
            }
            place = slot.upper
            slots.append(slot)
            index += 1
        }
        let isShort = letters + digits + signs <= 2
        if isShort, !hasCompany(draft, paragraph, lower) { return }
        let isName = capitals == 1 && digits + signs == 0 && scalars[0] < 0x5B
        let reading = firstReading(of: slots) { read, choices in
            if zip(slots, choices).allSatisfy({ $0.unchanged == $1 }) { return false }
            let folded = Draft.folded(read)
            guard draft.isKnown(read, in: paragraph) else { return false }
            return !isName || folded.count >= 6 || hasOddCapital(scalars) || read[0] == 0x49
        }
        guard var reading else { return }
        recase(&reading, &slots, lower, bytes)
        edits.propose(reading, for: slots, .lookalike)
    }

    /// At the beginning of a sentence a word that begins with a sign begins with a capital.
    private static func recase(
        _ reading: inout Reading,
        _ slots: inout [Slot],
        _ lower: Int,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        guard slots[0].unchanged == nil, let first = slots[0].options[reading.choices[0]].first, first >= 0x61 else {
            return
        }
        var before = lower
        while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
        let isFirst =
            before == 0 || bytes[before - 1] == 0x0A
            || before < lower && (bytes[before - 1] == 0x2E || bytes[before - 1] == 0x3F)
        let restIsSmall = reading.scalars.dropFirst().allSatisfy { !Traits($0).isUpper }
        guard isFirst, restIsSmall else { return }
        slots[0].options[reading.choices[0]][0] = Characters.upper(first)
    }

    /// Between capitalised words, or behind one at the end of a heading.
    private static func isTitled(_ before: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = before
        while start > 0, WordCharacter.isASCIILetter(bytes[start - 1]) { start -= 1 }
        guard before - start >= 3, bytes[start] <= 0x5A else { return false }
        if upper == bytes.count || bytes[upper] == 0x3A || bytes[upper] == 0x0A { return true }
        return upper + 1 < bytes.count && bytes[upper] == 0x20 && bytes[upper + 1] >= 0x41 && bytes[upper + 1] <= 0x5A
    }

    /// `aI`, `lN`: a capital behind a small letter, or `l` among capitals.
    private static func hasOddCapital(_ scalars: [UInt32]) -> Bool {
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
        return small == 0 && (capitals < 3 || scalars.count < 5 || leading.count == digits || trailing.count == digits)
    }

    /// Part of an address, a path, a handle or a number with a decimal point.
    private static func isPartOfAddress(_ lower: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func isAddressing(_ byte: UInt8) -> Bool {
            byte == 0x40 || byte == 0x2F || byte == 0x5C || byte == 0x5F || byte == 0x3D || byte == 0x23 || byte == 0x3A
        }
        if lower > 0, isAddressing(bytes[lower - 1]) && !(bytes[lower - 1] == 0x2F || bytes[lower - 1] == 0x3A) {
            return true
        }
        if lower > 1, bytes[lower - 1] == 0x2E, WordCharacter.isASCIIWord(bytes[lower - 2]),
            bytes[lower] | 0x20 == bytes[lower]
        {
            return true
        }
        if upper < bytes.count, bytes[upper] == 0x5F || bytes[upper] == 0x3D { return true }
        if upper + 1 < bytes.count, bytes[upper] == 0x2E || bytes[upper] == 0x3A,
            WordCharacter.isASCIIWord(bytes[upper + 1]) || bytes[upper + 1] == 0x2F,
            bytes[upper + 1] | 0x20 == bytes[upper + 1]
        {
            return true
        }
        // An address holds a dot behind its `@`.
        if let at = bytes[lower..<upper].firstIndex(of: 0x40) {
            if at == lower { return true }
            return upper < bytes.count && bytes[upper] == 0x2E && upper + 1 < bytes.count
                && WordCharacter.isASCIILetter(bytes[upper + 1])
        }
        return false
    }

    /// A longer word of the paragraph has digits or signs among its letters and reads as a known word.
    private static func hasCompany(_ draft: Draft, _ paragraph: Paragraph, _ place: Int) -> Bool {
        let bytes = draft.bytes
        let end = min(paragraph.upper, paragraph.lower + 4096)
        var offset = paragraph.lower
        while let found = FastScan.suspect(bytes, from: offset), found < end {
            let span = token(at: found, bytes)
            offset = max(span.upper, found + UTF8Bytes.width(of: bytes[found]))
            let length = span.upper - span.lower
            guard span.lower != place, length >= 4, length <= 24 else { continue }
            var slots: [Slot] = []
            var figures = 0
            for index in span.lower..<span.upper {
                let meant = Shapes.standard.letters(for: UInt32(bytes[index]))
                if WordCharacter.isASCIILetter(bytes[index]) && bytes[index] != 0x49
                    || meant.isEmpty && bytes[index] != 0x49
                {
                    slots.append(Slot(index, index + 1, keeping: UInt32(bytes[index])))
                } else {
                    figures += 1
                    let options = bytes[index] == 0x49 ? [[0x6C], [0x69]] : meant.map { [$0] }
                    slots.append(Slot(index, index + 1, options: options, isWeak: options.map { _ in true }))
                }
            }
            guard figures > 0 else { continue }
            if firstReading(
                of: slots,
                limit: 64,
                where: { read, _ in draft.isKnown(Draft.folded(read), in: paragraph) }
            ) != nil {
                return true
            }
        }
        return false
    }
}

extension [UInt32] {
    func suffix(while belongs: (UInt32) -> Bool) -> ArraySlice<UInt32> {
        var start = count
        while start > 0, belongs(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

/// Which letters a plain sign or a pair of letters may stand for.
struct Shapes: Sendable {
    static let standard = Shapes()
    private let single: [UInt32: [UInt32]]
    private let pairs: [UInt64: [UInt32]]

    private init() {
        var single: [UInt32: [UInt32]] = [:]
        var pairs: [UInt64: [UInt32]] = [:]
        BuiltIn.rows(Tables.shapes, "shapes.tsv", ["sign", "letters"]) { row in
            let sign = row[0].unicodeScalars.map(\.value)
            let letters = row.list(1).compactMap { $0.unicodeScalars.first?.value }
            if sign.count == 1 {
                single[sign[0]] = letters
            } else {
                pairs[UInt64(sign[0]) << 32 | UInt64(sign[1])] = letters
            }
        }
        self.single = single
        self.pairs = pairs
    }

    func letters(for sign: UInt32) -> [UInt32] { single[sign] ?? [] }

    func letters(for first: UInt32, _ second: UInt32) -> [UInt32] {
        guard first < 0x80, second < 0x80, first > 0x40, second > 0x40 else { return [] }
        return pairs[UInt64(first | 0x20) << 32 | UInt64(second | 0x20)] ?? []
    }
}
