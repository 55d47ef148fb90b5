package import CuretteText

/// Turns UTF-8 offsets of one text into code points.
///
/// One sweep over the text counts its code points up to every 64th byte; a look-up adds what lies between the mark and
/// the offset, so that a page full of spans costs no more than the page. Sorting all spans and sweeping once would need
/// no marks, but the sort costs more than they do, and the answers would have to find their way back.
package struct CodePoints {
    private static let stride = 64

    private let utf8: [UInt8]
    /// Code points before each 64th byte; nil where all bytes are ASCII, and offsets are code points already.
    private let marks: [UInt32]?

    /// - Parameter utf8: well-formed UTF-8.
    package init(of utf8: [UInt8]) {
        self.utf8 = utf8
        marks = utf8.withUnsafeBufferPointer { bytes in
            var marks: [UInt32] = []
            marks.reserveCapacity(bytes.count / Self.stride + 1)
            var continuations = 0
            var at = 0
            while at < bytes.count {
                marks.append(UInt32(at - continuations))
                let end = min(at + Self.stride, bytes.count)
                var inside: UInt8 = 0
                for index in at..<end where bytes[index] & 0xC0 == 0x80 { inside &+= 1 }
                continuations += Int(inside)
                at = end
            }
            marks.append(UInt32(at - continuations))
            return continuations == 0 ? nil : marks
        }
    }

    /// How many code points stand before `offset`; an offset inside a code point counts as its end.
    package subscript(offset: Int) -> Int {
        precondition(offset <= utf8.count, "an offset lies within its text")
        guard let marks else { return offset }
        let mark = offset / Self.stride
        var count = Int(marks[mark])
        utf8.withUnsafeBufferPointer { bytes in
            for index in mark * Self.stride..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
        }
        return count
    }

    package subscript(span: Span<Clean>) -> Span<CodePoint> {
        guard marks != nil else { return Span(span.lower, span.upper) }
        return Span(self[span.lower], self[span.upper])
    }
}
