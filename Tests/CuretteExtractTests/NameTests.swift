import CuretteExtract
import Testing

/// Names that stand in the text whole, however they are written.
@Suite struct NameTests {
    @Test(arguments: [
        "We offer ‹rhinoplasty› and ‹breast augmentation› in our clinic.",
        "‹Rhinoplasty› corrects the nose. ‹Rhinoplasty› takes two hours.",
        "‹Tummy tucks›, or ‹abdominoplasty›, flatten the belly.",
        "The most popular are ‹rhinoplasties› and ‹facelifts›.",
        "Ask about ‹tummy-tuck› prices and the ‹face-lift› too.",
        "A ‹tummytuck› on one day, ‹lipo suction› on another.",
        "‹Botox›® and ‹Juvéderm›™ are given here, ‹BOTOX› most of all.",
        "A ‹BREAST LIFT› IN CAPITALS.",
        "Ask for ‹Clear + Brilliant› and ‹Fraxel›.",
        "She had a ‹breast\nreduction› last year.",
        "‹Facial contouring›\n‹Facial feminization›\n‹Lipofilling›\n‹Facial rejuvenation›",
        "Our ‹nose jobs› are natural.",
        "It is called ‹plastic surgery›, and ‹reconstructive surgery› is a part of it.",
        "All of it is ‹#liposuction› here.".replacing("‹#", with: "#‹"),
    ])
    func `are found`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test(arguments: [
        "Sagging breasts, excess skin and a big nose are no names.",
        "She can reshape the nose and lift your spirits.",
        "We remove excess skin and lift what has dropped.",
        "Take the lift to the third floor. Peel off the plaster.",
        "Her facial expression is natural.",
        "The surgery is a procedure, and a treatment is an operation.",
        "The patient had a mastectomy and a lumpectomy before.",
        "Breast. Augmentation of the dose is another matter.",
        "He gave no tips. Nose to the grindstone!",
        "It was tummy\n\ntuck in your shirt",
        "Your neck stuck out.",
        "It suits everybody. Lifts are out of order.",
    ])
    func `are not made of ordinary words`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test func `are told by how they are written`() throws {
        #expect(try Extracting.matches(in: "We offer rhinoplasty here.") == [.exact])
        #expect(try Extracting.matches(in: "We offer rhinoplasties here.") == [.inflected])
        #expect(try Extracting.matches(in: "We offer a tummy-tuck here.") == [.variant])
        #expect(try Extracting.matches(in: "We offer rhinoplastly here.") == [.misspelt])
        #expect(try Extracting.matches(in: "The lost tissueskin graft is a problem.") == [.glued])
        #expect(try Extracting.matches(in: "We offer breast augmentation or lift here.") == [.exact, .elided])
    }

    @Test func `of operations that belong to neither field are context and no mentions`() throws {
        let found = try Extracting.extraction(of: Array("After a mastectomy, breast reconstruction is an option.".utf8))
        #expect(found.mentions.map(\.concept) == [try Extracting.concept("breast-reconstruction")])
        #expect(found.context.count == 1)
    }

    @Test(arguments: [
        "Ofrecemos ‹aumento de senos› y ‹rinoplastia› en la clínica.",
        "La ‹cirugía plástica› y la ‹liposucción› para el cuerpo.",
        "Los ‹aumentos de senos› y las ‹rinoplastias› que hacemos.",
    ])
    func `of Spanish pages begin with their head`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test(arguments: [
        "Write to tummytuck@clinic.example or see www.clinic.example/liposuction/prices.html today.",
        "Book at hairtransplant-deals.clinic or facelift-finance.example/apply now.",
        "The file rhinoplasty_before.jpg and https://clinic.example/breast-lift show it.",
    ])
    func `inside addresses are none`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test(arguments: [
        "She belongs to the Coastal Society of Plastic, Reconstructive and Aesthetic Surgeons.",
        "He worked for Quarrie Facelift Partners Ltd until May.",
        "He is a member of the Guild of Hair Restoration Doctors.",
        "The Department of Plastic Surgery is on the first floor.",
        "We offer the best ‹facelift› of all, say our partners.",
        "Hartwelle Plastic Surgery is on the first floor.",
        "In Miami, ‹plastic surgery› is common.",
        "The department of health pays for ‹breast reconstruction› alone.",
    ])
    func `of societies and firms are none`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }
}
