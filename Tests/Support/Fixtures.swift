public import Foundation

/// The project's own pages and what is known of them, found beside this file's folder, so that tests run from anywhere.
public enum Fixtures {
    public static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures", directoryHint: .isDirectory)

    /// All pages, in the order of their names.
    public static func pages() throws -> [URL] { try files(in: folder.appending(path: "pages")) }

    /// The files of a folder in the order of their names, hidden ones and folders left out.
    public static func files(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: [.isRegularFileKey],
            options: .skipsHiddenFiles
        )
        .filter { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// Data that lies beside the project and may not enter it; nil where `CURETTE_SHARED` does not say where.
    public static let shared = ProcessInfo.processInfo.environment["CURETTE_SHARED"].map {
        URL(filePath: $0, directoryHint: .isDirectory)
    }

    /// Whether what was recorded is to be written anew (`CURETTE_RECORD=1`).
    public static let isRecording = ProcessInfo.processInfo.environment["CURETTE_RECORD"] == "1"
}
