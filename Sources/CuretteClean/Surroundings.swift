import CuretteText

/// What stands round a plain word: the beginning of a sentence, a title, an address.
enum Surroundings {
    /// One space and a word of small letters.
    static func isFollowedByWord(_ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard upper + 2 < bytes.count, bytes[upper] == 0x20 else { return false }
        return bytes[upper + 1] >= 0x61 && bytes[upper + 1] <= 0x7A && bytes[upper + 2] >= 0x61
            && bytes[upper + 2] <= 0x7A
    }

    static func beginsSentence(_ lower: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before = lower
        while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
        if before == 0 || bytes[before - 1] == 0x0A { return true }
        guard before < lower else { return false }
        if bytes[before - 1] == 0x2E || bytes[before - 1] == 0x3F || bytes[before - 1] == 0x21 { return true }
        // Behind the colon of a capitalised heading.
        guard bytes[before - 1] == 0x3A else { return false }
        var start = before - 1
        while start > 0, WordCharacter.isASCIILetter(bytes[start - 1]) { start -= 1 }
        return bytes[start] <= 0x5A && start < before - 1
    }

    /// Between capitalised words, or behind one at the end of a heading.
    static func isTitled(_ lower: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard lower > 1, bytes[lower - 1] == 0x20 else { return false }
        var start = lower - 1
        while start > 0, WordCharacter.isASCIILetter(bytes[start - 1]) { start -= 1 }
        guard lower - 1 - start >= 3, bytes[start] <= 0x5A else { return false }
        if upper == bytes.count || bytes[upper] == 0x3A || bytes[upper] == 0x0A { return true }
        // Over one small word of a title: `of`, `in`.
        return upper + 1 < bytes.count && bytes[upper] == 0x20 && bytes[upper + 1] >= 0x41 && bytes[upper + 1] <= 0x5A
    }

    /// Behind a scheme, `www.`, or a domain and its slash, without a space between.
    private static func isInLocator(_ lower: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = lower
        var hasSlash = false
        while place > 0, lower - place < 200 {
            let byte = bytes[place - 1]
            if byte <= 0x20 || byte == 0x22 || byte == 0x3C || byte == 0x28 || byte >= 0x80 { break }
            if byte == 0x2F { hasSlash = true }
            if byte == 0x2E, hasSlash, place > 1, WordCharacter.isASCIIWord(bytes[place - 2]), bytes[place] != 0x2F {
                return true
            }
            if byte == 0x3A, place + 1 < lower, bytes[place] == 0x2F, bytes[place + 1] == 0x2F { return true }
            place -= 1
        }
        return lower - place >= 4 && bytes[place..<place + 4].elementsEqual("www.".utf8)
    }

    /// Hyphened to a part with three digits or more: `4973d0b8-1b15-c449`.
    private static func isInCode(_ lower: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        if lower > 0, bytes[lower - 1] == 0x2D {
            var place = lower - 1
            while place > 0, lower - place < 32, WordCharacter.isASCIIWord(bytes[place - 1]) {
                if bytes[place - 1] <= 0x39 { digits += 1 }
                place -= 1
            }
            if digits >= 3 { return true }
        }
        digits = 0
        guard upper < bytes.count, bytes[upper] == 0x2D else { return false }
        var place = upper + 1
        while place < bytes.count, place - upper < 32, WordCharacter.isASCIIWord(bytes[place]) {
            if bytes[place] <= 0x39 { digits += 1 }
            place += 1
        }
        return digits >= 3
    }

    /// Part of an address, a path, a handle or a number with a decimal point.
    static func isPartOfAddress(_ lower: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func isAddressing(_ byte: UInt8) -> Bool {
            byte == 0x40 || byte == 0x2F || byte == 0x5C || byte == 0x5F || byte == 0x3D || byte == 0x23 || byte == 0x3A
        }
        if isInLocator(lower, bytes) || isInCode(lower, upper, bytes) { return true }
        // A tag of markup, a part of a path.
        if lower > 0, bytes[lower - 1] == 0x3C { return true }
        if lower > 1, bytes[lower - 1] == 0x2F, !WordCharacter.isASCIILetter(bytes[lower - 2]) { return true }
        if lower > 0, isAddressing(bytes[lower - 1]) && !(bytes[lower - 1] == 0x2F || bytes[lower - 1] == 0x3A) {
            return true
        }
        if lower > 1, bytes[lower - 1] == 0x2E, WordCharacter.isASCIIWord(bytes[lower - 2]),
            bytes[lower] | 0x20 == bytes[lower]
        {
            return true
        }
        if upper < bytes.count, bytes[upper] == 0x5F || bytes[upper] == 0x3D { return true }
        if upper + 1 < bytes.count, bytes[upper] == 0x2E || bytes[upper] == 0x3A,
            WordCharacter.isASCIIWord(bytes[upper + 1]) || bytes[upper + 1] == 0x2F,
            bytes[upper + 1] | 0x20 == bytes[upper + 1]
        {
            return true
        }
        // An address holds a dot behind its `@`.
        if let at = bytes[lower..<upper].firstIndex(of: 0x40) {
            if at == lower { return true }
            return upper < bytes.count && bytes[upper] == 0x2E && upper + 1 < bytes.count
                && WordCharacter.isASCIILetter(bytes[upper + 1])
        }
        return false
    }
}
