import Foundation
import PackagePlugin

/// Writes each table of a target's `Data` folder into one Swift file as `StaticString` literals, so that the binary
/// runs from any place: resources beside it get lost when it is moved.
@main
struct EmbedTables: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = target.directoryURL.appending(path: "Data")
        let tables = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "tsv" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        let output = context.pluginWorkDirectoryURL.appending(path: "Tables.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(tables.count) tables of \(target.name)",
                executable: try context.tool(named: "embed-tables").url,
                arguments: [output.path] + tables.map(\.path),
                inputFiles: tables,
                outputFiles: [output]
            )
        ]
    }
}
