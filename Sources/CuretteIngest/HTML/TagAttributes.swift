/// What the attributes of a start tag say of text, as far as Curette asks.
struct TagAttributes {
    var isHidden = false
    /// Controls something else on the page: an accordion's or a tab's head, not a form's button.
    var isToggle = false
    var isOpen = false
    var ariaLevel: Int?
    var ariaRole: AriaRole?
    /// What the first class or id that means anything says.
    var claimedRole: Role?
    /// Where the value of `href` stands in the page.
    var address: Range<Int>?

    /// The ARIA roles that say something of text.
    enum AriaRole {
        case landmark(Role)
        case heading
        case button
        case presentation
    }

    /// - Parameter readsNames: whether class and id are asked for what they say.
    init(_ tokenizer: borrowing Tokenizer, readsNames: Bool) {
        // The first attribute of a name counts, so the list is read from its end.
        for attribute in tokenizer.attributes.reversed() {
            let name = attribute.name
            func isNamed(_ word: StaticString) -> Bool {
                name.count == word.utf8CodeUnitCount && tokenizer.matches(word, at: name.lowerBound)
            }
            switch name.count {
            case 2 where readsNames && isNamed("id"), 5 where readsNames && isNamed("class"):
                claimedRole = tokenizer.withValue(of: attribute, RoleWords.standard.role) ?? claimedRole
            case 4 where isNamed("href"):
                address = attribute.value
            case 4 where isNamed("role"):
                ariaRole = tokenizer.withValue(of: attribute, Self.ariaRole)
            case 4 where isNamed("open"):
                isOpen = true
            case 5 where isNamed("style"):
                isHidden = tokenizer.withValue(of: attribute, Self.hides) || isHidden
            case 6 where isNamed("hidden"):
                isHidden = true
            case 10 where isNamed("aria-level"):
                ariaLevel = tokenizer.withValue(of: attribute) { value in
                    value.count == 1 && value[0] &- 0x31 < 6 ? Int(value[0] &- 0x30) : nil
                }
            case 11 where isNamed("aria-hidden"):
                isHidden = tokenizer.withValue(of: attribute) { Self.isWord("true", $0) } || isHidden
            case 13 where isNamed("aria-controls") || isNamed("aria-expanded"):
                isToggle = true
            default:
                break
            }
        }
    }

    private static func ariaRole(_ value: UnsafeBufferPointer<UInt8>) -> AriaRole? {
        let roles: [(StaticString, AriaRole)] = [
            ("navigation", .landmark(.navigation)), ("menu", .landmark(.navigation)),
            ("menubar", .landmark(.navigation)),
            ("banner", .landmark(.header)), ("contentinfo", .landmark(.footer)), ("complementary", .landmark(.sidebar)),
            ("form", .landmark(.form)), ("search", .landmark(.form)), ("main", .landmark(.content)),
            ("dialog", .landmark(.notice)), ("alertdialog", .landmark(.notice)), ("heading", .heading),
            ("button", .button), ("presentation", .presentation), ("none", .presentation),
        ]
        return roles.first { isWord($0.0, value) }?.1
    }

    /// Whether a style hides what it is of: `display:none` or `visibility:hidden`, white space and case aside.
    private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
        var lower = 0
        while lower < style.count {
            var upper = lower
            while upper < style.count, style[upper] != UInt8(ascii: ";") { upper += 1 }
            let declaration = UnsafeBufferPointer(rebasing: style[lower..<upper])
            if isWord("display:none", declaration) || isWord("visibility:hidden", declaration) { return true }
            lower = upper + 1
        }
        return false
    }

    /// Whether `bytes` spell `word`, white space and case aside; what follows a `!` does not count.
    private static func isWord(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        for byte in bytes where !Tokenizer.isWhiteSpace(byte) {
            if byte == UInt8(ascii: "!"), index == word.utf8CodeUnitCount { return true }
            let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
            guard index < word.utf8CodeUnitCount, word.utf8Start[index] == lower else { return false }
            index += 1
        }
        return index == word.utf8CodeUnitCount
    }
}
