import CuretteData

/// The words whose full stop ends no sentence: `abbreviations.tsv`, initials, and the numbers of a list.
struct Abbreviations: Sendable {
    private enum When: String { case always, number }

    /// By the word's bytes, packed into one integer.
    private var words: [UInt64: When] = [:]

    init(_ source: TableSource) throws(DataFileError) {
        for table in try source.tables("abbreviations", builtIn: Tables.abbreviations, columns: ["word", "when"]) {
            try table.forEachRow { (row) throws(DataFileError) in
                guard let when = When(rawValue: row[1]) else {
                    throw row.error("'\(row[1])' is no condition: write always or number")
                }
                let word = Array(row[0].utf8)
                guard !word.isEmpty, word.count <= 8 else {
                    throw row.error("'\(row[0])' should have one to eight bytes")
                }
                let key = word.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                guard words.updateValue(when, forKey: key) == nil else {
                    throw row.error("'\(row[0])' is already listed")
                }
            }
        }
    }

    /// Whether the full stop at `stop` belongs to the word before it; `next` is where the text goes on.
    func holdsStop(at stop: Int, before next: Int, in text: Sentences.Window) -> Bool {
        var start = stop
        var key: UInt64 = 0
        var shift: UInt64 = 0
        while start > text.lower, stop - start < 9 {
            let byte = text.bytes[start - 1]
            guard LinePhrases.isWord(byte) || byte == 0x2E else { break }
            if shift < 64 { key |= UInt64(LinePhrases.fold(byte)) << shift }
            shift += 8
            start -= 1
        }
        let count = stop - start
        guard count > 0, count <= 8 else { return false }
        let isNumber = text.bytes[next] &- 0x30 < 10
        switch words[key] {
        case .always: return true
        case .number: return isNumber
        case nil: break
        }
        // An initial: "J. Smith"; but "vitamin C. It" and "plan B. We" end a sentence more often than not.
        if count == 1, text.bytes[start] &- 0x41 < 26 { return !followsSmallWord(start, text) }
        // "U.S. Army", "p. ej. la": letters with stops between.
        if count >= 3, text.bytes[stop - 2] == 0x2E { return true }
        return isListNumber(start, stop, text)
    }

    /// Whether the word before `start` begins small.
    private func followsSmallWord(_ start: Int, _ text: Sentences.Window) -> Bool {
        var offset = start - 1
        guard offset > text.lower, text.bytes[offset] == 0x20 else { return false }
        while offset > text.lower, start - offset < 24, LinePhrases.isWord(text.bytes[offset - 1]) { offset -= 1 }
        return text.isSmall(offset)
    }

    /// "2. Liposuction" at the beginning of a block or a line.
    private func isListNumber(_ start: Int, _ stop: Int, _ text: Sentences.Window) -> Bool {
        guard stop - start <= 2, (start..<stop).allSatisfy({ text.bytes[$0] &- 0x30 < 10 }) else { return false }
        return start == text.lower || text.bytes[start - 1] == 0x0A
    }
}
