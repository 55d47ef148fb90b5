import Foundation

/// What a file of reports says in sum.
struct Reports {
    /// Mentions of procedures.
    private(set) var mentions = 0

    /// - Parameter trial: the run that wrote them.
    init(at file: URL, of trial: Trial) throws {
        let text = try Data(contentsOf: file, options: .mappedIfSafe)
        let key = Data(#""summary":{"mentions":"#.utf8)
        var at = text.startIndex
        while let found = text.range(of: key, in: at..<text.endIndex) {
            at = found.upperBound
            var number = 0
            while at < text.endIndex, (0x30...0x39).contains(text[at]) {
                number = number * 10 + Int(text[at] - 0x30)
                at += 1
            }
            mentions += number
        }
    }
}
