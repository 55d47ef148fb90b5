import Testing

/// Names that count only beside others.
@Suite struct AdmissionTests {
    @Test(arguments: [
        "The ‹hair transplant› moves single hairs, and ‹FUE› leaves no line.",
        "We offer ‹rhinoplasty›, ‹facelift› and ‹liposuction›, and now also ‹FUE› for men.",
        "Procedures such as ‹gynecomastia› and ‹otoplasty› are done here.",
        "Our skin team does ‹laser hair removal›, ‹laser resurfacing›, ‹chemical peels› and ‹BBL› for you.",
        "The body team does the ‹tummy tuck›, the ‹buttock lift› and the ‹BBL› for you.",
    ])
    func `are mentions beside their kind`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test(arguments: [
        "The TMR of the town council met on Monday.",
        "He has gynecomastia, burns and webbed fingers.",
        "A ‹skin graft› for burns, scars and ulcers is an option.",
        "A man with gynecomastia may have ‹liposuction› here.",
        "The implants come with a warranty.",
    ])
    func `are none by themselves`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test func `of two meanings have the one that the page speaks of`() throws {
        let laser = "We do laser hair removal, laser resurfacing and BBL for the skin."
        let body = "We do the tummy tuck, the buttock lift and the BBL for the body."
        #expect(try Extracting.concepts(in: laser).last == "ipl-photofacial")
        #expect(try Extracting.concepts(in: body).last == "brazilian-butt-lift")
    }

    @Test func `that are conditions fill lines among operations`() throws {
        let list = "Our procedures:\n\n- Rhinoplasty\n- Gynecomastia\n- Facelift\n- Liposuction\n"
        #expect(
            try Extracting.concepts(in: list) == ["rhinoplasty", "gynecomastia-surgery", "facelift", "liposuction"]
        )
        let symptoms = "Do you have:\n\n- Gynecomastia\n- Burns\n- Wrinkles\n- Facial palsy\n"
        #expect(try Extracting.concepts(in: symptoms) == [])
    }

    @Test func `that are conditions fill priced lines and the end of a menu`() throws {
        let prices = "Rhinoplasty ........ $4,900\nGynecomastia ........ $2,800\nFacelift ........ $6,000\n"
        #expect(try Extracting.concepts(in: prices) == ["rhinoplasty", "gynecomastia-surgery", "facelift"])
        let menu = "- Rhinoplasty\n- Scar revision\n- Gynecomastia\n- Gallery\n- Contact\n- Blog\n"
        #expect(try Extracting.concepts(in: menu) == ["rhinoplasty", "scar-revision", "gynecomastia-surgery"])
    }
}
