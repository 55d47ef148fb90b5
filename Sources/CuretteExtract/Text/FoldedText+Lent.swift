import CuretteText

extension FoldedText {
    /// The columns of a text, lent for the length of a call to who reads them at every word.
    struct Lent {
        let bytes: UnsafeBufferPointer<UInt8>
        /// With 8 zero bytes behind the last letter.
        let letters: UnsafeBufferPointer<UInt8>
        let offsets: UnsafeBufferPointer<UInt32>
        let starts: UnsafeBufferPointer<UInt32>
        let gaps: UnsafeBufferPointer<Gap>

        var wordCount: Int { gaps.count }
        /// How many letters the text has.
        var letterCount: Int { letters.count - FoldedColumns.padding }

        /// The index of the first letter of a word.
        @inline(__always)
        func start(_ word: Int) -> Int { Int(starts[word]) }

        /// The first byte of a word in the text.
        @inline(__always)
        func firstByte(ofWord word: Int) -> UInt8 { bytes[Int(offsets[Int(starts[word])])] }

        /// The letters from a word on, to the end of the text.
        @inline(__always)
        func letters(fromWord word: Int) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: letters[Int(starts[word])..<letterCount])
        }
    }

    func lend<Outcome>(_ body: (Lent) -> Outcome) -> Outcome {
        bytes.withUnsafeBufferPointer { bytes in
            letters.withUnsafeBufferPointer { letters in
                offsets.withUnsafeBufferPointer { offsets in
                    starts.withUnsafeBufferPointer { starts in
                        gaps.withUnsafeBufferPointer { gaps in
                            body(Lent(bytes: bytes, letters: letters, offsets: offsets, starts: starts, gaps: gaps))
                        }
                    }
                }
            }
        }
    }
}
