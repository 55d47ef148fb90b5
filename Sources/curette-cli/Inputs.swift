import CuretteBatch
import CuretteIngest

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The seam to Ingest: turns what was said on the command line into pages, in order.
struct Inputs {
    private let options: InputOptions
    private let format: InputOptions.Format

    /// - Parameter format: stands above what the options say.
    init(_ options: InputOptions, format: InputOptions.Format? = nil) {
        self.options = options
        self.format = format ?? options.inputFormat
    }

    /// Submits each page, until that gives false.
    ///
    /// - Returns: how many files in folders were passed over, for they are of unknown kind.
    func read(_ submit: (Batch.Input) -> Bool) -> Int {
        var passedOver = 0
        var paths = options.inputs
        if let list = options.filesFrom {
            guard let data = FileManager.default.contents(atPath: list) else {
                _ = submit(.failure(IngestError("missing-file", at: list, "the list of inputs cannot be read")))
                return 0
            }
            paths += String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        if options.isStandardInput { paths = ["-"] }
        for path in paths {
            var isFolder = false
            if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
                let names = ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
                for name in names {
                    var isFolder = false
                    if FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder), isFolder {
                        continue
                    }
                    let ending = name.split(separator: ".").last.map(String.init) ?? ""
                    guard ["html", "htm", "xhtml", "txt", "md"].contains(ending) else {
                        passedOver += 1
                        continue
                    }
                    guard submit(page(path.hasSuffix("/") ? path + name : path + "/" + name)) else { return passedOver }
                }
            } else {
                guard submit(page(path)) else { return passedOver }
            }
        }
        return passedOver
    }

    private func page(_ path: String) -> Batch.Input {
        if path == "-" {
            var bytes: [UInt8] = []
            var line: [UInt8] = []
            repeat {
                line = Array((readLine(strippingNewline: false) ?? "").utf8)
                bytes += line
            } while !line.isEmpty
            return .success(Payload(id: options.id ?? "-", source: "-", url: options.url, bytes: bytes))
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            return .failure(IngestError("missing-file", at: path, "there is no such file, or it cannot be read"))
        }
        return .success(Payload(id: path, source: path, bytes: Array(data)))
    }
}
