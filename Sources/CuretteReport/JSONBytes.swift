/// JSON as bytes, appended member by member: the order is the caller's, nothing is looked up by reflection, and nothing
/// becomes a string on the way (about seven times as fast as `JSONEncoder` was).
///
/// The caller opens and closes what it writes; commas, line breaks and indentation come by themselves.
package struct JSONBytes: ~Copyable {
    private var output = ChunkedBytes()
    /// Two spaces a level, a line a member; pairs of numbers stay on one line.
    private let isPretty: Bool
    private var depth = 0
    /// Whether the innermost object or array has nothing in it yet.
    private var isEmpty = true

    package init(isPretty: Bool = false) {
        self.isPretty = isPretty
    }

    /// All that was written so far.
    package var bytes: [UInt8] { mutating get { output.bytes } }

    package mutating func removeAll() { output.removeAll() }

    // MARK: Structure

    package mutating func openObject() { open(UInt8(ascii: "{")) }
    package mutating func closeObject() { close(UInt8(ascii: "}")) }
    package mutating func openArray() { open(UInt8(ascii: "[")) }
    package mutating func closeArray() { close(UInt8(ascii: "]")) }

    private mutating func open(_ bracket: UInt8) {
        output.append(bracket)
        depth += 1
        isEmpty = true
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if isPretty, !isEmpty { breakLine() }
        output.append(bracket)
        isEmpty = false
    }

    /// Begins the next member of an object; its value follows. `name` needs no escape.
    package mutating func key(_ name: StaticString) {
        element()
        output.append(UInt8(ascii: "\""))
        append(name)
        output.append(UInt8(ascii: "\""))
        output.append(UInt8(ascii: ":"))
        if isPretty { output.append(UInt8(ascii: " ")) }
    }

    /// Begins the next element of an array; its value follows.
    package mutating func element() {
        if !isEmpty { output.append(UInt8(ascii: ",")) }
        isEmpty = false
        if isPretty { breakLine() }
    }

    /// Ends the text with a line feed.
    package mutating func endLine() {
        precondition(depth == 0, "a line ends behind a whole value")
        output.append(UInt8(ascii: "\n"))
        isEmpty = true
    }

    private mutating func breakLine() {
        output.append(UInt8(ascii: "\n"))
        for _ in 0..<(2 * depth) { output.append(UInt8(ascii: " ")) }
    }

    // MARK: Values

    package mutating func null() { append("null") }

    package mutating func bool(_ value: Bool) { append(value ? "true" : "false") }

    package mutating func integer(_ value: Int) {
        if value < 0 { output.append(UInt8(ascii: "-")) }
        digits(value.magnitude, atLeast: 1)
    }

    /// `value` rounded to `places` decimals, all of them written, half away from zero.
    ///
    /// - Precondition: finite, and of a size whose digits fit in 64 bits; JSON knows no other numbers.
    package mutating func decimal(_ value: Double, places: Int) {
        var scale: UInt = 1
        for _ in 0..<places { scale *= 10 }
        precondition(value.isFinite && value.magnitude < 1e15, "a report's numbers are finite")
        let scaled = UInt((value.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero))
        if value < 0, scaled > 0 { output.append(UInt8(ascii: "-")) }
        digits(scaled / scale, atLeast: 1)
        guard places > 0 else { return }
        output.append(UInt8(ascii: "."))
        digits(scaled % scale, atLeast: places)
    }

    /// `[lower, upper]`, on one line whatever the style.
    package mutating func range(_ lower: Int, _ upper: Int) {
        output.append(UInt8(ascii: "["))
        integer(lower)
        output.append(UInt8(ascii: ","))
        if isPretty { output.append(UInt8(ascii: " ")) }
        integer(upper)
        output.append(UInt8(ascii: "]"))
        isEmpty = false
    }

    package mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    package mutating func string(_ utf8: [UInt8]) {
        utf8.withUnsafeBufferPointer { string($0) }
    }

    // MARK: Bytes

    @inline(__always)
    mutating func append(_ byte: UInt8) { output.append(byte) }

    @inline(__always)
    mutating func append(contentsOf run: UnsafeBufferPointer<UInt8>) { output.append(contentsOf: run) }

    @inline(__always)
    private mutating func append(_ text: StaticString) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func digits(_ value: UInt, atLeast places: Int) {
        var count = 1
        var above: UInt = 10
        while value >= above || count < places {
            count += 1
            let (next, overflows) = above.multipliedReportingOverflow(by: 10)
            above = overflows ? .max : next
            if overflows { break }
        }
        output.append(count: count) { digits in
            var rest = value
            for place in (0..<count).reversed() {
                digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
    }
}
