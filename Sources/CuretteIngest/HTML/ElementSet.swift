/// A set of elements in one word of memory.
struct ElementSet: ExpressibleByArrayLiteral {
    private var bits: UInt128 = 0

    init(arrayLiteral elements: Element...) {
        for element in elements { insert(element) }
    }

    func contains(_ element: Element) -> Bool { bits & Self.bit(element) != 0 }
    func meets(_ other: ElementSet) -> Bool { bits & other.bits != 0 }

    mutating func insert(_ element: Element) { bits |= Self.bit(element) }
    mutating func remove(_ element: Element) { bits &= ~Self.bit(element) }

    private static func bit(_ element: Element) -> UInt128 { 1 << UInt128(element.rawValue) }
}
