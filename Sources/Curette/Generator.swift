import CICU
import CuretteData
import CuretteExtract
import CuretteReport
import CuretteTag

extension Report.Generator {
    /// This program with these tables: its version, ICU's, and the hashes of what its answers rest on.
    static func current(tables: TableSource) throws(DataFileError) -> Report.Generator {
        var lexicon: [UInt8] = []
        for text in try Lexicon.tableTexts(from: tables) + Tagger.tableTexts(from: tables) {
            lexicon.append(contentsOf: text)
        }
        return Report.Generator(
            icu: String(cString: curette_icu_version()),
            unicode: String(cString: curette_icu_unicode_version()),
            lexicon: "sha256:" + Digest.sha256(lexicon),
            dictionaries: "sha256:" + Digest.sha256(Array(WordList.english.bytes) + Array(WordList.spanish.bytes))
        )
    }
}
