import CuretteText

extension LineReader {
    /// Counts a short line's words and capitals, and asks the tables what its words mean.
    func readWords(_ line: inout Line, _ bytes: UnsafeBufferPointer<UInt8>) {
        var letters = 0
        var digits = 0
        var capitalLetters = 0
        var count = 0
        var capitals = 0
        var bars = 0
        var gaps = 0
        var commas = 0
        var hasCurrency = false
        var hasAddress = false
        var found: Line.Traits = []
        var cue: UInt8 = 0
        var lastWord = 0
        let end = textEnd(line, bytes)
        var offset = line.body
        while offset < line.upper {
            let byte = bytes[offset]
            guard LinePhrases.isWord(byte) else {
                switch byte {
                case 0x24: hasCurrency = true
                case 0x40: hasAddress = true
                case 0x7C: bars += 1
                case 0x3E: bars += 1
                case 0x5D where bytes[offset + 1] == 0x28 && offset + 1 < line.upper: bars += 1  // a link of markdown
                case 0x2C: commas += 1
                case 0x3A: commas = 0
                case 0x20 where bytes[offset + 1] == 0x20 && bytes[offset - 1] != 0x20:
                    // Three spaces part what a page shows side by side; two may be a typist's habit.
                    gaps += bytes[offset + 2] == 0x20 ? 2 : 1
                case 0x2E, 0x3F, 0x21: if endsSentence(offset, line, bytes, lastWord) { found.insert(.sentences) }
                default: break
                }
                offset += 1
                continue
            }
            let (hash, wordEnd) = LinePhrases.word(in: bytes, at: offset, upTo: line.upper)
            words.phrases.matches(hash, at: offset, isFirst: count == 0, end: end, in: bytes) { value in
                if value >= LineWords.firstCue {
                    if cue == 0 { cue = value - LineWords.firstCue + 1 }
                } else if let sense = LineWords.Sense(rawValue: value) {
                    found.insert(sense.trait)
                }
            }
            switch byte {
            case 0x41...0x5A: capitals += 1
            case 0xC2 where bytes[offset + 1] == 0xA3 || bytes[offset + 1] == 0xA5: hasCurrency = true  // £ ¥
            case 0xC2 where bytes[offset + 1] == 0xBB: bars += 1  // »
            case 0xE2 where wordEnd > offset + 2 && bytes[offset + 1] == 0x82 && bytes[offset + 2] & 0xF0 == 0xA0:
                hasCurrency = true  // € and its neighbours
            case 0xC2 where bytes[offset + 1] == 0xB7 && wordEnd == offset + 2: bars += 1  // ·
            case 0xE2 where bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0xBA: bars += 1  // ›
            case 0xE2 where wordEnd == offset + 3 && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0xA2:
                bars += 1  // •
            default: break
            }
            for index in offset..<wordEnd {
                let byte = bytes[index]
                if byte &- 0x30 < 10 {
                    digits += 1
                } else {
                    letters += 1
                    if byte &- 0x41 < 26 { capitalLetters += 1 }
                }
            }
            count += 1
            lastWord = wordEnd - offset
            offset = wordEnd
        }
        line.words = min(count, 254)
        line.cue = cue
        line.traits.formUnion(found)
        if capitals * 2 >= count || letters > 3 && capitalLetters == letters { line.traits.insert(.capitals) }
        let isSpaced = gaps >= 2 && line.ending != .stop && count <= 4 * (gaps + 1)
        if bars >= 2 || isSpaced { line.traits.insert(.trail) }
        if commas >= 3 || commas >= 2 && line.traits.contains(.labelled) { line.traits.insert(.enumerates) }
        let isCode = count == 1 && digits >= 3 && letters > 0
        if letters == 0 || hasCurrency && digits > 0 || hasAddress || digits >= 7 || digits > letters || isCode {
            line.traits.insert(.figure)
        }
        if letters > 3, capitalLetters == letters { line.traits.insert(.shouted) }
    }

    /// Looks at the first word of a long line that begins with a label: "Categories: …" tells its role as in a short one.
    func readOpening(_ line: inout Line, _ bytes: UnsafeBufferPointer<UInt8>) {
        let (hash, _) = LinePhrases.word(in: bytes, at: line.body, upTo: line.upper)
        var cue: UInt8 = 0
        words.phrases.matches(hash, at: line.body, isFirst: true, end: line.upper, in: bytes) { value in
            if cue == 0, value >= LineWords.firstCue { cue = value - LineWords.firstCue + 1 }
        }
        line.cue = cue
    }

    /// Whether the line begins with three names and their counts: "Facelift (21)  Otoplasty (17)  Peels (9)".
    func isCounted(_ line: Line, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var counts = 0
        var start = line.lower
        // Each name begins with a capital: sentences that cite their sources do not.
        var isNamed = false
        var offset = start
        let end = min(line.upper, line.lower + 240)
        while offset < end, counts < 3 {
            if bytes[offset] == 0x2E || offset - start > 60 { return false }
            if !isNamed, LinePhrases.isWord(bytes[offset]) {
                guard bytes[offset] &- 0x41 < 26 || bytes[offset] >= 0xC2 else { return false }
                isNamed = true
            }
            if bytes[offset] == 0x28, offset > start + 2, bytes[offset - 1] == 0x20 {
                var close = offset + 1
                while close < end, close - offset <= 5, bytes[close] &- 0x30 < 10 { close += 1 }
                guard close < end, close > offset + 1, bytes[close] == 0x29 else { return false }
                counts += 1
                start = close + 1
                isNamed = false
                offset = close
            }
            offset += 1
        }
        return counts == 3
    }

    /// The line's end, closing punctuation aside.
    private func textEnd(_ line: Line, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = line.upper
        skip: while end > line.body {
            switch bytes[end - 1] {
            case 0x20, 0x21, 0x2A, 0x2C, 0x2E, 0x3A, 0x3F: end -= 1
            default: break skip
            }
        }
        return end
    }

    /// Whether the sign at `offset` ends a sentence and another begins behind it; short words before a full stop
    /// ("Dr.", "vs.", "St.") are taken for abbreviations.
    private func endsSentence(
        _ offset: Int,
        _ line: Line,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ lastWord: Int
    ) -> Bool {
        guard offset + 2 < line.upper, bytes[offset + 1] == 0x20, bytes[offset + 2] &- 0x41 < 26 else { return false }
        return bytes[offset] != 0x2E || lastWord > 3
    }
}
