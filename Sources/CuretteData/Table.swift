/// A human-edited table: UTF-8 lines of tab-separated fields, `#` comments, blank lines, and one header row that names
/// the columns. Nothing is quoted or escaped; a field holds no tab and no line break.
///
/// Reading is one pass over bytes and copies nothing: 13,000 rows are read at each start-up.
package struct Table {
    package let file: String
    /// Alive for the whole run: a literal of the program, or a file read once and kept.
    private let bytes: UnsafeRawBufferPointer
    private let columns: [StaticString]

    /// - Throws: `DataFileError` if the header is not `columns`, a row has another number of fields, or the bytes are
    ///   not UTF-8.
    package init(_ file: String, _ bytes: UnsafeRawBufferPointer, columns: [StaticString]) {
        self.file = file
        self.bytes = bytes
        self.columns = columns
    }

    /// Calls `body` for each row, in order.
    package func forEachRow(_ body: (Row) throws(DataFileError) -> Void) throws(DataFileError) {
        var line = 0
        var start = 0
        var sawHeader = false
        // One place for the fields of all rows: an array a row was a third of what reading took.
        let fields = UnsafeMutableBufferPointer<UnsafeRawBufferPointer>.allocate(capacity: columns.count)
        defer { fields.deallocate() }
        while start < bytes.count {
            line += 1
            var end = start
            var count = 0
            var fieldStart = start
            func endField(at end: Int) {
                if count < columns.count {
                    fields.initializeElement(
                        at: count,
                        to: UnsafeRawBufferPointer(rebasing: bytes[fieldStart..<max(fieldStart, end)])
                    )
                }
                count += 1
            }
            while end < bytes.count, bytes[end] != 0x0A {
                if bytes[end] == 0x09 {
                    endField(at: end)
                    fieldStart = end + 1
                }
                end += 1
            }
            let lineEnd = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
            endField(at: lineEnd)
            defer { start = end + 1 }
            if lineEnd == start || bytes[start] == 0x23 { continue }
            guard count == columns.count else {
                throw DataFileError(
                    file,
                    line: line,
                    "expected \(columns.count) tab-separated fields, found \(count)"
                )
            }
            let row = Row(file: file, line: line, fields: UnsafeBufferPointer(fields))
            if !sawHeader {
                sawHeader = true
                for (index, column) in columns.enumerated() where !row.field(index, is: column) {
                    throw DataFileError(
                        file,
                        line: line,
                        "the header should name column \(index + 1) '\(column)', not '\(row[index])'"
                    )
                }
                continue
            }
            try body(row)
        }
        guard sawHeader else { throw DataFileError(file, "the table has no header row") }
    }

    /// One row: its fields, and where it stands. Its fields are gone with the next row.
    package struct Row {
        package let file: String
        package let line: Int
        package let fields: UnsafeBufferPointer<UnsafeRawBufferPointer>

        /// The field as a string.
        package subscript(column: Int) -> String { String(decoding: fields[column], as: UTF8.self) }

        package func isEmpty(_ column: Int) -> Bool { fields[column].isEmpty }

        package func field(_ column: Int, is text: StaticString) -> Bool {
            let expected = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            return fields[column].count == expected.count && fields[column].elementsEqual(expected)
        }

        /// Which of `names` the field is; nil for none.
        package func index(_ column: Int, among names: [StaticString]) -> Int? {
            names.firstIndex { field(column, is: $0) }
        }

        /// The whole number in a field, within `range`.
        package func number(_ column: Int, in range: ClosedRange<Int>) throws(DataFileError) -> Int {
            var value: Int?
            if fields[column].count == 1, fields[column][0] &- 0x30 < 10 { value = Int(fields[column][0] - 0x30) }
            guard let number = value ?? Int(self[column]), range.contains(number) else {
                throw error("'\(self[column])' is not a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }

        /// The items of a field that lists several, separated by `separator`; none where the field is empty.
        package func list(_ column: Int, separatedBy separator: Character = ",") -> [String] {
            self[column].split(separator: separator).map(String.init)
        }

        /// A mistake in this row.
        package func error(_ sentence: String) -> DataFileError { DataFileError(file, line: line, sentence) }
    }
}
