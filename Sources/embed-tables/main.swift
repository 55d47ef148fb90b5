// embed-tables OUTPUT.swift TABLE.tsv …: writes `enum Tables` with a literal a table, named after the file, and the
// hash of them all.

import CuretteDigest

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `spinner-words.tsv` becomes `spinnerWords`.
func property(for path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let words = name.dropLast(".tsv".count).split(separator: "-")
    return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
}

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else { fatalError("usage: embed-tables OUTPUT.swift TABLE.tsv …") }

var program = "/// The tables of this target's Data folder, as they were when it was built.\nenum Tables {\n"
var hashed: [UInt8] = []
for path in arguments.dropFirst() {
    guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
    else { fatalError("\(path): cannot be read as UTF-8") }
    guard !text.contains("\"\"\"##") else { fatalError("\(path): holds the end of a Swift literal") }
    program += "    static let \(property(for: path)): StaticString = ##\"\"\"\n"
    program += text.hasSuffix("\n") ? text : text + "\n"
    program += "\"\"\"##\n"
    hashed += Array("\(property(for: path))\n".utf8) + data
}
program += "    static let digest: StaticString = \"\(Digest.sha256(hashed))\"\n"
program += "}\n"
try program.write(toFile: output, atomically: true, encoding: .utf8)
