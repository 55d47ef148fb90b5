/// The standard's "prescan a byte stream to determine its encoding": what a `<meta>` among the first 1,024 bytes
/// declares.
enum MetaPrescan {
    private static let reach = 1024

    /// The encoding that the page declares of itself; nil where it declares none that there is.
    static func charset(of page: UnsafeBufferPointer<UInt8>) -> Charset? {
        let start = UnsafeBufferPointer(rebasing: page.prefix(reach))
        var tokenizer = Tokenizer(start)
        while true {
            switch tokenizer.next() {
            case .endOfFile:
                return nil
            case .startTag(let tag) where tag.name.count == 4 && tokenizer.matches("meta", at: tag.name.lowerBound):
                if let charset = charset(ofMeta: tokenizer) { return charset.declaredWithin }
            default:
                continue
            }
        }
    }

    private static func charset(ofMeta tokenizer: Tokenizer) -> Charset? {
        var label: [UInt8]?
        var content: [UInt8]?
        var isContentType = false
        for attribute in tokenizer.attributes.reversed() {
            let name = attribute.name
            func isNamed(_ word: StaticString) -> Bool {
                name.count == word.utf8CodeUnitCount && tokenizer.matches(word, at: name.lowerBound)
            }
            if isNamed("charset") { label = tokenizer.value(of: attribute) }
            if isNamed("content") { content = tokenizer.value(of: attribute) }
            if isNamed("http-equiv") {
                let value = attribute.value
                isContentType = value.count == 12 && tokenizer.matches("content-type", at: value.lowerBound)
            }
        }
        if let label { return Charset(label: label) }
        guard isContentType, let content else { return nil }
        return self.label(inContentType: content).flatMap(Charset.init(label:))
    }

    /// The standard's "extract a character encoding from a meta element", which serves HTTP headers as well:
    /// what follows `charset=`, in quotes or without.
    static func label(inContentType content: [UInt8]) -> ArraySlice<UInt8>? {
        let word = Array("charset".utf8)
        var here = 0
        while here + word.count <= content.count {
            guard zip(content[here...], word).allSatisfy({ $0 | 0x20 == $1 }) else {
                here += 1
                continue
            }
            here += word.count
            while here < content.count, Tokenizer.isWhiteSpace(content[here]) { here += 1 }
            guard here < content.count, content[here] == UInt8(ascii: "=") else { continue }
            here += 1
            while here < content.count, Tokenizer.isWhiteSpace(content[here]) { here += 1 }
            guard here < content.count else { return nil }
            let quote = content[here]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let rest = content[(here + 1)...]
                return rest.firstIndex(of: quote).map { rest[..<$0] }
            }
            return content[here...].prefix { !Tokenizer.isWhiteSpace($0) && $0 != UInt8(ascii: ";") }
        }
        return nil
    }
}
