import CuretteText

/// UTF-8 that was read as a single-byte charset (`dâ€™une opÃ©ration`), up to three times over.
///
/// A run is undone where its characters, written back as bytes, are well-formed UTF-8 and what they say is likely:
/// letters of everyday Latin and typographic signs by themselves, other scripts only where several runs agree. Left
/// alone: `occupé »` with its no-break space (which happens to be the bytes of an ideograph), `CAFÉ™`, `MANHÃ…`, a
/// capital that merely stands before a quotation mark.
enum Mojibake: Pass {
    static let causes: Findings = .mojibake
    static let uncovers: Findings = .all

    private static let mostRounds = 3

    static func apply(to text: inout AlignedText, _ draft: Draft) -> Bool {
        var changed = false
        for _ in 0..<mostRounds {
            let edits = text.bytes.withUnsafeBufferPointer(edits)
            guard !edits.isEmpty else { break }
            text.apply(edits)
            changed = true
        }
        return changed
    }

    static func edits(for draft: Draft) -> Edits { edits(in: draft.bytes) }

    private static func edits(in bytes: UnsafeBufferPointer<UInt8>) -> Edits {
        for charset in charsets {
            let sequences = sequences(in: bytes, charset)
            let edits = believable(
                sequences,
                in: bytes,
                isUsual: charset.meanings == SingleByteCharset.windows1252.meanings
            )
            if !edits.isEmpty { return edits }
        }
        return controls(in: bytes)
    }

    /// Whether a character may be the first byte of one that was read as several.
    static func mayLead(_ scalar: UInt32) -> Bool {
        charsets.contains { $0.byte(for: scalar).map { $0 >= 0xC2 && $0 < 0xF5 } ?? false }
    }

    /// Whether what stands at `place` behind `lead` makes one character with it.
    static func mayBegin(_ lead: UInt32, at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        charsets.contains { charset in
            guard let first = charset.byte(for: lead), first >= 0xC2, first < 0xF5 else { return false }
            var place = place
            for _ in 0..<(first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3) {
                guard place < bytes.count, bytes[place] >= 0x80 else { return false }
                let (next, width) = UTF8Bytes.scalar(in: bytes, at: place)
                guard let byte = charset.byte(for: next), byte & 0xC0 == 0x80 else { return false }
                place += width
            }
            return true
        }
    }

    private static let charsets = [SingleByteCharset.windows1252, .windows1251, .macRoman]

    /// Characters that, written back, are one character of UTF-8.
    private struct Sequence {
        let lower: Int
        let upper: Int
        let meaning: UInt32
        let lead: UInt32
        let last: UInt32
        /// Every character behind the lead may stand behind a letter in genuine text.
        let followsOrdinarily: Bool
    }

    private static func sequences(in bytes: UnsafeBufferPointer<UInt8>, _ charset: SingleByteCharset) -> [Sequence] {
        var found: [Sequence] = []
        var offset = 0
        while let start = FastScan.nonASCII(bytes, from: offset) {
            let (lead, width) = UTF8Bytes.scalar(in: bytes, at: start)
            offset = start + width
            guard let first = charset.byte(for: lead), first >= 0xC2, first < 0xF5 else { continue }
            var place = offset
            var value = first < 0xE0 ? UInt32(first & 0x1F) : first < 0xF0 ? UInt32(first & 0x0F) : UInt32(first & 7)
            let needed = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
            var read = 0
            var last: UInt32 = 0
            var followsOrdinarily = true
            while read < needed, place < bytes.count, bytes[place] >= 0x80 {
                let (next, nextWidth) = UTF8Bytes.scalar(in: bytes, at: place)
                guard let byte = charset.byte(for: next), byte & 0xC0 == 0x80 else { break }
                value = value << 6 | UInt32(byte & 0x3F)
                place += nextWidth
                last = next
                if !isOrdinaryFollower(next) { followsOrdinarily = false }
                read += 1
            }
            let least: [UInt32] = [0, 0x80, 0x800, 0x10000]
            guard read == needed, value >= least[needed], Unicode.Scalar(value) != nil else { continue }
            found.append(
                Sequence(
                    lower: start,
                    upper: place,
                    meaning: value,
                    lead: lead,
                    last: last,
                    followsOrdinarily: followsOrdinarily
                )
            )
            offset = place
        }
        return found
    }

    /// The sequences that are undone.
    private static func believable(
        _ sequences: [Sequence],
        in bytes: UnsafeBufferPointer<UInt8>,
        isUsual: Bool
    ) -> Edits {
        var edits = Edits()
        guard !sequences.isEmpty else { return edits }
        var certain = 0
        var byBlock: [UInt32: Int] = [:]
        for (index, sequence) in sequences.enumerated() {
            let touches =
                index > 0 && sequences[index - 1].upper == sequence.lower
                || index + 1 < sequences.count && sequences[index + 1].lower == sequence.upper
            // `»weiß«`: a letter before a quotation mark agrees with nothing.
            if touches || !isOrdinary(sequence, in: bytes) { byBlock[block(of: sequence.meaning), default: 0] += 1 }
            if isPlain(sequence.meaning) && (touches || !isOrdinary(sequence, in: bytes)) { certain += 1 }
        }
        // Read as anything but windows-1252, a pair of letters proves little: genuine Cyrillic is full of them.
        if !isUsual, !provesItself(sequences) { return edits }
        for sequence in sequences {
            let believed: Bool
            if isPlain(sequence.meaning) {
                believed = !isOrdinary(sequence, in: bytes) || certain >= 2
            } else {
                // A script foreign to the page: several runs must agree on it.
                let agreeing = byBlock[block(of: sequence.meaning), default: 0]
                believed =
                    isUsual && agreeing >= 3 && Traits(sequence.meaning).isAssigned && agreeing * 3 >= sequences.count
                    || !isUsual && block(of: sequence.meaning) == 2
            }
            guard believed else { continue }
            var replacement: [UInt8] = []
            replacement.append(scalar: sequence.meaning)
            edits.replace(sequence.lower, sequence.upper, with: replacement, .mojibake)
        }
        guard isUsual, certain > 0 else { return edits }
        return withLostSpaces(edits, in: bytes)
    }

    /// Whether sequences of another charset than windows-1252 are too many or too odd for chance: three in a row, a sign
    /// of typography, or leads that are no letters (`√©`, `‚Äô`).
    private static func provesItself(_ sequences: [Sequence]) -> Bool {
        var length = 0
        for (index, sequence) in sequences.enumerated() {
            guard isPlain(sequence.meaning) || block(of: sequence.meaning) == 2 else { return false }
            length = index > 0 && sequences[index - 1].upper == sequence.lower ? length + 1 : 1
            let isSign = sequence.meaning >= 0x2010 && sequence.meaning <= 0x2122 && !sequence.followsOrdinarily
            let isMac = sequence.lead == 0x221A && sequence.meaning >= 0xC0 && sequence.meaning <= 0x17F
            if length >= 3 || isSign || isMac { return true }
        }
        return false
    }

    /// `Ã` before a plain space was `à`: its second byte, a no-break space, was tidied up.
    private static func withLostSpaces(_ edits: Edits, in bytes: UnsafeBufferPointer<UInt8>) -> Edits {
        var all = Edits()
        var next = 0
        var offset = 0
        while let start = FastScan.nonASCII(bytes, from: offset) {
            if next < edits.count, edits[next].span.lower <= start {
                let edit = edits[next]
                all.replace(edit.span.lower, edit.span.upper, with: edit.replacement, edit.reason)
                offset = edit.span.upper
                next += 1
                continue
            }
            offset = start + UTF8Bytes.width(of: bytes[start])
            if bytes[start] == 0xC3, start + 2 < bytes.count, bytes[start + 1] == 0x83, bytes[start + 2] == 0x20 {
                all.replace(start, start + 2, with: "à", .mojibake)
            }
        }
        return all
    }

    /// Controls of latin-1 that are signs of windows-1252; others of them mean nothing and go.
    private static func controls(in bytes: UnsafeBufferPointer<UInt8>) -> Edits {
        var edits = Edits()
        var offset = 0
        while let start = FastScan.nonASCII(bytes, from: offset) {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: start)
            offset = start + width
            guard scalar < 0xA0 else { continue }
            let meant = SingleByteCharset.windows1252.meanings[Int(scalar)]
            var replacement: [UInt8] = []
            if meant != scalar { replacement.append(scalar: meant) }
            edits.replace(start, offset, with: replacement, meant == scalar ? .control : .mojibake)
        }
        return edits
    }

    /// What a Latin page may well hold: everyday letters and typographic signs.
    private static func isPlain(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80...0x17F, 0x1A0...0x1B0, 0x218...0x21B, 0x192, 0x2C6, 0x2DC, 0x1E00...0x1EFF: true
        case 0x2010...0x2044, 0x20AC, 0x2122, 0x2190...0x2193, 0x2212, 0x2022, 0xFB01, 0xFB02, 0xFEFF: true
        case 0x1F300...0x1FAFF, 0x2600...0x27BF: true
        default: false
        }
    }

    private static func block(of scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x370...0x3FF, 0x1F00...0x1FFF: 1
        case 0x400...0x52F: 2
        case 0x600...0x6FF: 3
        case 0x3040...0x9FFF: 4
        default: 0x100 + scalar >> 7
        }
    }

    private static func isOrdinaryFollower(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0, 0xAB, 0xBB, 0x2013, 0x2014, 0x2018...0x201E, 0x2026, 0x2022, 0x2039, 0x203A, 0x2122, 0xAE, 0xB0,
            0xB7, 0xB9,
            0xB2, 0xB3:
            true
        default: Traits(scalar).isLetter
        }
    }

    /// Whether genuine text may well write these characters side by side: a letter and the quotation mark, dash, ellipsis
    /// or no-break space behind it.
    private static func isOrdinary(_ sequence: Sequence, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Traits(sequence.lead).isLetter else { return false }
        guard sequence.followsOrdinarily else { return false }
        // Inside a word of small letters no capital stands: `pÃ©e`, `VerÃ¡ un`.
        let before = sequence.lower > 0 ? UTF8Bytes.scalar(in: bytes, before: sequence.lower).value : 0x20
        let behind = sequence.upper < bytes.count ? UTF8Bytes.scalar(in: bytes, at: sequence.upper).value : 0x20
        let isInside = Traits(sequence.lead).isUpper && (Traits(before).isLower || Traits(behind).isLower)
        return !isInside
    }
}
