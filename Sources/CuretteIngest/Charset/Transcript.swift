import CICU
import CuretteText

/// A text of another charset written in UTF-8, scalar by scalar, with the width of each where it came from.
struct Transcript {
    private(set) var decoded: [UInt8] = []
    private(set) var transcoding: Transcoding
    /// How many scalars stand for bytes that mean nothing in the charset.
    private(set) var undecodable = 0

    /// How many scalars ICU hands over at once.
    private static let batch = 2048

    /// Nil where ICU has no converter for `charset`.
    ///
    /// - Parameter skipping: bytes before `bytes` that stand for nothing.
    init?(of bytes: UnsafeBufferPointer<UInt8>, _ charset: Charset, skipping skipped: Int) {
        transcoding = Transcoding(skipping: skipped)
        guard let decoder = curette_decoder_open(charset.converter, bytes.baseAddress, bytes.count) else { return nil }
        defer { curette_decoder_close(decoder) }
        decoded.reserveCapacity(bytes.count + bytes.count / 8)
        var scalars = [UInt32](repeating: 0, count: Self.batch)
        var starts = [UInt32](repeating: 0, count: Self.batch)
        // A scalar ends where the next one begins, which is known only then.
        var open: UInt32?
        var start: UInt32 = 0
        while true {
            let count = Int(curette_decoder_next(decoder, &scalars, &starts, Int32(Self.batch)))
            if count == 0 { break }
            for index in 0..<count {
                if let open { append(open, width: Int(starts[index] &- start)) }
                open = scalars[index]
                start = starts[index]
            }
        }
        if let open { append(open, width: bytes.count - Int(start)) }
    }

    @inline(__always)
    private mutating func append(_ value: UInt32, width: Int) {
        if value < 0x80 {
            decoded.append(UInt8(value))
            return transcoding.append(width: min(255, width), outcomeWidth: 1)
        }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        if scalar == "\u{FFFD}" { undecodable += 1 }
        UTF8Bytes.append(scalar, to: &decoded)
        transcoding.append(width: min(255, width), outcomeWidth: UTF8.width(scalar))
    }
}
