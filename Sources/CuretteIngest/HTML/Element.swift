/// The elements that change what a page's text is, or where its lines break. All others are inline, and `other`.
enum Element: UInt8, CaseIterable {
    case other
    // Sections and groups.
    case address, article, aside, blockquote, center, details, dialog, dir, div, fieldset, figcaption, figure, footer
    case form, h1, h2, h3, h4, h5, h6, header, hgroup, legend, listing, main, menu, nav, p, plaintext, pre, search
    case section, summary, xmp, html, body, head, frameset, optgroup, option, datalist
    // Lists.
    case ul, ol, dl, li, dt, dd
    // Tables.
    case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
    // Inline.
    case a, b, strong, button
    // Void.
    case area, base, br, embed, hr, img, input, link, meta, param, source, track, wbr
    // Those whose text is not the page's, or is read in another way.
    case script, style, title, textarea, template, noscript, noembed, noframes, iframe, audio, video, canvas, object
    case select, svg, math, desc, metadata, defs

    struct Traits: OptionSet {
        let rawValue: UInt16
        /// Stands on lines of its own.
        static let block = Traits(rawValue: 1)
        /// Its start tag ends an open paragraph.
        static let endsParagraph = Traits(rawValue: 2)
        static let void = Traits(rawValue: 4)
        /// Closed out of order, it ends where it stands and takes nothing with it.
        static let formatting = Traits(rawValue: 8)
        /// End tags of other elements do not reach out of it.
        static let scope = Traits(rawValue: 16)
        /// What it holds is not text of the page.
        static let unseen = Traits(rawValue: 32)
        /// Looked past when an item looks for the list it stands in.
        static let itemTransparent = Traits(rawValue: 64)
        /// Never on the stack: what they hold is all the page.
        static let root = Traits(rawValue: 128)
        /// Something that shows between the words on either side.
        static let separates = Traits(rawValue: 256)
    }

    var traits: Traits { Self.allTraits[Int(rawValue)] }

    var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }

    private static let allTraits: [Traits] = allCases.map { element in
        switch element {
        case .other, .a, .b, .strong: .formatting
        case .html, .body, .head, .frameset: .root
        case .address, .div, .p: [.block, .endsParagraph, .itemTransparent]
        case .legend, .optgroup, .option: .block
        case .caption, .td, .th: [.block, .scope]
        case .table: [.block, .endsParagraph, .scope]
        case .tbody, .thead, .tfoot, .tr: .block
        case .button: [.scope, .block]
        case .select: .block
        case .br, .wbr, .base, .link, .meta, .param, .source, .track, .area, .col: .void
        case .hr: [.void, .block, .endsParagraph]
        case .embed, .img, .input: [.void, .separates]
        case .script, .style, .title, .template, .noscript, .noembed, .noframes, .datalist, .desc, .metadata, .defs:
            .unseen
        case .iframe, .audio, .video, .canvas: [.unseen, .separates]
        case .colgroup: .unseen
        case .textarea: .block
        case .object, .svg, .math: [.scope, .separates]
        case .article, .aside, .blockquote, .center, .details, .dialog, .dir, .fieldset, .figcaption,
            .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .listing, .main, .menu, .nav,
            .plaintext, .pre, .search, .section, .summary, .xmp, .ul, .ol, .dl, .li, .dt, .dd:
            [.block, .endsParagraph]
        }
    }

    // MARK: By name

    /// The element that a tag names, in whatever case.
    static func named(_ name: UnsafeBufferPointer<UInt8>) -> Element {
        guard let key = key(of: name) else { return .other }
        var slot = Int(truncatingIfNeeded: (key &* multiplier) >> 56)
        while names[slot].key != 0 {
            if names[slot].key == key { return names[slot].element }
            slot = (slot + 1) & 255
        }
        return .other
    }

    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Names by their key, hashed with linear probing; a key of 0 is empty.
    private static let names: [(key: UInt64, element: Element)] = {
        var names = [(key: UInt64, element: Element)](repeating: (0, .other), count: 256)
        for element in allCases where element != .other {
            let name = Array("\(element)".utf8)
            guard let key = name.withUnsafeBufferPointer(key) else {
                preconditionFailure("the name \(element) is long")
            }
            var slot = Int(truncatingIfNeeded: (key &* multiplier) >> 56)
            while names[slot].key != 0 { slot = (slot + 1) & 255 }
            names[slot] = (key, element)
        }
        return names
    }()

    /// A name of up to twelve letters as a number, five bits each; nil where it is longer or no name of ours.
    private static func key(of name: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard name.count <= 12 else { return nil }
        var key: UInt64 = 0
        for byte in name {
            let letter = (byte | 0x20) &- 0x60
            if letter >= 1 && letter <= 26 {
                key = key << 5 | UInt64(letter)
            } else if byte &- 0x31 < 6 {
                // The digit of `h1`…`h6` goes where no letter reaches.
                key = key << 5 | 27 | UInt64(byte &- 0x30) << 60
            } else {
                return nil
            }
        }
        return key
    }
}
