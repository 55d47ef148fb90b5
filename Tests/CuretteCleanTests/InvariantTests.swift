import CICU
import CuretteClean
import CuretteDictionary
import CuretteTestSupport
import CuretteText
import Testing

/// What must hold for every text, tried on random ones that are the same in each run.
struct InvariantTests {
    private static let sentences = [
        "The surgeon explains every procedure before the patient decides.",
        "Our clinic offers reconstruction, removal of scars and advice.",
        "La clínica ofrece cirugía y consulta para todos los pacientes.",
    ]
    private static let genuine = [
        "Хирург объясняет пациенту каждую процедуру до операции.", "Ο χειρουργός εξηγεί κάθε επέμβαση στον ασθενή.",
        "Der Arzt erklärt jede Maßnahme ausführlich.", "外科医は手術の前に説明します。", "الجراح يشرح كل إجراء للمريض.",
        "הרופא מסביר כל טיפול למטופל.", "ศัลยแพทย์อธิบายทุกขั้นตอน", "सर्जन हर प्रक्रिया समझाता है।", "Bác sĩ giải thích mọi thủ thuật.",
        "Хірург пояснює пацієнтові кожну процедуру.", "Lekarz wyjaśnia każdy zabieg przed operacją.",
    ]

    /// Random text out of everything that a pass looks at.
    private static func soup(_ generator: inout SeededGenerator) -> String {
        let pieces = [
            "a", "e", "word", "surgery", " ", " ", "\n", "а", "е", "ο", "ρ", "слово", "λέξη", "&amp;", "&", "lt;",
            "#65;", "Ã", "©", "â€™",
            "\u{200B}", "\u{200D}", "\u{AD}", "\u{202E}", "\u{202C}", "\u{8}", "\u{301}", "\u{335}", "\u{A0}", "𝐚", "ⓐ",
            "🅰", "🇬", "ʰ", "ᴀ",
            "1", "0", "|", "I", "rn", "cl", "漢", "ﬁ", "ɑ", "é", "!", ".", "|t", "\u{FE0F}", "\u{E0061}", "ｗ", "Ⴀ",
            "\u{0}", "\u{93}",
        ]
        return (0..<Int.random(in: 1...24, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? ""
        }.joined()
    }

    @Test func `cleaning twice is cleaning once`() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<3000 {
            let text = Self.soup(&generator)
            let once = Cleaner().clean(text)
            let twice = AlignedText(once.bytes).cleaned()
            #expect(
                twice.bytes == once.bytes,
                "\(text.debugDescription) → \(once.string.debugDescription) → \(twice.string.debugDescription)"
            )
        }
    }

    @Test func `the outcome is well formed, and its repairs cut from both sides account for every difference`() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<2000 {
            let text = Self.soup(&generator)
            let aligned = Cleaner().clean(text)
            #expect(String(validating: aligned.bytes, as: UTF8.self) != nil)
            var rebuilt: [UInt8] = []
            var undone: [UInt8] = []
            var (here, there) = (0, 0)
            for repair in aligned.repairs() {
                rebuilt += aligned.decoded[there..<repair.decoded.lower] + aligned.bytes[repair.span.range]
                undone += aligned.bytes[here..<repair.span.lower] + aligned.decoded[repair.decoded.range]
                (here, there) = (repair.span.upper, repair.decoded.upper)
                #expect(!repair.reasons.isEmpty)
            }
            #expect(rebuilt + aligned.decoded[there...] == aligned.bytes, "\(text.debugDescription)")
            #expect(undone + aligned.bytes[here...] == aligned.decoded, "\(text.debugDescription)")
        }
    }

    @Test func `no word gains a script`() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<3000 {
            // A reference's letter is the author's own; here it would count as gained.
            let text = Self.soup(&generator).replacing("#65;", with: "")
            let aligned = Cleaner().clean(text)
            for word in Self.words(in: aligned.bytes) {
                let now = Self.scripts(in: aligned.bytes[word])
                let before = Self.scripts(
                    in: aligned.decoded[aligned.decoded(of: Span(word.lowerBound, word.upperBound)).range]
                )
                #expect(
                    now.count <= max(1, before.count),
                    "\(text.debugDescription) → \(aligned.string.debugDescription)"
                )
            }
        }
    }

    /// The stretches of letters, digits and marks.
    private static func words(in bytes: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var place = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let end = place + UTF8.width(scalar)
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.canonicalCombiningClass != .notReordered
            {
                if let last = words.last, last.upperBound == place {
                    words[words.count - 1] = last.lowerBound..<end
                } else {
                    words.append(place..<end)
                }
            }
            place = end
        }
        return words
    }

    /// The scripts of the letters, by ICU's numbers; those that several scripts share left out. Other forms of a letter
    /// (mathematical, enclosed, raised) count as the letter.
    private static func scripts(in bytes: ArraySlice<UInt8>) -> Set<UInt32> {
        var scripts: Set<UInt32> = []
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            var plain = [UInt32](repeating: 0, count: 64)
            let count = Int(curette_compatibility_decomposition(scalar.value, &plain, 64))
            let isEnclosed = (0x1F130...0x1F1FF).contains(scalar.value)
            for letter in count > 0 ? plain[..<count] : [isEnclosed ? 0x41 : scalar.value] {
                scripts.insert(curette_traits(letter) >> 5 & 0xFF)
            }
        }
        return scripts.subtracting([0, 1])
    }

    @Test func `genuine text of one script is untouched`() {
        for text in Self.genuine + Self.sentences { #expect(Cleaner().clean(text).isUntouched, "\(text)") }
        for text in Self.genuine.indices.map({ Self.genuine[$0...].joined(separator: "\n") }) {
            #expect(Cleaner().clean(text).isUntouched, "\(Cleaner().clean(text).string)")
        }
    }

    @Test(.enabled(if: !WordList.english.isEmpty, "this system has no English word list"))
    func `plain text of known words is untouched`() {
        var generator = SeededGenerator(seed: 3)
        // `ln` and `lt` stand in the list for `Ln` and `Lt`: at the beginning of a sentence they are read as words.
        let words = Array(WordList.english.bytes).split(separator: 0x0A).filter {
            $0.count > 2 && $0.allSatisfy { $0 < 0x80 }
        }
        for _ in 0..<300 {
            let text = (0..<12).map { _ in String(decoding: words.randomElement(using: &generator) ?? [], as: UTF8.self)
            }
            .joined(separator: " ")
            #expect(Cleaner().clean(text).isUntouched, "\(text) → \(Cleaner().clean(text).string)")
        }
    }

    @Test(.enabled(if: !WordList.english.isEmpty, "this system has no English word list"))
    func `what a disguise took, repair gives back`() {
        let tables: [[Character: String]] = [
            ["a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у", "i": "і", "s": "ѕ"],
            ["a": "α", "o": "ο", "p": "ρ", "u": "υ", "i": "ι", "t": "τ", "n": "η"],
            ["a": "ɑ", "i": "ı", "g": "ɡ", "r": "ɾ", "l": "ǀ"],
            ["a": "ａ", "e": "ｅ", "r": "ｒ", "s": "ｓ", "t": "ｔ"],
            ["e": "e\u{200B}", "s": "s\u{AD}", "r": "r\u{2060}"],
            ["e": "3", "o": "0", "s": "5"],
            ["d": "cl", "m": "rn", "w": "vv"],
        ]
        for table in tables {
            for sentence in Self.sentences.prefix(2) {
                let disguised = sentence.split(separator: " ").enumerated()
                    .map { index, word in index % 3 == 1 ? word.map { table[$0] ?? String($0) }.joined() : String(word)
                    }
                    .joined(separator: " ")
                #expect(Cleaner().clean(disguised).string == sentence, "\(disguised)")
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `hostile text is handled in linear time`() {
        let clock = ContinuousClock()
        let makers: [(String, (Int) -> String)] = [
            ("marks on one letter", { "a" + String(repeating: "\u{300}\u{323}", count: $0) }),
            ("one token of alternating scripts", { String(repeating: "aаοe", count: $0) }),
            ("nested overrides", { String(repeating: "\u{202E}\u{202D}a", count: $0) }),
            (
                "overrides in overrides",
                {
                    String(repeating: "\u{202E}ab", count: $0) + String(repeating: "\u{202C}", count: $0)
                }
            ),
            ("signs between letters", { String(repeating: "a×b℮", count: $0) }),
            ("figures of other scripts", { String(repeating: "o٥ ", count: $0) }),
            ("Vietnamese syllables", { String(repeating: "ậ", count: $0) }),
            ("a locator without end", { "https://a.b/" + String(repeating: "c0d-", count: $0) }),
            ("quoted references", { String(repeating: "'&amp;'", count: $0) }),
            ("entities of entities", { "&" + String(repeating: "amp;", count: $0) + "lt;" }),
            ("entities side by side", { String(repeating: "&amp;#38;amp;eacute; ", count: $0) }),
            ("backspaces", { String(repeating: "ab\u{8}", count: $0) + String(repeating: "\u{8}", count: $0) }),
            ("short codes", { String(repeating: "1l 0n t0 ", count: $0) }),
            ("broken bytes", { String(repeating: "Ã", count: $0) }),
        ]
        for (name, make) in makers {
            let small = make(5_000)
            let large = make(50_000)
            let one = clock.measure { _ = Cleaner().clean(small) }
            let ten = clock.measure { _ = Cleaner().clean(large) }
            // Ten times the text may take forty times as long on a busy machine, never a hundred.
            #expect(ten < one * 60 + .milliseconds(200), "\(name): \(one) → \(ten)")
        }
    }

    /// The project's own tables, letter by letter: each disguise of a word that has no other reading is undone.
    @Test(.enabled(if: !WordList.english.isEmpty, "this system has no English word list"))
    func `every letter that Unicode calls a variant of a plain one is read as it`() {
        var generator = SeededGenerator(seed: 5)
        let words = [
            "procedure", "operation", "swelling", "jawline", "kidney", "quickly", "fixation", "zygoma", "vascular",
            "hospital",
        ]
        var tried = 0
        for scalar in UInt32(0x1D400)...0x1D6A3 where Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false {
            var plain = [UInt32](repeating: 0, count: 8)
            guard curette_compatibility_decomposition(scalar, &plain, 8) == 1, plain[0] >= 0x61, plain[0] <= 0x7A,
                let letter = Unicode.Scalar(plain[0]), let form = Unicode.Scalar(scalar),
                let word = words.filter({ $0.unicodeScalars.contains(letter) }).randomElement(using: &generator)
            else { continue }
            let disguised = word.replacing(String(letter), with: String(form))
            let sentence = "The surgeon explains the \(disguised) to every patient."
            #expect(
                Cleaner().clean(sentence).string == "The surgeon explains the \(word) to every patient.",
                "\(disguised)"
            )
            tried += 1
        }
        #expect(tried > 200)
    }

    @Test func `ICU is new enough, and its Unicode version is one that the tables were held against`() {
        let version = String(cString: curette_icu_unicode_version()).split(separator: ".").compactMap { Int($0) }
        let icu = String(cString: curette_icu_version()).split(separator: ".").compactMap { Int($0) }
        #expect(icu.first.map { $0 >= 72 } ?? false)
        #expect(
            version.first == 15,
            "Unicode \(version): look at what moved among the confusables, then record the new fingerprint"
        )
    }

    @Test func `ICU's confusables are the ones that the tables were written for`() {
        guard String(cString: curette_icu_unicode_version()).hasPrefix("15.") else { return }
        #expect(Cleaner.confusablesFingerprint == Self.fingerprint)
    }

    private static let fingerprint: UInt64 = 7_695_088_917_120_848_063
}

extension AlignedText {
    fileprivate func cleaned() -> AlignedText { Cleaner().clean(string) }
}
