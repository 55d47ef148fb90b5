// embed-word-lists OUTPUT.swift NAME=LIST …: writes `enum WordTables` with three literals a list.
//
// NAME holds the words in lower case, each once, sorted by their bytes, a line feed before and after each. NAMEHash
// holds where each word begins, hashed with linear probing, 0 for an empty place: four characters of six bits each, so
// that the literal stays printable ASCII. NAMEDigest is the hash of the words.

import CuretteDigest

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The list's words, ready to be written; none where there is no such list.
func words(in path: String) -> [[UInt8]] {
    guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
    else { return [] }
    var seen: Set<[UInt8]> = []
    for line in text.split(whereSeparator: \.isNewline) {
        let word = Array(line.lowercased().utf8)
        // A possessive is a word with a mark of its own; looking up its stem is enough.
        guard !word.isEmpty, !word.contains(0x20), !word.suffix(2).elementsEqual("'s".utf8) else { continue }
        seen.insert(word)
    }
    return seen.sorted { $0.lexicographicallyPrecedes($1) }
}

func sixBits(_ value: Int) -> [UInt8] {
    [18, 12, 6, 0].map { UInt8(0x30 + (value >> $0) & 0x3F) }
}

/// Where `WordList` looks for a word first (FNV-1a); both must agree.
func hash(of word: [UInt8]) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash ^ hash >> 15)
}

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else { fatalError("usage: embed-word-lists OUTPUT.swift NAME=LIST …") }

var program = "/// The system's word lists, as they were when the program was built.\nenum WordTables {\n"
for argument in arguments.dropFirst() {
    guard let equals = argument.firstIndex(of: "=") else { fatalError("\(argument): expected NAME=LIST") }
    let name = argument[..<equals]
    var table: [UInt8] = [0x0A]
    let words = words(in: String(argument[argument.index(after: equals)...]))
    // A power of two, less than half full.
    var places = 16
    while places < words.count * 2 { places *= 2 }
    var hashed = [Int](repeating: 0, count: places)
    for word in words {
        var place = hash(of: word) & (places - 1)
        while hashed[place] != 0 { place = (place + 1) & (places - 1) }
        hashed[place] = table.count
        table += word
        table.append(0x0A)
    }
    for (literal, bytes) in [("\(name)", table), ("\(name)Hash", hashed.flatMap(sixBits))] {
        program += "    static let \(literal): StaticString = ##\"\"\"\n"
        program += String(decoding: bytes, as: UTF8.self)
        program += "\n\"\"\"##\n"
    }
    program += "    static let \(name)Digest: StaticString = \"\(Digest.sha256(table))\"\n"
}
program += "}\n"
try program.write(toFile: output, atomically: true, encoding: .utf8)
