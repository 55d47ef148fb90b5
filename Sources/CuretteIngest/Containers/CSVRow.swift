/// The fields of one row of a table, as RFC 4180 has them: parted by commas, semicolons or tabs, those with a
/// separator, a quote or a line break in them within quotes.
struct CSVRow {
    private(set) var fields: [[UInt8]] = []

    init(_ row: ArraySlice<UInt8>, separator: UInt8) {
        var field: [UInt8] = []
        var isQuoted = false
        var isAtStart = true
        var index = row.startIndex
        while index < row.endIndex {
            let byte = row[index]
            index += 1
            if isQuoted {
                if byte != Self.quote {
                    field.append(byte)
                } else if index < row.endIndex, row[index] == Self.quote {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == separator {
                fields.append(field)
                field.removeAll(keepingCapacity: true)
                isAtStart = true
            } else if byte == Self.quote, isAtStart {
                (isQuoted, isAtStart) = (true, false)
            } else {
                // A quote within a field that has none around it stands for itself.
                field.append(byte)
                isAtStart = false
            }
        }
        fields.append(field)
    }

    static let quote = UInt8(ascii: "\"")

    /// What parts the fields of a table whose first row is `row`: the sign that stands in it most often.
    static func separator(of row: ArraySlice<UInt8>) -> UInt8 {
        let signs: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = signs.map { sign in row.count { $0 == sign } }
        return zip(signs, counts).max { $0.1 < $1.1 }.map { $0.1 == 0 ? signs[0] : $0.0 } ?? signs[0]
    }
}

/// Finds where a row ends: at a line feed outside quotes. Keeps what it knows from piece to piece.
struct CSVRowEnd {
    private enum State {
        case fieldStart, plain, quoted
        /// Behind a quote within quotes: it ends them unless another follows.
        case closed
    }

    private let separator: UInt8
    private var state = State.fieldStart

    init(separator: UInt8) { self.separator = separator }

    /// The offset of the row's line feed in the next bytes of the row; nil where it goes on behind them.
    mutating func find(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        for offset in bytes.indices {
            let byte = bytes[offset]
            if state == .quoted {
                if byte == CSVRow.quote { state = .closed }
            } else if byte == CSVRow.quote, state != .plain {
                state = .quoted
            } else if byte == 0x0A {
                return offset
            } else {
                state = byte == separator ? .fieldStart : .plain
            }
        }
        return nil
    }
}
