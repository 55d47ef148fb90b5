/// Finds menus that no markup calls so: runs of blocks nearly all of whose text is links, before the content begins or
/// after it has ended. Between, such a list may well be the page's own table of treatments.
enum LinkDensity {
    /// A menu has at least so many links.
    private static let fewestLinks = 3

    static func markMenus(in roles: inout [Role], of blocks: [FlowBlock]) {
        var first: Int?
        var last: Int?
        for (index, block) in blocks.enumerated() where roles[index] == .content {
            let isLong = block.upper - block.lower - block.linked >= Regions.sentence
            if case .heading(level: 1) = block.element { first = first ?? index }
            if isLong {
                first = first ?? index
                last = index
            }
        }
        guard let first else { return }
        markRuns(in: 0..<first, &roles, blocks)
        if let last { markRuns(in: last + 1..<blocks.count, &roles, blocks) }
    }

    private static func markRuns(in range: Range<Int>, _ roles: inout [Role], _ blocks: [FlowBlock]) {
        guard range.lowerBound < range.upperBound else { return }
        var index = range.lowerBound
        while index < range.upperBound {
            var end = index
            var links = 0
            while end < range.upperBound, roles[end] == .content, isLinks(blocks[end]) || isHeading(blocks[end]) {
                links += isLinks(blocks[end]) ? blocks[end].links : 0
                end += 1
            }
            if links >= fewestLinks {
                // A heading at the end of the run heads what follows, not the menu.
                while end > index, !isLinks(blocks[end - 1]) { end -= 1 }
                for member in index..<end { roles[member] = .navigation }
            }
            index = max(end, index + 1)
        }
    }

    private static func isLinks(_ block: FlowBlock) -> Bool {
        5 * block.linked >= 4 * (block.upper - block.lower)
    }

    private static func isHeading(_ block: FlowBlock) -> Bool {
        if case .heading(level: 2...) = block.element { true } else { false }
    }
}
