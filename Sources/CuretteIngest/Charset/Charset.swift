import CuretteData

/// An encoding of the WHATWG Encoding Standard, by its name there.
struct Charset: Hashable, Sendable {
    /// As the standard spells it ("windows-1252").
    let name: String

    static let utf8 = Charset(name: "UTF-8")
    static let utf16BE = Charset(name: "UTF-16BE")
    static let utf16LE = Charset(name: "UTF-16LE")
    static let windows1252 = Charset(name: "windows-1252")

    private init(name: String) {
        self.name = name
    }

    /// The encoding that `label` means, white space around it and case aside; nil where the standard knows no such
    /// label.
    init?(label: some Sequence<UInt8>) {
        var bytes = Array(label)
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        let lower = bytes.drop { $0 <= 0x20 }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        guard let name = Self.names[String(decoding: lower, as: UTF8.self)] else { return nil }
        self.name = name
    }

    /// The encoding that a page's own declaration means: one that could be read as ASCII is no UTF-16.
    var declaredWithin: Charset {
        switch name {
        case "UTF-16BE", "UTF-16LE": .utf8
        case "x-user-defined": .windows1252
        default: self
        }
    }

    /// Whether bytes below 0x80 are ASCII wherever they stand alone, so that UTF-8 could be meant.
    var isASCIICompatible: Bool {
        switch name {
        case "UTF-16BE", "UTF-16LE", "ISO-2022-JP", "replacement": false
        default: true
        }
    }

    /// ICU's name for a converter that does what the standard asks.
    var converter: String {
        switch name {
        case "GBK": "gb18030"
        case "EUC-KR": "windows-949"
        case "Shift_JIS": "windows-31j"
        case "Big5": "Big5-HKSCS"
        case "ISO-8859-8-I": "ISO-8859-8"
        case "macintosh": "macintosh"
        default: name
        }
    }

    /// Labels and what they mean; read when the first page declares one.
    private static let names: [String: String] = {
        let table = Tables.encodings
        let literal = UnsafeRawBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
        var names: [String: String] = [:]
        do throws(DataFileError) {
            try Table("encodings.tsv", literal, columns: ["label", "encoding"]).forEachRow { names[$0[0]] = $0[1] }
        } catch {
            preconditionFailure("the built-in table is at fault: \(error)")
        }
        return names
    }()
}
