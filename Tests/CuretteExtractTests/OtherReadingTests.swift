import Testing

/// Names that their own sentence makes a substance or a verb.
@Suite struct OtherReadingTests {
    @Test(arguments: [
        "We use twenty units of Botox for the forehead.",
        "Botulinum toxin is a protein that a bacterium makes.",
        "Radiesse is calcium in a gel.",
        "The doctor injects Dysport into the muscle.",
        "After a ‹chemical peel› you may peel a little on day three.",
    ])
    func `are no mentions`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test(arguments: [
        "‹Botox› lasts four months and softens lines.",
        "Good candidates for ‹botulinum toxin› are adults.",
        "‹Radiesse› is popular for the hands.",
        "A ‹Dysport› session takes ten minutes.",
        "We offer ‹chemical peels›, ‹dermaplaning› and a ‹light peel› for you.",
    ])
    func `are mentions where it speaks of the treatment`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }
}
