package import CuretteData

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a folder of gold: `*.gold.txt` as markup, `*.json` as stand-off quotes, either in the order of their names.
package enum GoldFolder {
    /// - Throws: `DataFileError` at the first mistake, and where the folder holds no gold: every score of nothing is good.
    package static func pages(in folder: String) throws(DataFileError) -> [GoldPage] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder).sorted() else {
            throw DataFileError(folder, "the folder cannot be read")
        }
        var pages: [GoldPage] = []
        for name in names where name.hasSuffix(".gold.txt") {
            let bytes = try bytes(of: name, in: folder)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw DataFileError(name, "the file is not UTF-8")
            }
            try add(GoldPage(markup: text, file: name), from: name, to: &pages)
        }
        for name in names where name.hasSuffix(".json") {
            try add(GoldPage(json: bytes(of: name, in: folder), file: name), from: name, to: &pages)
        }
        guard !pages.isEmpty else {
            throw DataFileError(folder, "the folder holds no gold (NAME.gold.txt or NAME.json)")
        }
        return pages
    }

    private static func add(
        _ page: GoldPage,
        from file: String,
        to pages: inout [GoldPage]
    ) throws(DataFileError) {
        guard !pages.contains(where: { $0.name == page.name }) else {
            throw DataFileError(file, "another file has gold for '\(page.name)'")
        }
        pages.append(page)
    }

    private static func bytes(of name: String, in folder: String) throws(DataFileError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
            throw DataFileError(name, "the file cannot be read")
        }
        return Array(data)
    }
}
