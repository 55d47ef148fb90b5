import CuretteText

/// What surrounds a stretch of text: all that decides how it is written and filed.
struct TextContext {
    /// The index of the region (`Regions`) that gives the text its role.
    var region = 0
    var element = Mark.Element.paragraph
    var isBold = false
    /// The link it stands in, numbered from 1; 0 outside links. Neighbouring links to one address share a number.
    var link = 0
    var keepsWhiteSpace = false
    var isUnseen = false
    var isForeign = false
    var listDepth = 0
}

/// One line-breaking stretch of text, as it is written.
struct FlowBlock {
    let lower: Int
    var upper: Int
    let element: Mark.Element
    let region: Int
    /// How many bytes of the block stand in links and in bold.
    var linked = 0
    var bold = 0
    var links = 0
    fileprivate var lastLink = 0
}

/// Writes the visible text of a page as edits of the page: markup goes, references become what they stand for, white
/// space collapses as a browser collapses it, and blocks stand on lines of their own.
///
/// The text itself is not built here: every offset is that of the text which the edits will make.
struct TextFlow {
    private(set) var edits = Edits()
    private(set) var blocks: [FlowBlock] = []

    private let draft: UnsafePointer<UInt8>
    /// The draft up to here is settled: kept or edited.
    private var taken = 0
    /// The length of the text so far.
    private var written = 0

    // What stands between the text so far and the next ink.
    private var hasSpace = false
    private var lineBreaks = 0
    private var hasBoundary = false
    private var isInBlock = false
    private var lastLink = 0

    init(_ draft: UnsafePointer<UInt8>) {
        self.draft = draft
    }

    // MARK: What separates

    /// A block begins or ends here.
    mutating func boundary() {
        hasBoundary = true
        isInBlock = false
    }

    /// A `<br>`. Two of them, where a writer knew no better, part paragraphs.
    mutating func lineBreak(in context: TextContext) {
        lineBreaks += 1
        if lineBreaks > 1, context.element == .paragraph { isInBlock = false }
    }

    /// Something that shows, and is no text, stands here.
    mutating func space() {
        hasSpace = true
    }

    // MARK: What is seen

    /// Text that stands in the page as it is read.
    mutating func characters(_ range: Range<Int>, in context: TextContext) {
        var here = range.lowerBound
        let upper = range.upperBound
        while here < upper {
            if Self.isWhiteSpace(draft[here]) {
                if context.keepsWhiteSpace, draft[here] == 0x0A { lineBreak(in: context) } else { hasSpace = true }
                here += 1
                continue
            }
            let lower = here
            here = endOfInk(from: lower, before: upper, keepsWhiteSpace: context.keepsWhiteSpace)
            begin(at: lower, in: context)
            taken = here
            add(here - lower, in: context)
        }
    }

    /// Text that stands in the page as something else: a reference, mostly.
    mutating func scalars(_ range: Range<Int>, _ first: UInt32, _ second: UInt32, in context: TextContext) {
        if first < 0x21 {
            // White space written as a reference collapses like all other; the rest of these are NUL and controls.
            if context.keepsWhiteSpace, first == 0x0A {
                lineBreak(in: context)
            } else {
                hasSpace = hasSpace || first != 0
            }
            return
        }
        begin(at: range.lowerBound, in: context)
        taken = range.upperBound
        if second == 0, let scalar = Unicode.Scalar(first) {
            edits.replace(range.lowerBound, range.upperBound, with: scalar, .entity)
            return add(UTF8.width(scalar), in: context)
        }
        var replacement: [UInt8] = []
        CharacterReference(upper: range.upperBound, first: first, second: second).append(to: &replacement)
        edits.replace(range.lowerBound, range.upperBound, with: replacement, .entity)
        add(replacement.count, in: context)
    }

    /// Drops what follows the last ink.
    mutating func finish(at count: Int) {
        if taken < count { edits.delete(taken, count, .markup) }
        taken = count
    }

    // MARK: Writing

    @inline(__always)
    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C)
    }

    /// The end of what can be kept as it stands: words with single spaces between them.
    @inline(__always)
    private func endOfInk(from lower: Int, before upper: Int, keepsWhiteSpace: Bool) -> Int {
        var here = lower + 1
        while here < upper {
            if draft[here] > 0x20 {
                here += 1
                continue
            }
            guard Self.isWhiteSpace(draft[here]) else {
                here += 1
                continue
            }
            var next = here
            if keepsWhiteSpace {
                while next < upper, Self.isWhiteSpace(draft[next]), draft[next] != 0x0A { next += 1 }
            } else if draft[here] == 0x20 {
                next += 1
            }
            guard next > here, next < upper, !Self.isWhiteSpace(draft[next]) else { return here }
            here = next + 1
        }
        return here
    }

    /// Settles all up to `lower`, where ink begins: what stands between becomes a line break, a space or nothing.
    private mutating func begin(at lower: Int, in context: TextContext) {
        // Links that touch are a menu, whose gaps a style sheet makes.
        let isNextLink = context.link != lastLink && context.link != 0 && lastLink != 0
        if isNextLink, !hasSpace, lineBreaks == 0 { boundary() }
        lastLink = context.link

        var separator: StaticString = ""
        if written == 0 {
            separator = ""
        } else if hasBoundary || lineBreaks == 1 {
            separator = "\n"
        } else if lineBreaks > 1 {
            separator = "\n\n"
        } else if hasSpace {
            separator = " "
        }
        let length = separator.utf8CodeUnitCount
        let stands = length == 1 && lower == taken + 1 && draft[taken] == separator.utf8Start[0]
        if !stands, taken < lower {
            edits.replace(
                taken,
                lower,
                with: UnsafeBufferPointer(start: separator.utf8Start, count: length),
                .markup
            )
        }
        taken = lower
        written += length
        hasSpace = false
        lineBreaks = 0
        hasBoundary = false
        if !isInBlock {
            blocks.append(
                FlowBlock(lower: written, upper: written, element: context.element, region: context.region)
            )
            isInBlock = true
        }
    }

    @inline(__always)
    private mutating func add(_ length: Int, in context: TextContext) {
        written += length
        let last = blocks.count - 1
        blocks[last].upper = written
        if context.isBold { blocks[last].bold += length }
        if context.link != 0 {
            blocks[last].linked += length
            if context.link != blocks[last].lastLink { blocks[last].links += 1 }
            blocks[last].lastLink = context.link
        }
    }
}
