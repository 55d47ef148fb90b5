/// An abbreviation that is spelt out in the middle of its name: "DIEP (deep inferior epigastric perforator) flap" is
/// one name, since its own last word stands behind the bracket.
struct SpeltOut {
    let matcher: Matcher
    private var text: FoldedText { matcher.text }

    /// Words in the brackets.
    private static let reach = 8

    /// The hits, with each such name made whole. What is a name already inside the brackets ("IPL (intense pulsed light)
    /// treatments") stays one of its own.
    func joined(_ hits: [Hit]) -> [Hit] {
        var joined: [Hit] = []
        var last = -1
        for (index, hit) in hits.enumerated() where hit.first > last {
            let next = index + 1 < hits.count ? hits[index + 1].first : text.wordCount
            if hit.name.flags.contains(.exactCase), let whole = whole(hit, before: next) {
                joined.append(whole)
                last = whole.last
            } else {
                joined.append(hit)
            }
        }
        return joined
    }

    private func whole(_ hit: Hit, before next: Int) -> Hit? {
        let open = hit.last + 1
        guard open < text.wordCount, text.gaps[open].contains(.open) else { return nil }
        for word in (open + 1)..<max(open + 1, min(open + Self.reach, text.wordCount)) {
            if text.gaps[word].contains(.close) {
                guard next >= word, text.gaps[word].isSubset(of: [.space, .close]) else { return nil }
                let key = text.key(fromWord: hit.first, throughWord: hit.last)
                guard let name = matcher.name(of: key + text.key(fromWord: word, throughWord: word)) else { return nil }
                return Hit(
                    name: name,
                    first: hit.first,
                    last: word,
                    lettersEnd: Int(text.starts[word + 1]),
                    match: .variant
                )
            }
            guard text.gaps[word].isSubset(of: [.space, .hyphen, .slash]) else { return nil }
        }
        return nil
    }
}
