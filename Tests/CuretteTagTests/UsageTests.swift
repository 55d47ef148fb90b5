import CuretteExtract
import CuretteTag
import Testing

/// How a page uses the words "plastic surgery".
@Suite struct UsageTests {
    private func expect(_ usage: Usage, _ texts: [String]) {
        for text in texts {
            let found = Tagged(text).usage
            #expect(found == usage, "\(found) for: \(text)")
        }
    }

    @Test func `set against reconstructive surgery it is cosmetic`() {
        expect(
            .cosmetic,
            [
                "Is reconstructive surgery the same as plastic surgery? No.\n\nPlastic surgery differs from reconstructive surgery.",
                "# Plastic Surgery vs. Reconstructive Surgery\n\nPlastic surgery is done to enhance the appearance.",
                "Plastic surgery is performed for beauty. Reconstructive surgery, by contrast, repairs what disease took.",
                "Plastic surgery and cosmetic surgery are the same thing.",
                "Plastic surgery is different from reconstructive surgery, which restores function after an accident.",
            ]
        )
    }

    @Test func `set against cosmetic surgery it is reconstructive`() {
        expect(
            .reconstructive,
            [
                "Plastic surgery is different from cosmetic surgery. It corrects birth defects.",
                "# Cosmetic surgery vs plastic surgery\n\nPlastic surgery focuses on repairing defects after trauma.",
                "The plastic surgery that we practise is not cosmetic surgery.",
                "# What is the difference between cosmetic and plastic surgery?\n\nOften asked.",
                "Plastic and reconstructive surgery differs from cosmetic surgery. Plastic surgery repairs injuries.",
                "La cirugía plástica es diferente de la cirugía estética. La cirugía plástica repara malformaciones.",
            ]
        )
    }

    @Test func `as the roof over both, or without a word on it, it is the umbrella`() {
        expect(
            .umbrella,
            [
                "Plastic surgery has two branches: cosmetic surgery and reconstructive surgery.",
                "Plastic surgery includes both cosmetic and reconstructive procedures.",
                "We have offered plastic surgery for thirty years.",
                "We offer plastic surgery. Cosmetic surgery lets you look different. Both grow from plastic surgery.",
                "La cirugía plástica se divide en cirugía estética y cirugía reconstructiva.",
                "Plastic, Reconstructive and Aesthetic Surgery\n\nWelcome to our plastic surgery pages.",
            ]
        )
    }

    @Test func `names, degrees and job titles make no usage`() {
        expect(
            .none,
            [
                "Our plastic surgeon does facelifts.",
                "Dr. Ade, M.Ch (Plastic Surgery), does facelifts.",
                "A facelift takes three hours.",
                "She is certified by the American Board of Plastic Surgery and does facelifts.",
                "",
            ]
        )
    }

    /// The name begins in a block and ends behind it.
    @Test func `a name broken over two lines, and misspelt, is read to its end`() {
        expect(.umbrella, ["Cirgia\nPlstica"])
    }

    @Test func `as pages set it against reconstructive surgery`() {
        expect(
            .cosmetic,
            [
                "# Plastic Surgery vs. Reconstructive Surgery\n\nMost people mix the two up.\n\n## Plastic Surgery\n\nPlastic surgery is elective. It takes a normal part of the body and changes it as the patient wishes.\n\n## Reconstructive Surgery\n\nReconstructive surgery differs from plastic surgery in one way. It mends what is damaged or abnormal.",
                "When people hear the terms plastic surgery and reconstructive surgery, they often take them for the same. Their goals differ.\n\nPlastic Surgery: Focused on Looks\n\nPlastic surgery reshapes the body. It is often elective.\n\nReconstructive Surgery: Focused on Function\n\nReconstructive surgery is done to repair what trauma or disease has harmed.",
                "Cosmetic surgery, also known as plastic surgery, is done to look better. Reconstructive surgery restores function.",
            ]
        )
    }

    @Test func `as pages set it against cosmetic surgery`() {
        expect(
            .reconstructive,
            [
                "Cosmetic Surgery vs Plastic Surgery: What is the Difference?\n\nCosmetic surgery is used to improve appearance. Plastic surgery is a surgical specialty concerned with the reconstruction of defects due to birth disorders, trauma, burns and disease.",
                "Although the terms plastic surgery and cosmetic surgery are often used interchangeably, they mean different things. The training is different as well.",
                "Many mix up plastic surgery and cosmetic surgery. Plastic surgery primarily deals with restoring body parts damaged by trauma, disease or birth defects. Cosmetic surgery deals with looks.",
                "Cosmetic surgery focuses on improving appearance, while plastic surgery focuses on restoring function.",
                "Plastic surgery is not the same as cosmetic surgery. It repairs what was lost.",
                "Las operaciones de cirugía estética buscan mejorar la apariencia. Por otro lado, la cirugía plástica y reparadora pretende restaurar la función tras accidentes y quemaduras.",
                "La cirugía plástica y la cirugía estética no son lo mismo. La primera corrige secuelas de accidentes.",
            ]
        )
    }

    @Test func `as pages put it over both, or leave it open`() {
        expect(
            .umbrella,
            [
                "Plastic surgery is performed to return a body to its original function, as in reconstructive surgery, or to a more pleasing ideal, as in cosmetic surgery.",
                "Cosmetic surgery and reconstructive surgery are two separate branches of plastic surgery.",
                "What is the difference between cosmetic and reconstructive surgery? Both belong to plastic surgery.",
                "Plastic surgery falls into two categories: reconstructive and cosmetic. While most people think of plastic surgery and cosmetic surgery as synonyms, cosmetic surgery is a subspecialty of plastic surgery.",
                "Plastic surgery is of two types, one is reconstructive surgery and the other is cosmetic surgery.",
                "Plastic surgery has two fields: repairing plastic surgery and aesthetic plastic surgery.",
                "Plastic surgery restores and improves function, as well as appearance.",
                "Plastic surgery is a specialty concerned with both the improvement of a person's appearance and the reconstruction of defects caused by illness or trauma.",
                "# Plastic Surgery\n\nOur plastic surgery team offers facelifts, tummy tucks and liposuction. Call us today.",
                "The practice of plastic surgery embraces surgery for looks and surgery for function.",
                "Welcome to our plastic surgery centre. Cosmetic surgery: facelift, breast lift. Reconstructive surgery: skin grafts, cleft lip repair.",
                "Our department of plastic surgery is the largest in the region.",
                "Cosmetic plastic surgery and reconstructive plastic surgery share the same methods.",
                "Reconstructive plastic surgery repairs; cosmetic plastic surgery beautifies.",
                "Cosmetic vs. Reconstructive Plastic Surgery: What is the Difference?\n\nPlastic surgery operates under two primary categories. Cosmetic surgery enhances. Reconstructive surgery restores.",
                "La cirugía plástica engloba la cirugía reparadora y la cirugía estética.",
                "La cirugía plástica, reconstructiva y estética es la rama que trabaja la imagen del cuerpo.",
                "Unidad de Cirugía Plástica, Estética y Reparadora\n\nLa cirugía plástica corrige defectos funcionales y estéticos.",
                "Interested in plastic surgery? Plastic surgery can boost your confidence. We offer breast augmentation.",
                "Financing plastic surgery is easy with us. Ask about plastic surgery loans.",
            ]
        )
    }

    @Test func `a firm's name, repeated or under copyright, makes none`() {
        expect(
            .none,
            [
                "Our plastic surgeons do facelifts. Dr. Lee is board certified by the American Board of Plastic Surgery.",
                "Smith Plastic Surgery\n\nBreast augmentation, facelift and rhinoplasty in Dallas.\n\n© 2023 Smith Plastic Surgery. All rights reserved.",
                "The American Society of Plastic Surgeons counts facelifts. A plastic surgeon will see you.",
            ]
        )
    }

    @Test func `field mentions take their own tag, plastic surgery the page's`() {
        let page = Tagged(
            "Plastic surgery is different from cosmetic surgery. Aesthetic medicine is no reconstructive surgery."
        )
        let tags = page.verdicts.filter { $0.mention.kind == .field }.map(\.tag)
        #expect(tags == [.reconstructive, .cosmetic, .cosmetic, .reconstructive])
        let umbrella = Tagged("We have offered plastic surgery for thirty years.").verdicts
        #expect(umbrella.map(\.tag) == [.umbrella])
    }

    @Test func `a list headed plastic surgery follows the page`() {
        let list = "\n\n# Plastic surgery\n\n- ‹Otoplasty›\n- ‹Eyelid surgery›\n"
        #expect(
            Tagged.tags(of: "Plastic surgery is different from cosmetic surgery. It repairs birth defects." + list)
                == "rr"
        )
        #expect(Tagged.tags(of: "We have offered plastic surgery for thirty years." + list) == "cc")
    }
}
