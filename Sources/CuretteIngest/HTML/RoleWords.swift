import CuretteData

/// What class names and ids say of a part of the page (Data/roles.tsv).
struct RoleWords: Sendable {
    static let standard = RoleWords()

    /// Where a word counts: as all of a name, as a part of it, or as its last part ("footer" in `site-footer`).
    private struct Entry {
        var whole: Role?
        var part: Role?
        var last: Role?
    }

    /// By the hash of the word, which no two words of the table share.
    private var entries: [UInt64: Entry] = [:]
    /// Which words there may be, by the lowest ten bits of their hash: most parts of most names are none.
    private var filter = [Bool](repeating: false, count: 1024)

    private init() {
        let table = Tables.roles
        let literal = UnsafeRawBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
        do throws(DataFileError) {
            try Table("roles.tsv", literal, columns: ["word", "place", "role"]).forEachRow {
                (row) throws(DataFileError) in
                guard let role = Role(rawValue: row[2]) else { throw row.error("'\(row[2])' is no role") }
                let key = Self.hash(row.fields[0].bindMemory(to: UInt8.self))
                filter[Int(key & 1023)] = true
                switch row[1] {
                case "whole": entries[key, default: Entry()].whole = role
                case "part": entries[key, default: Entry()].part = role
                case "last": entries[key, default: Entry()].last = role
                default: throw row.error("'\(row[1])' is no place: whole, part or last")
                }
            }
        } catch {
            preconditionFailure("the built-in table is at fault: \(error)")
        }
    }

    /// The role that a `class` or `id` gives; nil where it says nothing. The first name that says anything counts.
    func role(of names: UnsafeBufferPointer<UInt8>) -> Role? {
        var lower = 0
        while lower < names.count {
            var upper = lower
            while upper < names.count, !Tokenizer.isWhiteSpace(names[upper]) { upper += 1 }
            if upper > lower, let role = role(ofName: UnsafeBufferPointer(rebasing: names[lower..<upper])) {
                return role == .content ? nil : role
            }
            lower = upper + 1
        }
        return nil
    }

    /// One name of a class list; `content` where the table says that the name means nothing.
    private func role(ofName name: UnsafeBufferPointer<UInt8>) -> Role? {
        // Generated names are long and say nothing.
        guard name.count <= 48 else { return nil }
        if let role = entry(of: name)?.whole { return role }
        var found: Role?
        var lower = 0
        var here = 0
        while here <= name.count {
            let ends = here == name.count || !Tokenizer.isLetter(name[here])
            let isHump = !ends && here > lower && name[here] < 0x60 && name[here - 1] >= 0x60
            if ends || isHump {
                let part = UnsafeBufferPointer(rebasing: name[lower..<here])
                if !part.isEmpty, let entry = entry(of: part) {
                    found = found ?? entry.part
                    if here == name.count, let last = entry.last { found = found ?? last }
                }
                lower = isHump ? here : here + 1
            }
            here += 1
        }
        return found
    }

    private func entry(of word: UnsafeBufferPointer<UInt8>) -> Entry? {
        let key = Self.hash(word)
        return filter[Int(key & 1023)] ? entries[key] : nil
    }

    /// Of the name in lower case.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name {
            let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
            hash = (hash ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
        }
        return hash
    }
}
