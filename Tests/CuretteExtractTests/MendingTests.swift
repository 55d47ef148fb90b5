import CuretteDictionary
import Testing

/// Names in words that are none.
@Suite(.enabled(if: !WordList.english.isEmpty, "the building system has no word list"))
struct MendingTests {
    @Test(arguments: [
        "We do ‹otoplsty› here.",
        "What is ‹blepheroplasty› for?",
        "The ‹liposucton› of fat is common.",
        "She had a ‹rhinoplastly› in May.",
        "An ‹abdominoplasy› costs more.",
        "Women ask us about ‹breast augmentaion› and ‹breast agumentation› most.",
        "The ‹eyelid sugery› takes an hour.",
        "‹Gynecomatia surgery› helps men.",
        "‹Rinoplasty› and ‹Masteopexy› are done here.",
    ])
    func `are found where they are misspelt`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test(arguments: [
        "The angioplasty and the laryngoplasty are done elsewhere.",
        "Her reputation and her lamentation are known.",
        "Mr Liposky and Ms Rinaldi are here.",
        "An arthroplasty of the knee is no job of ours.",
        "The breast plate was a fine augury.",
    ])
    func `are not made of ordinary words`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }

    @Test(arguments: [
        "They cover the tissue‹skin flap› surgery and more.",
        "It heals while it is repositioned‹tissue expansion› is another.",
        "‹Otoplasty›When the ears stick out, it helps.",
        "On Saturdays: ‹face lift›‹nose job›‹tummy tuck›‹breast enlargement›‹liposuction›",
        "A ‹chemical peel›uses an acid.",
        "The ‹liposuction›removes fat.",
        "‹Blefaroplastia›‹Cirugía de los párpados› para usted.",
        "The ‹tummy tuck›is not offered to smokers.",
        "Popular: ‹nose reshaping›‹ear correction›‹facelift›‹eyelid surgery› and more.",
        "‹Lipo 360›‹BBL›‹Rhinoplasty›‹Tummy tuck›",
    ])
    func `are found where they are glued`(example: String) throws {
        let found = try Extracting.marked(example)
        #expect(found == example)
    }
}
