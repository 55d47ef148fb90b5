import CuretteText

/// Reads one HTML page: drives the tokenizer, keeps the stack of open elements, and has the text written.
struct DocumentReader {
    private var tokenizer: Tokenizer
    private let bytes: UnsafePointer<UInt8>
    var open: OpenElements
    private var flow: TextFlow
    var regions = Regions()
    private var tables = PageTables()
    private var links = 0
    private var lastAddress: Range<Int>?

    /// The text of the page's title and where it stands, once it was met.
    private(set) var title: (text: [UInt8], span: Range<Int>)?

    /// - Parameter deepest: how many elements may stand within each other before their tags no longer count.
    init(_ page: UnsafeBufferPointer<UInt8>, deepest: Int) {
        open = OpenElements(deepest: deepest)
        tokenizer = Tokenizer(page)
        bytes = tokenizer.bytes
        flow = TextFlow(bytes)
    }

    /// How many elements stood deeper than the limit.
    var elementsTooDeep: Int { open.everUnpushed }

    /// Reads the page to its end: what is to be edited, and the blocks of the text that results.
    mutating func read() -> (edits: Edits, marks: [Mark]) {
        loop: while true {
            switch tokenizer.next() {
            case .characters(let range):
                if !open.context.isUnseen { flow.characters(range, in: open.context) }
            case .scalars(let range, let first, let second):
                if !open.context.isUnseen { flow.scalars(range, first, second, in: open.context) }
            case .startTag(let tag):
                startTag(tag)
            case .endTag(let tag):
                endTag(tag)
            case .comment, .doctype:
                break
            case .endOfFile:
                break loop
            }
        }
        flow.finish(at: tokenizer.count)
        return (flow.edits, marks())
    }

    private mutating func marks() -> [Mark] {
        let blocks = flow.blocks
        let settled = regions.settledRoles(over: blocks)
        var roles = blocks.map { settled[$0.region] }
        LinkDensity.markMenus(in: &roles, of: blocks)
        return blocks.indices.map { index in
            let block = blocks[index]
            return Mark(
                span: Span(block.lower, block.upper),
                element: tables.settled(block.element),
                role: roles[index],
                isBold: block.bold == block.upper - block.lower
            )
        }
    }

    // MARK: Start tags

    private mutating func startTag(_ tag: TagToken) {
        let name = UnsafeBufferPointer(start: bytes + tag.name.lowerBound, count: tag.name.count)
        let element = Element.named(name)
        let traits = element.traits
        if open.context.isForeign, !traits.isDisjoint(with: [.block, .root]) || element == .img || element == .br {
            open.leaveForeignContent()
            tokenizer.isInForeignContent = open.context.isForeign
        }
        if traits.contains(.root) { return }
        if skipsRawText(of: element) { return }
        let region = open.context.region
        open.makeWay(for: element)
        if open.context.region != region { flow.boundary() }
        if traits.contains(.void) { return void(element) }

        let isBare = tokenizer.attributes.isEmpty
        // An element that changes nothing needs no place on the stack, unless its end tag could be taken for that of
        // one which does.
        if element == .other, isBare, !open.isOpen(.other) { return }
        let readsNames = traits.contains(.block) && !Self.nameless.contains(element)
        let attributes = isBare ? nil : TagAttributes(tokenizer, readsNames: readsNames)
        var context = open.context
        enter(element, attributes, &context)
        let opensRegion = enterRegion(of: element, attributes, &context)
        if element == .other, !opensRegion, context.element == open.context.element, !open.isOpen(.other) { return }

        if traits.contains(.separates) { flow.space() }
        if isBlock(element) || opensRegion { flow.boundary() }
        if tag.isSelfClosing, context.isForeign { return }
        open.push(element, name: Self.hash(name), context)
        tokenizer.isInForeignContent = open.context.isForeign
    }

    /// Elements whose class and id are names for all of a page, or for its kind of page.
    private static let nameless: ElementSet = [.main, .article, .h1, .h2, .h3, .h4, .h5, .h6, .option, .tr, .button]

    /// Whether the element breaks lines where it stands now: a button in a heading is part of it.
    private func isBlock(_ element: Element) -> Bool {
        guard element.traits.contains(.block) else { return false }
        if element == .button, case .heading = open.context.element { return false }
        return true
    }

    /// Script, style and their like, with all they hold; titles, which are read but not as text.
    private mutating func skipsRawText(of element: Element) -> Bool {
        guard !open.context.isForeign else { return false }
        switch element {
        case .script: tokenizer.enter(.scriptData, endedBy: Array("script".utf8))
        case .style: tokenizer.enter(.rawtext, endedBy: Array("style".utf8))
        case .noscript: tokenizer.enter(.rawtext, endedBy: Array("noscript".utf8))
        case .noembed: tokenizer.enter(.rawtext, endedBy: Array("noembed".utf8))
        case .noframes: tokenizer.enter(.rawtext, endedBy: Array("noframes".utf8))
        case .iframe: tokenizer.enter(.rawtext, endedBy: Array("iframe".utf8))
        case .title:
            tokenizer.enter(.rcdata, endedBy: Array("title".utf8))
            readTitle()
            return true
        case .xmp:
            tokenizer.enter(.rawtext, endedBy: Array("xmp".utf8))
            return false
        case .textarea:
            tokenizer.enter(.rcdata, endedBy: Array("textarea".utf8))
            return false
        case .plaintext:
            tokenizer.enter(.plaintext)
            return false
        default: return false
        }
        if element == .iframe { flow.space() }
        while true {
            switch tokenizer.next() {
            case .endTag, .endOfFile: return true
            default: continue
            }
        }
    }

    private mutating func readTitle() {
        var text: [UInt8] = []
        var span: Range<Int>?
        func add(_ byte: UInt8) {
            if byte > 0x20 || byte != 0x20 && !Tokenizer.isWhiteSpace(byte) {
                text.append(byte)
            } else if let last = text.last, last != 0x20 {
                text.append(0x20)
            }
        }
        loop: while true {
            switch tokenizer.next() {
            case .characters(var range):
                for offset in range { add(bytes[offset]) }
                while let first = range.first, Tokenizer.isWhiteSpace(bytes[first]) { range.removeFirst() }
                while let last = range.last, Tokenizer.isWhiteSpace(bytes[last]) { range.removeLast() }
                if !range.isEmpty { span = (span?.lowerBound ?? range.lowerBound)..<range.upperBound }
            case .scalars(let range, let first, let second):
                if first < 0x21 {
                    add(0x20)
                } else {
                    CharacterReference(upper: 0, first: first, second: second).append(to: &text)
                    span = (span?.lowerBound ?? range.lowerBound)..<range.upperBound
                }
            case .endTag, .endOfFile: break loop
            default: continue
            }
        }
        if text.last == 0x20 { text.removeLast() }
        if title == nil, let span { title = (text, span) }
    }

    private mutating func void(_ element: Element) {
        switch element {
        case .br: if !open.context.isUnseen { flow.lineBreak(in: open.context) }
        case .hr: flow.boundary()
        default: if element.traits.contains(.separates) { flow.space() }
        }
    }

    /// What the text in an element is, but for its role.
    private mutating func enter(_ element: Element, _ attributes: TagAttributes?, _ context: inout TextContext) {
        let traits = element.traits
        if traits.contains(.unseen) { context.isUnseen = true }
        switch element {
        case .h1, .h2, .h3, .h4, .h5, .h6: context.element = .heading(level: element.headingLevel ?? 1)
        case .ul, .ol, .dl, .menu, .dir:
            context.listDepth += 1
            context.element = .paragraph
        case .li, .dt, .dd: context.element = .item(depth: max(1, context.listDepth))
        case .table:
            tables.open(isLayout: { if case .presentation = $0 { true } else { false } }(attributes?.ariaRole))
            context.element = .paragraph
            context.listDepth = 0
        case .tr: tables.row()
        case .td, .th:
            if open.isOpen(.table) { context.element = tables.cell(isHeader: element == .th) }
        case .article, .section, .figcaption, .caption, .legend: context.element = .paragraph
        case .b, .strong: context.isBold = true
        case .a:
            let address = attributes?.address
            if !isSameAddress(address) { links += 1 }
            lastAddress = address
            if address != nil { context.link = links }
        case .pre, .listing, .xmp, .textarea, .plaintext: context.keepsWhiteSpace = true
        case .svg, .math: context.isForeign = true
        default: break
        }
        if case .heading? = attributes?.ariaRole { context.element = .heading(level: attributes?.ariaLevel ?? 2) }
    }

    /// Editors cut one link into several; those still are one. Addresses that lead nowhere say nothing of that: whole
    /// menus are made of `#`.
    private func isSameAddress(_ address: Range<Int>?) -> Bool {
        guard let address, let lastAddress, address.count == lastAddress.count, address.count > 1,
            bytes[address.lowerBound] != UInt8(ascii: "#"), !tokenizer.matches("javascript:", at: address.lowerBound)
        else { return false }
        return (0..<address.count).allSatisfy {
            bytes[address.lowerBound + $0] == bytes[lastAddress.lowerBound + $0]
        }
    }

    // MARK: End tags

    private mutating func endTag(_ tag: TagToken) {
        let name = UnsafeBufferPointer(start: bytes + tag.name.lowerBound, count: tag.name.count)
        let element = Element.named(name)
        switch element {
        case .br:
            if !open.context.isUnseen { flow.lineBreak(in: open.context) }
            return
        case .p: flow.boundary()
        case .other: if !open.isOpen(.other) { return }
        default: break
        }
        let region = open.context.region
        let breaks = isBlock(element)
        guard open.close(element, name: Self.hash(name)) else { return }
        if element == .table { tables.close() }
        if breaks || open.context.region != region { flow.boundary() }
        tokenizer.isInForeignContent = open.context.isForeign
    }

    /// Of a tag's name in lower case.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name { hash = (hash ^ UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x0100_0193 }
        return hash
    }
}
