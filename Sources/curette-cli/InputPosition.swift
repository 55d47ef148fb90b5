import CuretteIngest
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How much of the input has been read, in bytes on the disk.
final class InputPosition: Sendable {
    /// 0 where it cannot be told, as with a pipe.
    private let total = Atomic(0)
    /// Bytes of the files that are done with.
    private let done = Atomic(0)
    private let within = Atomic(0)

    /// Between 0 and 1; nil where nobody can tell.
    var fraction: Double? {
        let total = total.load(ordering: .relaxed)
        guard total > 0 else { return nil }
        return min(1, Double(done.load(ordering: .relaxed) + within.load(ordering: .relaxed)) / Double(total))
    }

    /// Sums up what lies ahead.
    func survey(_ inputs: [Input]) {
        var total = 0
        for input in inputs {
            guard let size = Self.size(of: input) else { return }
            total += size
        }
        self.total.store(total, ordering: .relaxed)
    }

    /// A page was taken out of `input`.
    func took(_ record: Payload.Record?, from input: Input) {
        // In a compressed file the record's offset is none of the file's.
        guard let record, !input.name.hasSuffix(".gz") else { return }
        within.store(record.offset + record.length, ordering: .relaxed)
    }

    func ended(_ input: Input) {
        guard total.load(ordering: .relaxed) > 0 else { return }
        within.store(0, ordering: .relaxed)
        done.add(Self.size(of: input) ?? 0, ordering: .relaxed)
    }

    /// Bytes of a file; nil for a pipe. What is not there has none.
    private static func size(of input: Input) -> Int? {
        guard case .file(let path) = input else { return nil }
        var status = stat()
        guard stat(path, &status) == 0 else { return 0 }
        return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }
}
