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

    @Test func `words that tempt, as clinics use them`() {
        let failures = Tagged.failures(
            among: """
                c: "After my divorce and a bad accident at work I finally treated myself to ‹lip fillers›," says Anna.
                c: Cool the skin after ‹laser hair removal› as you would a sunburn.
                c: ‹Liposuction› burns no fat, it removes it.
                c: ‹CoolSculpting› can burn fat away without surgery.
                c: Bring your insurance card to your ‹Botox› appointment.
                c: Please upload your insurance form and the photographs for your ‹facelift›.
                c: Dr. Yu, a fellow in reconstructive microsurgery, does ‹nose jobs›.
                c: He trained in hand surgery, burns and trauma before he turned to ‹facelifts›.
                c: Does ‹breast augmentation› leave scars?
                c: ‹Breast augmentation› scars fade within a year.
                c: The scar of a ‹tummy tuck› lies below the bikini line.
                c: Breast cancer screening stays possible after ‹breast augmentation›.
                c: ‹Breast implants› do not cause cancer.
                c: Infections are rare after ‹rhinoplasty›.
                c: You will not feel pain during ‹liposuction›.
                c: Does ‹Botox› hurt?
                c: ‹Dermal fillers› carry a small risk of blindness.
                c: Smoking impairs wound healing after a ‹facelift›.
                c: ‹Liposuction› does not treat obesity or disease.
                c: A ‹tummy tuck› is not a substitute for weight loss.
                c: You should be at a stable weight before ‹liposuction›.
                c: ‹Breast lift› surgery does not affect breast feeding function.
                c: Insurance does not cover ‹laser skin resurfacing›.
                c: Most health plans exclude ‹facelifts›.
                c: We accept all major insurance plans for office visits; ‹Botox› is paid by the patient.
                c: Unlike a skin graft, a ‹chemical peel› leaves the deeper layers alone.
                c: Whereas burn surgery saves lives, a ‹nose job› is a wish.
                c: A ‹facelift› restores a youthful contour.
                c: ‹Rhinoplasty› reduces a dorsal hump and improves facial harmony.
                c: ‹Eyelid surgery› takes years off tired eyes and removes bags.
                r: Unlike cosmetic rhinoplasty, ‹septorhinoplasty› after a fracture restores the airway.
                r: ‹Breast reconstruction› is covered by law, whereas a facelift is not.
                r: In contrast to a cosmetic breast lift, ‹breast reconstruction› follows cancer.
                r: A cosmetic nurse helps with ‹skin grafting› dressings.
                r: ‹Cleft lip repair› also improves the look of the face.
                r: ‹Skin grafts› may not look beautiful at first.
                c: El seguro de responsabilidad del médico cubre cada ‹aumento de senos›.
                c: Tras el accidente de su rival, la actriz se hizo una ‹rinoplastia› para verse mejor.
                r: La ‹reconstrucción mamaria› no es una cirugía estética.
                r: A diferencia del lifting, el ‹injerto de piel› cierra heridas.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `payers that refuse, and paragraphs about risks and recovery, are no reasons`() {
        let failures = Tagged.failures(
            among: """
                c: Most health insurance plans do not cover a ‹tummy tuck›.
                c: A ‹tummy tuck› is typically not covered by insurance plans.
                c: Insurance coverage for ‹eyelid surgery› is unlikely if it is done for looks.
                c: Since ‹breast augmentation› is cosmetic, it is not covered by insurance or Medicare.
                c: ‹Liposuction› is considered a cosmetic procedure, so insurance will not cover it.
                c: Because ‹brow lift› is elective, insurance usually does not pay.
                c: ‹Otoplasty› is generally not covered by insurance.
                c: Health insurance rarely covers ‹rhinoplasty› for cosmetic reasons.
                c: We offer financing plans, as insurance typically doesn't cover ‹mommy makeovers›.
                c: ‹Blepharoplasty› is not usually covered by medical insurance unless it is medically necessary.
                r: Insurance often covers ‹breast reduction›.
                r: Most insurance plans cover ‹breast reconstruction›.
                r: Your ‹upper eyelid surgery› may be covered by insurance if your vision is impaired.
                c: Since it is a cosmetic procedure, ‹gynecomastia surgery› is usually not covered by health plans.
                c: Prior authorization is not needed for ‹Botox›.
                c: Medicare does not cover ‹hair transplants›.
                c: We do not accept insurance for ‹laser hair removal›.
                c: We do not participate with insurance plans. ‹Tummy tuck› prices start at $8,000.
                c: ‹Arm lifts› aren't covered by insurance since they're cosmetic.
                c: Unfortunately, no insurance plans pay for a ‹thigh lift›.
                c: The cost of a ‹facelift› is not reimbursed.
                c: ‹Botox› is FDA approved to reduce frown lines.
                c: ‹Juvederm› was approved in 2006 and is covered by a warranty.
                c: After having children many women want a ‹tummy tuck› to repair separated muscles.
                c: ‹Rhinoplasty› can be performed after an accident or for cosmetic reasons; ours are mostly cosmetic.
                c: ‹Liposuction› removes stubborn fat that resists diet and exercise.
                cc: ‹Scar revision› and ‹laser resurfacing› help acne scars look smoother.
                c: ‹Breast lift› corrects sagging caused by pregnancy, breastfeeding and weight loss.
                c: A ‹tummy tuck› removes excess skin after weight loss or pregnancy.
                c: Following significant weight loss, a ‹body lift› removes excess skin and gives a firmer shape.
                c: ‹Breast augmentation› can correct asymmetry and restore volume lost after pregnancy.
                c: The ‹facelift› takes two to three hours under general anesthesia, and pain is controlled with medication.
                c: Bruising, swelling and numbness are common after ‹liposuction›. Infection, bleeding and blood clots are rare.
                c: ‹Rhinoplasty›⏎⏎Recovery takes about a week. You may have headaches and difficulty breathing through the nose. Avoid injury.⏎
                c: ‹Breast augmentation›⏎⏎Risks include capsular contracture, rupture and infection. Mammograms detect breast cancer as before.⏎
                c: ‹Blepharoplasty›⏎⏎Your vision may be blurry for a day. Dry eyes and irritation are common.⏎
                c: ‹Botox›⏎⏎Tell the doctor if you have a neurological disease. Headache is the most common side effect.⏎
                c: ‹Tummy Tuck›⏎⏎A tummy tuck is a major operation. Back pain and rashes were gone, one patient told us. Most just want a flat stomach.⏎
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
