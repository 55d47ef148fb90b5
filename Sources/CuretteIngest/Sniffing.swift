/// What bytes are, where nobody says.
enum Sniffing {
    /// How far into a page tags are looked for.
    private static let reach = 4096

    /// HTML by its first tag, or by so many tags that plain text could not hold them.
    static func format(of bytes: [UInt8]) -> Payload.Format {
        // NULs out, so that UTF-16 is seen as well.
        let start = bytes.prefix(reach).filter { $0 != 0 }
        return start.withUnsafeBufferPointer { buffer in
            var tokenizer = Tokenizer(buffer)
            var tags = 0
            while true {
                switch tokenizer.next() {
                case .endOfFile:
                    return tags >= fewestTags && tags * bytesPerTag >= buffer.count ? .html : .text
                case .doctype:
                    return .html
                case .startTag(let tag):
                    let name = UnsafeBufferPointer(rebasing: buffer[tag.name])
                    let element = Element.named(name)
                    if element.traits.contains(.root) { return .html }
                    if element != .other || name.elementsEqual("span".utf8) { tags += 1 }
                case .endTag(let tag):
                    if Element.named(UnsafeBufferPointer(rebasing: buffer[tag.name])) != .other { tags += 1 }
                case .characters, .scalars, .comment:
                    continue
                }
            }
        }
    }

    /// Fewer tags are an author's example of markup; a fragment of a page has one at least every so many bytes.
    private static let fewestTags = 2
    private static let bytesPerTag = 400

    /// What a file is that is no text at all; nil for all that may be.
    static func foreignKind(of bytes: [UInt8]) -> String? {
        let signatures: [(String, [UInt8])] = [
            ("a PDF document", Array("%PDF-".utf8)), ("a ZIP archive", [0x50, 0x4B, 3, 4]),
            ("a PNG image", [0x89, 0x50, 0x4E, 0x47]), ("a JPEG image", [0xFF, 0xD8, 0xFF]),
            ("a GIF image", Array("GIF89a".utf8)), ("a GIF image", Array("GIF87a".utf8)),
            ("a gzip file", [0x1F, 0x8B, 8]),
            ("an ELF program", [0x7F, 0x45, 0x4C, 0x46]),
        ]
        return signatures.first { bytes.starts(with: $0.1) }?.0
    }
}
