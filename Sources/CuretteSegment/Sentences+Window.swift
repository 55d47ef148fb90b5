import CuretteText

extension Sentences {
    /// The block in which a sentence is looked for.
    struct Window {
        let bytes: UnsafeBufferPointer<UInt8>
        let lower: Int
        let upper: Int

        /// A quick no for nearly every byte: full stop, exclamation and question mark, line breaks, and the leads of
        /// `…`, `。`, `।` and `؟`.
        @inline(__always)
        static func mayEnd(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x2E, 0x21, 0x3F, 0x0A, 0x0D, 0xE2, 0xE3, 0xE0, 0xD8: true
            default: false
            }
        }

        /// The width of the sign that may end a sentence at `offset`; 0 where another stands.
        func width(ofStopAt offset: Int) -> Int {
            switch bytes[offset] {
            case 0x2E, 0x21, 0x3F: return 1
            case 0xE2, 0xE3, 0xE0, 0xD8:
                let scalar = UTF8Bytes.scalar(in: bytes, at: offset)
                switch scalar.value {
                case 0x2026,  // HORIZONTAL ELLIPSIS
                    0x3002,  // IDEOGRAPHIC FULL STOP
                    0x0964,  // DEVANAGARI DANDA
                    0x061F:  // ARABIC QUESTION MARK
                    return offset + scalar.width <= upper ? scalar.width : 0
                default: return 0
                }
            default: return 0
            }
        }

        func isEllipsis(_ offset: Int) -> Bool { bytes[offset] == 0xE2 }

        /// Behind further stops, closing quotes and closing brackets.
        func skipClosing(_ offset: Int) -> Int {
            var offset = offset
            while offset < upper {
                let scalar = UTF8Bytes.scalar(in: bytes, at: offset)
                switch scalar.value {
                case 0x2E, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x5D, 0x201D, 0x2019, 0xBB, 0x2026: offset += scalar.width
                default: return offset
                }
            }
            return upper
        }

        func skipSpaces(_ offset: Int) -> Int {
            var offset = offset
            while offset < upper {
                let width = WhiteSpace.width(in: bytes, at: offset)
                if width == 0 { break }
                offset += width
            }
            return min(offset, upper)
        }

        func isSmall(_ offset: Int) -> Bool {
            guard offset < upper else { return false }
            if bytes[offset] < 0x80 { return bytes[offset] &- 0x61 < 26 }
            return Unicode.Scalar(UTF8Bytes.scalar(in: bytes, at: offset).value)?.properties.isLowercase ?? false
        }

        func isCapital(_ offset: Int) -> Bool {
            guard offset < upper else { return false }
            if bytes[offset] < 0x80 { return bytes[offset] &- 0x41 < 26 }
            return Unicode.Scalar(UTF8Bytes.scalar(in: bytes, at: offset).value)?.properties.isUppercase ?? false
        }
    }
}
