/// The stack of open elements: as much of the standard's tree construction as text, roles and visibility depend on.
///
/// No deeper than browsers go: elements beyond the bound still break lines, but change nothing else.
struct OpenElements {
    struct Open {
        let element: Element
        /// Tells elements apart that have no case of their own.
        let name: UInt32
        /// What surrounds the text in it.
        var context: TextContext
        /// Its end tag came out of order: only its place on the stack is left of it.
        var isClosed = false
    }

    /// Elements that stand deeper are not pushed.
    private let deepest: Int

    init(deepest: Int) { self.deepest = deepest }

    private(set) var stack: [Open] = []
    /// How many elements stand above the bound, and how many ever did.
    private var unpushed = 0
    private(set) var everUnpushed = 0
    private var counts = [Int](repeating: 0, count: Element.allCases.count)
    /// The elements of which there is one on the stack.
    private var opens: ElementSet = []

    /// What surrounds text that comes now.
    private(set) var context = TextContext()

    func isOpen(_ element: Element) -> Bool { opens.contains(element) }

    private func isAnyOpen(_ elements: ElementSet) -> Bool { opens.meets(elements) }

    mutating func push(_ element: Element, name: UInt32, _ context: TextContext) {
        guard stack.count < deepest else {
            unpushed += 1
            everUnpushed += 1
            return
        }
        stack.append(Open(element: element, name: name, context: context))
        counts[Int(element.rawValue)] += 1
        opens.insert(element)
        self.context = context
    }

    private mutating func pop(to depth: Int) {
        while stack.count > depth {
            let open = stack.removeLast()
            counts[Int(open.element.rawValue)] -= 1
            if counts[Int(open.element.rawValue)] == 0 { opens.remove(open.element) }
        }
        unpushed = 0
        context = stack.last?.context ?? TextContext()
    }

    // MARK: End tags

    private static let tableParts: ElementSet = [.table, .tbody, .thead, .tfoot, .tr, .td, .th, .caption]

    /// Whether the end tag of `element` ends anything.
    mutating func close(_ element: Element, name: UInt32) -> Bool {
        if unpushed > 0 {
            unpushed -= 1
            return true
        }
        guard isOpen(element) else { return false }
        let isTablePart = Self.tableParts.contains(element)
        var isUnderBlock = false
        for depth in stack.indices.reversed() {
            let open = stack[depth]
            if open.element == element, open.name == name, !open.isClosed {
                if isUnderBlock, element.traits.contains(.formatting) {
                    close(at: depth)
                } else {
                    pop(to: depth)
                }
                return true
            }
            if open.element.traits.contains(.block) { isUnderBlock = true }
            // No end tag reaches out of a cell, but those of the table's parts; none of those out of the table.
            if open.element.traits.contains(.scope), !isTablePart || open.element == .table { return false }
        }
        return false
    }

    /// Ends a formatting element under blocks that go on: they go on without it.
    private mutating func close(at depth: Int) {
        stack[depth].isClosed = true
        let below = depth == 0 ? TextContext() : stack[depth - 1].context
        stack[depth].context = below
        var isBold = below.isBold
        var link = below.link
        for index in depth + 1..<stack.count {
            let element = stack[index].element
            if element == .b || element == .strong { isBold = true }
            if element == .a { link = stack[index].context.link }
            stack[index].context.isBold = isBold
            stack[index].context.link = link
        }
        context = stack.last?.context ?? TextContext()
    }

    // MARK: Implied end tags

    /// Ends what the start tag of `element` implies the end of.
    mutating func makeWay(for element: Element) {
        guard unpushed == 0 else { return }
        switch element {
        case .li: closeItem([.li])
        case .dt, .dd: closeItem([.dt, .dd])
        case .option: closeNearest([.option], within: [.select, .datalist])
        case .optgroup: closeNearest([.optgroup, .option], within: [.select, .datalist])
        case .tr: closeNearest([.tr, .caption], within: [.table])
        case .td, .th: closeNearest([.td, .th, .caption], within: [.table, .tr])
        case .tbody, .thead, .tfoot: closeNearest([.tbody, .thead, .tfoot, .caption], within: [.table])
        case .a: closeFormatting(.a)
        case .button: closeNearest([.button], within: [.table, .td, .th])
        default: break
        }
        if element.traits.contains(.endsParagraph) { closeParagraph() }
        if element.headingLevel != nil, stack.last?.element.headingLevel != nil { pop(to: stack.count - 1) }
    }

    mutating func closeParagraph() {
        guard isOpen(.p) else { return }
        for depth in stack.indices.reversed() {
            if stack[depth].element == .p { return pop(to: depth) }
            if stack[depth].element.traits.contains(.scope) { return }
        }
    }

    /// Leaves SVG or MathML, in which HTML's own elements cannot stand.
    mutating func leaveForeignContent() {
        guard let depth = stack.firstIndex(where: { $0.context.isForeign }) else { return }
        pop(to: depth)
    }

    private mutating func closeItem(_ items: ElementSet) {
        guard isAnyOpen(items) else { return }
        for depth in stack.indices.reversed() {
            let element = stack[depth].element
            if items.contains(element) { return pop(to: depth) }
            let traits = element.traits
            let isSpecial = !traits.isDisjoint(with: [.block, .scope])
            if isSpecial, !traits.contains(.itemTransparent) { return }
        }
    }

    /// Ends the outermost of `elements` that stands above the nearest of `bounds`.
    private mutating func closeNearest(_ elements: ElementSet, within bounds: ElementSet) {
        guard isAnyOpen(elements) else { return }
        var outermost: Int?
        for depth in stack.indices.reversed() {
            if bounds.contains(stack[depth].element) { break }
            if elements.contains(stack[depth].element) { outermost = depth }
        }
        if let outermost { pop(to: outermost) }
    }

    private mutating func closeFormatting(_ element: Element) {
        guard isOpen(element) else { return }
        for depth in stack.indices.reversed() {
            if stack[depth].element.traits.contains(.scope) { return }
            guard stack[depth].element == element, !stack[depth].isClosed else { continue }
            return stack[(depth + 1)...].contains { $0.element.traits.contains(.block) }
                ? close(at: depth) : pop(to: depth)
        }
    }
}
