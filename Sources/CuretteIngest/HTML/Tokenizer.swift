/// The tokenization stage of the WHATWG HTML Standard over UTF-8 bytes, with the place of every token.
///
/// Functions and states bear the standard's names. Three liberties leave the tokens as the standard has them and the
/// page uncopied: runs of text are handed out as ranges, the states that only look ahead (`script data less-than sign`
/// and its like) look ahead instead of remembering, and carriage returns are normalised where they are met.
///
/// The tokenizer cannot fail and takes time linear in the page, whatever the page is.
package struct Tokenizer {
    /// The states in which text is read; the tree above chooses among them.
    package enum State: Sendable {
        case data, rcdata, rawtext, scriptData, plaintext, cdataSection
    }

    let bytes: UnsafePointer<UInt8>
    let count: Int
    /// The place of the next byte to be read.
    var at = 0
    package private(set) var state: State = .data
    /// The only end tag that ends RCDATA, RAWTEXT and script data, in lower case.
    private(set) var appropriateEndTagName: [UInt8] = []
    var scriptState: ScriptState = .scriptData
    /// Whether the element in which the tokenizer stands is foreign (SVG, MathML), where `<![CDATA[` is no comment.
    package var isInForeignContent = false
    /// The attributes of the tag last read, in order; of two with one name the first counts.
    package internal(set) var attributes: [Attribute] = []
    package internal(set) var doctype = Doctype()

    /// - Parameter input: well-formed UTF-8 that outlives the tokenizer.
    package init(_ input: UnsafeBufferPointer<UInt8>) {
        // An empty buffer may have no address; no byte of it is read then.
        self.bytes = input.baseAddress ?? UnsafePointer(bitPattern: 1)!
        self.count = input.count
    }

    /// Reads on in another state, as the tree does after `<title>`, `<style>` and `<script>`.
    package mutating func enter(_ state: State, endedBy name: [UInt8] = []) {
        self.state = state
        appropriateEndTagName = name
        scriptState = .scriptData
    }

    /// The next token; `endOfFile` ever after the last.
    package mutating func next() -> Token {
        switch state {
        case .data: dataState()
        case .rcdata: rcdataState()
        case .rawtext: rawtextState()
        case .scriptData: scriptDataStates()
        case .plaintext: plaintextState()
        case .cdataSection: cdataSectionState()
        }
    }

    // MARK: Bytes

    @inline(__always)
    static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0C || byte == 0x0D
    }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26
    }

    @inline(__always)
    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte &- 0x30 < 10
    }

    /// Whether the ASCII letters of `word`, which is in lower case, stand at `offset` in any case.
    func matches(_ word: StaticString, at offset: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard offset + length <= count else { return false }
        for index in 0..<length {
            let byte = bytes[offset + index]
            guard (Self.isLetter(byte) ? byte | 0x20 : byte) == word.utf8Start[index] else { return false }
        }
        return true
    }

    // MARK: What tokens say

    /// The text of a comment, an identifier or a name: line ends normalised, NUL replaced.
    package func text(of range: Range<Int>, lowercased: Bool = false) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        for offset in range {
            switch bytes[offset] {
            case 0: text.append(contentsOf: [0xEF, 0xBF, 0xBD])
            case 0x0D: if offset + 1 == count || bytes[offset + 1] != 0x0A { text.append(0x0A) }
            case let byte where lowercased && byte &- 0x41 < 26: text.append(byte | 0x20)
            case let byte: text.append(byte)
            }
        }
        return text
    }
}
