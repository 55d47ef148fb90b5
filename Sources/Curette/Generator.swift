import CICU
import CuretteData
import CuretteDictionary
import CuretteDigest
import CuretteExtract
import CuretteReport
import CuretteTag

extension Report.Generator {
    /// This program with these tables: its version, ICU's, and the hashes of what its answers rest on.
    static func current(tables: TableSource) throws(DataFileError) -> Report.Generator {
        Report.Generator(
            icu: String(cString: curette_icu_version()),
            unicode: String(cString: curette_icu_unicode_version()),
            lexicon: try "sha256:"
                + Digest.sha256([Lexicon.digest, Tagger.digest].map(\.bytes) + tables.ownTexts()),
            dictionaries: "sha256:" + Digest.sha256([WordList.english, .spanish].map(\.digest.bytes))
        )
    }
}

extension StaticString {
    fileprivate var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}
