/// With which letters any of a set of keys begins: one bit for each hash of four first letters, and of two for keys that
/// are shorter than four.
struct FirstLetters: Sendable {
    private var fours: [UInt64] = Array(repeating: 0, count: 1024)
    private var twos: [UInt64] = Array(repeating: 0, count: 1024)

    /// - Parameters:
    ///   - head: the key's first eight letters, the first highest, zeros behind the last.
    ///   - count: the key's length.
    mutating func admit(_ head: UInt64, count: Int) {
        guard count >= 2 else { return }
        if count >= 4 {
            let slot = Self.slot(UInt32(head >> 32))
            fours[slot >> 6] |= 1 << UInt64(slot & 63)
        } else {
            let slot = Self.slot(UInt32(head >> 48))
            twos[slot >> 6] |= 1 << UInt64(slot & 63)
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
        fileprivate let twos: UnsafePointer<UInt64>

        /// Whether any key may begin as the letters do, of which four can be read; false positives are rare, false
        /// negatives none.
        @inline(__always)
        func mayBegin(_ letters: UnsafePointer<UInt8>) -> Bool {
            let two = UInt32(letters[0]) << 8 | UInt32(letters[1])
            let four = FirstLetters.slot(two << 16 | UInt32(letters[2]) << 8 | UInt32(letters[3]))
            if fours[four >> 6] >> UInt64(four & 63) & 1 == 1 { return true }
            let slot = FirstLetters.slot(two)
            return twos[slot >> 6] >> UInt64(slot & 63) & 1 == 1
        }
    }

    func lend<Outcome>(_ body: (Lent) -> Outcome) -> Outcome {
        fours.withUnsafeBufferPointer { fours in
            twos.withUnsafeBufferPointer { twos in
                guard let first = fours.baseAddress, let second = twos.baseAddress else {
                    preconditionFailure("the filter's tables are never empty")
                }
                return body(Lent(fours: first, twos: second))
            }
        }
    }

    @inline(__always)
    fileprivate static func slot(_ letters: UInt32) -> Int { Int((letters &* 0x9E37_79B1) >> 16) }
}
