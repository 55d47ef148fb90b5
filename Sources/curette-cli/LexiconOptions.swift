import ArgumentParser
import CuretteData

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which tables the commands use.
struct LexiconOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder of tables: NAME.tsv replaces the built-in table, NAME.add.tsv adds to it.",
            valueName: "folder"
        )
    )
    var lexicon: String?

    func tables() throws(DataFileError) -> TableSource {
        guard let lexicon else { return .builtIn }
        return try Self.tables(in: lexicon)
    }

    /// The tables in `folder`. A folder that is mistyped, or holds no table, would pass for the built-in ones.
    static func tables(in folder: String) throws(DataFileError) -> TableSource {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw DataFileError(folder, "the folder cannot be read")
        }
        guard names.contains(where: { $0.hasSuffix(".tsv") }) else {
            throw DataFileError(folder, "the folder holds no table (NAME.tsv or NAME.add.tsv)")
        }
        return TableSource(folder: folder)
    }
}
