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

    @Option(help: ArgumentHelp("Name a page from standard input.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("Say where a page from standard input was published.", valueName: "url"))
    var url: String?

    /// Without a word about inputs, a pipe is read; a terminal is not waited for.
    var isStandardInput: Bool { inputs.isEmpty && filesFrom == nil || inputs == ["-"] }

    var isNothing: Bool { inputs.isEmpty && filesFrom == nil && Terminal.isInput }

    func validate() throws {
        if id != nil || url != nil, !isStandardInput {
            throw ValidationError("--id and --url describe a page from standard input; files are named by their paths.")
        }
    }
}

extension InputFormat: ExpressibleByArgument {}
