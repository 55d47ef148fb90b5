/// With which letters any of a set of keys begins: one bit for each hash of the first four letters, and of all letters of
/// keys that are shorter.
///
/// Three tables and not one: a key of two letters lets every word pass that begins so, and there are few of those.
struct FirstLetters: Sendable {
    private var fours = Bits()
    private var threes = Bits()
    private var twos = Bits()

    /// 2¹⁷ bits: 16 KB stay in the first cache, and with 6,000 beginnings one word in twenty passes by chance.
    private struct Bits: Sendable {
        static let count = 1 << 17
        var words = [UInt64](repeating: 0, count: count / 64)

        mutating func insert(_ letters: UInt32) {
            let slot = FirstLetters.slot(letters)
            words[slot >> 6] |= 1 << UInt64(slot & 63)
        }
    }

    /// - Parameters:
    ///   - head: the key's first eight letters, the first highest, zeros behind the last.
    ///   - count: the key's length.
    mutating func admit(_ head: UInt64, count: Int) {
        switch count {
        case ..<2: break
        case 2: twos.insert(UInt32(head >> 48))
        case 3: threes.insert(UInt32(head >> 40))
        default: fours.insert(UInt32(head >> 32))
        }
    }

    mutating func admit(_ key: ArraySlice<UInt8>) {
        var head: UInt64 = 0
        for letter in key.prefix(8) { head = head << 8 | UInt64(letter) }
        admit(key.count >= 8 ? head : head << (8 * UInt64(8 - key.count)), count: key.count)
    }

    /// The filter as a scan asks it, word by word.
    struct Lent {
        fileprivate let fours: UnsafePointer<UInt64>
        fileprivate let threes: UnsafePointer<UInt64>
        fileprivate let twos: UnsafePointer<UInt64>

        /// Whether any key may begin as the letters do, of which four can be read; false positives are rare, false
        /// negatives none.
        @inline(__always)
        func mayBegin(_ letters: UnsafePointer<UInt8>) -> Bool {
            let four = UInt32(bigEndian: UnsafeRawPointer(letters).loadUnaligned(as: UInt32.self))
            return Self.has(four, in: fours) || Self.has(four >> 8, in: threes) || Self.has(four >> 16, in: twos)
        }

        @inline(__always)
        private static func has(_ letters: UInt32, in bits: UnsafePointer<UInt64>) -> Bool {
            let slot = FirstLetters.slot(letters)
            return bits[slot >> 6] >> UInt64(slot & 63) & 1 == 1
        }
    }

    func lend<Outcome>(_ body: (Lent) -> Outcome) -> Outcome {
        fours.words.withUnsafeBufferPointer { fours in
            threes.words.withUnsafeBufferPointer { threes in
                twos.words.withUnsafeBufferPointer { twos in
                    guard let four = fours.baseAddress, let three = threes.baseAddress, let two = twos.baseAddress
                    else { preconditionFailure("the filter's tables are never empty") }
                    return body(Lent(fours: four, threes: three, twos: two))
                }
            }
        }
    }

    @inline(__always)
    fileprivate static func slot(_ letters: UInt32) -> Int { Int((letters &* 0x9E37_79B1) >> 15) }
}
