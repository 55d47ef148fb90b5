/// The named fields at the head of a WARC record or an HTTP message.
struct HeaderFields {
    /// The line before the fields: the version, the status.
    let firstLine: ArraySlice<UInt8>
    /// The bytes up to behind the blank line.
    let length: Int
    private var fields: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []

    /// The head that `bytes` begin with; nil where no blank line ends it.
    init?(_ bytes: ArraySlice<UInt8>) {
        var here = bytes.startIndex
        var first: ArraySlice<UInt8>?
        while let end = bytes[here...].firstIndex(of: 0x0A) {
            var line = bytes[here..<end]
            if line.last == 0x0D { line.removeLast() }
            here = end + 1
            guard let seen = first else {
                first = line
                continue
            }
            if line.isEmpty {
                firstLine = seen
                length = here - bytes.startIndex
                return
            }
            if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                fields.append((line[..<colon], Self.trimmed(line[(colon + 1)...])))
            }
        }
        return nil
    }

    /// The value of the first field called `name`, which is in lower case.
    subscript(name: StaticString) -> ArraySlice<UInt8>? {
        fields.first { Self.equals($0.name, name) }?.value
    }

    func string(_ name: StaticString) -> String? {
        self[name].map { String(decoding: $0, as: UTF8.self) }
    }

    func number(_ name: StaticString) -> Int? { string(name).flatMap(Int.init) }

    /// Whether a field's value, up to a `;`, is `word` in any case.
    func field(_ name: StaticString, is word: StaticString) -> Bool {
        self[name].map { Self.equals(Self.trimmed($0.prefix { $0 != UInt8(ascii: ";") }), word) } ?? false
    }

    /// The three digits after the version of an HTTP status line.
    var status: Int? {
        firstLine.split(separator: 0x20, maxSplits: 2).dropFirst().first
            .flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return bytes
    }

    private static func equals(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount
            && bytes.enumerated().allSatisfy { index, byte in
                (byte &- 0x41 < 26 ? byte | 0x20 : byte) == word.utf8Start[index]
            }
    }
}
