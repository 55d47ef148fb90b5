import CuretteText

/// Names that share words with a neighbour: "breast augmentation or ‹lift›", "‹cheek› and chin enhancement",
/// "Bosom Upgrade: ‹Expansion›, ‹Lift›".
///
/// What is shared is found by trying: a member of the coordination, with the beginning or the end of the name beside
/// it, has to be a name of the lexicon. No grammar is needed, and a coordination of other things yields nothing.
struct Coordination {
    /// A name put together: the fragment that is its own, and the one it shares.
    struct Elided {
        let name: Name
        let own: ClosedRange<Int>
        let shared: ClosedRange<Int>
    }

    let matcher: Matcher
    let connectives: Connectives
    private var text: FoldedText { matcher.text }

    /// Members on either side of a name that are looked at: clinics list no more in one breath.
    private static let reach = 5
    /// Words in a member.
    private static let memberLength = 3

    init(matcher: Matcher, connectives: Connectives) {
        self.matcher = matcher
        self.connectives = connectives
    }

    /// The names that share words with one of `hits`; those lie in reading order and do not overlap.
    func elided(beside hits: [Hit], readings: (ClosedRange<Int>) -> [[UInt8]]) -> [Elided] {
        var found: [Elided] = []
        var taken: Set<Int> = []
        let starts = Dictionary(hits.map { ($0.first, $0) }, uniquingKeysWith: { first, _ in first })
        let ends = Dictionary(hits.map { ($0.last, $0) }, uniquingKeysWith: { first, _ in first })
        for hit in hits where hit.first < hit.last && !hit.name.flags.contains(.notName) {
            var member = hit.first
            for _ in 0..<Self.reach {
                guard let end = memberEnd(before: member) else { break }
                if let other = ends[end] {
                    member = other.first
                    continue
                }
                guard !taken.contains(end), let elided = sharingEnd(of: hit, memberThrough: end, readings) else {
                    break
                }
                found.append(elided)
                taken.formUnion(elided.own)
                member = elided.own.lowerBound
            }
            var end = hit.last
            for _ in 0..<Self.reach {
                guard let start = memberStart(after: end) else { break }
                if let other = starts[start] {
                    end = other.last
                    continue
                }
                guard !taken.contains(start), let elided = sharingBeginning(of: hit, memberFrom: start, readings)
                else { break }
                found.append(elided)
                taken.formUnion(elided.own)
                end = elided.own.upperBound
            }
        }
        return found
    }

    // MARK: Members

    /// Commas and slashes join; so may a line break beside them.
    private static let joints: Gap = [.space, .comma, .slash, .mark]

    /// The last word of the member that a joint parts from the one beginning at `word`.
    private func memberEnd(before word: Int) -> Int? {
        var start = word
        if start > 0, text.gaps[start].isSubset(of: [.space]), connectives.isDeterminer(start - 1, in: text) {
            start -= 1
        }
        guard start > 0 else { return nil }
        let gap = text.gaps[start]
        if !gap.isDisjoint(with: [.comma, .slash]) {
            return gap.isSubset(of: Self.joints) ? start - 1 : nil
        }
        guard gap.isSubset(of: [.space, .hyphen]) else { return nil }
        let count = connectives.conjunction(endingBefore: start, in: text)
        guard count > 0, start - count > 0 else { return nil }
        // A hyphen before the conjunction hangs: "upper- and lower-lid surgery".
        return text.gaps[start - count].isSubset(of: Self.joints.union(.hyphen)) ? start - count - 1 : nil
    }

    /// The first word of the member that a joint parts from the one ending with `word`.
    private func memberStart(after word: Int) -> Int? {
        var start = word + 1
        guard start < text.wordCount else { return nil }
        let gap = text.gaps[start]
        let isJoint = !gap.isDisjoint(with: [.comma, .slash, .colon, .open])
        guard gap.isSubset(of: Self.joints.union([.colon, .open])) else { return nil }
        let count = connectives.conjunction(startingAt: start, in: text)
        guard isJoint || count > 0 else { return nil }
        start += count
        guard start < text.wordCount else { return nil }
        if count > 0 {
            guard text.gaps[start].isSubset(of: [.space]) else { return nil }
        }
        if connectives.isDeterminer(start, in: text), start + 1 < text.wordCount { start += 1 }
        return start
    }

    // MARK: Sharing

    private func sharingEnd(
        of hit: Hit,
        memberThrough end: Int,
        _ readings: (ClosedRange<Int>) -> [[UInt8]]
    ) -> Elided? {
        for count in stride(from: min(Self.memberLength, end + 1), through: 1, by: -1) {
            let own = (end - count + 1)...end
            guard text.isRun(fromWord: own.lowerBound, throughWord: end) else { continue }
            for from in (hit.first + 1)...hit.last {
                let shared = from...hit.last
                for member in readings(own) {
                    for rest in readings(shared) {
                        if let name = matcher.name(of: member + rest) {
                            return Elided(name: name, own: own, shared: shared)
                        }
                    }
                }
            }
        }
        return nil
    }

    private func sharingBeginning(
        of hit: Hit,
        memberFrom start: Int,
        _ readings: (ClosedRange<Int>) -> [[UInt8]]
    ) -> Elided? {
        for count in stride(from: min(Self.memberLength, text.wordCount - start), through: 1, by: -1) {
            let own = start...(start + count - 1)
            guard text.isRun(fromWord: start, throughWord: own.upperBound) else { continue }
            for through in (hit.first..<hit.last).reversed() {
                let shared = hit.first...through
                for first in readings(shared) {
                    for member in readings(own) {
                        if let name = matcher.name(of: first + member) {
                            return Elided(name: name, own: own, shared: shared)
                        }
                    }
                }
            }
        }
        return nil
    }
}
