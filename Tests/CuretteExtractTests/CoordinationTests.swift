import Testing

/// Names that share words with a neighbour; the fragment that is their own is marked.
@Suite struct CoordinationTests {
    @Test(arguments: [
        "Many combine ‹breast augmentation› or ‹lift› with it.",
        "Ask for ‹breast augmentation›, ‹lift› and ‹reduction› at once.",
        "We offer ‹cheek› and ‹chin augmentation› here.",
        "‹Arm›, ‹thigh›, and ‹buttock lifts› are spread over two stays.",
        "The ‹breast augmentation› as well as ‹reduction› take a day.",
        "‹Open› and ‹closed rhinoplasty› leave other scars.",
        "‹Upper-› and ‹lower-eyelid surgery› take an hour.".replacing("‹Upper-›", with: "‹Upper›-"),
        "‹Breast augmentation›/‹reduction› are done here.",
        "‹Blepharoplasty› (‹upper› and ‹lower›) takes an hour.",
        "‹Facelift›, ‹eyelid lift›, ‹neck lift› are three.",
        "Ofrecemos el ‹aumento› y ‹levantamiento de senos› para usted.",
        "Para usted: ‹aumento de senos›, ‹levantamiento› y ‹reducción›.",
        "We do a ‹breast lift›, ‹reduction› or ‹augmentation› of the other side.",
    ])
    func `are members of a list`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test(arguments: [
        "We speak about ‹breast augmentation› and recovery.",
        "There are ‹skin grafts› and pain.",
        "After your ‹breast augmentation›, rest for a week.",
        "After cancer, ‹breast reconstruction› is an option.",
        "We do ‹breast augmentation›. Lift nothing heavy.",
        "‹Breast augmentation›\n\nLift",
        "‹Liposuction of the arms› and thighs takes an hour.",
        "After your ‹breast augmentation›, lift nothing heavier than a kettle.",
        "The left breast: lift the arm and hold it.",
        "She was born with a cleft lip, a cleft palate or both. Treatment follows her growth.",
    ])
    func `are none where nothing is listed`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test func `name what the shared words say`() throws {
        #expect(
            try Extracting.concepts(in: "We do breast augmentation, lift or reduction.")
                == ["breast-augmentation", "breast-lift", "breast-reduction"]
        )
        #expect(
            try Extracting.concepts(in: "Breast: augmentation, lift, reduction")
                == ["breast-augmentation", "breast-lift", "breast-reduction"]
        )
        #expect(
            try Extracting.concepts(in: "Arm and thigh lifts take a day.") == ["arm-lift", "thigh-lift"]
        )
    }

    @Test(arguments: [
        "The ‹DIEP (deep inferior epigastric perforator) flap› is an option for ‹breast reconstruction›.",
        "The ‹breast reconstruction› uses tissue (from the belly) flap or not.",
    ])
    func `may be spelt out in the middle`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }
}
