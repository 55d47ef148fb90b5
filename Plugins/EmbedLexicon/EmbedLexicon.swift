import Foundation
import PackagePlugin

/// Compiles the lexicon when the program is built, so that it need not be whenever the program starts.
@main
struct EmbedLexicon: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let output = context.pluginWorkDirectoryURL.appending(path: "LexiconImage.swift")
        let folder = target.directoryURL.appending(path: "Data")
        let tables = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return [
            .buildCommand(
                displayName: "Compiling the lexicon",
                executable: try context.tool(named: "compile-lexicon").url,
                arguments: [output.path, folder.path],
                inputFiles: tables.filter { $0.pathExtension == "tsv" },
                outputFiles: [output]
            )
        ]
    }
}
