// compile-lexicon OUTPUT.swift FOLDER: writes `enum LexiconImage` with the names that the tables of the folder give,
// compiled. A mistake in a table ends it, and the build, with the table's place and a sentence.

import CuretteData
import CuretteLexicon

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fatalError("usage: compile-lexicon OUTPUT.swift FOLDER") }
let tables = LexiconTables(TableSource(folder: arguments[2]))
let names = try CompiledNames(
    compiling: tables,
    folding: Folding(from: tables),
    inflections: Inflections(from: tables),
    catalogue: Catalogue(from: tables)
)
let program = """
    /// The built-in names, as `CompiledNames.image` spells them.
    enum LexiconImage {
        static let names: StaticString = ##\"""
    \(names.image)
    \"""##
    }

    """
try program.write(toFile: arguments[1], atomically: true, encoding: .utf8)
