import CuretteData

/// Which letters a plain sign or a pair of letters may stand for.
struct Shapes: Sendable {
    static let standard = Shapes()
    private let single: [UInt32: [UInt32]]
    private let pairs: [UInt64: [UInt32]]

    private init() {
        var single: [UInt32: [UInt32]] = [:]
        var pairs: [UInt64: [UInt32]] = [:]
        BuiltIn.rows(Tables.shapes, "shapes.tsv", ["sign", "letters"]) { row in
            let sign = row[0].unicodeScalars.map { $0.value }
            let letters = row.list(1).compactMap { $0.unicodeScalars.first?.value }
            if sign.count == 1 {
                single[sign[0]] = letters
            } else {
                pairs[UInt64(sign[0]) << 32 | UInt64(sign[1])] = letters
            }
        }
        self.single = single
        self.pairs = pairs
    }

    func letters(for sign: UInt32) -> [UInt32] { single[sign] ?? [] }

    func letters(for first: UInt32, _ second: UInt32) -> [UInt32] {
        guard first < 0x80, second < 0x80, first > 0x40, second > 0x40 else { return [] }
        return pairs[UInt64(first | 0x20) << 32 | UInt64(second | 0x20)] ?? []
    }
}
