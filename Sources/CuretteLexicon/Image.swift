/// How compiled data is spelled in a literal of the program: a `StaticString` can hold no bytes but those of
/// well-formed text, and the compiler reads one long string faster than a long array.
///
/// A number is a fixed count of digits of six bits each, from "0" (0x30) on, the highest first. Bytes are preceded by
/// their count; those above 0x7F are spelled as the scalars of the same value.
enum Image {
    /// Digits of a count of bytes.
    private static let countDigits = 4

    struct Writer {
        private(set) var text = ""

        mutating func write(_ number: Int, digits: Int) {
            precondition(number >> (6 * digits) == 0, "\(number) does not fit \(digits) digits")
            for digit in (0..<digits).reversed() {
                text.unicodeScalars.append(Unicode.Scalar(UInt8(0x30 + (number >> (6 * digit)) & 0x3F)))
            }
        }

        mutating func write(_ bytes: [UInt8]) {
            write(bytes.count, digits: Image.countDigits)
            for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        }
    }

    struct Reader {
        private var next: UnsafePointer<UInt8>

        init(_ image: UnsafePointer<UInt8>) { next = image }

        @inline(__always)
        mutating func number(digits: Int) -> Int {
            var number = 0
            for _ in 0..<digits {
                number = number << 6 | Int(next.pointee &- 0x30)
                next += 1
            }
            return number
        }

        mutating func bytes() -> [UInt8] {
            let count = number(digits: Image.countDigits)
            return Array(unsafeUninitializedCapacity: count) { bytes, initialized in
                for place in 0..<count {
                    if next.pointee < 0x80 {
                        bytes[place] = next.pointee
                        next += 1
                    } else {
                        bytes[place] = next[0] << 6 | next[1] & 0x3F
                        next += 2
                    }
                }
                initialized = count
            }
        }
    }
}
