// curette-benchmark PROGRAM: how fast `curette annotate` does its whole job on one core, from files to a file.
//
// The answer is checked before it is timed: a program that finds something else than the corpus holds has no speed.

import Foundation

guard let program = CommandLine.arguments.dropFirst().first else {
    FileHandle.standardError.write(Data("usage: curette-benchmark PROGRAM\n".utf8))
    exit(64)
}

/// How often is measured, at most, and for how long: the best counts, for what else the machine does only costs time.
let rounds = 5
let patience = 20.0
let megabytes = 50.0

let folder = FileManager.default.temporaryDirectory.appendingPathComponent("curette-benchmark-\(getpid())")

func measure() throws {
    for kind in Corpus.Kind.allCases { try measure(kind) }
    try measureStart()
}

func measure(_ kind: Corpus.Kind) throws {
    let pages = folder.appendingPathComponent(kind.rawValue)
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    let corpus = try Corpus(kind, in: pages, bytes: Int(megabytes * 1e6))
    print(
        "\(kind.rawValue): \(corpus.pages) pages of plain text, \(corpus.bytes) bytes, \(corpus.mentions) procedure names, "
            + "one every \(corpus.bytes / corpus.mentions) bytes"
    )

    let reports = folder.appendingPathComponent("reports.jsonl")
    let command = ["annotate", "--without", "text", "--jobs", "1", pages.path, "-o", reports.path]
    let found = try Reports(at: reports, of: Trial(program, command)).mentions
    guard found == corpus.mentions else {
        print("found \(found) procedure names instead of \(corpus.mentions): not timed")
        throw Wrong()
    }

    var trials: [Trial] = []
    while trials.count < rounds, trials.reduce(0, { $0 + $1.seconds }) < patience {
        trials.append(try Trial(program, command))
    }
    let seconds = trials.map(\.seconds).min() ?? 0
    let processor = trials.map(\.processorSeconds).min() ?? 0
    print("  curette annotate --without text --jobs 1, best of \(trials.count):")
    print("  \(rate(Double(corpus.pages), seconds)) pages/s, \(rate(Double(corpus.bytes) / 1e6, seconds)) MB/s")
    print("  \(seconds.formatted(places: 2)) s, of which processor \(processor.formatted(places: 2)) s")
}

/// How long one page takes from the program's start to its end.
func measureStart() throws {
    let page = folder.appendingPathComponent(Corpus.Kind.prose.rawValue).appendingPathComponent("00000.txt").path
    let starts = try (0..<21).map { _ in try Trial(program, ["annotate", page, "-o", "/dev/null"]).seconds }.sorted()
    print("start: curette annotate, one page of \(Corpus.pageBytes / 1000) KB, median of \(starts.count):")
    print("  \((starts[starts.count / 2] * 1000).formatted(places: 1)) ms from start to end")
}

func rate(_ amount: Double, _ seconds: Double) -> String {
    (amount / seconds).formatted(places: amount / seconds < 100 ? 1 : 0)
}

do {
    defer { try? FileManager.default.removeItem(at: folder) }
    try measure()
} catch {
    FileHandle.standardError.write(Data("curette-benchmark: \(error)\n".utf8))
    exit(1)
}
