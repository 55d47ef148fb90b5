import CuretteData
import CuretteExtract
import CuretteLexicon
import Testing

@Suite struct CompiledNamesTests {
    private func compiled() throws -> CompiledNames {
        let tables = Lexicon.tables(from: .builtIn)
        return try CompiledNames(
            compiling: tables,
            folding: Folding(from: tables),
            inflections: Inflections(from: tables),
            catalogue: Catalogue(from: tables)
        )
    }

    @Test func `what the build compiled is what the tables compile to now`() throws {
        #expect(try compiled() == Lexicon.builtInNames)
    }

    @Test func `an image reads as the names it was written from`() throws {
        let names = try compiled()
        var image = names.image
        #expect(names == image.withUTF8 { $0.baseAddress.map { CompiledNames(image: $0) } })
    }

    @Test func `stems are sorted, and those of one stem keep the order of the tables`() throws {
        let names = try compiled()
        for place in 1..<names.stemCount {
            #expect(!names.stem(place).lexicographicallyPrecedes(names.stem(place - 1)))
        }
    }
}
