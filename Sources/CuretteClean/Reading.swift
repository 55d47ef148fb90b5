import CuretteText

/// One way to read a place: up to four code points.
struct Meaning: Equatable {
    private var scalars: SIMD4<UInt32>

    init(_ scalar: UInt32) { scalars = SIMD4(scalar, 0, 0, 0) }

    init(_ text: some Sequence<UInt32>) {
        scalars = .zero
        for (index, scalar) in text.prefix(4).enumerated() { scalars[index] = scalar }
    }

    /// The first code point; may be written over in another case.
    var first: UInt32 {
        get { scalars[0] }
        set { scalars[0] = newValue }
    }

    @inline(__always)
    func forEach(_ body: (UInt32) -> Void) {
        body(scalars[0])
        for index in 1..<4 {
            guard scalars[index] != 0 else { return }
            body(scalars[index])
        }
    }

    func mapped(_ change: (UInt32) -> UInt32) -> Meaning {
        var changed = self
        for index in 0..<4 where scalars[index] != 0 { changed.scalars[index] = change(scalars[index]) }
        return changed
    }
}

/// The ways to read a place, the likeliest first: eight at most, without an allocation a letter.
struct Options {
    private var storage: (Meaning, Meaning, Meaning, Meaning, Meaning, Meaning, Meaning, Meaning)
    private(set) var count = 0
    private var weak: UInt8 = 0

    init() {
        let none = Meaning(0)
        storage = (none, none, none, none, none, none, none, none)
    }

    init(_ meaning: Meaning, isWeak: Bool = false) {
        self.init()
        append(meaning, isWeak: isWeak)
    }

    /// What can be read no further counts for nothing.
    mutating func append(_ meaning: Meaning, isWeak: Bool = false) {
        guard count < 8 else { return }
        if isWeak { weak |= 1 << UInt8(count) }
        count += 1
        self[count - 1] = meaning
    }

    /// The options that `belongs` lets through.
    func filtered(_ belongs: (Meaning) -> Bool) -> Options {
        var filtered = Options()
        for index in 0..<count where belongs(self[index]) { filtered.append(self[index], isWeak: isWeak(index)) }
        return filtered
    }

    /// Whether an option needs a known word.
    func isWeak(_ index: Int) -> Bool { weak >> UInt8(index) & 1 == 1 }
    var areAllWeak: Bool { (0..<count).allSatisfy(isWeak) }

    subscript(index: Int) -> Meaning {
        get {
            precondition(index < count)
            return withUnsafeBytes(of: storage) {
                $0.load(fromByteOffset: index * MemoryLayout<Meaning>.stride, as: Meaning.self)
            }
        }
        set {
            precondition(index < count)
            withUnsafeMutableBytes(of: &storage) {
                $0.storeBytes(of: newValue, toByteOffset: index * MemoryLayout<Meaning>.stride, as: Meaning.self)
            }
        }
    }
}

/// One place of a word that can be read in several ways.
struct Slot {
    let lower: Int
    let upper: Int
    var options: Options
    /// Which option says what stands there already, if any.
    var unchanged: Int?

    init(_ lower: Int, _ upper: Int, keeping scalar: UInt32) {
        self.init(lower, upper, options: Options(Meaning(scalar)), unchanged: 0)
    }

    init(_ lower: Int, _ upper: Int, options: Options, unchanged: Int? = nil) {
        self.lower = lower
        self.upper = upper
        self.options = options
        self.unchanged = unchanged
    }
}

/// A way to read a whole word: an option for each slot.
struct Reading {
    var choices: [Int]
    var scalars: [UInt32]

    /// The likeliest option everywhere.
    init(likeliestOf slots: [Slot]) {
        choices = [Int](repeating: 0, count: slots.count)
        scalars = []
        scalars.reserveCapacity(slots.count + 4)
        for slot in slots { slot.options[0].forEach { scalars.append($0) } }
    }
}

/// Walks the readings of a word in the order of likelihood, at most `limit` of them.
func firstReading(of slots: [Slot], limit: Int = 512, where accepts: ([UInt32], [Int]) -> Bool) -> Reading? {
    var reading = Reading(likeliestOf: slots)
    for _ in 0..<limit {
        if accepts(reading.scalars, reading.choices) { return reading }
        var place = slots.count - 1
        while place >= 0 {
            reading.choices[place] += 1
            if reading.choices[place] < slots[place].options.count { break }
            reading.choices[place] = 0
            place -= 1
        }
        if place < 0 { return nil }
        reading.scalars.removeAll(keepingCapacity: true)
        for index in slots.indices {
            slots[index].options[reading.choices[index]].forEach { reading.scalars.append($0) }
        }
    }
    return nil
}

/// Whether a choice of options says what stands there already.
func isUnchanged(_ slots: [Slot], _ choices: [Int]) -> Bool {
    for index in slots.indices where slots[index].unchanged != choices[index] { return false }
    return true
}

extension Edits {
    /// Proposes the chosen options of a word, each place by itself.
    mutating func propose(_ reading: Reading, for slots: [Slot], _ reason: Reason) {
        for (slot, choice) in zip(slots, reading.choices) where slot.unchanged != choice {
            var replacement: [UInt8] = []
            slot.options[choice].forEach { replacement.append(scalar: $0) }
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
