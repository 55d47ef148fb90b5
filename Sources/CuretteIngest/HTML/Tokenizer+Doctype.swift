/// The doctype states. What a page's doctype says changes nothing in its text; it is read in full because where it
/// ends depends on it.
extension Tokenizer {
    private enum DoctypeState {
        case beforeName, name, afterName
        case afterPublicKeyword, beforePublicIdentifier, afterPublicIdentifier, betweenIdentifiers
        case afterSystemKeyword, beforeSystemIdentifier, afterSystemIdentifier, bogus
    }

    /// The doctype whose `<!doctype` stands at the cursor.
    mutating func doctypeStates() -> Token {
        let lower = at
        at += 9
        doctype = Doctype()
        var state = DoctypeState.beforeName
        while at < count {
            let byte = bytes[at]
            if byte == UInt8(ascii: ">") {
                switch state {
                case .beforeName, .afterPublicKeyword, .beforePublicIdentifier, .afterSystemKeyword,
                    .beforeSystemIdentifier:
                    doctype.forcesQuirks = true
                case .name, .afterName, .afterPublicIdentifier, .betweenIdentifiers, .afterSystemIdentifier, .bogus:
                    break
                }
                at += 1
                return .doctype(lower..<at)
            }
            state = doctypeState(after: state, byte)
        }
        if state != .bogus { doctype.forcesQuirks = true }
        return .doctype(lower..<at)
    }

    /// One step of the doctype states, on a byte that is not `>`.
    private mutating func doctypeState(after state: DoctypeState, _ byte: UInt8) -> DoctypeState {
        let isWhiteSpace = Self.isWhiteSpace(byte)
        let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        if isWhiteSpace {
            at += 1
            return switch state {
            case .name: .afterName
            case .afterPublicKeyword: .beforePublicIdentifier
            case .afterPublicIdentifier: .betweenIdentifiers
            case .afterSystemKeyword: .beforeSystemIdentifier
            default: state
            }
        }
        switch state {
        case .beforeName:
            doctype.name = at..<at + 1
            at += 1
            return .name
        case .name:
            at += 1
            doctype.name = (doctype.name?.lowerBound ?? at)..<at
            return .name
        case .afterName:
            if matches("public", at: at) {
                at += 6
                return .afterPublicKeyword
            }
            if matches("system", at: at) {
                at += 6
                return .afterSystemKeyword
            }
        case .afterPublicKeyword where isQuote, .beforePublicIdentifier where isQuote:
            doctype.publicIdentifier = identifier(quotedBy: byte)
            return .afterPublicIdentifier
        case .afterPublicIdentifier where isQuote, .betweenIdentifiers where isQuote,
            .afterSystemKeyword where isQuote, .beforeSystemIdentifier where isQuote:
            doctype.systemIdentifier = identifier(quotedBy: byte)
            return .afterSystemIdentifier
        case .afterSystemIdentifier:
            // Rubbish after a complete doctype does not make the page a quirky one.
            at += 1
            return .bogus
        case .bogus:
            at += 1
            return .bogus
        default:
            break
        }
        doctype.forcesQuirks = true
        return .bogus
    }

    /// The identifier whose quote stands at the cursor; a `>` ends it, and the doctype, before its time.
    private mutating func identifier(quotedBy quote: UInt8) -> Range<Int> {
        let lower = at + 1
        at = lower
        while at < count, bytes[at] != quote, bytes[at] != UInt8(ascii: ">") { at += 1 }
        let upper = at
        if at < count, bytes[at] == quote {
            at += 1
        } else {
            doctype.forcesQuirks = true
        }
        return lower..<upper
    }
}
