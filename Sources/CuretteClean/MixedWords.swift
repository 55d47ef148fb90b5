import CuretteText

/// Words of several scripts that nobody disguised: two words grown together, a stem with an ending, a numeral.
enum MixedWords {
    /// One word of each script, run together where markup was lost: the case changes where the script does
    /// (`CtrlПробел`, `АлтСуперS`, `TFD_ABSTIMEи`), or an option's letter stands before its argument (`-mЧИСЛО`).
    static func isGlued(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let joint = joint(in: word) else { return false }
        let (left, right) = (word.letters[..<joint], word.letters[joint...])
        let (before, behind) = (left[joint - 1].traits, right[joint].traits)
        if before.isLower, behind.isUpper { return true }
        if left.count >= 2, left.allSatisfy({ $0.traits.isUpper }), right.allSatisfy({ $0.traits.isLower }) {
            return true
        }
        // An option: a hyphen, a letter, and what it takes.
        guard left.count == 1, left[0].isASCII, word.lower > 0, bytes[word.lower - 1] == 0x2D else { return false }
        return word.lower == 1 || bytes[word.lower - 2] <= 0x20 || bytes[word.lower - 2] == 0x5B
            || bytes[word.lower - 2] == 0x2D
    }

    /// Latin with an ending or a particle of a script that the paragraph writes by right.
    static func isJoined(_ word: Word, _ paragraph: Paragraph) -> Bool {
        word.letters.contains { letter in
            letter.traits.isLetter
                && (letter.traits.script == .han && paragraph.hasHan
                    || paragraph.genuineScripts.contains(letter.traits.script))
        }
    }

    /// Where the word goes over from one script to another, if it does so once, and holds letters alone.
    private static func joint(in word: Word) -> Int? {
        var joint: Int?
        for index in word.letters.indices.dropFirst() {
            let (before, here) = (word.letters[index - 1].traits, word.letters[index].traits)
            guard before.isLetter, here.isLetter else { return nil }
            guard before.script != here.script else { continue }
            guard joint == nil else { return nil }
            joint = index
        }
        return joint
    }

    /// `ХI`, `ХVІІ`: a Roman numeral of Latin and Cyrillic letters, as Latin ones.
    static func romanNumeral(_ word: Word) -> [Slot]? {
        guard word.letters.count >= 2, word.letters.count <= 15, word.letters.contains(where: { $0.isASCII }) else {
            return nil
        }
        var slots: [Slot] = []
        var values: [Int] = []
        for letter in word.letters {
            guard letter.traits.isUpper else { return nil }
            let meant: UInt32
            switch letter.scalar {
            case 0x406, 0x4C0: meant = 0x49
            case 0x425: meant = 0x58
            case 0x421: meant = 0x43
            case 0x41C: meant = 0x4D
            case ..<0x80: meant = letter.scalar
            default: return nil
            }
            guard let value = value(of: meant) else { return nil }
            values.append(value)
            slots.append(
                letter.scalar == meant
                    ? Slot(letter.lower, letter.upper, keeping: meant)
                    : Slot(letter.lower, letter.upper, options: Options(Meaning(meant)))
            )
        }
        return isNumeral(values) ? slots : nil
    }

    private static func value(of letter: UInt32) -> Int? {
        switch letter {
        case 0x49: 1
        case 0x56: 5
        case 0x58: 10
        case 0x4C: 50
        case 0x43: 100
        case 0x44: 500
        case 0x4D: 1000
        default: nil
        }
    }

    /// Descending, but for one smaller figure before one of the next two sizes; no figure four times.
    private static func isNumeral(_ values: [Int]) -> Bool {
        var last = Int.max
        var index = 0
        var repeats = 0
        while index < values.count {
            var value = values[index]
            if index + 1 < values.count, values[index + 1] > value {
                let next = values[index + 1]
                guard next == value * 5 || next == value * 10, value != 5, value != 50, value != 500 else {
                    return false
                }
                value = next - value
                index += 1
            }
            guard value <= last else { return false }
            repeats = value == last ? repeats + 1 : 1
            guard repeats <= 3 else { return false }
            last = value
            index += 1
        }
        return true
    }
}
