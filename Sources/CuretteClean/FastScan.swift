/// The scan in front of everything: most text needs no repair, and finding that out must cost next to nothing.
enum FastScan {
    /// Thirty-two bytes, compared eight to a word: comparisons of byte vectors compile to loops, sums of words do not.
    private typealias Lanes = SIMD4<UInt64>

    /// The first byte beyond ASCII at or after `start`.
    static func nonASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let raw = UnsafeRawPointer(base)
        var offset = start
        while offset + 32 <= bytes.count {
            let words = raw.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self) & 0x8080_8080_8080_8080
            if words != .zero {
                for lane in 0..<4 where words[lane] != 0 {
                    return offset + lane * 8 + words[lane].littleEndian.trailingZeroBitCount >> 3
                }
            }
            offset += 32
        }
        while offset < bytes.count {
            if bytes[offset] >= 0x80 { return offset }
            offset += 1
        }
        return nil
    }

    /// Whether a word of plain small letters stands in a text fewer than `limit` times in any case, be it within other
    /// words; false, too, where that takes more than a look.
    static func isRarer(
        _ word: UnsafeBufferPointer<UInt8>,
        than limit: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let base = bytes.baseAddress, word.count >= 2, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
            return false
        }
        let raw = UnsafeRawPointer(base)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let (first, second) = (UInt64(word[0]) &* ones, UInt64(word[1]) &* ones)
        let top: UInt64 = 0x8080_8080_8080_8080
        var found = 0
        var offset = 0
        let last = bytes.count - word.count
        while offset <= last {
            // Both letters in their places, in any of thirty-two.
            if offset + 33 <= bytes.count {
                let here = raw.loadUnaligned(fromByteOffset: offset, as: Lanes.self) | 0x20 &* ones
                let next = raw.loadUnaligned(fromByteOffset: offset + 1, as: Lanes.self) | 0x20 &* ones
                let other = here ^ first | next ^ second
                if (other &- ones) & ~other & top == .zero {
                    offset += 32
                    continue
                }
            }
            for place in offset..<min(offset + 32, last + 1) where bytes[place] | 0x20 == word[0] {
                var length = 1
                while length < word.count, bytes[place + length] | 0x20 == word[length] { length += 1 }
                if length == word.count { found += 1 }
                if found >= limit { return false }
            }
            offset += 32
        }
        return true
    }

    /// The first place at or after `start` where plain text may be something else: a byte beyond ASCII, a control, `&`,
    /// `|`, a sign before a letter that may be one (`@`, `$`, `!`), a digit beside a letter, one of the pairs `rn`, `cl`,
    /// `vv`, an `I` or `l` where the other is likelier. Pairs and capitals are ordinary English too: who finds one looks
    /// the word up.
    static func suspect(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let raw = UnsafeRawPointer(base)
        var offset = start
        if offset == 0 {
            if let found = suspect(bytes, in: 0..<min(1, bytes.count)) { return found }
            offset = 1
        }
        // Each chunk is looked at together with the same bytes one place before and one place further on.
        while offset + 33 <= bytes.count {
            let before = raw.loadUnaligned(fromByteOffset: offset - 1, as: Lanes.self)
            let here = raw.loadUnaligned(fromByteOffset: offset, as: Lanes.self)
            let next = raw.loadUnaligned(fromByteOffset: offset + 1, as: Lanes.self)
            if isSuspect(before, here, next), let found = suspect(bytes, in: offset..<offset + 32) { return found }
            offset += 32
        }
        return suspect(bytes, in: min(offset, bytes.count)..<bytes.count)
    }

    private static func suspect(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
        for place in range {
            let before = place > 0 ? bytes[place - 1] : 0x20
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0x20
            if isSuspect(before, bytes[place], next) { return place }
        }
        return nil
    }

    /// The rule, a byte at a time.
    static func isSuspect(_ before: UInt8, _ here: UInt8, _ next: UInt8) -> Bool {
        let nextIsLetter = WordCharacter.isASCIILetter(next)
        switch here {
        // Tab, line feed, vertical tab, form feed and carriage return are white space, not controls.
        case 0..<9, 0x0E..<0x20, 0x7F...0xFF, 0x26, 0x7C: return true
        case 0x21, 0x24, 0x40, 0x30...0x39: return nextIsLetter
        case 0x41...0x5A, 0x61...0x7A: break
        default: return false
        }
        if next >= 0x30 && next <= 0x39 { return true }
        switch (here | 0x20, next | 0x20) {
        case (0x72, 0x6E), (0x63, 0x6C), (0x76, 0x76): return true
        default: break
        }
        let isVowel: Bool
        switch next {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: isVowel = true
        default: isVowel = false
        }
        if here == 0x49 { return isVowel }
        if here >= 0x61, next == 0x49 { return true }
        // No English or Spanish word begins with `l` and a consonant other than `l`.
        guard here == 0x6C, nextIsLetter else { return false }
        return next < 0x5B || !WordCharacter.isASCIILetter(before) && !isVowel && next != 0x6C
    }

    /// Whether the rule may hold anywhere in a chunk; a little wider than the rule, never narrower.
    @inline(__always)
    private static func isSuspect(_ before: Lanes, _ here: Lanes, _ next: Lanes) -> Bool {
        let top: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Bytes below 0x80 from here on, so that a sum of two of them never carries into the next byte.
        if (here | next | before) & top != .zero { return true }
        @inline(__always) func atLeast(_ bytes: Lanes, _ least: UInt64) -> Lanes { bytes &+ (0x80 &- least) &* ones }
        @inline(__always) func differs(_ bytes: Lanes, _ byte: UInt64) -> Lanes {
            (bytes ^ (byte &* ones)) &+ 0x7F &* ones
        }
        let nextFolded = next | 0x20 &* ones
        let hereFolded = here | 0x20 &* ones
        // The top bit of each byte says yes.
        let nextLetter = atLeast(nextFolded, 0x61) & ~atLeast(nextFolded, 0x7B)
        let hereLetter = atLeast(hereFolded, 0x61) & ~atLeast(hereFolded, 0x7B)
        let hereDigit = atLeast(here, 0x30) & ~atLeast(here, 0x3A)
        let nextDigit = atLeast(next, 0x30) & ~atLeast(next, 0x3A)
        let control = ~atLeast(here, 0x20) & (~atLeast(here, 0x09) | atLeast(here, 0x0E))
        let signs = differs(here, 0x26) & differs(here, 0x7C) & differs(here, 0x7F)
        let leading = differs(here, 0x21) & differs(here, 0x24) & differs(here, 0x40)
        let digits = hereLetter & nextDigit | nextLetter & (hereDigit | ~leading)
        let rn = differs(hereFolded, 0x72) | differs(nextFolded, 0x6E)
        let cl = differs(hereFolded, 0x63) | differs(nextFolded, 0x6C)
        let vv = differs(hereFolded, 0x76) | differs(nextFolded, 0x76)
        let eye = differs(here, 0x49)
        let vowel =
            differs(next, 0x61) & differs(next, 0x65) & differs(next, 0x69) & differs(next, 0x6F)
            & differs(next, 0x75) & differs(next, 0x79)
        let small = atLeast(here, 0x61) & ~atLeast(here, 0x7B)
        let odd = ~eye & ~vowel | small & ~differs(next, 0x49)
        let beforeFolded = before | 0x20 &* ones
        let beforeLetter = atLeast(beforeFolded, 0x61) & ~atLeast(beforeFolded, 0x7B)
        let ell =
            ~differs(here, 0x6C) & nextLetter
            & (~atLeast(next, 0x5B) | ~beforeLetter & vowel & differs(next, 0x6C))
        let any = control | ~signs | digits | ~(rn & cl & vv) | odd | ell
        return any & top != .zero
    }
}
