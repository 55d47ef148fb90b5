import Testing

/// Where the page presents a procedure otherwise than it usually is.
@Suite struct UsualTagTests {
    @Test func `a reason in the clause makes a cosmetic procedure reconstructive`() {
        let failures = Tagged.failures(
            among: """
                r: ‹Eyelid surgery› is performed when drooping lids block the field of vision.
                r: ‹Rhinoplasty› can correct a deviated septum so that you can breathe again.
                r: We perform ‹rhinoplasty› after a broken nose.
                r: ‹Otoplasty› for children born with a congenital ear deformity.
                r: ‹Tummy tuck› after massive weight loss, when rashes appear in the folds.
                r: ‹Botox› is injected for chronic migraine.
                r: ‹Botox› relieves muscle spasticity after a stroke.
                r: ‹Liposuction› for lymphedema reduces the swelling.
                r: ‹Laser resurfacing› of burn scars that limit movement.
                r: A ‹breast lift› to match the other breast after mastectomy.
                r: ‹Labiaplasty› is done for women who have pain during exercise.
                r: ‹Upper eyelid surgery› is often medically necessary.
                r: ‹Gynecomastia surgery› when the gland is painful.
                r: ‹Abdominoplasty› is considered reconstructive if a hernia is repaired.
                r: ‹Brow lift› is not cosmetic when facial palsy has closed the eye.
                r: ‹Fat grafting› fills the dents left after a lumpectomy.
                r: ‹Hair transplant› on a scalp scarred by burns from an accident.
                r: ‹Chin augmentation› corrects a jaw deformed by a congenital anomaly.
                r: ‹Eyelid surgery›: covered by insurance if a visual field test shows a loss.
                r: ‹Rinoplastia› para respirar mejor tras una fractura nasal.
                r: La ‹blefaroplastia› se realiza cuando el párpado tapa la visión.
                r: La ‹abdominoplastia› tras la pérdida masiva de peso repara la hernia.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `looks in the clause make a reconstructive procedure cosmetic`() {
        let failures = Tagged.failures(
            among: """
                c: ‹Breast reduction› for purely cosmetic reasons is paid by you.
                c: ‹Breast reduction› only for looks is not covered.
                c: A ‹breast reduction› because you would simply like smaller tops is cosmetic.
                c: ‹Scar revision› for aesthetic reasons is a matter of choice.
                c: ‹Scar revision› is considered cosmetic and not covered by insurance.
                c: ‹Breast reduction› is regarded as cosmetic by most insurers.
                c: ‹Septorhinoplasty› done purely for looks is not covered.
                c: ‹Breast reduction› is a cosmetic procedure for a more youthful, perkier bust.
                c: Insurance does not cover ‹scar revision› for cosmetic purposes.
                c: La ‹reducción de senos› por motivos estéticos no está cubierta.
                c: Cosmetic procedures such as ‹breast reduction› and facelift are offered.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `headings, introductions and columns file against the usual tag`() {
        let failures = Tagged.failures(
            among: """
                rr: # Reconstructive surgery⏎⏎- ‹Eyelid surgery›⏎- ‹Otoplasty›⏎- Breast reconstruction⏎
                rr: Reconstructive surgery procedures include:⏎⏎- ‹Eyelid surgery›⏎- ‹Rhinoplasty›⏎- Skin grafts⏎
                cc: # Cosmetic surgery⏎⏎- ‹Breast reduction›⏎- ‹Scar revision›⏎- Facelift⏎
                cc: Among our cosmetic procedures are:⏎⏎- ‹Breast reduction›⏎- ‹Scar revision›⏎- Facelift⏎
                r: # Burns⏎⏎After the grafts have healed we offer ‹laser resurfacing› for the skin.⏎
                r: Reconstructive operations such as ‹eyelid surgery› are done on Mondays.
                c: Our aesthetic treatments: ‹breast reduction›, lip fillers and facelift.
                c: # Mommy makeover⏎⏎- ‹Breast reduction›⏎- Tummy tuck⏎- Liposuction⏎
                r: # Cirugía reconstructiva⏎⏎- ‹Otoplastia›⏎- Reconstrucción mamaria⏎
                c: # Cirugía estética⏎⏎- ‹Reducción de senos›⏎- Liposucción⏎
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `the sentence behind goes on about the mention`() {
        let failures = Tagged.failures(
            among: """
                r: We also offer ‹rhinoplasty›. It is done after a broken nose.
                r: Ask us about ‹eyelid surgery›. This procedure restores the field of vision.
                r: ‹Eyelid surgery›. Done when the lids block vision.
                c: Many ask about ‹breast reduction›. This operation is purely cosmetic.
                r: ‹Rhinoplasty›. Covered for a blocked airway after an injury.
                rr: # ‹Otoplasty›⏎⏎Children born with a deformity of the ear are seen at six. ‹Otoplasty› corrects the congenital defect.⏎
                r: La unidad ofrece ‹rinoplastia›. Se realiza tras un traumatismo nasal.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `a procedure may flip between neighbouring sentences`() {
        let failures = Tagged.failures(
            among: """
                rc: ‹Breast reduction› for back pain is reconstructive. ‹Breast reduction› for looks alone is cosmetic.
                cr: A ‹nose job› for a prettier profile is cosmetic; a ‹nose job› to open an airway is reconstructive.
                rc: ‹Upper eyelid surgery› that restores the field of vision is covered, whereas ‹lower eyelid surgery› is cosmetic.
                cr: ‹Laser resurfacing› for fine lines is out of pocket, but ‹laser resurfacing› of burn scars may be allowed.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }
}
