import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where lines go: standard output, or a file that appears when it is whole.
///
/// A file is written beside its place under another name and renamed at the end, so that nobody ever finds half of one
/// under the name he asked for, and what stood there before stays until then.
public final class Output: Sendable {
    /// As given; `-` for standard output.
    public let place: String
    private let descriptor: Int32
    /// Under which name the file is written until it is whole; nil where there is nothing to rename.
    private let draft: Mutex<String?>

    /// Standard output.
    public static func standard() -> Output { Output(place: "-", descriptor: STDOUT_FILENO, draft: nil) }

    /// A file at `path`. A device or pipe that is already there (`/dev/null`) is written to as it is.
    public static func file(_ path: String) throws(OutputError) -> Output {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            // Opening a folder fails, which is the answer it deserves.
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure(at: path) }
            return Output(place: path, descriptor: descriptor, draft: nil)
        }
        // In the same folder, for a rename is atomic only within a file system; the process keeps two runs apart.
        let draft = "\(path).\(getpid()).part"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(at: path) }
        return Output(place: path, descriptor: descriptor, draft: draft)
    }

    /// A folder at `path`, made where there is none.
    package static func makeFolder(_ path: String) throws(OutputError) {
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw failure(at: path) }
    }

    private init(place: String, descriptor: Int32, draft: String?) {
        self.place = place
        self.descriptor = descriptor
        self.draft = Mutex(draft)
    }

    deinit {
        if descriptor != STDOUT_FILENO { close(descriptor) }
        // Not finished: half a file is no use to anybody.
        if let draft = draft.withLock({ $0 }) { unlink(draft) }
    }

    /// Writes all of `bytes`; nothing is held back, so that a partner at the other end of a pipe need not wait.
    public func write(_ bytes: [UInt8]) throws(OutputError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                #if canImport(Glibc)
                    Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                #elseif canImport(Musl)
                    Musl.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                #else
                    Darwin.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                #endif
            }
            if count >= 0 { written += count } else if errno != EINTR { throw Self.failure(at: place) }
        }
    }

    /// Puts a whole file into its place. Without it, the file is dropped.
    public func finish() throws(OutputError) {
        guard let draft = draft.withLock({ $0 }) else { return }
        guard fsync(descriptor) == 0, rename(draft, place) == 0 else { throw Self.failure(at: place) }
        self.draft.withLock { $0 = nil }
    }

    private static func failure(at place: String) -> OutputError {
        let number = errno
        return OutputError(place, number: number, String(cString: strerror(number)))
    }
}
