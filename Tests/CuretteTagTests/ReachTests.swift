import CuretteExtract
import CuretteTag
import CuretteTestSupport
import Testing

/// How far a reason reaches: to its own mention, its contrast, its paragraph, its page.
@Suite struct ReachTests {
    @Test func `an adjective of the name is about that name alone`() {
        let failures = Tagged.failures(
            among: """
                r: ‹Functional rhinoplasty› is what we do most.
                c: ‹Cosmetic eyelid surgery› is what we do most.
                c: A purely aesthetic ‹breast reduction› takes two hours.
                r: A functional ‹blepharoplasty› takes an hour.
                r: Reconstructive ‹otoplasty› takes an hour.
                cr: We do cosmetic ‹rhinoplasty› and functional ‹rhinoplasty› alike.
                c: ‹Blepharoplasty› is functional only by name; it is done for looks.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `a negation ends with its clause, and a lack cancels only reasons`() {
        let failures = Tagged.failures(
            among: """
                c: A ‹breast reduction› without symptoms is considered cosmetic.
                r: ‹Breast reduction› not only for looks but for back pain.
                c: Clothes do not fit before a ‹breast reduction›; this is cosmetic.
                c: ‹Liposuction› does not treat obesity or any disease.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `what a contrast holds apart is said of that alone`() {
        let failures = Tagged.failures(
            among: """
                cr: Unlike cosmetic ‹rhinoplasty›, ‹septorhinoplasty› after a fracture restores the airway.
                rc: In contrast to ‹breast reconstruction› after cancer, ‹breast augmentation› makes healthy breasts larger.
                cr: As opposed to a ‹facelift› for wrinkles, ‹scar revision› after burns restores movement.
                r: Unlike cosmetic surgery, a ‹rhinoplasty› of this kind opens the airway.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `words that only hold a cue are none, and what a procedure treats is its reason`() {
        let failures = Tagged.failures(
            among: """
                c: ‹CoolSculpting› burns fat.
                r: ‹Liposuction› is a treatment of lipedema.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `sentences of the same paragraph speak for a mention, but not those about another procedure`() {
        let failures = Tagged.failures(
            among: """
                r: An accident had broken her nose, and the airway was blocked. She waited. Then she had a ‹rhinoplasty›.
                c: Her sister had told her about us. She waited for two years. Then she had a ‹rhinoplasty› with us.
                c: Burns are covered with skin grafts in the first week. Then we turn to other things. Our ‹lip fillers› last a year.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `a page of one mind speaks for what it says nothing of, a mixed one does not`() {
        let unit = "skin grafts, escharotomy, contracture release, tissue expansion, free flaps and hand surgery"
        let clinic = "facelifts, lip fillers, tummy tucks, skin grafts, free flaps and hand surgery"
        func company(_ list: String) -> [Evidence] {
            let page = Tagged("We do \(list).\n\nWe offer fat grafting as well.")
            let last = page.verdicts.last { $0.mention.kind == .procedure }
            return last?.evidence.filter { $0.kind == "company" } ?? []
        }
        #expect(company(unit).map(\.favours) == [.reconstructive])
        #expect(company(clinic).isEmpty)
    }

    @Test func `a paragraph that says in any of its sentences that both occur opens the procedure it is about`() {
        func confidence(_ text: String) -> Double {
            let marked = Marked(text)
            return Tagged(marked.text).verdict(at: marked.spans[0])?.confidence ?? 1
        }
        let reasons = "# ‹Otoplasty›\n\nDone for a birth defect. It takes an hour. "
        #expect(confidence(reasons + "It may be reconstructive or cosmetic.\n") <= 0.75)
        #expect(confidence(reasons + "It heals quickly.\n") > 0.75)
        // Of two procedures it is anyone's guess which is meant.
        #expect(confidence(reasons + "A rhinoplasty, however, may be reconstructive or cosmetic.\n") > 0.75)
    }

    @Test func `two reasons with an or between are a choice, with an and they are two reasons`() {
        func confidence(_ text: String) -> Double {
            let marked = Marked(text)
            return Tagged(marked.text).verdict(at: marked.spans[0])?.confidence ?? 1
        }
        #expect(confidence("‹Eyelid surgery› is done for better vision or for looks.") <= 0.75)
        #expect(confidence("‹Skin grafts› restore function and improve the appearance.") > 0.75)
    }
}
