import CuretteLexicon
import CuretteText

/// A form found in the text, before anything but its own words has been looked at.
struct Hit: Sendable {
    let name: Name
    /// The words it stands on.
    var first: Int
    var last: Int
    /// One past its last letter; inside `last` where the name's end is grown together with what follows.
    var lettersEnd: Int
    var match: Mention.Match
    /// Another concept that has the same form: "BBL" is a lift and a laser.
    var other: Int?
}

/// Finds forms where words begin: the longest that ends with a word, in one pass over the folded text.
///
/// A class, so that handing it to a closure is one reference and not a copy of the lexicon's thirty.
final class Matcher {
    let lexicon: Lexicon
    let text: FoldedText
    /// The languages of the page, as bits over `Inflections.languages`.
    let languages: UInt8
    /// Whether spinners' phrases count.
    let rewritten: Bool

    /// How many letters a single word of a language that the page is not in must have: shorter ones are too often
    /// words of the page's own language ("lifting" is French for a facelift).
    private static let foreignWordLength = 10

    init(lexicon: Lexicon, text: FoldedText, languages: UInt8, rewritten: Bool) {
        self.lexicon = lexicon
        self.text = text
        self.languages = languages
        self.rewritten = rewritten
    }

    /// Every form that begins a word, leftmost first, the longest at each place; none overlap. Phrases that are no
    /// names take their place and are among them.
    func hits() -> [Hit] {
        let names = lexicon.names
        return text.lend { words in names.index.filter.lend { hits(in: words, names, $0) } }
    }

    private func hits(in words: FoldedText.Lent, _ names: NameFinder, _ filter: FirstLetters.Lent) -> [Hit] {
        var hits: [Hit] = []
        guard let base = words.letters.baseAddress else { return hits }
        var word = 0
        while word < words.wordCount {
            guard filter.mayBegin(base + words.start(word)) else {
                word &+= 1
                continue
            }
            if let hit = longest(at: word, words, names).flatMap({ uncrossed($0, words, names) }) {
                hits.append(hit)
                word = hit.last + 1
            } else {
                word &+= 1
            }
        }
        return hits
    }

    /// A name may be broken over two lines, but lines are items more often: one that is a name up to the break stands
    /// alone, and where a longer name begins behind the break the words before it are none.
    private func uncrossed(_ hit: Hit, _ words: FoldedText.Lent, _ names: NameFinder) -> Hit? {
        guard hit.first < hit.last,
            let second = (hit.first + 1...hit.last).first(where: { words.gaps[$0].contains(.lineBreak) })
        else { return hit }
        if let single = longest(at: hit.first, words, names, through: second - 1) { return single }
        if let next = longest(at: second, words, names), next.last > hit.last { return nil }
        return hit
    }

    /// The longest name that begins with the word and ends with word `through` at the latest.
    private func longest(
        at word: Int,
        _ words: FoldedText.Lent,
        _ names: NameFinder,
        through: Int = .max
    ) -> Hit? {
        var best: Hit?
        var bestRank = 0
        let start = words.start(word)
        let letters = words.letters(fromWord: word)
        names.forEachName(beginning: letters) { form, stemCount in
            guard let rank = rank(of: form) else { return }
            // What is listed comes first, so a regular name has to be longer to be preferred.
            if let found = best {
                guard start + stemCount + Self.longestEnding >= found.lettersEnd else { return }
            }
            guard let hit = hit(form, stemCount, at: word, words, letters, names.endings), hit.last <= through else {
                return
            }
            if let found = best {
                guard hit.lettersEnd >= found.lettersEnd else { return }
                if hit.lettersEnd == found.lettersEnd, rank <= bestRank {
                    // Of two meanings the one that the table has first is the usual one; forms come last first.
                    if rank == bestRank, found.other == nil, hit.name.concept != found.name.concept {
                        best = hit
                        best?.other = found.name.concept
                    }
                    return
                }
            }
            best = hit
            bestRank = rank
        }
        return best
    }

    /// Letters in the longest ending of inflections.tsv, and some.
    private static let longestEnding = 24

    /// Which of several forms with one key is meant: the page's own language before English before the rest, and a
    /// plain form before one with conditions.
    @inline(__always)
    private func rank(of form: Form) -> Int? {
        guard rewritten || !form.flags.contains(.rewritten) else { return nil }
        let ofPage = languages >> form.language & 1 == 1
        let isEnglish = form.language == 0
        return (ofPage ? 8 : isEnglish ? 4 : 2) + (form.flags.isDisjoint(with: .conditional) ? 1 : 0)
    }

    private func hit(
        _ form: Form,
        _ stemCount: Int,
        at word: Int,
        _ words: FoldedText.Lent,
        _ letters: UnsafeBufferPointer<UInt8>,
        _ endings: Endings
    ) -> Hit? {
        let start = words.start(word)
        let lettersEnd = start + stemCount
        var last = word
        var isVariant = false
        var own = 1
        var parted = false
        // Walk to the word in which the stem ends; every gap on the way has to be one that names run across.
        while words.start(last + 1) < lettersEnd {
            last += 1
            let gap = words.gaps[last]
            // "Clear + Brilliant" is a brand's own way to write itself.
            guard gap.isInsideName || form.flags.contains(.brand) && gap.isSubset(of: [.space, .slash]) else {
                return nil
            }
            let offset = words.start(last) - start
            let isOwn = offset < 64 && form.wordStarts >> UInt64(offset) & 1 == 1
            if isOwn {
                if gap != .space { isVariant = true }
                own += 1
            } else {
                // The page parts what the lexicon writes together: "lipo suction".
                guard stemCount >= 7 || gap == .hyphen || gap == [] else { return nil }
                isVariant = true
                parted = true
            }
        }
        // A page may part a name's words or join them, but not both: "neck stuck" is no tuck of necks.
        if parted, own < form.wordStarts.nonzeroBitCount { return nil }
        let wordEnd = words.start(last + 1)
        let ending = UnsafeBufferPointer(rebasing: letters[stemCount..<(wordEnd - start)])
        guard let inflection = endings.index(of: ending, in: form.endings) else { return nil }
        let isForeign = form.language != 0 && languages >> form.language & 1 == 0
        if isForeign, form.wordStarts == 1, stemCount < Self.foreignWordLength { return nil }
        if form.surface >= 0, !hasCase(of: form, word, words) { return nil }
        if form.flags.contains(.capitalised), !isCapitalised(word, last, words) { return nil }
        if form.wordStarts.nonzeroBitCount > 1 + (last - word) { isVariant = true }
        if text.isCorrected(word...last) {
            guard last > word || wordEnd - start >= Self.misspeltLength else { return nil }
            return Hit(name: form.name, first: word, last: last, lettersEnd: wordEnd, match: .misspelt)
        }
        if isGlued(word, last, words) {
            if isParted(word, last, words), wordEnd - start < Self.partedLength { return nil }
            return Hit(name: form.name, first: word, last: last, lettersEnd: wordEnd, match: .glued)
        }
        let match: Mention.Match = isVariant ? .variant : inflection > 0 ? .inflected : .exact
        return Hit(name: form.name, first: word, last: last, lettersEnd: wordEnd, match: match)
    }

    /// Letters that a name of one word must have to be recognised when misspelt.
    private static let misspeltLength = 8

    /// Letters that a name of one word must have to be recognised in a longer one: "Lipo" is no part of "Liposky".
    private static let partedLength = 6

    /// Whether it is one word on the inside of one that nothing in the text parts.
    private func isParted(_ first: Int, _ last: Int, _ words: FoldedText.Lent) -> Bool {
        func isSmall(_ word: Int) -> Bool { words.firstByte(ofWord: word) &- 0x61 < 26 }
        guard first == last else { return false }
        return first > 0 && words.gaps[first].isEmpty && isSmall(first)
            || last + 1 < words.wordCount && words.gaps[last + 1].isEmpty && isSmall(last + 1)
    }

    /// Whether a neighbour has grown together with the name.
    private func isGlued(_ first: Int, _ last: Int, _ words: FoldedText.Lent) -> Bool {
        first > 0 && words.gaps[first].isEmpty || last + 1 < words.wordCount && words.gaps[last + 1].isEmpty
    }

    private func hasCase(of form: Form, _ first: Int, _ words: FoldedText.Lent) -> Bool {
        let surface = lexicon.index.surfaces[Int(form.surface)]
        let from = Int(words.offsets[words.start(first)])
        guard from + surface.count <= words.bytes.count else { return false }
        return words.bytes[from..<from + surface.count].elementsEqual(surface)
    }

    private func isCapitalised(_ first: Int, _ last: Int, _ words: FoldedText.Lent) -> Bool {
        ![first, last].contains { words.firstByte(ofWord: $0) &- 0x61 < 26 }
    }

    /// Whether `key` is a body site as a whole.
    func isSite(_ key: [UInt8]) -> Bool {
        var found = false
        key.withUnsafeBufferPointer { letters in
            lexicon.index.forEachForm(beginning: letters) { place, stemCount in
                let form = lexicon.index.forms[place]
                guard case .site = form.part else { return true }
                let ending = UnsafeBufferPointer(rebasing: letters[stemCount...])
                found = lexicon.endings.index(of: ending, in: form.endings) != nil
                return !found
            }
        }
        return found
    }

    /// The name that `key` is as a whole: a stem and one of its endings. Only plain names; never a phrase that is none,
    /// a condition or an abbreviation.
    func name(of key: [UInt8]) -> Name? {
        var found: Name?
        var bestRank = -1
        key.withUnsafeBufferPointer { letters in
            lexicon.names.forEachName(beginning: letters) { form, stemCount in
                guard form.flags.isDisjoint(with: .notPlain),
                    let rank = rank(of: form), rank > bestRank
                else { return }
                let ending = UnsafeBufferPointer(rebasing: letters[stemCount...])
                if lexicon.endings.index(of: ending, in: form.endings) != nil {
                    found = form.name
                    bestRank = rank
                }
            }
        }
        return found
    }
}
