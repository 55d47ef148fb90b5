import CuretteText

/// What still looks tampered with when every pass has done its work.
enum Suspicions {
    /// More of one kind than this say nothing new.
    private static let most = 1000

    static func find(in text: AlignedText, _ knowledge: Knowledge) -> [Suspicion] {
        text.bytes.withUnsafeBufferPointer { bytes in
            var found: [Suspicion] = []
            var words = ForeignWords(bytes)
            var word = Word(letters: [])
            while found.count < most, words.next(into: &word) {
                guard case .mixed(let targets) = Homoglyphs.scripts(of: word), !isOrdinary(word) else { continue }
                let scripts = targets.map { $0.name }.joined(separator: " and ")
                found.append(
                    Suspicion(
                        kind: "mixed-script",
                        span: Span(word.lower, word.upper),
                        note:
                            "letters of \(targets.count > 1 ? scripts : "several scripts") in one word, and no reading is certain"
                    )
                )
            }
            return found
        }
    }

    /// Quantities and compounds' names hold Greek letters by right; so do stems with an ending of another script.
    private static func isOrdinary(_ word: Word) -> Bool {
        var switches = 0
        var last: Script?
        for letter in word.letters where letter.traits.isLetter && letter.traits.script != .common {
            if let last, last != letter.traits.script { switches += 1 }
            last = letter.traits.script
        }
        return switches <= 1
    }
}

extension Target {
    var name: String {
        switch self {
        case .latin: "Latin"
        case .cyrillic: "Cyrillic"
        case .greek: "Greek"
        }
    }
}
