/// Script data: text up to `</script>`, where a comment within the script hides a `<script>…</script>` of its own.
extension Tokenizer {
    /// The states that outlive a token. Those named for a less-than sign, an end tag or the start of an escape look
    /// ahead and leave no trace.
    enum ScriptState: Sendable {
        case scriptData
        case scriptDataEscaped, scriptDataEscapedDash, scriptDataEscapedDashDash
        case scriptDataDoubleEscaped, scriptDataDoubleEscapedDash, scriptDataDoubleEscapedDashDash

        var isDoubleEscaped: Bool {
            switch self {
            case .scriptDataDoubleEscaped, .scriptDataDoubleEscapedDash, .scriptDataDoubleEscapedDashDash: true
            default: false
            }
        }
    }

    mutating func scriptDataStates() -> Token {
        var start = at
        while at < count {
            let byte = bytes[at]
            switch byte {
            case 0, 0x0D:
                guard at == start else { return .characters(start..<at) }
                leaveDashes()
                if byte == 0 { return nul(as: 0xFFFD) }
                if let newline = carriageReturn() { return newline }
                start = at
            case UInt8(ascii: "<"):
                if !scriptState.isDoubleEscaped, isAppropriateEndTag(at: at) {
                    return at == start ? appropriateEndTag() : .characters(start..<at)
                }
                scriptDataLessThanSign()
            case UInt8(ascii: "-"):
                scriptDataDash()
            case UInt8(ascii: ">"):
                switch scriptState {
                case .scriptDataEscapedDashDash, .scriptDataDoubleEscapedDashDash: scriptState = .scriptData
                default: leaveDashes()
                }
                at += 1
            default:
                leaveDashes()
                at += 1
            }
        }
        return at == start ? .endOfFile : .characters(start..<at)
    }

    private mutating func leaveDashes() {
        switch scriptState {
        case .scriptData, .scriptDataEscaped, .scriptDataDoubleEscaped: break
        case .scriptDataEscapedDash, .scriptDataEscapedDashDash: scriptState = .scriptDataEscaped
        case .scriptDataDoubleEscapedDash, .scriptDataDoubleEscapedDashDash: scriptState = .scriptDataDoubleEscaped
        }
    }

    private mutating func scriptDataDash() {
        switch scriptState {
        case .scriptData: break
        case .scriptDataEscaped: scriptState = .scriptDataEscapedDash
        case .scriptDataEscapedDash, .scriptDataEscapedDashDash: scriptState = .scriptDataEscapedDashDash
        case .scriptDataDoubleEscaped: scriptState = .scriptDataDoubleEscapedDash
        case .scriptDataDoubleEscapedDash, .scriptDataDoubleEscapedDashDash:
            scriptState = .scriptDataDoubleEscapedDashDash
        }
        at += 1
    }

    /// The states `script data less-than sign`, `… escape start`, `… double escape start` and `… double escape end`:
    /// a `<` that begins no end tag.
    private mutating func scriptDataLessThanSign() {
        switch scriptState {
        case .scriptData:
            if matches("<!--", at: at) {
                scriptState = .scriptDataEscapedDashDash
                at += 4
            } else {
                at += 1
            }
        case .scriptDataEscaped, .scriptDataEscapedDash, .scriptDataEscapedDashDash:
            scriptState = isScript(at: at + 1) ? .scriptDataDoubleEscaped : .scriptDataEscaped
            at += 1
        case .scriptDataDoubleEscaped, .scriptDataDoubleEscapedDash, .scriptDataDoubleEscapedDashDash:
            let ends = at + 1 < count && bytes[at + 1] == UInt8(ascii: "/") && isScript(at: at + 2)
            scriptState = ends ? .scriptDataEscaped : .scriptDataDoubleEscaped
            at += 1
        }
    }

    private func isScript(at offset: Int) -> Bool {
        guard matches("script", at: offset), offset + 6 < count else { return false }
        let byte = bytes[offset + 6]
        return byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || Self.isWhiteSpace(byte)
    }
}
