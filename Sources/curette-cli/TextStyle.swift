import CuretteExtract

/// A colour or weight of text at a terminal: the codes of ECMA-48's SELECT GRAPHIC RENDITION, on and off; nested ones
/// leave each other alone.
struct TextStyle {
    private let on: String
    private let off: String

    static let bold = TextStyle(on: "1", off: "22")
    static let dim = TextStyle(on: "90", off: "39")

    private init(on: String, off: String) {
        self.on = on
        self.off = off
    }

    init(_ tag: Tag) {
        // Cosmetic and reconstructive in colours that those who confuse red and green tell apart.
        switch tag {
        case .cosmetic: self = TextStyle(on: "35", off: "39")
        case .reconstructive: self = TextStyle(on: "36", off: "39")
        case .umbrella: self = TextStyle(on: "33", off: "39")
        }
    }

    func applied(to text: String) -> String { "\u{1B}[\(on)m\(text)\u{1B}[\(off)m" }
}
