import CuretteSegment
import CuretteText

/// The heading paths of one page's blocks, each made once, however many mentions stand under it.
struct Sections {
    private let blocks: [Block]
    private let text: [UInt8]
    /// By the index of the innermost heading.
    private var paths: [Int: [String]] = [:]

    init(of blocks: [Block], in text: [UInt8]) {
        self.blocks = blocks
        self.text = text
    }

    /// The headings that `block` stands under, outermost first; its own text is not among them.
    mutating func path(to block: Int) -> [String] {
        guard let innermost = blocks[block].heading else { return [] }
        if let known = paths[innermost] { return known }
        var path: [String] = []
        var next: Int? = innermost
        while let heading = next {
            path.append(Excerpt.string(text, blocks[heading].words(in: text)))
            let above = blocks[heading].heading
            precondition(above.map { $0 < heading } ?? true, "a heading stands under one that comes before it")
            next = above
        }
        path.reverse()
        paths[innermost] = path
        return path
    }
}
