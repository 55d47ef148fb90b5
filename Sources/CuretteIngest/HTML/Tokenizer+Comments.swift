/// Comments, genuine and bogus.
extension Tokenizer {
    private enum CommentState {
        case commentStart, commentStartDash, comment, commentLessThanSign, commentLessThanSignBang
        case commentLessThanSignBangDash, commentLessThanSignBangDashDash, commentEndDash, commentEnd, commentEndBang
    }

    /// The comment whose `<!--` stands at the cursor.
    mutating func commentStates() -> Token {
        let lower = at + 4
        at = lower
        var state = CommentState.commentStart
        while at < count {
            let byte = bytes[at]
            switch (state, byte) {
            case (.comment, _):
                // The bulk of a comment: nothing counts but dashes and less-than signs.
                switch byte {
                case UInt8(ascii: "-"): state = .commentEndDash
                case UInt8(ascii: "<"): state = .commentLessThanSign
                default: break
                }
            case (.commentStart, UInt8(ascii: "-")):
                state = .commentStartDash
            case (.commentStart, UInt8(ascii: ">")), (.commentStartDash, UInt8(ascii: ">")):
                at += 1
                return .comment(lower..<lower)
            case (.commentStartDash, UInt8(ascii: "-")), (.commentEndDash, UInt8(ascii: "-")):
                state = .commentEnd
            case (.commentLessThanSign, UInt8(ascii: "!")):
                state = .commentLessThanSignBang
            case (.commentLessThanSign, UInt8(ascii: "<")):
                break
            case (.commentLessThanSignBang, UInt8(ascii: "-")):
                state = .commentLessThanSignBangDash
            case (.commentLessThanSignBangDash, UInt8(ascii: "-")):
                state = .commentLessThanSignBangDashDash
            case (.commentLessThanSignBangDash, _):
                state = .commentEndDash
                continue
            case (.commentLessThanSignBangDashDash, _):
                state = .commentEnd
                continue
            case (.commentEnd, UInt8(ascii: ">")):
                at += 1
                return .comment(lower..<at - 3)
            case (.commentEnd, UInt8(ascii: "!")):
                state = .commentEndBang
            case (.commentEnd, UInt8(ascii: "-")):
                break
            case (.commentEndBang, UInt8(ascii: "-")):
                state = .commentEndDash
            case (.commentEndBang, UInt8(ascii: ">")):
                at += 1
                return .comment(lower..<at - 4)
            default:
                state = .comment
                continue
            }
            at += 1
        }
        // What the page ends in is dropped as far as it could have been the comment's end.
        let unfinished =
            switch state {
            case .commentStartDash, .commentEndDash, .commentLessThanSignBangDash: 1
            case .commentEnd, .commentLessThanSignBangDashDash: 2
            case .commentEndBang: 3
            default: 0
            }
        return .comment(lower..<max(lower, count - unfinished))
    }

    /// Everything from `lower` up to the next `>` as a comment.
    mutating func bogusCommentState(from lower: Int) -> Token {
        let upper = offset(of: UInt8(ascii: ">"), from: lower) ?? count
        at = min(upper + 1, count)
        return .comment(lower..<upper)
    }
}
