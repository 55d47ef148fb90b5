import CuretteText

/// What letters may stand for: asked of `Confusables` once a page, however many passes and rounds the page needs.
final class Letters {
    /// Of the alphabets near Latin; 0 where nobody asked yet.
    private var likeliestLatin: [UInt32] = []
    private var options: [UInt64: Options] = [:]
    private var likenesses: [UInt64: [Likeness]] = [:]

    func likenesses(of scalar: UInt32, in target: Target) -> [Likeness] {
        let key = UInt64(scalar) << 2 | UInt64(target.rawValue)
        if let known = likenesses[key] { return known }
        let found = Confusables.standard.likenesses(of: scalar, in: target)
        likenesses[key] = found
        return found
    }

    /// What a letter may stand for in a word of `target`, marks and all; empty where it has no reading.
    func options(of scalar: UInt32, in target: Target) -> Options {
        let key = UInt64(scalar) << 2 | UInt64(target.rawValue)
        if let known = options[key] { return known }
        var likes = likenesses(of: scalar, in: target)
        var marks: [UInt32] = []
        if likes.isEmpty {
            let parts = Characters.canonical(scalar)
            if let base = parts.first, parts.count > 1 {
                marks = Array(parts.dropFirst())
                likes =
                    Target(Traits(base).script) == target
                    ? [Likeness(scalar: base, isWeak: false)] : likenesses(of: base, in: target)
            }
        }
        var found = Options()
        for like in likes {
            guard !marks.isEmpty else {
                found.append(Meaning(like.scalar), isWeak: like.isWeak)
                continue
            }
            // A letter that its alphabet cannot write as one (`İ` as `І̇`) is no reading.
            let composed = Characters.composed([like.scalar] + marks)
            if composed.count == 1 || target == .latin { found.append(Meaning(composed), isWeak: like.isWeak) }
        }
        options[key] = found
        return found
    }

    /// The first Latin letter that a letter may stand for, without marks; 0xFFFF_FFFF where there is none of ASCII.
    func likeliest(of scalar: UInt32) -> UInt32 {
        guard scalar < 0x600 else { return findLikeliest(of: scalar) }
        if likeliestLatin.isEmpty { likeliestLatin = [UInt32](repeating: 0, count: 0x600) }
        if likeliestLatin[Int(scalar)] == 0 { likeliestLatin[Int(scalar)] = findLikeliest(of: scalar) }
        return likeliestLatin[Int(scalar)]
    }

    private func findLikeliest(of scalar: UInt32) -> UInt32 {
        let traits = Traits(scalar)
        guard traits.isLetter, traits.script != .latin, traits.script != .common,
            case let options = options(of: scalar, in: .latin), options.count > 0, options[0].first < 0x80,
            options[0] == Meaning(options[0].first)
        else { return .max }
        return options[0].first
    }
}
