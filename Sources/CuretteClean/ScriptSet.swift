/// A set of scripts in four words.
struct ScriptSet {
    private var bits = SIMD4<UInt64>.zero

    var isEmpty: Bool { bits == .zero }

    func contains(_ script: Script) -> Bool { bits[Int(script.rawValue >> 6)] >> UInt64(script.rawValue & 63) & 1 == 1 }

    mutating func insert(_ script: Script) { bits[Int(script.rawValue >> 6)] |= 1 << UInt64(script.rawValue & 63) }
}
