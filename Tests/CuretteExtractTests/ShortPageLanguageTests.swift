import Testing

/// The language of a page, measured where it is hardest to tell: on a sentence or two.
@Suite struct ShortPageLanguageTests {
    @Test(arguments: [
        ("en", "We offer breast lifts and the tummy tuck. Is it for you?"),
        ("en", "Differences between cosmetic and reconstructive surgery\nGoal\tImprove looks\tRestore function"),
        ("en", "No scar, no pain: a facelift in our clinic."),
        ("es", "La cirugía estética embellece partes sanas del cuerpo."),
        ("es", "Aumento de senos en Tijuana, Levantamiento de busto, Reducción de párpados"),
        ("es", "¿Qué es la rinoplastia? Es una operación de la nariz."),
        ("pt", "A cirurgia plástica não é só estética. A lipoaspiração é a mais procurada do país."),
        ("pt", "O que é a rinoplastia? É uma cirurgia do nariz."),
        ("fr", "La chirurgie esthétique du nez en clinique privée."),
        ("fr", "Le lifting du visage et de la peau, une intervention pour les patientes."),
        ("it", "La chirurgia estetica del naso: che cosa è e come si fa."),
        ("it", "Il lifting del viso e la mastoplastica, con una degenza di due giorni."),
        ("de", "Die Brustvergrößerung ist ein Eingriff, der mit Narkose gemacht wird."),
        ("de", "Fettabsaugung und Lidstraffung in der Klinik am See"),
        ("tr", "Burun estetiği ve saç ekimi için bize ulaşın. Bu işlem bir gün sürer."),
        ("ru", "Пластика носа и век в Москве. Это операция для тех, кто хочет."),
    ])
    func `is in one language`(language: String, text: String) throws {
        #expect(try Extracting.languages(of: text) == [language])
    }

    @Test func `a page in two languages has both`() throws {
        let text = """
            Our patients come from all over the world, and they are seen by the same surgeon who operates on them. \
            Nuestros pacientes vienen de todas partes y son atendidos por el mismo cirujano que los opera.
            """
        #expect(try Set(Extracting.languages(of: text)) == ["en", "es"])
    }
}
