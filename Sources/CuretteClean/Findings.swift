import CuretteText

/// What one scan of a text found that some pass should look at. A pass whose findings are missing is not run.
///
/// A finding may be made too often, never too seldom: it says where to look, not what to do.
struct Findings: OptionSet {
    let rawValue: UInt16

    static let ampersand = Findings(rawValue: 1)
    /// Characters side by side that may be one character's bytes, and controls of latin-1.
    static let mojibake = Findings(rawValue: 1 << 1)
    static let control = Findings(rawValue: 1 << 2)
    static let invisible = Findings(rawValue: 1 << 3)
    static let direction = Findings(rawValue: 1 << 4)
    static let space = Findings(rawValue: 1 << 5)
    /// Characters that NFC may write otherwise.
    static let composition = Findings(rawValue: 1 << 6)
    /// Marks that stand by themselves in an alphabet, and letters whose accents English and Spanish have no use for.
    static let oddMark = Findings(rawValue: 1 << 7)
    /// A word with three or more everyday accents.
    static let accents = Findings(rawValue: 1 << 8)
    static let form = Findings(rawValue: 1 << 9)
    /// Letters other than everyday Latin ones.
    static let foreignLetter = Findings(rawValue: 1 << 10)
    /// A plain word that nobody knows and that reads as a known one.
    static let lookalike = Findings(rawValue: 1 << 11)

    static let all = Findings(rawValue: 0xFFF)

    /// Looks through a text once.
    init(in bytes: UnsafeBufferPointer<UInt8>, _ draft: Draft) {
        var findings = Findings()
        var accents = Accents()
        var offset = 0
        // Up to here every word was looked at as a whole.
        var settled = 0
        while let place = FastScan.suspect(bytes, from: offset) {
            let byte = bytes[place]
            if byte < 0x80 {
                offset = place + 1
                switch byte {
                case 0x26: findings.insert(.ampersand)
                case 0..<0x20, 0x7F: findings.insert(.control)
                default:
                    guard !findings.contains(.lookalike), place >= settled else { continue }
                    let end = Lookalikes.dismissed(at: place, in: draft)
                    if let end { offset = max(offset, end) } else { findings.insert(.lookalike) }
                }
                continue
            }
            let end = findings.meet(bytes, from: place, &accents)
            // A sign or digit within a word that holds letters beyond ASCII as well.
            if !findings.contains(.lookalike), place >= settled {
                if let word = Lookalikes.dismissed(at: place, in: draft) {
                    settled = word
                } else {
                    findings.insert(.lookalike)
                }
            }
            offset = end
        }
        self = findings
    }

    /// Everyday accents of the word at hand.
    private struct Accents {
        var count = 0
        var end = 0
    }

    /// Looks at the characters beyond ASCII from `start` on; where they end.
    private mutating func meet(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        _ accents: inout Accents
    ) -> Int {
        var place = start
        var wasOrdered = false
        while place < bytes.count, bytes[place] >= 0x80 {
            let (scalar, width) = UTF8Bytes.scalar(in: bytes, at: place)
            let kind = CharacterKind(scalar)
            if kind.findings.rawValue != 0 { formUnion(kind.findings) }
            if kind.isAccented {
                if accents.count > 0, !Self.isWithinWord(bytes, accents.end, place) { accents.count = 0 }
                accents.count += 1
                accents.end = place + width
                if accents.count >= 3 { insert(.accents) }
            }
            if kind.isOrdered {
                if wasOrdered { insert(.composition) }
                wasOrdered = true
            } else {
                wasOrdered = false
            }
            if kind.isSign, WordCharacter.isInside(bytes, place, place + width) { insert(.foreignLetter) }
            place += width
            if kind.mayLead, place < bytes.count, bytes[place] >= 0x80, Mojibake.mayBegin(scalar, at: place, bytes) {
                insert(.mojibake)
            }
        }
        return place
    }

    private static func isWithinWord(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
        var place = lower
        while place < upper {
            if bytes[place] < 0x80, !WordCharacter.isASCIIWord(bytes[place]), bytes[place] != 0x27 { return false }
            place += 1
        }
        return true
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// What the scan asks of one character beyond ASCII: looked up for the alphabets and for typography, worked out for
/// the rest.
private struct CharacterKind {
    private let bits: UInt16

    var findings: Findings { Findings(rawValue: bits & 0xFFF) }
    var isAccented: Bool { bits & 0x1000 != 0 }
    var isOrdered: Bool { bits & 0x2000 != 0 }
    var mayLead: Bool { bits & 0x4000 != 0 }
    var isSign: Bool { bits & 0x8000 != 0 }

    init(_ scalar: UInt32) {
        let index = scalar < 0x600 ? Int(scalar) : scalar &- 0x2000 < 0x140 ? Int(scalar) - 0x2000 + 0x600 : -1
        bits = index < 0 ? Self.find(scalar) : Self.known.withUnsafeBufferPointer { $0[index] }
    }

    private static let known: [UInt16] =
        (0..<UInt32(0x600)).map { $0 < 0x80 ? 0 : find($0) } + (0x2000..<UInt32(0x2140)).map { find($0) }

    private static func find(_ scalar: UInt32) -> UInt16 {
        var found = Findings()
        var bits: UInt16 = 0
        let traits = Traits(scalar)
        if scalar < 0xA0 { found.insert(.mojibake) }
        if Invisibles.isInvisible(scalar) { found.insert(.invisible) }
        if Bidi.isControl(scalar) { found.insert(.direction) }
        if Spaces.isOdd(scalar) { found.insert(.space) }
        if traits.composes || scalar >= 0x1160 && scalar <= 0x11FF { found.insert(.composition) }
        if LetterForms.isForm(scalar) { found.insert(.form) }
        if traits.isMark, traits.script == .inherited || traits.script.isAlphabet { found.insert(.oddMark) }
        if traits.isLetter, traits.script == .latin, scalar >= 0xC0,
            scalar < 0x250 || scalar >= 0x1E00 && scalar < 0x1F00
        {
            switch Marks.accent(of: scalar) {
            case .none: break
            case .everyday: bits |= 0x1000
            case .odd: found.insert(.oddMark)
            }
        }
        if traits.isLetter || traits.hasExtensions, traits.script != .latin || RareLetters.isRare(scalar) {
            found.insert(.foreignLetter)
        }
        if traits.isNumber, !traits.hasExtensions { found.insert(.foreignLetter) }
        if traits.isSign { bits |= 0x8000 }
        if traits.isOrdered { bits |= 0x2000 }
        if Mojibake.mayLead(scalar) { bits |= 0x4000 }
        return bits | found.rawValue
    }
}
