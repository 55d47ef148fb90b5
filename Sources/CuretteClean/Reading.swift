import CuretteText

/// One place of a word that can be read in several ways.
struct Slot {
    let lower: Int
    let upper: Int
    /// The readings, the likeliest first; each a few code points.
    var options: [[UInt32]]
    /// How many of the options need a known word.
    var isWeak: [Bool]
    /// Which option says what stands there already, if any.
    var unchanged: Int?

    init(_ lower: Int, _ upper: Int, keeping scalar: UInt32) {
        self.lower = lower
        self.upper = upper
        options = scalar < 0x80 ? Self.plain[Int(scalar)] : [[scalar]]
        isWeak = Self.strong
        unchanged = 0
    }

    /// Shared, since most letters of most words are kept.
    private static let plain: [[[UInt32]]] = (0..<0x80).map { [[$0]] }
    private static let strong = [false]

    init(_ lower: Int, _ upper: Int, options: [[UInt32]], isWeak: [Bool], unchanged: Int? = nil) {
        self.lower = lower
        self.upper = upper
        self.options = options
        self.isWeak = isWeak
        self.unchanged = unchanged
    }
}

/// A way to read a whole word: an option for each slot.
struct Reading {
    var choices: [Int]
    var scalars: [UInt32]
}

/// Walks the readings of a word in the order of likelihood, at most `limit` of them.
func firstReading(of slots: [Slot], limit: Int = 512, where accepts: ([UInt32], [Int]) -> Bool) -> Reading? {
    var choices = [Int](repeating: 0, count: slots.count)
    var scalars: [UInt32] = []
    for _ in 0..<limit {
        scalars.removeAll(keepingCapacity: true)
        for (slot, choice) in zip(slots, choices) { scalars += slot.options[choice] }
        if accepts(scalars, choices) { return Reading(choices: choices, scalars: scalars) }
        var place = slots.count - 1
        while place >= 0 {
            choices[place] += 1
            if choices[place] < slots[place].options.count { break }
            choices[place] = 0
            place -= 1
        }
        if place < 0 { return nil }
    }
    return nil
}

extension Edits {
    /// Proposes the chosen options of a word, each place by itself.
    mutating func propose(_ reading: Reading, for slots: [Slot], _ reason: Reason) {
        for (slot, choice) in zip(slots, reading.choices) where slot.unchanged != choice {
            var replacement: [UInt8] = []
            for scalar in slot.options[choice] { replacement.append(scalar: scalar) }
            replace(slot.lower, slot.upper, with: replacement, reason)
        }
    }
}

extension [UInt8] {
    /// Appends a code point that is known to be a scalar.
    mutating func append(scalar: UInt32) {
        if let scalar = Unicode.Scalar(scalar) { UTF8Bytes.append(scalar, to: &self) }
    }
}
