/// What follows a `<`: the states `tag open`, `end tag open`, `tag name` and `markup declaration open`.
extension Tokenizer {
    /// Nil where the page has nothing to say here: `</>`, or a tag that the page ends in.
    mutating func tagOpenState() -> Token? {
        guard at + 1 < count else { return takeCharacters(1) }
        switch bytes[at + 1] {
        case UInt8(ascii: "!"):
            return markupDeclarationOpenState()
        case UInt8(ascii: "/"):
            return endTagOpenState()
        case UInt8(ascii: "?"):
            return bogusCommentState(from: at + 1)
        case let byte where Self.isLetter(byte):
            return tagNameState(from: at + 1).map(Token.startTag)
        default:
            return takeCharacters(1)
        }
    }

    private mutating func endTagOpenState() -> Token? {
        guard at + 2 < count else { return takeCharacters(2) }
        switch bytes[at + 2] {
        case let byte where Self.isLetter(byte):
            return tagNameState(from: at + 2).map(Token.endTag)
        case UInt8(ascii: ">"):
            at += 3
            return nil
        default:
            return bogusCommentState(from: at + 2)
        }
    }

    private mutating func markupDeclarationOpenState() -> Token {
        if matches("<!--", at: at) { return commentStates() }
        if matches("<!doctype", at: at) { return doctypeStates() }
        if isInForeignContent, matches("<![cdata[", at: at), isUppercaseCDATA(at: at + 3) {
            at += 9
            enter(.cdataSection)
            return cdataSectionState()
        }
        return bogusCommentState(from: at + 2)
    }

    /// `[CDATA[` is the one word of HTML whose case counts.
    private func isUppercaseCDATA(at offset: Int) -> Bool {
        (0..<5).allSatisfy { bytes[offset + $0] & 0x20 == 0 }
    }

    /// The tag whose `<` stands at the cursor and whose name begins at `lower`; nil where the page ends in it.
    private mutating func tagNameState(from lower: Int) -> TagToken? {
        let start = at
        var upper = lower + 1
        while upper < count {
            let byte = bytes[upper]
            if byte > UInt8(ascii: ">") {
                upper += 1
                continue
            }
            if byte == UInt8(ascii: ">") {
                // Most tags have no attributes: they end here.
                attributes.removeAll(keepingCapacity: true)
                at = upper + 1
                return TagToken(span: start..<at, name: lower..<upper, isSelfClosing: false)
            }
            if byte == UInt8(ascii: "/") || Self.isWhiteSpace(byte) { break }
            upper += 1
        }
        at = upper
        return attributeStates().map { TagToken(span: start..<at, name: lower..<upper, isSelfClosing: $0) }
    }

    // MARK: The appropriate end tag

    /// Whether the `</` at `offset` begins the end tag that the raw text waits for.
    func isAppropriateEndTag(at offset: Int) -> Bool {
        let length = appropriateEndTagName.count
        let end = offset + 2 + length
        guard length > 0, end < count, bytes[offset + 1] == UInt8(ascii: "/") else { return false }
        let closing = bytes[end]
        guard closing == UInt8(ascii: ">") || closing == UInt8(ascii: "/") || Self.isWhiteSpace(closing) else {
            return false
        }
        return (0..<length).allSatisfy { index in
            let byte = bytes[offset + 2 + index]
            return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == appropriateEndTagName[index]
        }
    }

    /// The end tag that stands at the cursor, and back to the data state.
    mutating func appropriateEndTag() -> Token {
        let tag = tagNameState(from: at + 2)
        enter(.data)
        return tag.map(Token.endTag) ?? .endOfFile
    }
}
