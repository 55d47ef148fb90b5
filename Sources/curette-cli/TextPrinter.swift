import CuretteBatch
import CuretteIngest

/// One page's text on standard output.
///
/// A second page is an error: where one text ends and the next begins could not be told. That there is a second shows
/// only when it comes, so the first is kept until then.
struct TextPrinter: CleanPrinter {
    private var text: [UInt8]?
    private var isSecond = false

    mutating func add(_ page: Result<CleanedPage, IngestError>) throws(OutputError) {
        guard !isSecond else { throw OutputError("-", "several pages need a folder to go to: curette clean -d FOLDER") }
        isSecond = true
        if case .success(let page) = page { text = page.text }
    }

    mutating func end() throws(OutputError) {
        if let text { try Output.standard().write(text) }
    }
}

/// Each page's text in a file of its own, named after the page and always inside the folder.
struct FilePrinter: CleanPrinter {
    private let folder: String
    private var taken: Set<String> = []

    init(into folder: String) throws(OutputError) {
        self.folder = folder
        try Output.makeFolder(folder)
    }

    mutating func add(_ page: Result<CleanedPage, IngestError>) throws(OutputError) {
        guard case .success(let page) = page else { return }
        let output = try Output.file(folder + "/" + name(for: page.page))
        try output.write(page.text)
        try output.finish()
    }

    /// The last part of the page's path, made safe for a file name; a second page of that name gets a number.
    private mutating func name(for page: Page) -> String {
        let last = page.id.split(separator: "/").last.map(String.init) ?? "page"
        var name = String(last.unicodeScalars.map { Self.isSafe($0) ? Character($0) : "_" }.prefix(120))
        // "..", and names that ls would hide.
        if name.hasPrefix(".") { name = "_" + name.dropFirst() }
        if page.format == .html { name += ".txt" }
        guard !taken.insert(name).inserted else { return name }
        var number = 2
        while !taken.insert("\(number)-\(name)").inserted { number += 1 }
        return "\(number)-\(name)"
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return "-._".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
                || ("0"..."9").contains(scalar)
        }
        return scalar.properties.isAlphabetic
    }
}
