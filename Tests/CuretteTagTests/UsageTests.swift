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
