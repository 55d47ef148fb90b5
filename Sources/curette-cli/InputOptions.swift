import ArgumentParser
package import CuretteIngest

/// What the commands read, said the same way everywhere.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files, folders (all their pages, recursively), or - for standard input.",
            valueName: "input"
        )
    )
    var inputs: [String] = []

    @Option(help: ArgumentHelp("Read the names of inputs from a file, one a line.", valueName: "list"))
    var filesFrom: String?

    @Option(help: ArgumentHelp("What the inputs are; auto looks.", valueName: "format"))
    var inputFormat: InputFormat = .auto

    @Option(help: ArgumentHelp("Name a page from standard input; of a table, the column of names.", valueName: "id"))
    var id: String?

    @Option(
        help: ArgumentHelp(
            "Say where a page from standard input was published; of a table, the column of addresses.",
            valueName: "url"
        )
    )
    var url: String?

    @Option(
        help: ArgumentHelp("Take pages from this column of a table (CSV with a first row of names).", valueName: "name")
    )
    var column: String?

    @Option(help: ArgumentHelp("Give up pages larger than this.", valueName: "size"))
    var maxPage = ByteCount(bytes: Limits().pageBytes)

    @Option(help: ArgumentHelp("Give up compressed data that expands to more than n times its size.", valueName: "n"))
    var maxExpansion = Limits().expansionRatio

    @Option(help: ArgumentHelp("Ignore the tags of elements nested deeper than n.", valueName: "n"))
    var maxDepth = Limits().elementDepth

    /// Without a word about inputs, a pipe is read; a terminal is not waited for.
    var isStandardInput: Bool { inputs.isEmpty && filesFrom == nil || inputs == ["-"] }

    var isNothing: Bool { inputs.isEmpty && filesFrom == nil && Terminal.isInput }

    func validate() throws {
        if id != nil || url != nil, !isStandardInput, column == nil {
            throw ValidationError(
                "--id and --url describe a page from standard input or, with --column, name columns of a table; "
                    + "files are named by their paths."
            )
        }
        if column != nil, inputFormat != .auto, inputFormat != .csv {
            throw ValidationError("--column is for tables: leave --input-format away, or let it be csv.")
        }
        guard maxExpansion >= 1 else { throw ValidationError("--max-expansion is 1 or more.") }
        guard (1...100_000).contains(maxDepth) else {
            throw ValidationError("--max-depth is a number from 1 to 100000.")
        }
    }
}

extension InputOptions {
    var limits: Limits {
        var limits = Limits()
        limits.pageBytes = maxPage.bytes
        limits.expansionRatio = maxExpansion
        limits.elementDepth = maxDepth
        return limits
    }

    var columns: TableColumns {
        column.map { TableColumns(page: $0, id: id, url: url) } ?? TableColumns()
    }
}

extension InputFormat: ExpressibleByArgument {}

/// A number of bytes as a person writes it: `500000`, `64M`, `1G`; units are powers of 1,024.
struct ByteCount: ExpressibleByArgument, CustomStringConvertible {
    let bytes: Int

    init(bytes: Int) { self.bytes = bytes }

    init?(argument: String) {
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        let unit = argument.uppercased().last.flatMap { units[$0] }
        guard let number = Int(unit == nil ? argument[...] : argument.dropLast()), number > 0 else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
        guard !overflow else { return nil }
        self.bytes = bytes
    }

    var description: String {
        bytes % (1 << 20) == 0 ? "\(bytes >> 20)M" : "\(bytes)"
    }
}
