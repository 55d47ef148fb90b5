import CDeflate
import CuretteIngest
import Foundation

/// A folder of files that a test writes, gone when the test is.
final class Folder {
    let path = NSTemporaryDirectory() + "curette-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a new file, in folders made as needed.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    /// What a reader finds in a new file.
    func read(
        _ name: String,
        _ bytes: [UInt8],
        as format: InputFormat = .auto,
        limits: Limits = Limits()
    ) throws -> [Result<Payload, IngestError>] {
        let file = try file(name, bytes)
        var found: [Result<Payload, IngestError>] = []
        Reader(limits: limits).read(.file(file), as: format) {
            found.append($0)
            return true
        }
        return found
    }

    func read(_ name: String, _ text: String, as format: InputFormat = .auto) throws -> [Result<Payload, IngestError>] {
        try read(name, Array(text.utf8), as: format)
    }
}

/// One gzip member.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(6) else { return [] }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_gzip_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        count = libdeflate_gzip_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
    }
}

func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

extension Result where Success == Payload, Failure == IngestError {
    /// The page as `id: text`, or the error's code.
    var summary: String {
        switch self {
        case .success(let payload): payload.id + ": " + String(decoding: payload.bytes, as: UTF8.self)
        case .failure(let error): error.code
        }
    }

    var payload: Payload? { try? get() }
}
