import CuretteLexicon
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
        for hit in hits where !hit.name.flags.contains(.notName) {
            if hit.first < hit.last {
                for elided in before(hit, ends, taken, readings) {
                    found.append(elided)
                    taken.formUnion(elided.own)
                }
            }
            for elided in after(hit, starts, taken, readings) {
                found.append(elided)
                taken.formUnion(elided.own)
            }
        }
        return found + behindSites(starts, taken, readings)
    }

    /// "‹cheek› and chin enhancement": members before a name that share its end.
    private func before(
        _ hit: Hit,
        _ ends: [Int: Hit],
        _ taken: Set<Int>,
        _ readings: (ClosedRange<Int>) -> [[UInt8]]
    ) -> [Elided] {
        var found: [Elided] = []
        var members = 0
        var nearest = Joint(word: 0, hasComma: false, hasConjunction: false)
        var hasConjunction = false
        var member = hit.first
        while members < Self.reach, let joint = joint(before: member) {
            if let other = ends[joint.word] {
                member = other.first
            } else {
                guard !taken.contains(joint.word), let elided = sharingEnd(of: hit, memberThrough: joint.word, readings)
                else { break }
                found.append(elided)
                member = elided.own.lowerBound
            }
            if members == 0 { nearest = joint }
            if joint.hasConjunction { hasConjunction = true }
            members += 1
        }
        // "After cancer, breast reconstruction" and "a stiff hand, and finger surgery" enumerate nothing.
        guard hasConjunction, members > 1 || !(nearest.hasComma && nearest.hasConjunction) else { return [] }
        return found
    }

    /// "breast augmentation or ‹lift›", "eyelid surgery (‹upper›, ‹lower›)": members behind a name that share its
    /// beginning, or in brackets and behind a colon all of it.
    private func after(
        _ hit: Hit,
        _ starts: [Int: Hit],
        _ taken: Set<Int>,
        _ readings: (ClosedRange<Int>) -> [[UInt8]]
    ) -> [Elided] {
        var found: [Elided] = []
        var end = hit.last
        var isExplained = false
        for _ in 0..<Self.reach {
            guard let start = memberStart(after: end) else { break }
            if end == hit.last { isExplained = !text.gaps[end + 1].isDisjoint(with: Self.explaining) }
            if let other = starts[start] {
                end = other.last
                continue
            }
            guard !taken.contains(start),
                let elided = (hit.first < hit.last ? sharingBeginning(of: hit, memberFrom: start, readings) : nil)
                    ?? (hit.first < hit.last ? sharingComplement(of: hit, memberFrom: start, readings) : nil)
                        ?? (isExplained ? sharingWhole(of: hit, memberFrom: start) : nil),
                isMember(elided.own, behind: end)
            else { break }
            end = elided.own.upperBound
            if !isFurtherSite(elided, of: hit) { found.append(elided) }
        }
        return found
    }

    /// Sites of one procedure are one mention: "liposuction of the arms and thighs", "lipoescultura de abdomen y cintura".
    private func isFurtherSite(_ elided: Elided, of hit: Hit) -> Bool {
        guard elided.name.concept == hit.name.concept else { return false }
        let own = text.key(fromWord: elided.own.lowerBound, throughWord: elided.own.upperBound)
        let joint = elided.shared.upperBound
        return matcher.isSite(own) || matcher.isSite(text.key(fromWord: joint, throughWord: joint) + own)
    }

    /// Whether what a bare comma parts from the name is one of a list: after "your breast augmentation, lift nothing
    /// heavy" the sentence goes on.
    private func isMember(_ own: ClosedRange<Int>, behind end: Int) -> Bool {
        let gap = text.gaps[end + 1]
        guard gap.contains(.comma), gap.isDisjoint(with: Self.explaining.union(.slash)),
            connectives.conjunction(startingAt: end + 1, in: text) == 0
        else { return true }
        let next = own.upperBound + 1
        return next == text.wordCount || !text.gaps[next].isSubset(of: [.space, .hyphen, .apostrophe])
            || connectives.conjunction(startingAt: next, in: text) > 0
            || connectives.isPreposition(next, in: text)
    }

    // MARK: Sites with a colon

    /// "Breast: ‹augmentation›, ‹lift›, ‹reduction›": a site that begins its line, and what is done there.
    private func behindSites(
        _ starts: [Int: Hit],
        _ taken: Set<Int>,
        _ readings: (ClosedRange<Int>) -> [[UInt8]]
    ) -> [Elided] {
        var found: [Elided] = []
        for word in 1..<max(1, text.wordCount) where text.gaps[word].contains(.colon) {
            guard let site = site(endingBefore: word) else { continue }
            var end = word - 1
            for _ in 0..<Self.reach {
                guard let start = memberStart(after: end), starts[start] == nil, !taken.contains(start),
                    let elided = sharing(site, memberFrom: start, readings), isMember(elided.own, behind: end)
                else { break }
                found.append(elided)
                end = elided.own.upperBound
            }
        }
        return found
    }

    /// The site that ends before `word` and begins its line or sentence.
    private func site(endingBefore word: Int) -> ClosedRange<Int>? {
        for first in stride(from: word - 1, through: max(0, word - Self.memberLength), by: -1) {
            guard text.isRun(fromWord: first, throughWord: word - 1) else { return nil }
            guard first == 0 || !text.gaps[first].isDisjoint(with: [.lineBreak, .blankLine, .stop]) else { continue }
            return first...(word - 1)
        }
        return nil
    }

    private func sharing(
        _ site: ClosedRange<Int>,
        memberFrom start: Int,
        _ readings: (ClosedRange<Int>) -> [[UInt8]]
    ) -> Elided? {
        let sites = readings(site).filter(matcher.isSite)
        guard !sites.isEmpty else { return nil }
        for count in stride(from: min(Self.memberLength, text.wordCount - start), through: 1, by: -1) {
            let own = start...(start + count - 1)
            guard text.isRun(fromWord: start, throughWord: own.upperBound), !hasComplement(own) else { continue }
            for reading in sites {
                for member in readings(own) {
                    if let name = matcher.name(of: reading + member) {
                        return Elided(name: name, own: own, shared: site)
                    }
                }
            }
        }
        return nil
    }

    // MARK: Members

    /// Commas and slashes join; so may a line break beside them.
    private static let joints: Gap = [.space, .comma, .slash, .mark]

    /// What opens an explanation of the name before it.
    private static let explaining: Gap = [.colon, .open, .dash]

    /// What parts a member from the next one.
    private struct Joint {
        /// The last word of the member before it.
        let word: Int
        let hasComma: Bool
        let hasConjunction: Bool
    }

    /// What parts the member that begins with `word` from the one before.
    private func joint(before word: Int) -> Joint? {
        var start = word
        if start > 0, text.gaps[start].isSubset(of: [.space]), connectives.isDeterminer(start - 1, in: text) {
            start -= 1
        }
        guard start > 0 else { return nil }
        let gap = text.gaps[start]
        if !gap.isDisjoint(with: [.comma, .slash]) {
            guard gap.isSubset(of: Self.joints) else { return nil }
            return Joint(word: start - 1, hasComma: gap.contains(.comma), hasConjunction: gap.contains(.slash))
        }
        guard gap.isSubset(of: [.space, .hyphen]) else { return nil }
        let count = connectives.conjunction(endingBefore: start, in: text)
        guard count > 0, start - count > 0 else { return nil }
        // A hyphen before the conjunction hangs: "upper- and lower-lid surgery".
        let before = text.gaps[start - count]
        guard before.isSubset(of: Self.joints.union(.hyphen)) else { return nil }
        return Joint(word: start - count - 1, hasComma: before.contains(.comma), hasConjunction: true)
    }

    /// The first word of the member that a joint parts from the one ending with `word`.
    private func memberStart(after word: Int) -> Int? {
        var start = word + 1
        guard start < text.wordCount else { return nil }
        let gap = text.gaps[start]
        let isJoint = !gap.isDisjoint(with: Self.explaining.union([.comma, .slash]))
        guard gap.isSubset(of: Self.joints.union(Self.explaining)) else { return nil }
        let count = connectives.conjunction(startingAt: start, in: text)
        guard isJoint || count > 0 else { return nil }
        start += count
        guard start < text.wordCount else { return nil }
        if count > 0 {
            guard text.gaps[start].isSubset(of: [.space]) else { return nil }
        }
        if connectives.isDeterminer(start, in: text), start + 1 < text.wordCount,
            text.gaps[start + 1].isSubset(of: [.space])
        {
            start += 1
        }
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
            guard text.isRun(fromWord: start, throughWord: own.upperBound), !hasComplement(own) else { continue }
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

    /// "aumento de pecho, ‹elevación› y ‹reducción›": members behind a name that share what ends it.
    private func sharingComplement(
        of hit: Hit,
        memberFrom start: Int,
        _ readings: (ClosedRange<Int>) -> [[UInt8]]
    ) -> Elided? {
        guard let genitive = (hit.first + 1...hit.last).first(where: { connectives.isGenitive($0, in: text) }),
            genitive < hit.last, !hasComplement(start...start)
        else { return nil }
        let (own, shared) = (start...start, genitive...hit.last)
        for member in readings(own) {
            for rest in readings(shared) {
                if let name = matcher.name(of: member + rest) { return Elided(name: name, own: own, shared: shared) }
            }
        }
        return nil
    }

    /// "repair of a torn earlobe" completes itself and shares nothing with "ear piercing" before it; in "lift or
    /// augmentation of the other side" no site does.
    private func hasComplement(_ own: ClosedRange<Int>) -> Bool {
        let next = own.upperBound + 1
        guard next < text.wordCount, text.gaps[next].isSubset(of: [.space]), connectives.isGenitive(next, in: text)
        else { return false }
        return (next + 1..<min(next + 1 + Self.complementLength, text.wordCount)).contains { word in
            matcher.isSite(text.key(fromWord: word, throughWord: word))
                || matcher.isSite(text.key(fromWord: next, throughWord: word))
        }
    }

    /// Words behind "of" among which its site stands: "of a badly torn earlobe".
    private static let complementLength = 4

    /// "blepharoplasty – upper and lower": what stands in brackets belongs before the name. A site does not: there the
    /// brackets say where one procedure is done.
    private func sharingWhole(of hit: Hit, memberFrom start: Int) -> Elided? {
        for count in stride(from: min(Self.memberLength, text.wordCount - start), through: 1, by: -1) {
            let own = start...(start + count - 1)
            guard text.isRun(fromWord: start, throughWord: own.upperBound) else { continue }
            let member = text.key(fromWord: start, throughWord: own.upperBound)
            guard !matcher.isSite(member) else { continue }
            for from in hit.first...hit.last {
                let shared = from...hit.last
                let key = member + text.key(fromWord: from, throughWord: hit.last)
                if let name = matcher.name(of: key), name.concept != hit.name.concept {
                    return Elided(name: name, own: own, shared: shared)
                }
            }
        }
        return nil
    }
}
