/// One line of a plain-text page that holds something, and what its look says of it.
///
/// Offsets are UTF-8 bytes of the clean text. A line is kept small: a page may have millions.
struct Line {
    /// What a line looks like on its own, before its neighbours are asked.
    enum Shape: UInt8 {
        /// `=====` or `-----`: an underline or a rule.
        case rule
        /// Markdown's `## Title`.
        case hash
        /// Begins with a bullet or a number.
        case marked
        /// Cells, kept apart by tabs or bars.
        case row
        /// Says that a list follows: a colon at its end, or words such as "include".
        case leadIn
        /// Short, capitalised, no full stop: a heading, an entry of a menu or of a list.
        case label
        /// Short, and never a heading: a price, a number, a name with its title, a button.
        case plain
        /// Short, begins small, no full stop: an item, or the rest of the line above.
        case small
        /// Sentences.
        case prose
    }

    /// `joint`: the comma, full stop or bracket that belongs to the line above.
    enum Opening: UInt8 { case capital, small, digit, joint, other }
    enum Ending: UInt8 { case none, stop, question, colon, comma }

    struct Traits: OptionSet {
        let rawValue: UInt16
        /// Names a class of things ("Reconstructive procedures"): stands above headings that name one.
        static let category = Traits(rawValue: 1 << 0)
        /// A subject that every page has ("Recovery"): ends a series of headings that name procedures.
        static let aside = Traits(rawValue: 1 << 1)
        /// Begins with a label: "Liposuction: …", "Skin graft – …".
        static let labelled = Traits(rawValue: 1 << 2)
        /// Most words begin with a capital.
        static let capitals = Traits(rawValue: 1 << 3)
        /// Ends with a word that wants another ("the", "of").
        static let open = Traits(rawValue: 1 << 4)
        /// A price, a telephone number, a date.
        static let figure = Traits(rawValue: 1 << 5)
        /// Words that never begin a heading ("Dr.", "We", "Posted by").
        static let plain = Traits(rawValue: 1 << 6)
        /// Words that announce a list end it.
        static let announces = Traits(rawValue: 1 << 7)
        /// Holds more than one sentence.
        static let sentences = Traits(rawValue: 1 << 8)
        /// Parts of a menu or a path stand on one line: "Home | About | Contact".
        static let trail = Traits(rawValue: 1 << 9)
        /// All letters are capitals.
        static let shouted = Traits(rawValue: 1 << 10)
        /// Names several things ("Facelift, neck lift, brow lift, otoplasty"): a list of its own, and no heading.
        static let enumerates = Traits(rawValue: 1 << 11)
        /// Names with their counts, as the filters and tag clouds of a directory have them.
        static let counted = Traits(rawValue: 1 << 12)
        /// Nothing but a word that joins two names ("vs.", "and").
        static let joins = Traits(rawValue: 1 << 13)
    }

    private var lowerOffset: UInt32
    private var upperOffset: UInt32
    private var bodyOffset: UInt32
    /// Columns of white space before it, a tab counting four.
    var indent: UInt8
    /// Blank lines above it.
    var gap: UInt8
    var shape = Shape.prose
    var marker = LineMarker.Kind.none
    /// The level of a markdown heading, or how many numbers a marker has ("1.2": 2).
    var rank: UInt8 = 0
    var opening = Opening.other
    var ending = Ending.none
    private var wordCount: UInt8 = 255
    var traits: Traits = []
    /// The role cue it holds, counted from 1; 0 for none.
    var cue: UInt8 = 0

    init(lower: Int, upper: Int, indent: Int, gap: Int) {
        lowerOffset = UInt32(lower)
        upperOffset = UInt32(upper)
        bodyOffset = UInt32(lower)
        self.indent = UInt8(min(indent, 255))
        self.gap = UInt8(min(gap, 255))
    }

    /// 255: many, not counted. A whole number, so that sums of it cannot overflow.
    var words: Int {
        get { Int(wordCount) }
        set { wordCount = UInt8(min(newValue, 255)) }
    }

    var lower: Int { Int(lowerOffset) }
    var upper: Int { Int(upperOffset) }
    var count: Int { upper - lower }
    /// Where the text begins behind the marker.
    var body: Int {
        get { Int(bodyOffset) }
        set { bodyOffset = UInt32(newValue) }
    }

    /// Whether it may stand in a run of short lines: a menu, a list without bullets.
    var isShort: Bool { shape == .label || shape == .plain }

    /// Whether a heading may stand above it.
    var isBody: Bool {
        switch shape {
        case .prose, .marked, .leadIn, .row: true
        default: false
        }
    }
}
