#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The states from `before attribute name` to `self-closing start tag`, and what attributes say.
extension Tokenizer {
    private enum AttributeState {
        case beforeAttributeName, attributeName, afterAttributeName, beforeAttributeValue
        case attributeValueUnquoted, afterAttributeValueQuoted, selfClosingStartTag
    }

    /// Reads on from behind the tag's name to behind its `>`: whether the tag closes itself. Nil where the page ends
    /// in the tag.
    mutating func attributeStates() -> Bool? {
        attributes.removeAll(keepingCapacity: true)
        var state = AttributeState.beforeAttributeName
        var start = at
        while at < count {
            let byte = bytes[at]
            switch state {
            case .beforeAttributeName:
                switch byte {
                case UInt8(ascii: "/"):
                    at += 1
                    state = .selfClosingStartTag
                case UInt8(ascii: ">"):
                    at += 1
                    return false
                case _ where Self.isWhiteSpace(byte):
                    at += 1
                default:
                    // A `=` here begins a name instead of ending one.
                    start = at
                    at += 1
                    state = .attributeName
                }
            case .attributeName:
                switch byte {
                case UInt8(ascii: "="):
                    attributes.append(Attribute(name: start..<at))
                    at += 1
                    state = .beforeAttributeValue
                case UInt8(ascii: "/"), UInt8(ascii: ">"),
                    _ where Self.isWhiteSpace(byte):
                    attributes.append(Attribute(name: start..<at))
                    state = .afterAttributeName
                default:
                    at += 1
                    skipAboveGreaterThan()
                }
            case .afterAttributeName:
                switch byte {
                case UInt8(ascii: "="):
                    at += 1
                    state = .beforeAttributeValue
                case _ where Self.isWhiteSpace(byte):
                    at += 1
                default:
                    state = .beforeAttributeName
                }
            case .beforeAttributeValue:
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    guard let end = offset(of: byte, from: at + 1) else {
                        at = count
                        return nil
                    }
                    setValue(at + 1..<end)
                    at = end + 1
                    state = .afterAttributeValueQuoted
                case UInt8(ascii: ">"):
                    at += 1
                    return false
                case _ where Self.isWhiteSpace(byte):
                    at += 1
                default:
                    start = at
                    at += 1
                    state = .attributeValueUnquoted
                }
            case .attributeValueUnquoted:
                if byte == UInt8(ascii: ">") || Self.isWhiteSpace(byte) {
                    setValue(start..<at)
                    state = .beforeAttributeName
                } else {
                    at += 1
                    skipAboveGreaterThan()
                }
            case .afterAttributeValueQuoted:
                state = .beforeAttributeName
            case .selfClosingStartTag:
                if byte == UInt8(ascii: ">") {
                    at += 1
                    return true
                }
                state = .beforeAttributeName
            }
        }
        return nil
    }

    /// Passes over bytes above `>`: letters, that is, and none that ends a name or a value.
    @inline(__always)
    private mutating func skipAboveGreaterThan() {
        while at < count, bytes[at] > UInt8(ascii: ">") { at += 1 }
    }

    private mutating func setValue(_ range: Range<Int>) {
        attributes[attributes.count - 1].valueLower = UInt32(range.lowerBound)
        attributes[attributes.count - 1].valueUpper = UInt32(range.upperBound)
    }

    func offset(of byte: UInt8, from lower: Int) -> Int? {
        guard lower < count, let found = memchr(bytes + lower, Int32(byte), count - lower) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
    }

    // MARK: What attributes say

    /// Calls `body` with the value of an attribute, references read and line ends normalised.
    package func withValue<Result>(
        of attribute: Attribute,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let range = attribute.value
        let raw = UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
        let isPlain = raw.allSatisfy { $0 != 0x26 && $0 != 0x0D && $0 != 0 }
        return isPlain ? body(raw) : value(of: attribute).withUnsafeBufferPointer(body)
    }

    /// The value of an attribute, references read and line ends normalised.
    package func value(of attribute: Attribute) -> [UInt8] {
        var value: [UInt8] = []
        let range = attribute.value
        value.reserveCapacity(range.count)
        var here = range.lowerBound
        while here < range.upperBound {
            let byte = bytes[here]
            if byte == UInt8(ascii: "&"),
                let reference = characterReference(at: here, before: range.upperBound, isInAttribute: true)
            {
                reference.append(to: &value)
                here = reference.upper
                continue
            }
            switch byte {
            case 0: value.append(contentsOf: [0xEF, 0xBF, 0xBD])
            case 0x0D: if here + 1 == range.upperBound || bytes[here + 1] != 0x0A { value.append(0x0A) }
            default: value.append(byte)
            }
            here += 1
        }
        return value
    }
}
