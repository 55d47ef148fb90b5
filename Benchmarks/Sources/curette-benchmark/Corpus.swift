import Foundation

/// Clinic pages as plain text, the same at each run: headings, prose, price lists and contact lines; one page in ten
/// carries what scraped pages carry (no-break spaces, soft hyphens, a Cyrillic letter in a Latin word).
///
/// How many procedures it names is known by construction: `%` in a sentence is one name, and no other words of it are.
struct Corpus {
    static let pageBytes = 28_000

    /// How often a page names a procedure.
    enum Kind: String, CaseIterable {
        /// One sentence in nine: a clinic's articles and letters.
        case prose
        /// One sentence in three: a clinic's list of services.
        case dense

        var sentencesPerName: Int { self == .prose ? 9 : 3 }
    }

    private(set) var pages = 0
    private(set) var bytes = 0
    private(set) var mentions = 0

    /// Writes at least `bytes` bytes of pages into `folder`.
    init(_ kind: Kind, in folder: URL, bytes wanted: Int) throws {
        var random = Random(seed: 2026)
        while bytes < wanted {
            let page = Self.page(kind, number: pages, &random)
            let number = String(format: "%05d", pages)
            try Data(page.text.utf8).write(to: folder.appendingPathComponent(number + ".txt"))
            pages += 1
            bytes += page.text.utf8.count
            mentions += page.mentions
        }
    }

    private static func page(_ kind: Kind, number: Int, _ random: inout Random) -> (text: String, mentions: Int) {
        var text = "\(random.pick(practices)), \(random.pick(cities))\n\n"
        var mentions = 0
        let isWorn = number % 10 == 7
        while text.utf8.count < pageBytes {
            text += random.pick(headings) + "\n\n"
            for _ in 0..<(2 + random.below(4)) {
                for _ in 0..<(3 + random.below(5)) {
                    if random.below(kind.sentencesPerName) == 0 {
                        let parts = random.pick(naming).split(separator: "%", omittingEmptySubsequences: false)
                        text += parts[0] + random.pick(procedures) + parts[1] + " "
                        mentions += 1
                    } else {
                        text += random.pick(isWorn ? worn : plain) + " "
                    }
                }
                text.removeLast()
                text += "\n\n"
            }
        }
        return (text, mentions)
    }

    private static let practices = [
        "Alder Lane Clinic", "Harbour Street Surgery Centre", "The Linden Practice", "Westfield Surgeons",
    ]
    private static let cities = ["Leeds", "Tucson", "Adelaide", "Halifax", "Zaragoza", "São Paulo"]
    private static let headings = [
        "About our practice", "Your first visit", "Before and after", "Prices and payment", "Questions we often hear",
        "Recovery", "Risks", "Our team", "Meet the surgeon", "What to expect", "How to reach us",
    ]
    private static let procedures = [
        "rhinoplasty", "facelift", "tummy tuck", "liposuction", "breast augmentation", "breast reduction",
        "blepharoplasty", "otoplasty", "brow lift", "Botox", "abdominoplasty", "breast reconstruction",
        "chemical peel", "cleft lip repair", "scar revision", "gynecomastia surgery", "chin augmentation",
    ]
    private static let naming = [
        "Many of our patients ask about % before they ask about anything else.",
        "A % takes about two hours and is done as a day case.",
        "After % you can expect bruises for ten days, and you should not drive for a week.",
        "Dr. Ortega has performed % for more than fifteen years.",
        "We offer % at both of our offices; the price depends on what has to be done.",
        "If an injury or an illness is the reason, insurance may pay for %.",
        "For a more youthful look, % is what most people choose.",
    ]
    private static let plain = [
        "Please bring a list of the medicines that you take and of any allergies.",
        "Parking is free behind the building, and the bus stops at our door.",
        "The consultation takes an hour, and nobody will press you to decide.",
        "You will see the surgeon again after one week, six weeks and six months.",
        "We answer the telephone from eight to six, Monday to Friday, at (555) 010-0199.",
        "Results differ from person to person, and photographs cannot promise yours.",
        "Smoking slows the healing of wounds, so we ask you to stop four weeks before.",
        "Our anaesthetists stay with you until you are awake and well enough to go home.",
        "It’s normal to feel tired for a few days – ask a friend to stay with you.",
        "Payment plans are available; the fee covers the room, the staff and all visits afterwards.",
        "Everyone here has worked together for years, and you will know all of us by name.",
        "Call us, write to us, or send the form: somebody will answer on the same day.",
    ]
    private static let worn = [
        "Please bring a list of the\u{A0}medicines that you take and of any allergies.",
        "The consul\u{AD}tation takes an hour, and nobody will press you to decide.",
        "R\u{435}sults differ from person to person, and photographs cannot promise yours.",
        "Our anaesthetists stay with\u{200B} you until you are awake and well enough to go home.",
        "You will see the surgeon again after one week, six weeks and six months.",
        "Parking is free behind the building, and the bus stops at our door.",
    ]
}

/// Random numbers that are the same in each run (xorshift64*, Vigna 2016).
struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ limit: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % limit
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
