/// What the tokenizer hands out, one at a time: where it stands in the page, never a copy of it.
///
/// All ranges are byte offsets into the tokenizer's input. Tokens allocate nothing; what a tag's attributes or a
/// doctype say is asked of the tokenizer, until it moves on.
package enum Token: Equatable, Sendable {
    /// Text that stands in the page as it is to be read. One run of text comes in as many tokens as is convenient.
    case characters(Range<Int>)
    /// Text that stands otherwise in the page: a character reference, a carriage return, a NUL. The second scalar is
    /// 0 where there is one.
    case scalars(Range<Int>, UInt32, UInt32)
    case startTag(TagToken)
    case endTag(TagToken)
    /// What stands between the comment's delimiters, NUL and CR as they came.
    case comment(Range<Int>)
    case doctype(Range<Int>)
    case endOfFile
}

/// A tag as written. Its attributes are the tokenizer's until the next token.
package struct TagToken: Equatable, Sendable {
    /// From `<` to behind `>`.
    package let span: Range<Int>
    /// In whatever case it was written.
    package let name: Range<Int>
    package let isSelfClosing: Bool
}

/// One attribute of the tag last read, as written: names in any case, values with their references.
package struct Attribute: Equatable, Sendable {
    let nameLower: UInt32
    let nameUpper: UInt32
    var valueLower: UInt32
    var valueUpper: UInt32

    init(name: Range<Int>) {
        nameLower = UInt32(name.lowerBound)
        nameUpper = UInt32(name.upperBound)
        valueLower = UInt32(name.upperBound)
        valueUpper = UInt32(name.upperBound)
    }

    package var name: Range<Int> { Int(nameLower)..<Int(nameUpper) }
    package var value: Range<Int> { Int(valueLower)..<Int(valueUpper) }
}

/// What the doctype last read says, as ranges of the page.
package struct Doctype: Equatable, Sendable {
    package var name: Range<Int>?
    package var publicIdentifier: Range<Int>?
    package var systemIdentifier: Range<Int>?
    package var forcesQuirks = false
}
