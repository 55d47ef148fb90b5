/// Words of a page, a path or an address as a terminal may see them.
package enum Printable {
    /// `text` without anything a terminal would obey: control characters are spelled out.
    package static func string(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        if isPlain { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            // Format characters too: a bidi override turns the rest of the line round.
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                shown += Self.spelledOut(scalar)
            // A space that is none of the keyboard's looks like one, which is often the very thing to be seen.
            case .spaceSeparator where scalar != " ": shown += Self.spelledOut(scalar)
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    private static func spelledOut(_ scalar: Unicode.Scalar) -> String {
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
}
