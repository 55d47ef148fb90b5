public import CuretteText

/// An example that points at its own answers: `‹` and `›` stand round each, and are not part of the text.
public struct Marked: Sendable {
    public let text: [UInt8]
    public let spans: [Span<Clean>]

    public init(_ example: String) {
        var text: [UInt8] = []
        var open: [Int] = []
        var spans: [Span<Clean>] = []
        for scalar in example.unicodeScalars {
            switch scalar {
            case "‹": open.append(text.count)
            case "›":
                guard let lower = open.popLast() else { preconditionFailure("a › without its ‹ in: \(example)") }
                spans.append(Span(lower, text.count))
            default: UTF8Bytes.append(scalar, to: &text)
            }
        }
        precondition(open.isEmpty, "a ‹ without its › in: \(example)")
        self.text = text
        self.spans = spans.sorted()
    }
}
