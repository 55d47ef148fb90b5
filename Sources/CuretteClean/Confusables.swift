import CuretteData
import CuretteText

/// The scripts into which a disguised word can be read.
enum Target: Int, CaseIterable {
    case latin, cyrillic, greek

    init?(_ script: Script) {
        switch script {
        case .latin: self = .latin
        case .cyrillic: self = .cyrillic
        case .greek: self = .greek
        default: return nil
        }
    }

    var script: Script {
        switch self {
        case .latin: .latin
        case .cyrillic: .cyrillic
        case .greek: .greek
        }
    }

    /// The letters that its languages write every day, the commonest first: what a disguise stands for.
    var alphabet: [ClosedRange<UInt32>] {
        switch self {
        case .latin: [0x61...0x7A, 0x41...0x5A]
        case .cyrillic:
            [
                0x430...0x44F, 0x410...0x42F, 0x450...0x45F, 0x400...0x40F, 0x490...0x491, 0x4AE...0x4AF, 0x4BA...0x4BB,
                0x4D8...0x4D9, 0x4E8...0x4E9,
            ]
        case .greek: [0x3B1...0x3C9, 0x391...0x3A9]
        }
    }
}

/// One way to read a letter.
struct Likeness {
    let scalar: UInt32
    /// Only believed where the word that comes out is known.
    let isWeak: Bool
    /// Another form of the same letter rather than another letter.
    var isForm = false
}

/// Which letters look like which: ICU's confusables turned round onto the letters of everyday alphabets, and the
/// project's own table of what ICU lacks.
///
/// ICU's skeletons serve as keys only. A letter of the target's script is never rewritten by them.
struct Confusables: Sendable {
    /// Built when the first suspect word asks for it; pages without one never pay.
    static let standard = Confusables()

    /// For each target, the letters that share a skeleton.
    private let bySkeleton: [[[UInt32]: [UInt32]]]
    private let own: [[UInt32: [(scalar: UInt32, strength: Strength)]]]
    private enum Strength { case same, weak, form }

    private init() {
        bySkeleton = Target.allCases.map { target in
            var inverse: [[UInt32]: [UInt32]] = [:]
            for range in target.alphabet {
                for scalar in range { inverse[Characters.skeleton(scalar), default: []].append(scalar) }
            }
            return inverse
        }
        var own = [[UInt32: [(scalar: UInt32, strength: Strength)]]](repeating: [:], count: Target.allCases.count)
        BuiltIn.rows(Tables.lookalikes, "lookalikes.tsv", ["letter", "target", "strength", "name"]) {
            row throws(DataFileError) in
            guard let letter = row[0].unicodeScalars.first?.value, let meant = row[1].unicodeScalars.first?.value,
                let target = Target(Traits(meant).script)
            else { throw row.error("'\(row[1])' is not a Latin, Cyrillic or Greek letter") }
            let strength: Strength = row.field(2, is: "weak") ? .weak : row.field(2, is: "form") ? .form : .same
            own[target.rawValue][letter, default: []].append((meant, strength))
        }
        // What fonts draw alike is weak, and comes after what people listed.
        BuiltIn.rows(Tables.renderedLookalikes, "rendered-lookalikes.tsv", ["letter", "target", "distance", "name"]) {
            row throws(DataFileError) in
            guard let letter = row[0].unicodeScalars.first?.value, let meant = row[1].unicodeScalars.first?.value,
                Target(Traits(meant).script) == .latin
            else { throw row.error("'\(row[1])' is not a Latin letter") }
            own[Target.latin.rawValue][letter, default: []].append((meant, .weak))
        }
        self.own = own
    }

    /// Whether a sign, no letter at all, is drawn like a letter of Latin.
    func isLetterlike(_ scalar: UInt32) -> Bool {
        own[Target.latin.rawValue][scalar] != nil
            || !(bySkeleton[Target.latin.rawValue][Characters.skeleton(scalar)] ?? []).isEmpty
    }

    /// The skeletons and the letters they stand for, in a fixed order: its hash tells when ICU's data move.
    var inverseMap: [(skeleton: [UInt32], letters: [UInt32])] {
        bySkeleton.flatMap { map in
            map.map { (skeleton: $0.key, letters: $0.value) }
                .sorted { $0.skeleton.lexicographicallyPrecedes($1.skeleton) }
        }
    }

    /// The letters of `target` for which `scalar` may stand, the likeliest first, with the marks it carries left out.
    func likenesses(of scalar: UInt32, in target: Target) -> [Likeness] {
        let traits = Traits(scalar)
        var found: [Likeness] = []
        func add(_ letter: UInt32, weak: Bool, form: Bool = false) {
            if let known = found.firstIndex(where: { $0.scalar == letter }) {
                if found[known].isWeak && !weak { found[known] = Likeness(scalar: letter, isWeak: false) }
                return
            }
            found.append(Likeness(scalar: letter, isWeak: weak, isForm: form))
        }
        func cased(_ letter: UInt32) -> UInt32 {
            // Letters of scripts without case, and small letters that only a capital has the shape of.
            let isUpper = Traits(letter).isUpper
            if traits.isUpper, !isUpper, traits.script != Script(rawValue: 6) { return Characters.upper(letter) }
            if traits.isLower, isUpper { return Characters.lower(letter) }
            return letter
        }
        for (letter, strength) in own[target.rawValue][scalar] ?? [] where strength == .same {
            add(letter, weak: false)
        }
        let isRare = target == .latin && traits.script == .latin && RareLetters.isRare(scalar)
        if traits.script != target.script || isRare {
            // Small Greek letters name quantities: ICU's pairs for them are shapes, not proof, but for omicron and nu.
            // A rare Latin letter, a figure and a sign may well be meant.
            let isDoubtful =
                traits.script == .greek && traits.isLower && scalar != 0x3BF || traits.isRightToLeft || isRare
                || !traits.isLetter
            let candidates = bySkeleton[target.rawValue][Characters.skeleton(scalar)] ?? []
            let isCaseless = !traits.isUpper && !traits.isLower
            let sameCase = isCaseless ? candidates : candidates.filter { Traits($0).isUpper == traits.isUpper }
            let doubted = own[target.rawValue][scalar] ?? []
            // A small letter with the shape of a capital (`l` and `І`) is no proof where no dictionary helps.
            let isOtherCase = target != .latin && sameCase.isEmpty && (traits.isLower || traits.isUpper)
            for letter in sameCase.isEmpty ? candidates : sameCase {
                let isWeak =
                    isDoubtful || isOtherCase
                    || target != .latin && doubted.contains { $0.scalar == letter && $0.strength == .weak }
                add(letter, weak: isWeak)
            }
        }
        for (letter, strength) in own[target.rawValue][scalar] ?? [] where strength != .same {
            add(strength == .weak ? cased(letter) : letter, weak: strength == .weak, form: strength == .form)
        }
        if isRare, let letter = LetterNames.plainLetter(in: Characters.name(scalar)) { add(letter, weak: true) }
        return found
    }
}
