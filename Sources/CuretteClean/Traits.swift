import CICU

/// What Unicode says of one character, as far as repair asks.
struct Traits {
    private let bits: UInt32

    /// - Parameter scalar: any code point. ICU is asked once for each; half a dozen look-ups a letter would be most of
    ///   what cleaning a page of Russian costs.
    @inline(__always)
    init(_ scalar: UInt32) { bits = curette_traits(scalar) }

    /// ICU's `UCharCategory`.
    private var category: UInt32 { bits & 31 }
    var script: Script { Script(rawValue: UInt8(truncatingIfNeeded: bits >> 5)) }
    var isLetter: Bool { category >= 1 && category <= 5 }
    var isUpper: Bool { category == 1 || category == 3 }
    var isLower: Bool { category == 2 }
    var isModifierLetter: Bool { category == 4 }
    var isMark: Bool { category >= 6 && category <= 8 }
    var isNumber: Bool { category >= 9 && category <= 11 }
    var isAssigned: Bool { category != 0 }
    /// A symbol or a mark of punctuation that is neither bracket, quote nor dash.
    var isSign: Bool { isSymbol || category == 23 }
    var isSymbol: Bool { category >= 24 && category <= 27 }
    /// A letter of a script that is not the target's.
    func isOther(than target: Target) -> Bool { isLetter && script != target.script }
    var hasExtensions: Bool { bits & UInt32(CURETTE_HAS_EXTENSIONS) != 0 }
    var isEmoji: Bool { bits & UInt32(CURETTE_EMOJI) != 0 }
    var isRightToLeft: Bool { bits & UInt32(CURETTE_RIGHT_TO_LEFT) != 0 }
    /// NFC may write it otherwise, or together with what stands before it.
    var composes: Bool { bits & UInt32(CURETTE_COMPOSES) != 0 }
    /// Takes part in the ordering of marks.
    var isOrdered: Bool { bits & UInt32(CURETTE_ORDERED) != 0 }
    var isJoining: Bool { bits & UInt32(CURETTE_JOINING) != 0 }
}

/// A script by ICU's number; those that one text mixes as a matter of course (Han, kana, bopomofo, hangul) are one.
struct Script: Hashable {
    let rawValue: UInt8

    static let common = Script(rawValue: 0)
    static let inherited = Script(rawValue: 1)
    static let arabic = Script(rawValue: 2)
    static let armenian = Script(rawValue: 3)
    static let cyrillic = Script(rawValue: 8)
    static let greek = Script(rawValue: 14)
    static let han = Script(rawValue: 17)
    static let hebrew = Script(rawValue: 19)
    static let latin = Script(rawValue: 25)
    static let mongolian = Script(rawValue: 27)
    static let ogham = Script(rawValue: 29)

    /// The scripts that use a character, augmented.
    static func extensions(of scalar: UInt32) -> Set<UInt8> {
        var scripts = [UInt8](repeating: 0, count: 64)
        let count = Int(curette_script_extensions(scalar, &scripts, 64))
        return Set(scripts.prefix(count))
    }

    /// Letters that stand one by one beside each other: no joiner, selector or break belongs inside their words.
    var isAlphabet: Bool { self == .latin || self == .cyrillic || self == .greek || self == .armenian }

    /// Written without spaces between words: a zero-width space shows where a line may break.
    var isWrittenWithoutSpaces: Bool {
        // Khmer, Lao, Myanmar, Thai, Tibetan, Han and its company, Javanese, Balinese, Tai Le, New Tai Lue, Tai Tham.
        [23, 24, 28, 38, 39, 17, 78, 62, 52, 59, 106].contains(rawValue)
    }
}

/// ICU's answers as arrays of code points.
enum Characters {
    static func canonical(_ scalar: UInt32) -> [UInt32] { list { curette_canonical_decomposition(scalar, $0, $1) } }
    static func compatibility(_ scalar: UInt32) -> [UInt32] {
        list { curette_compatibility_decomposition(scalar, $0, $1) }
    }
    static func composed(_ scalars: [UInt32]) -> [UInt32] {
        list { curette_compose(scalars, Int32(scalars.count), $0, $1) }
    }
    static func skeleton(_ scalar: UInt32) -> [UInt32] { list { curette_skeleton(scalar, $0, $1) } }

    static func lower(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar }
        return curette_lower(scalar)
    }
    static func upper(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar >= 0x61 && scalar <= 0x7A ? scalar & ~0x20 : scalar }
        return curette_upper(scalar)
    }

    static func name(_ scalar: UInt32) -> String {
        var name = [CChar](repeating: 0, count: 128)
        let length = Int(curette_character_name(scalar, &name, 128))
        return String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func list(_ ask: (UnsafeMutablePointer<UInt32>, Int32) -> Int32) -> [UInt32] {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { room in
            guard let start = room.baseAddress else { return [] }
            return Array(room.prefix(Int(ask(start, 64))))
        }
    }
}
