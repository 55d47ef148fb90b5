import CuretteExtract
import CuretteIngest
import CuretteTag
import CuretteTestSupport
import Testing

/// Where a word points one way and the text does not mean it.
@Suite struct TemptingCueTests {
    @Test func `what is said of something else does not count`() {
        let failures = Tagged.failures(
            among: """
                c: Maria told us about her car accident. Today she came for her ‹lip fillers›.
                c: After my car accident I started to run, and years later I had a ‹facelift› here.
                c: ‹CoolSculpting› freezes fat while you read; it burns fat without surgery.
                c: Dr. Ade is a board certified plastic and reconstructive surgeon who performs ‹facelifts›.
                c: Please fill in the insurance form before your ‹lip augmentation›.
                c: Unlike reconstructive surgery, a ‹tummy tuck› changes what is healthy.
                r: Unlike cosmetic surgery, ‹cleft lip repair› restores function.
                r: ‹Breast reconstruction› is not cosmetic.
                r: ‹Breast reconstruction› is not a cosmetic procedure.
                c: A ‹facelift› leaves no scars that anyone would see.
                c: ‹Lip fillers› hurt little, and there is no risk of injury to the nerves.
                c: After a ‹facelift› the pain is mild and numbness passes.
                c: Infection can occur after ‹liposuction›.
                c: The risks of ‹breast augmentation› are infection, pain and loss of feeling.
                c: ‹Botox› needs no medical reason.
                c: ‹Liposuction› is no treatment for disease.
                c: A ‹tummy tuck› has no functional benefit.
                c: ‹Rhinoplasty› without breathing problems is your own choice.
                r: ‹Skin grafts› are not done for looks but for function.
                r: We do not offer cosmetic surgery. We offer ‹breast reconstruction›.
                c: We do not offer reconstructive surgery; ‹facelifts› are our work.
                c: Rather than reconstruct what was lost, a ‹facelift› lifts what is there.
                c: ‹Mole removal›: not funded, regarded as cosmetic.
                c: ‹Eyelid surgery› causes little pain, and swelling is gone in a week.
                c: The risks include infection, but ‹rhinoplasty› is safe.
                c: Will my insurance cover ‹liposuction›?
                c: Is a ‹facelift› medically necessary?
                r: Is ‹breast reconstruction› cosmetic?
                c: ‹Liposuction› is rarely medically necessary.
                c: ‹Lip augmentation› is hardly ever covered by insurance.
                c: ‹Aumento de senos› sin dolor.
                c: La ‹liposucción› no es reconstructiva.
                c: A diferencia de la cirugía reconstructiva, el ‹lifting facial› cambia lo sano.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `a cue of one member or clause leaves its neighbours alone`() {
        let failures = Tagged.failures(
            among: """
                ccr: We offer ‹facelifts›, ‹breast lifts› and ‹breast reconstruction› after mastectomy.
                ccr: ‹Breast lift›, ‹tummy tuck› and ‹breast reconstruction› following cancer.
                cr: ‹Breast augmentation› makes the breasts fuller, while ‹breast reconstruction› follows mastectomy.
                cr: ‹Liposuction› is for looks; ‹scar revision› frees a burned hand.
                rc: ‹Cleft lip repair› helps a child to eat, whereas ‹lip augmentation› is a matter of taste.
                cr: A ‹facelift› smooths wrinkles, but ‹burn scar surgery› restores movement.
                rc: ‹Burn reconstruction› is covered, but ‹laser hair removal› is not.
                cr: Because it is your wish, ‹breast augmentation› is paid by you, but ‹breast reconstruction› is paid by the plan.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `what files nothing leaves the usual tag`() {
        let failures = Tagged.failures(
            among: """
                c: # What is the difference between cosmetic and reconstructive surgery?⏎⏎Many patients ask us about a ‹facelift› first.⏎
                r: # Is cosmetic surgery the same as reconstructive surgery?⏎⏎We see many people for ‹breast reconstruction› here.⏎
                c: # Is a breast lift reconstructive?⏎⏎The ‹breast lift› takes two hours.⏎
                c: # Cosmetic and reconstructive surgery⏎⏎A ‹facelift› takes three hours.⏎
                r: # Cosmetic and reconstructive surgery⏎⏎A ‹skin graft› takes one hour.⏎
                c: # Our surgeons⏎⏎Dr. Ade, Reconstructive Surgery, likes to do the ‹facelift›.⏎
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `navigation files nothing`() {
        let page = Tagged(
            "<nav><h3>Reconstructive surgery</h3><ul><li>Facelift</li></ul></nav><main><p>A facelift takes an hour.</p></main>",
            format: .html
        )
        #expect(page.verdicts.filter { $0.mention.kind == .procedure }.allSatisfy { $0.tag == .cosmetic })
        #expect(!page.verdicts.flatMap(\.evidence).contains { $0.kind == "section" })
    }

    @Test func `where the text says that it may be both, confidence is low`() {
        for example in [
            "‹Eyelid surgery› may be cosmetic, functional or both.",
            "‹Rhinoplasty› can be done for both cosmetic and functional reasons.",
            "‹Scar revision› may be either.",
            "Whether ‹gynecomastia surgery› is cosmetic or reconstructive depends on the reason.",
            "We do ‹rhinoplasty›. It can be functional or cosmetic.",
            "La ‹blefaroplastia› puede ser estética o funcional.",
        ] {
            let marked = Marked(example)
            let verdict = Tagged(marked.text).verdict(at: marked.spans[0])
            #expect((verdict?.confidence ?? 1) < 0.75, "\(example)")
        }
        let firm = Marked("A ‹facelift› smooths wrinkles.")
        #expect((Tagged(firm.text).verdict(at: firm.spans[0])?.confidence ?? 0) > 0.9)
    }
}
