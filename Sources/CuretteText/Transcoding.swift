/// A text decoded from another charset: for each scalar of the UTF-8 outcome, how many bytes it took in the origin.
///
/// Offsets are found from a checkpoint every 64 scalars, so memory is a byte and a bit a scalar and a look-up costs at
/// most 64 steps. Widths beyond 255 (runs of ignored shift sequences) are cut into scalars of the outcome by the
/// decoder, which reports what it skips as part of the scalar that follows.
package struct Transcoding: Sendable {
    private static let stride = 64

    /// Bytes in the origin, a scalar each.
    private var widths: [UInt8] = []
    /// Bytes in the outcome, a scalar each (1...4).
    private var outcomeWidths: [UInt8] = []
    private var originMarks: [UInt32] = []
    private var outcomeMarks: [UInt32] = []
    private var originCount: Int
    private var outcomeCount = 0

    /// - Parameter skipping: bytes before the first scalar that stand for nothing (a byte-order mark).
    package init(skipping: Int = 0) {
        originCount = skipping
    }

    /// Records the next scalar: `width` bytes of the origin became `outcomeWidth` bytes of UTF-8.
    package mutating func append(width: Int, outcomeWidth: Int) {
        if widths.count % Self.stride == 0 {
            originMarks.append(UInt32(originCount))
            outcomeMarks.append(UInt32(outcomeCount))
        }
        precondition(width <= 255, "a decoder reports at most 255 bytes a scalar")
        widths.append(UInt8(width))
        outcomeWidths.append(UInt8(outcomeWidth))
        originCount += width
        outcomeCount += outcomeWidth
    }

    func origin(of lower: Int, _ upper: Int) -> (Int, Int) {
        carry(lower, upper, from: outcomeMarks, outcomeWidths, to: originMarks, widths)
    }

    func outcome(of lower: Int, _ upper: Int) -> (Int, Int) {
        carry(lower, upper, from: originMarks, widths, to: outcomeMarks, outcomeWidths)
    }

    private func carry(
        _ lower: Int,
        _ upper: Int,
        from: [UInt32],
        _ fromWidths: [UInt8],
        to: [UInt32],
        _ toWidths: [UInt8]
    ) -> (Int, Int) {
        let start = place(of: lower, roundingUp: false, from: from, fromWidths, to: to, toWidths)
        guard lower < upper else { return (start, start) }
        return (start, place(of: upper, roundingUp: true, from: from, fromWidths, to: to, toWidths))
    }

    /// Where the scalar that holds `offset` begins on the other side, or ends, where `offset` cuts it and rounds up.
    private func place(
        of offset: Int,
        roundingUp: Bool,
        from: [UInt32],
        _ fromWidths: [UInt8],
        to: [UInt32],
        _ toWidths: [UInt8]
    ) -> Int {
        var low = 0
        var high = from.count
        while low < high {
            let middle = (low + high) / 2
            if Int(from[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return to.first.map(Int.init) ?? offset }
        var here = Int(from[low - 1])
        var there = Int(to[low - 1])
        var scalar = (low - 1) * Self.stride
        while scalar < fromWidths.count, here + Int(fromWidths[scalar]) <= offset {
            here += Int(fromWidths[scalar])
            there += Int(toWidths[scalar])
            scalar += 1
        }
        if roundingUp, here < offset, scalar < toWidths.count { there += Int(toWidths[scalar]) }
        return there
    }
}
