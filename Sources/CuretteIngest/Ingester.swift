import CuretteText

/// The first stage: the bytes of one page in, its visible text out, aligned with those bytes, and what its markup said
/// of each stretch.
///
/// Odd content becomes a warning. Only what holds no page at all cannot be read.
package struct Ingester: Sendable {
    /// Offsets are kept in 32 bits.
    private static let largest = Int(UInt32.max) / 4

    private let elementDepth: Int

    package init(elementDepth: Int = Limits().elementDepth) {
        self.elementDepth = elementDepth
    }

    package func page(from payload: Payload) throws(IngestError) -> Page {
        guard payload.bytes.count <= Self.largest else {
            throw IngestError("page-too-large", at: payload.id, "the page has \(payload.bytes.count) bytes")
        }
        if let kind = Sniffing.foreignKind(of: payload.bytes) {
            throw IngestError("not-text", at: payload.id, "this is \(kind), not a page of text")
        }
        let format = payload.format ?? Sniffing.format(of: payload.bytes)
        let decoder = CharsetDecoder(payload.bytes, transport: payload.charset, isHTML: format == .html)
        var page = Page(
            of: payload,
            format: format,
            charset: decoder.charset.name,
            text: decoder.text,
            warnings: decoder.warnings
        )
        if format == .html { read(&page, of: payload) }
        return page
    }

    /// Takes the markup off an HTML page.
    private func read(_ page: inout Page, of payload: Payload) {
        let decoded = page.text.bytes
        let (edits, marks, title, tooDeep) = decoded.withUnsafeBufferPointer { buffer in
            var reader = DocumentReader(buffer, deepest: elementDepth)
            let (edits, marks) = reader.read()
            return (edits, marks, reader.title, reader.elementsTooDeep)
        }
        var text = page.text
        // Before the markup is off, the decoded text is what the title's place was measured in.
        let titleSpan = title.map { text.source(of: Span<Decoded>($0.span.lowerBound, $0.span.upperBound)) }
        text.decode(edits)
        var warnings = page.warnings
        if tooDeep > 0 {
            warnings.append(
                Warning(
                    "nesting-too-deep",
                    count: tooDeep,
                    "\(tooDeep) elements stand deeper than \(elementDepth) levels; their roles are not read"
                )
            )
        }
        page = Page(
            of: payload,
            format: page.format,
            charset: page.charset,
            text: text,
            title: title.flatMap { title in titleSpan.map { Page.Title(text: title.text, span: $0) } },
            marks: Mark.trimmed(marks, to: text.decoded),
            warnings: warnings
        )
    }
}

extension Mark {
    /// `marks` without the white space at their ends, those without anything else left out.
    fileprivate static func trimmed(_ marks: [Mark], to text: [UInt8]) -> [Mark] {
        text.withUnsafeBufferPointer { text in
            marks.compactMap { mark in
                var (lower, upper) = (mark.span.lower, mark.span.upper)
                while lower < upper {
                    let (scalar, width) = UTF8Bytes.scalar(in: text, at: lower)
                    guard isWhiteSpace(scalar) else { break }
                    lower += width
                }
                while lower < upper {
                    let (scalar, width) = UTF8Bytes.scalar(in: text, before: upper)
                    guard isWhiteSpace(scalar) else { break }
                    upper -= width
                }
                guard lower < upper else { return nil }
                return Mark(span: Span(lower, upper), element: mark.element, role: mark.role, isBold: mark.isBold)
            }
        }
    }

    private static func isWhiteSpace(_ value: UInt32) -> Bool {
        if value < 0x80 { return value == 0x20 || value >= 0x09 && value <= 0x0D }
        return Unicode.Scalar(value)?.properties.isWhitespace ?? false
    }
}
