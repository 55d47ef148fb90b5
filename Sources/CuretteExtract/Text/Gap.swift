/// What lies between two words of a page, as far as it matters to whether a name may run across it.
package struct Gap: OptionSet, Sendable {
    package let rawValue: UInt16

    // Asked at every word, also by the next stage: inlined where they are asked.
    @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

    @inlinable package static var space: Gap { Gap(rawValue: 1 << 0) }
    @inlinable package static var hyphen: Gap { Gap(rawValue: 1 << 1) }
    /// ®, ™ and the like: they vanish.
    @inlinable package static var mark: Gap { Gap(rawValue: 1 << 2) }
    @inlinable package static var apostrophe: Gap { Gap(rawValue: 1 << 3) }
    @inlinable package static var lineBreak: Gap { Gap(rawValue: 1 << 4) }
    @inlinable package static var blankLine: Gap { Gap(rawValue: 1 << 5) }
    @inlinable package static var slash: Gap { Gap(rawValue: 1 << 6) }
    @inlinable package static var comma: Gap { Gap(rawValue: 1 << 7) }
    @inlinable package static var open: Gap { Gap(rawValue: 1 << 8) }
    @inlinable package static var close: Gap { Gap(rawValue: 1 << 9) }
    @inlinable package static var colon: Gap { Gap(rawValue: 1 << 10) }
    /// Full stop, semicolon, question and exclamation mark.
    @inlinable package static var stop: Gap { Gap(rawValue: 1 << 11) }
    @inlinable package static var other: Gap { Gap(rawValue: 1 << 12) }
    /// A dash between spaces, or an em dash: it separates, as a hyphen does not.
    @inlinable package static var dash: Gap { Gap(rawValue: 1 << 13) }

    /// A name may run across these and nothing else.
    @inlinable package static var insideNames: Gap { Gap(rawValue: 1 << 0 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4) }

    @inlinable package func contains(_ other: Gap) -> Bool { rawValue & other.rawValue == other.rawValue }
    @inlinable package func isSubset(of other: Gap) -> Bool { rawValue & ~other.rawValue == 0 }
    @inlinable package func isDisjoint(with other: Gap) -> Bool { rawValue & other.rawValue == 0 }

    @inline(__always) var isInsideName: Bool { isSubset(of: Gap.insideNames) }

    /// What a scalar beyond ASCII parts words by.
    static func parting(_ scalar: UInt32) -> Gap {
        switch scalar {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
        case 0x2010, 0x2011: .hyphen
        case 0x2012...0x2015: .dash
        case 0x2018, 0x2019: .apostrophe
        case 0xAE, 0xA9, 0x2122, 0x2120: .mark
        case 0x2028, 0x2029: .blankLine
        default: .other
        }
    }
}
