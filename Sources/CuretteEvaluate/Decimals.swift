/// Writes shares as the guideline's own scorer rounds them, so that the two agree to the last digit.
package enum Decimals {
    /// Four decimals of a number from 0 up, the last of them by the number as it is stored: 0.00005 is a little more than
    /// that and goes up, an exact half goes to the even digit.
    package static func four(_ value: Double) -> String {
        let scaled = value * 10_000
        var nearest = scaled.rounded(.toNearestOrEven)
        // The product may have been rounded to a half that the number is not: what was lost tells which side it is on.
        if scaled - scaled.rounded(.down) == 0.5 {
            let lost = (-scaled).addingProduct(value, 10_000)
            if lost > 0 { nearest = scaled.rounded(.up) }
            if lost < 0 { nearest = scaled.rounded(.down) }
        }
        let digits = String(Int(nearest))
        let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        return padded.dropLast(4) + "." + padded.suffix(4)
    }
}
