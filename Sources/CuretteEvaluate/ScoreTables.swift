extension Reliability {
    /// A row a tenth of confidence that any tag has: how many, how confident on average, how often right.
    package var table: String {
        var text = "confidence   tags    mean   right\n"
        for (number, bin) in bins.enumerated() where bin.count > 0 {
            text += "0.\(number) – \(number == bins.count - 1 ? "1.0" : "0.\(number + 1)")"
            text += "\(bin.count)".flushRight(in: 8) + Decimals.four(bin.confidence).flushRight(in: 8)
            text += Decimals.four(bin.accuracy).flushRight(in: 8) + "\n"
        }
        return text
    }
}

extension Score {
    /// A row a figure.
    package var figureTable: String {
        figures.map { figure in
            figure.name + String(repeating: " ", count: 18 - figure.name.count) + (figure.digits ?? "-") + "\n"
        }.joined()
    }
}

extension Score.Figure {
    /// The figure as it is printed; nil where it has no value.
    package var digits: String? {
        value.map { isCount ? "\(Int($0))" : Decimals.four($0) }
    }
}

extension String {
    fileprivate func flushRight(in width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
