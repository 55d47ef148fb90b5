import Foundation
import PackagePlugin

/// Writes the system's word lists into one Swift file as `StaticString` literals: sorted tables that need no parsing
/// when the program starts. A system without a list gets an empty table; repairs that ask for a known word are then
/// fewer, and nothing else changes.
@main
struct EmbedWordLists: BuildToolPlugin {
    /// Debian's `wamerican` and `wspanish`; other systems keep lists of the same names in the same place.
    static let lists = [
        ("english", "/usr/share/dict/american-english"),
        ("spanish", "/usr/share/dict/spanish"),
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let output = context.pluginWorkDirectoryURL.appending(path: "WordTables.swift")
        var arguments = [output.path]
        var inputs: [URL] = []
        for (name, path) in Self.lists {
            arguments.append("\(name)=\(path)")
            if FileManager.default.isReadableFile(atPath: path) {
                inputs.append(URL(filePath: path))
            } else {
                Diagnostics.warning("no word list \(path): the table '\(name)' stays empty")
            }
        }
        return [
            .buildCommand(
                displayName: "Embedding \(inputs.count) word lists",
                executable: try context.tool(named: "embed-word-lists").url,
                arguments: arguments,
                inputFiles: inputs,
                outputFiles: [output]
            )
        ]
    }
}
