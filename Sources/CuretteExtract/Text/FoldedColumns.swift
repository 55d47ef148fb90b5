import CuretteLexicon

/// The columns of a `FoldedText` while they are written.
struct FoldedColumns {
    private(set) var letters: [UInt8] = []
    private(set) var offsets: [UInt32] = []
    private(set) var starts: [UInt32] = []
    private(set) var gaps: [Gap] = []
    private(set) var corrected: [Int] = []

    /// Columns without a word yet, with room for those of a text like `text`.
    init(roomFor text: FoldedText) {
        letters.reserveCapacity(text.letters.count + 64)
        offsets.reserveCapacity(text.offsets.count + 64)
        starts.reserveCapacity(text.starts.count + 16)
        gaps.reserveCapacity(text.gaps.count + 16)
    }

    /// The columns of `bytes`, well-formed UTF-8.
    init(reading bytes: [UInt8], _ folding: Folding) {
        // An ampersand is the only character that gives more letters ("and") than it has bytes.
        let ampersands = bytes.lazy.filter { $0 == UInt8(ascii: "&") }.count
        let capacity = bytes.count + 2 * ampersands + 8
        letters = Array(unsafeUninitializedCapacity: capacity) { letters, letterCount in
            offsets = Array(unsafeUninitializedCapacity: capacity) { offsets, offsetCount in
                starts = Array(unsafeUninitializedCapacity: capacity) { starts, startCount in
                    gaps = Array(unsafeUninitializedCapacity: capacity) { gaps, gapCount in
                        var reader = WordReader(
                            letters: letters,
                            offsets: offsets,
                            starts: starts,
                            gaps: gaps
                        )
                        bytes.withUnsafeBufferPointer { reader.read($0, folding) }
                        (letterCount, offsetCount) = (reader.letterCount, reader.letterCount)
                        (startCount, gapCount) = (reader.wordCount, reader.wordCount)
                    }
                }
            }
        }
    }

    mutating func append(
        _ word: ArraySlice<UInt8>,
        at places: ArraySlice<UInt32>,
        behind gap: Gap,
        corrected isCorrected: Bool = false
    ) {
        if isCorrected { corrected.append(gaps.count) }
        starts.append(UInt32(letters.count))
        gaps.append(gap)
        letters.append(contentsOf: word)
        offsets.append(contentsOf: places)
    }

    /// Zero bytes behind the last letter: who reads eight letters at once may do so at any.
    static let padding = 8

    /// What follows the last word.
    mutating func finish(byteCount: Int) {
        starts.append(UInt32(letters.count))
        offsets.append(UInt32(byteCount))
        for _ in 0..<Self.padding { letters.append(0) }
    }
}
