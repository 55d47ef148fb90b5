import CuretteData

/// The named character references of the standard, found by the longest name that stands at a place.
///
/// Read from the table when the first page with a `&name` asks; a run without one never pays for it.
package struct NamedCharacterReferences: Sendable {
    package static let standard = NamedCharacterReferences()

    private struct Entry {
        /// Where the name stands in the table, which is a literal of the program.
        let name: UInt32
        let length: UInt8
        let first: UInt32
        let second: UInt32
    }

    private var entries: [Entry] = []
    /// Indices into `entries` plus one, hashed by name with linear probing; 0 is empty.
    private var slots = [UInt16](repeating: 0, count: 8192)
    /// The length of the longest name that needs no semicolon ("Aacute").
    private var longestWithoutSemicolon = 0
    private var longest = 0

    private init() {
        let table = Tables.entities
        let literal = UnsafeRawBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
        entries.reserveCapacity(2231)
        do throws(DataFileError) {
            try Table("entities.tsv", literal, columns: ["reference", "scalars"]).forEachRow {
                (row) throws(DataFileError) in
                guard let name = row.fields[0].baseAddress, let start = literal.baseAddress,
                    let (first, second) = Self.scalars(row.fields[1])
                else { throw row.error("a name and one or two code points are expected") }
                add(
                    Entry(
                        name: UInt32(name - start),
                        length: UInt8(row.fields[0].count),
                        first: first,
                        second: second
                    )
                )
            }
        } catch {
            preconditionFailure("the built-in table is at fault: \(error)")
        }
    }

    private mutating func add(_ entry: Entry) {
        let name = Self.name(of: entry)
        entries.append(entry)
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt16(entries.count)
        longest = max(longest, name.count)
        if name.last != UInt8(ascii: ";") { longestWithoutSemicolon = max(longestWithoutSemicolon, name.count) }
    }

    /// The longest name that `text` begins with, and what it stands for.
    func longestMatch(at text: UnsafeBufferPointer<UInt8>) -> (length: Int, first: UInt32, second: UInt32)? {
        var letters = 0
        let limit = min(text.count, longest)
        while letters < limit, Tokenizer.isAlphanumeric(text[letters]) { letters += 1 }
        if letters < text.count, text[letters] == UInt8(ascii: ";"),
            let entry = entry(named: UnsafeBufferPointer(rebasing: text[..<(letters + 1)]))
        {
            return (letters + 1, entry.first, entry.second)
        }
        var length = min(letters, longestWithoutSemicolon)
        while length > 1 {
            if let entry = entry(named: UnsafeBufferPointer(rebasing: text[..<length])) {
                return (length, entry.first, entry.second)
            }
            length -= 1
        }
        return nil
    }

    /// What a reference stands for, given as it follows its ampersand (`eacute;`): one code point or two, the second 0
    /// where there is one.
    package func meaning(of reference: UnsafeBufferPointer<UInt8>) -> (first: UInt32, second: UInt32)? {
        entry(named: reference).map { ($0.first, $0.second) }
    }

    private func entry(named name: UnsafeBufferPointer<UInt8>) -> Entry? {
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if Int(entry.length) == name.count, Self.name(of: entry).elementsEqual(name) { return entry }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private static func name(of entry: Entry) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: Tables.entities.utf8Start + Int(entry.name), count: Int(entry.length))
    }

    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int(hash ^ hash >> 15)
    }

    /// One or two code points in hexadecimal; the second is 0 where there is one.
    private static func scalars(_ field: UnsafeRawBufferPointer) -> (UInt32, UInt32)? {
        var values: (UInt32, UInt32) = (0, 0)
        var spaces = 0
        for byte in field {
            if byte == 0x20 {
                spaces += 1
                values = (values.1, 0)
                continue
            }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            values.1 = values.1 << 4 | UInt32(digit)
        }
        guard values.1 != 0, spaces < 2 else { return nil }
        return spaces == 0 ? (values.1, 0) : values
    }
}
