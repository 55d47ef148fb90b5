import CuretteLexicon

/// Names that letters begin with: those that are listed, and those that a site and an operation make.
final class NameFinder: Sendable {
    let index: FormIndex
    let endings: Endings
    let regular: RegularNames

    init(_ names: CompiledNames, _ endings: Endings) {
        index = FormIndex(names)
        regular = RegularNames(names)
        self.endings = endings
    }

    /// Calls `body` with each name whose stem the letters begin with: listed names first, the longest first. Whether the
    /// ending behind the stem is one that the name may have is for `body` to find out.
    @inline(__always)
    func forEachName(
        beginning letters: UnsafeBufferPointer<UInt8>,
        _ body: (_ form: Form, _ stemCount: Int) -> Void
    ) {
        var firstPart = -1
        index.forEachForm(beginning: letters) { place, stemCount in
            let form = index.forms[place]
            if form.isName { body(form, stemCount) } else if firstPart < 0 { firstPart = place }
            return true
        }
        guard firstPart >= 0 else { return }
        index.filter.lend { filter in
            index.forEachForm(from: firstPart, beginning: letters) { place, stemCount in
                let form = index.forms[place]
                if !form.isName { forEachName(from: form, stemCount, letters, filter, body) }
                return true
            }
        }
    }

    /// The names that `first`, which ends at `stemCount`, makes with what follows it.
    private func forEachName(
        from first: Form,
        _ stemCount: Int,
        _ letters: UnsafeBufferPointer<UInt8>,
        _ filter: FirstLetters.Lent,
        _ body: (Form, Int) -> Void
    ) {
        let isSite: Bool
        if case .site = first.part { isSite = true } else { isSite = false }
        for ending in endings.places(of: first.endings) where endings.stands(ending, at: stemCount, of: letters) {
            for pattern in regular.patterns[Int(first.language)] where pattern.siteFirst == isSite {
                let joint = stemCount + endings.count(ofEnding: ending)
                guard Self.has(pattern.joint, at: joint, of: letters) else { continue }
                let second = joint + pattern.joint.count
                let rest = UnsafeBufferPointer(rebasing: letters[second...])
                // Most of what follows a site is no operation.
                guard rest.count >= 2, rest.count < 4 || rest.baseAddress.map(filter.mayBegin) ?? false else {
                    continue
                }
                index.forEachForm(beginning: rest) { place, count in
                    let other = index.forms[place]
                    guard !other.isName, other.language == first.language,
                        let concept = regular.concept(first.part, other.part, language: first.language)
                    else { return true }
                    var starts = first.wordStarts
                    if joint < 64 { starts |= 1 << UInt64(joint) }
                    if second < 64 { starts |= other.wordStarts << UInt64(second) }
                    body(
                        Form(
                            concept: concept,
                            part: .name,
                            flags: [],
                            language: first.language,
                            endings: other.endings,
                            hasMarks: first.hasMarks || other.hasMarks,
                            wordStarts: starts,
                            surface: -1
                        ),
                        second + count
                    )
                    return true
                }
            }
        }
    }

    @inline(__always)
    private static func has(_ bytes: [UInt8], at offset: Int, of letters: UnsafeBufferPointer<UInt8>) -> Bool {
        guard offset + bytes.count <= letters.count else { return false }
        for index in bytes.indices where bytes[index] != letters[offset + index] { return false }
        return true
    }
}
