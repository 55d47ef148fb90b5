import CuretteBatch
import CuretteIngest
import CuretteReport
import CuretteTag

/// A row a page, for a person who looks on: written as pages are done, so a corpus of any size needs no memory.
///
/// The page's name stands last, as in `wc`: the other columns have a known width, and a long name harms nobody.
struct PageTable: Sendable {
    enum Place {
        case output, error
    }

    private let place: Place

    init(to place: Place) {
        self.place = place
    }

    func begin() {
        write(row("usage", "mentions", "cosmetic", "reconstructive", "repairs", "page"))
    }

    func add(_ entry: Answer.Row) {
        let page = Printable.string(entry.id)
        if let error = entry.error {
            write(row("-", "-", "-", "-", "-", "\(page) (\(Printable.string(error.code)))"))
            return
        }
        write(
            row(
                entry.usage.rawValue,
                "\(entry.mentions)",
                "\(entry.cosmetic)",
                "\(entry.reconstructive)",
                "\(entry.repairs)",
                page
            )
        )
    }

    func end(_ outcome: Batch.Outcome) {
        let errors = outcome.errors == 0 ? "" : ", \(outcome.errors) unread"
        write("\(outcome.pages) pages\(errors), \(outcome.mentions) mentions of procedures")
    }

    private func row(
        _ usage: String,
        _ mentions: String,
        _ cosmetic: String,
        _ reconstructive: String,
        _ repairs: String,
        _ page: String
    ) -> String {
        usage.padded(to: 14, atEnd: true) + mentions.padded(to: 8) + cosmetic.padded(to: 10)
            + reconstructive.padded(to: 16) + repairs.padded(to: 9) + "  " + page
    }

    private func write(_ line: String) {
        switch place {
        case .output: print(line)
        case .error: Terminal.say(line)
        }
    }
}

extension String {
    fileprivate func padded(to width: Int, atEnd: Bool = false) -> String {
        let padding = String(repeating: " ", count: max(0, width - count))
        return atEnd ? self + padding : padding + self
    }
}
