import CuretteIngest
import CuretteText
import Foundation

/// A file of html5lib's tokenizer suite, as far as tokens go: its lists of errors are not read.
struct TokenizerSuite: Decodable {
    struct Example: Decodable {
        let description: String
        let input: String
        let output: [[Value]]
        let initialStates: [String]?
        let lastStartTag: String?
        let doubleEscaped: Bool?

        /// A string of the case with its second layer of escapes read; nil where it holds a lone surrogate.
        func text(_ string: String) -> String? {
            guard doubleEscaped == true else { return string }
            var units: [UInt16] = []
            let escaped = Array(string.utf16)
            var index = 0
            while index < escaped.count {
                if escaped[index] == 0x5C, index + 5 < escaped.count, escaped[index + 1] == 0x75,
                    let unit = UInt16(String(decoding: escaped[(index + 2)..<(index + 6)], as: UTF16.self), radix: 16)
                {
                    units.append(unit)
                    index += 6
                } else {
                    units.append(escaped[index])
                    index += 1
                }
            }
            return String(validating: units, as: UTF16.self)
        }

        func expected() throws -> [TestToken] {
            var tokens: [TestToken] = []
            for row in output {
                func string(_ index: Int) -> String? {
                    index < row.count ? row[index].string.flatMap(text) : nil
                }
                switch row.first?.string {
                case "Character": tokens.append(.characters(string(1) ?? ""))
                case "Comment": tokens.append(.comment(string(1) ?? ""))
                case "StartTag":
                    let attributes = row[2].attributes ?? [:]
                    tokens.append(
                        .startTag(
                            string(1) ?? "",
                            Dictionary(
                                uniqueKeysWithValues: attributes.map { (text($0.key) ?? "", text($0.value) ?? "") }
                            ),
                            isSelfClosing: row.count > 3
                        )
                    )
                case "EndTag": tokens.append(.endTag(string(1) ?? ""))
                case "DOCTYPE":
                    tokens.append(.doctype(string(1), string(2), string(3), isCorrect: row[4].bool ?? false))
                default: throw CocoaError(.formatting)
                }
            }
            return tokens.joiningCharacters()
        }
    }

    /// What stands in an expected token: a string, a truth, the attributes, or null.
    struct Value: Decodable {
        var string: String?
        var bool: Bool?
        var attributes: [String: String]?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            string = try? container.decode(String.self)
            bool = try? container.decode(Bool.self)
            attributes = try? container.decode([String: String].self)
        }
    }

    let tests: [Example]
}

/// A token as the suite writes it.
enum TestToken: Equatable {
    case characters(String)
    case comment(String)
    case startTag(String, [String: String], isSelfClosing: Bool)
    case endTag(String)
    case doctype(String?, String?, String?, isCorrect: Bool)

    /// All tokens that a tokenizer has to give, with neighbouring text joined.
    static func all(of tokenizer: inout Tokenizer, over bytes: [UInt8]) -> [TestToken] {
        var tokens: [TestToken] = []
        func string(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
        while true {
            switch tokenizer.next() {
            case .endOfFile:
                return tokens.joiningCharacters()
            case .characters(let range):
                tokens.append(.characters(string(bytes[range])))
            case .scalars(_, let first, let second):
                var text: [UInt8] = []
                for value in second == 0 ? [first] : [first, second] {
                    if let scalar = Unicode.Scalar(value) { UTF8Bytes.append(scalar, to: &text) }
                }
                tokens.append(.characters(string(text)))
            case .comment(let range):
                tokens.append(.comment(string(tokenizer.text(of: range))))
            case .startTag(let tag):
                var attributes: [String: String] = [:]
                for attribute in tokenizer.attributes {
                    let name = string(tokenizer.text(of: attribute.name, lowercased: true))
                    if attributes[name] == nil { attributes[name] = string(tokenizer.value(of: attribute)) }
                }
                let name = string(tokenizer.text(of: tag.name, lowercased: true))
                tokens.append(.startTag(name, attributes, isSelfClosing: tag.isSelfClosing))
            case .endTag(let tag):
                tokens.append(.endTag(string(tokenizer.text(of: tag.name, lowercased: true))))
            case .doctype:
                let doctype = tokenizer.doctype
                tokens.append(
                    .doctype(
                        doctype.name.map { string(tokenizer.text(of: $0, lowercased: true)) },
                        doctype.publicIdentifier.map { string(tokenizer.text(of: $0)) },
                        doctype.systemIdentifier.map { string(tokenizer.text(of: $0)) },
                        isCorrect: !doctype.forcesQuirks
                    )
                )
            }
        }
    }
}

extension [TestToken] {
    func joiningCharacters() -> [TestToken] {
        reduce(into: []) { tokens, token in
            if case .characters(let more) = token, case .characters(let text)? = tokens.last {
                tokens[tokens.count - 1] = .characters(text + more)
            } else if token != .characters("") {
                tokens.append(token)
            }
        }
    }
}
