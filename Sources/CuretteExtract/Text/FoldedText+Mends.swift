extension FoldedText {
    /// How a word of the page is to be read that is none.
    enum Mend {
        /// Two words grown together: the word, and how many of its letters belong to the first.
        case part(Int, Int)
        /// A misspelt word, and its letters as they should be.
        case correct(Int, [UInt8])

        var word: Int {
            switch self {
            case .part(let word, _), .correct(let word, _): word
            }
        }
    }

    /// The same text with words parted and corrected. Places stay those of the text: a corrected word stands where
    /// the misspelt one does.
    func mended(_ mends: [Mend]) -> FoldedText {
        var mended = FoldedColumns(roomFor: self)
        var next = 0
        for word in 0..<wordCount {
            let own = Int(starts[word])..<Int(starts[word + 1])
            guard next < mends.count, mends[next].word == word else {
                mended.append(letters[own], at: offsets[own], behind: gaps[word])
                continue
            }
            switch mends[next] {
            case .part(_, let count):
                mended.append(letters[own.prefix(count)], at: offsets[own.prefix(count)], behind: gaps[word])
                mended.append(letters[own.dropFirst(count)], at: offsets[own.dropFirst(count)], behind: [])
            case .correct(_, let right):
                // The last letter stands where the misspelt word's last one does, so that spans cover it whole.
                let places = right.indices.map { index in
                    offsets[
                        index == right.count - 1 ? own.upperBound - 1 : min(own.lowerBound + index, own.upperBound - 1)
                    ]
                }
                mended.append(right[...], at: places[...], behind: gaps[word], corrected: true)
            }
            next += 1
        }
        return FoldedText(bytes, mended)
    }
}
