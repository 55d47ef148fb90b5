/// What lies between two words of a page, as far as it matters to whether a name may run across it.
package struct Gap: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let space = Gap(rawValue: 1 << 0)
    package static let hyphen = Gap(rawValue: 1 << 1)
    /// ®, ™ and the like: they vanish.
    package static let mark = Gap(rawValue: 1 << 2)
    package static let apostrophe = Gap(rawValue: 1 << 3)
    package static let lineBreak = Gap(rawValue: 1 << 4)
    package static let blankLine = Gap(rawValue: 1 << 5)
    package static let slash = Gap(rawValue: 1 << 6)
    package static let comma = Gap(rawValue: 1 << 7)
    package static let open = Gap(rawValue: 1 << 8)
    package static let close = Gap(rawValue: 1 << 9)
    package static let colon = Gap(rawValue: 1 << 10)
    /// Full stop, semicolon, question and exclamation mark.
    package static let stop = Gap(rawValue: 1 << 11)
    package static let other = Gap(rawValue: 1 << 12)
    /// A dash between spaces, or an em dash: it separates, as a hyphen does not.
    package static let dash = Gap(rawValue: 1 << 13)

    /// A name may run across these and nothing else.
    package static let insideNames: Gap = [.space, .hyphen, .mark, .apostrophe, .lineBreak]

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
