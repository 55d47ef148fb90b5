import CuretteDictionary
import Testing

struct WordListTests {
    @Test(.enabled(if: !WordList.english.isEmpty, "this system has no English word list"))
    func `English words are known in lower case, and nothing near them`() {
        for word in ["a", "surgery", "zoo", "the", "café", "can't"] {
            #expect(WordList.english.contains(Array(word.utf8)), "\(word)")
        }
        for word in ["", "Surgery", "surger", "surgeryy", "zzzz", "\u{7f}", "surgery's", "é", "\n", "a\nb"] {
            #expect(!WordList.english.contains(Array(word.utf8)), "\(word)")
        }
    }

    @Test(.enabled(if: !WordList.spanish.isEmpty, "this system has no Spanish word list"))
    func `Spanish words keep their accents`() {
        for word in ["cirugía", "año", "ábaco", "y"] { #expect(WordList.spanish.contains(Array(word.utf8)), "\(word)") }
        for word in ["cirugia", "surgery"] { #expect(!WordList.spanish.contains(Array(word.utf8)), "\(word)") }
    }

    @Test func `every word of a list is found, and the list is sorted`() {
        for list in [WordList.english, .spanish] {
            var last: ArraySlice<UInt8> = []
            for word in Array(list.bytes).split(separator: 0x0A) {
                #expect(
                    last.lexicographicallyPrecedes(word) && list.contains(Array(word)),
                    "\(String(decoding: word, as: UTF8.self))"
                )
                last = word
            }
        }
    }

    @Test(.enabled(if: !WordList.english.isEmpty, "this system has no English word list"))
    func `a word with letters left open is found among its alternatives`() {
        func letters(_ text: String) -> [WordList.Letters] {
            text.utf8.map { $0 == 0x3F ? 0x3FF_FFFF : 1 << WordList.Letters($0 - 0x61) }
        }
        #expect(WordList.english.words(matching: letters("abdom?nal"), limit: 4) == [Array("abdominal".utf8)])
        #expect(WordList.english.words(matching: letters("abdomxnal"), limit: 4).isEmpty)
        #expect(WordList.english.words(matching: letters("?at"), limit: 3).count == 3)
    }
}
