/// Names that their own sentence makes something else: a verb ("you may peel"), or the substance in the syringe
/// ("twenty units of Botox").
struct OtherReadings {
    let connectives: Connectives
    let substances: SubstanceCues
    let lexicon: Lexicon
    let text: FoldedText

    func hold(_ hit: Hit) -> Bool { isVerb(hit) || isSubstance(hit) }

    /// An ambiguous word in small letters behind what verbs stand behind.
    private func isVerb(_ hit: Hit) -> Bool {
        guard hit.first == hit.last, hit.first > 0, hit.name.flags.contains(.weak), text.gaps[hit.first] == .space,
            !text.isCapitalised(hit.first)
        else { return false }
        return connectives.isAuxiliary(hit.first - 1, in: text)
    }

    /// A product's name beside words of what it is made of, how much of it there is, or the act of injecting it.
    private func isSubstance(_ hit: Hit) -> Bool {
        guard hit.name.flags.contains(.brand), lexicon.concepts[hit.name.concept].family == Self.products else {
            return false
        }
        if substances.follow(hit.last, in: text) { return true }
        var before = hit.first
        if before > 0, text.gaps[before] == .space, connectives.isDeterminer(before - 1, in: text) { before -= 1 }
        return substances.precede(before, in: text)
    }

    /// The family of what is injected: a device is the treatment however it is spoken of.
    private static let products = "injectables"
}
