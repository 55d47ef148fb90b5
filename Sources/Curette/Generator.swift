import CICU
import CuretteData
import CuretteDictionary
import CuretteExtract
import CuretteReport
import CuretteTag

extension Report.Generator {
    /// This program with these tables: its version, ICU's, and the hashes of what its answers rest on.
    static func current(tables: TableSource) throws(DataFileError) -> Report.Generator {
        Report.Generator(
            icu: String(cString: curette_icu_version()),
            unicode: String(cString: curette_icu_unicode_version()),
            lexicon: "sha256:"
                + Digest.sha256(try Lexicon.tableTexts(from: tables) + Tagger.tableTexts(from: tables)),
            dictionaries: "sha256:"
                + Digest.sha256([WordList.english, .spanish].map { UnsafeRawBufferPointer($0.bytes) })
        )
    }
}
