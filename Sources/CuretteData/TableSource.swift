#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where the tables come from: those built into the program, or a user's folder that replaces or extends them.
///
/// In the folder, `NAME.tsv` stands in place of the built-in table of that name, and the rows of `NAME.add.tsv` (same
/// header) come on top of whichever is used.
public struct TableSource: Sendable {
    /// The folder; nil for the built-in tables alone.
    public let folder: String?

    public static let builtIn = TableSource(folder: nil)

    public init(folder: String?) {
        self.folder = folder
    }

    /// The table `name` (without `.tsv`) in the parts in which it is to be read.
    ///
    /// - Throws: `DataFileError` where a file is there and cannot be read, or is not UTF-8.
    package func tables(
        _ name: String,
        builtIn: StaticString,
        columns: [StaticString]
    ) throws(DataFileError) -> [Table] {
        try parts(name, builtIn: builtIn).map { Table($0.file, $0.text, columns: columns) }
    }

    /// The names and texts of all tables in the folder, in the order of their names, for a hash over them; none without
    /// a folder.
    package func ownTexts() throws(DataFileError) -> [UnsafeRawBufferPointer] {
        guard let folder else { return [] }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var texts: [UnsafeRawBufferPointer] = []
        for name in files.filter({ $0.hasSuffix(".tsv") }).sorted() {
            guard let text = try file(name) else { continue }
            texts += [Self.kept(Array(name.utf8)), text]
        }
        return texts
    }

    private func parts(
        _ name: String,
        builtIn: StaticString
    ) throws(DataFileError) -> [(file: String, text: UnsafeRawBufferPointer)] {
        let own = UnsafeRawBufferPointer(start: builtIn.utf8Start, count: builtIn.utf8CodeUnitCount)
        var parts = [("\(name).tsv", try file("\(name).tsv") ?? own)]
        if let more = try file("\(name).add.tsv") { parts.append(("\(name).add.tsv", more)) }
        return parts
    }

    /// The file's bytes, kept for the rest of the run; nil where the folder has no such file.
    private func file(_ name: String) throws(DataFileError) -> UnsafeRawBufferPointer? {
        guard let folder else { return nil }
        let path = folder + "/" + name
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DataFileError(name, "the file cannot be read")
        }
        guard String(validating: data, as: UTF8.self) != nil else { throw DataFileError(name, "the file is not UTF-8") }
        return Self.kept(data)
    }

    /// Tables are read while the program is set up and looked into until it ends.
    private static func kept(_ bytes: some Collection<UInt8>) -> UnsafeRawBufferPointer {
        let kept = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        kept.copyBytes(from: bytes)
        return UnsafeRawBufferPointer(kept)
    }
}
