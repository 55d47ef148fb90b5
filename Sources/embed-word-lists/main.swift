// embed-word-lists OUTPUT.swift NAME=LIST …: writes `enum WordTables` with two literals a list.
//
// NAME holds the words in lower case, each once, sorted by their bytes, a line feed before and after each. NAMEIndex
// holds where the words begin that share their first three letters: one entry a combination of 28 classes of letters
// (below `a`, `a`…`z`, above `z`), four characters of six bits each, so that the literal stays printable ASCII.

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

/// The word's first three letters as a number that grows in the order of the words: behind anything but a plain letter
/// the rest counts for nothing.
func bucket(of word: [UInt8]) -> Int {
    var bucket = 0
    var isPlain = true
    for place in 0..<3 {
        bucket *= 28
        guard isPlain, place < word.count else { continue }
        isPlain = word[place] >= 0x61 && word[place] <= 0x7A
        if isPlain { bucket += Int(word[place]) - 0x60 } else if word[place] > 0x7A { bucket += 27 }
    }
    return bucket
}

func sixBits(_ value: Int) -> [UInt8] {
    [18, 12, 6, 0].map { UInt8(0x30 + (value >> $0) & 0x3F) }
}

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else { fatalError("usage: embed-word-lists OUTPUT.swift NAME=LIST …") }

var program = "/// The system's word lists, as they were when the program was built.\nenum WordTables {\n"
for argument in arguments.dropFirst() {
    guard let equals = argument.firstIndex(of: "=") else { fatalError("\(argument): expected NAME=LIST") }
    let name = argument[..<equals]
    var table: [UInt8] = [0x0A]
    var starts = [Int](repeating: -1, count: 28 * 28 * 28 + 1)
    for word in words(in: String(argument[argument.index(after: equals)...])) {
        let bucket = bucket(of: word)
        if starts[bucket] < 0 { starts[bucket] = table.count }
        table += word
        table.append(0x0A)
    }
    var next = table.count
    for bucket in starts.indices.reversed() {
        if starts[bucket] < 0 { starts[bucket] = next }
        next = starts[bucket]
    }
    for (literal, bytes) in [("\(name)", table), ("\(name)Index", starts.flatMap(sixBits))] {
        program += "    static let \(literal): StaticString = ##\"\"\"\n"
        program += String(decoding: bytes, as: UTF8.self)
        program += "\n\"\"\"##\n"
    }
}
program += "}\n"
try program.write(toFile: output, atomically: true, encoding: .utf8)
