import Testing

/// Reasons as clinics, insurers and patients word them, against the procedure's usual tag, each way round.
@Suite struct WordedReasonTests {
    @Test func `reasons that make a cosmetic procedure reconstructive`() {
        let failures = Tagged.failures(
            among: """
                r: Insurance generally pays for ‹upper eyelid surgery› once a visual field test and photographs show that skin rests on the lashes.
                r: ‹Blepharoplasty› may be a medical necessity where a lid has turned inwards.
                r: For example, plans will often pay for ‹breast augmentation› to rebuild a breast following a mastectomy.
                r: ‹Nose surgery› that lets a patient breathe better is usually paid by the insurer.
                r: ‹Otoplasty› is covered if the ear is deformed from trauma or disease.
                r: A child whose ear is misshapen from birth may need ‹ear surgery›.
                r: ‹Liposuction› is also a treatment of lipedema.
                r: ‹Botox› injections ease chronic migraine.
                r: Excessive sweating can be treated with ‹Botox›.
                r: ‹Botox› calms the spasm of the eyelids in blepharospasm.
                r: ‹Fat grafting› corrects dents after breast cancer surgery.
                r: We use ‹laser resurfacing› on burn scars that pull.
                r: A ‹tummy tuck› may be reconstructive when it closes a hernia.
                r: The ‹breast lift› on the healthy side balances the breast rebuilt after cancer.
                r: Facial paralysis is helped by a one-sided ‹brow lift› that uncovers the eye.
                r: Following massive weight loss, a ‹thigh lift› stops chafing and recurrent infections.
                r: An ‹arm lift› is medically necessary when rashes do not heal.
                r: ‹Rhinoplasty› can straighten a nose that was broken in a car crash.
                r: ‹Gynecomastia surgery› is covered where the breast is tender and painful.
                r: ‹Labiaplasty› relieves irritation and pain in sports.
                r: ‹Chin surgery› opens the airway in sleep apnea.
                r: ‹Dermabrasion› treats actinic keratoses.
                r: ‹Breast implant removal› is advised for a rupture or for capsular contracture.
                r: ‹Breast augmentation› for women whose breast never developed because of Poland syndrome.
                r: ‹Tattooing› of the areola is the last step of breast reconstruction.
                r: In transgender women ‹breast augmentation› is part of medically necessary care.
                r: The health service funds ‹ear pinning› for children under eighteen.
                r: ‹Eyelid surgery› is done to restore sight.
                r: ‹Brow lift›: covered by Medicare when the brow weighs on the lids and narrows the visual field.
                rr: ‹Abdominoplasty› and ‹body lift› after bariatric surgery treat infected folds.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `reasons that make a cosmetic procedure reconstructive, in Spanish`() {
        let failures = Tagged.failures(
            among: """
                r: La seguridad social cubre la ‹otoplastia› en niños con malformación del pabellón.
                r: La ‹rinoplastia› corrige el tabique desviado y permite respirar.
                r: ‹Bótox› para la migraña crónica.
                r: La ‹liposucción› es un tratamiento del lipedema.
                r: El ‹aumento de mama› tras una mastectomía es reconstructivo.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `reasons that make a reconstructive procedure cosmetic`() {
        let failures = Tagged.failures(
            among: """
                c: ‹Breast reduction› may be requested because clothes do not fit; this is cosmetic.
                c: A ‹breast reduction› without symptoms is considered cosmetic by insurers and is not covered.
                c: Your plan will not pay for ‹breast reduction› if it is done only to improve appearance.
                c: ‹Breast reduction› for aesthetic reasons alone is self-pay.
                c: Some women choose ‹breast reduction› simply to look better in sports clothes.
                c: Purely aesthetic ‹scar revision› is paid out of pocket.
                c: ‹Scar revision› is elective and done for cosmetic purposes.
                c: ‹Septorhinoplasty› to get a slimmer tip and a prettier profile.
                c: ‹Mole removal› for cosmetic reasons is not covered.
                c: ‹Skin tag removal› is purely cosmetic.
                c: ‹Panniculectomy› done only for a flatter stomach counts as cosmetic.
                c: ‹Earlobe repair› so that you can wear earrings again is considered cosmetic.
                c: ‹Inverted nipple correction› is regarded as cosmetic.
                c: ‹Ptosis repair› where vision is fine is treated as a cosmetic procedure.
                c: ‹Breast implant removal› because you simply want a smaller size is elective.
                c: ‹Keloid treatment› for the sake of looks is not insured.
                c: The ‹birthmark removal› that we offer is for aesthetic reasons only.
                c: ‹Cyst removal› is uninsured here, as it is cosmetic.
                cc: Cosmetic procedures such as ‹scar revision› and ‹breast reduction› are elective.
                cc: Our cosmetic treatments include ‹scar revision› and ‹mole removal›.
                c: Not covered: ‹breast reduction› for looks.
                c: ‹Jaw surgery› to slim the face is done for beauty.
                c: ‹Fat grafting› restores youthful volume to the face.
                c: ‹Tuberous breast correction› is listed as cosmetic in our province.
                c: A ‹vascular laser› clears spider veins on the cheeks for a smoother look.
                c: # Cosmetic breast surgery⏎⏎- Breast augmentation⏎- ‹Breast reduction›⏎- Breast lift⏎
                c: Many men have ‹gynecomastia surgery› to feel confident on the beach.
                c: ‹Breast reduction› gives a lighter, perkier, more youthful bust.
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test func `reasons that make a reconstructive procedure cosmetic, in Spanish`() {
        let failures = Tagged.failures(
            among: """
                c: La ‹reducción mamaria› solo por estética no la cubre el seguro.
                c: La ‹revisión de cicatrices› con fines estéticos no está financiada.
                c: La ‹reducción de mamas› se considera estética si no hay síntomas.
                c: La ‹eliminación de lunares› por motivos puramente estéticos es privada.
                ccc: # Tratamientos estéticos⏎⏎- ‹Reducción mamaria›⏎- ‹Botox›⏎- ‹Lifting facial›⏎
                """
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    /// A firm usual tag outweighs one cause in the clause, which is more often about something else.
    @Test func `one cause does not yet turn a procedure that is hardly ever otherwise`() {
        withKnownIssue("one cause beside a firm usual tag") {
            let failures = Tagged.failures(
                among: """
                    r: Patients with a paralysed face ask for a ‹facelift› on the weak side.
                    r: ‹Hair transplantation› into the scar of a burned scalp.
                    r: A ‹neck lift› may be needed after a tumour has been taken from the gland.
                    r: ‹Liposuction› reduces the swelling of an arm after lymph nodes were removed.
                    """
            )
            #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
        }
    }
}
