import CuretteText

/// Backspaces that nobody carried out: `fox\b` reads `fo`. Other controls, which print nothing, go.
///
/// Tabs, line feeds, form feeds and carriage returns are white space and stay. A backspace does not reach over the
/// beginning of its line.
enum Backspaces: Pass {
    static let causes: Findings = .control
    static let uncovers: Findings = .all

    static func edits(for draft: Draft) -> Edits {
        var edits = Edits()
        let bytes = draft.bytes
        var doomed: [(lower: Int, upper: Int)] = []
        // Where the characters of this line that are still standing begin.
        var standing: [Int] = []
        var hasBackspace = false
        for byte in bytes where byte == 8 { hasBackspace = true; break }
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            let width = UTF8Bytes.width(of: byte)
            switch byte {
            case 8:
                if let struck = standing.popLast() {
                    doomed.append((struck, min(bytes.count, struck + UTF8Bytes.width(of: bytes[struck]))))
                }
                doomed.append((place, place + 1))
            case 0x0A, 0x0D: standing.removeAll(keepingCapacity: true)
            case 0..<9, 0x0E..<0x20, 0x7F: doomed.append((place, place + 1))
            default: if hasBackspace { standing.append(place) }
            }
            place += width
        }
        guard !doomed.isEmpty else { return edits }
        doomed.sort { $0.lower < $1.lower }
        var index = 0
        while index < doomed.count {
            let lower = doomed[index].lower
            var upper = doomed[index].upper
            while index + 1 < doomed.count, doomed[index + 1].lower == upper {
                index += 1
                upper = doomed[index].upper
            }
            edits.delete(lower, upper, .control)
            index += 1
        }
        return edits
    }
}
