import ArgumentParser
import Curette
import CuretteData
import CuretteEvaluate
import CuretteTag

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Fits the values of weights.tsv to annotated pages, and tells how they would do on pages they were not fitted to.
///
/// A tool for those who work on Curette; no part of the program.
@main
struct FitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curette-fit",
        abstract: "Fits the tagger's weights to annotated pages, each page left out in turn.",
        discussion: """
            What it prints is measured on the pages left out: with the priors, then with the fitted values. --write puts \
            the values fitted to all pages into the table.

            EXAMPLES
              swift run -c release curette-fit Fixtures/pages Fixtures/gold
              swift run -c release curette-fit Fixtures/pages Fixtures/gold \\
                  --write Sources/CuretteTag/Data/weights.tsv
            """
    )

    @Argument(help: ArgumentHelp("The folder of pages.", valueName: "pages"))
    var pages: String

    @Argument(help: ArgumentHelp("The folder of gold, as `curette evaluate` reads it.", valueName: "gold"))
    var gold: String

    @Option(help: ArgumentHelp("How firmly values are held to their priors.", valueName: "number"))
    var hold = Fit.usualHold

    @Option(help: ArgumentHelp("Write the values fitted to all pages into this table.", valueName: "file"))
    var write: String?

    @Flag(help: "Fit to all pages only, and print what changes.")
    var quick = false

    @Flag(help: "Fit nothing: tag all pages again and again, and print what a mention costs.")
    var time = false

    func run() throws {
        let pipeline = try Pipeline()
        let pages = try Corpus.pages(in: pages, gold: gold, by: pipeline)
        let priors = try WeightTable.rows(from: .builtIn).map { row in
            var row = row
            row.value = row.prior
            return row
        }
        let tagger = try Tagger(pipeline.lexicon)
        if time { return Self.time(tagger, pages) }
        let fit = Fit(tagger: tagger, hold: hold)
        let mentions = pages.reduce(0) { $0 + $1.targets.count }
        print("\(pages.count) pages, \(mentions) mentions that gold tags\n")
        if !quick {
            print("The priors:\n")
            try Self.tell(pages, Score(pipeline.lexicon), by: fit) { _ in priors }
            print("Fitted, each page by the others:\n")
            try Self.tell(pages, Score(pipeline.lexicon), by: fit) { left in
                try fit.values(from: priors, on: pages.filter { $0.gold.name != left.gold.name })
            }
        }
        let fitted = try fit.values(from: priors, on: pages)
        print("Values fitted to all pages, where they differ from the priors:\n")
        for row in fitted where row.value != row.prior {
            print("\(row.name)\t\(row.prior) → \(row.value)")
        }
        if let write { try Self.write(fitted, to: write) }
    }

    private static let timedRounds = 50

    /// Processor time: the clock on the wall also counts what else the machine does.
    private static func time(_ tagger: Tagger, _ pages: [Corpus.Page]) {
        var mentions = 0
        let start = clock()
        for _ in 0..<timedRounds {
            for page in pages {
                mentions += tagger.verdicts(on: page.extraction, in: page.blocks, title: page.title).verdicts.count
            }
        }
        let microseconds = Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e6
        print("\(mentions) mentions tagged, \(Decimals.four(microseconds / Double(max(1, mentions)))) µs each")
    }

    /// Scores every page by weights of its own.
    private static func tell(
        _ pages: [Corpus.Page],
        _ score: Score,
        by fit: Fit,
        weights: (Corpus.Page) throws -> [WeightTable.Row]
    ) throws {
        var score = score
        var loss = 0.0
        for page in pages {
            let rows = try weights(page)
            let reading = try fit.reading(of: page, by: rows)
            loss += Fit.loss(of: reading, on: page)
            score.add(page.retagged(by: reading), against: page.gold)
        }
        print(score.reliability.table)
        for name in [
            "tag_accuracy", "tag_macro_f1", "ece", "auroc", "either_confidence", "usage_accuracy", "usage_macro_f1",
        ] {
            print(
                name + String(repeating: " ", count: 18 - name.count)
                    + (score.value(of: name).map(Decimals.four) ?? "-")
            )
        }
        print(
            "surprise          \(Decimals.four(loss / Double(max(1, pages.reduce(0) { $0 + $1.targets.count })))) a mention\n"
        )
    }

    /// Puts values in place in a table, and leaves all else as it is.
    private static func write(_ rows: [WeightTable.Row], to path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DataFileError(path, "the file cannot be read")
        }
        let values = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.value) })
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let written = lines.map { line -> String in
            var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 4, let value = values[fields[0]] else { return String(line) }
            fields[1] = "\(value)"
            return fields.joined(separator: "\t")
        }
        try Data(written.joined(separator: "\n").utf8).write(to: URL(filePath: path))
    }
}
