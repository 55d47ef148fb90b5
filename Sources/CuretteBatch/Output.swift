import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where bytes go: standard output, or a file that appears when it is whole.
///
/// A file is written beside its place under another name and renamed at the end, so that nobody ever finds half of one
/// under the name he asked for, and what stood there before stays until then.
public final class Output: Sendable {
    /// So many bytes wait for company before they are written: a system call for each short report would cost as much
    /// as the report.
    private static let bufferLength = 1 << 16

    private let descriptor: Descriptor
    private let isBuffered: Bool
    private let buffer = Mutex<[UInt8]>([])
    /// Under which name the file is written until it is whole; nil where there is nothing to rename.
    private let draft: Mutex<String?>

    /// As given; `-` for standard output.
    public var place: String { descriptor.place }

    /// Standard output.
    ///
    /// - Parameter isBuffered: short writes are held back until 64 KiB have come together, or the end.
    public static func standard(isBuffered: Bool = false) -> Output {
        Output(.standardOutput, draft: nil, isBuffered: isBuffered)
    }

    /// A file at `path`. A device or pipe that is already there (`/dev/null`) is written to as it is.
    public static func file(_ path: String, isBuffered: Bool = false) throws(OutputError) -> Output {
        guard !isDevice(path) else {
            // Opening a folder fails, which is the answer it deserves.
            return Output(try Descriptor(opening: path, O_WRONLY, for: path), draft: nil, isBuffered: isBuffered)
        }
        // In the same folder, for a rename is atomic only within a file system; the process keeps two runs apart.
        let draft = "\(path).\(getpid()).part"
        let descriptor = try Descriptor(opening: draft, O_WRONLY | O_CREAT | O_TRUNC, for: path)
        return Output(descriptor, draft: draft, isBuffered: isBuffered)
    }

    /// Whether something is at `path` that is no ordinary file, and so cannot be replaced by one.
    public static func isDevice(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }

    /// A folder at `path`, made where there is none.
    package static func makeFolder(_ path: String) throws(OutputError) {
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw .last(at: path) }
    }

    private init(_ descriptor: Descriptor, draft: String?, isBuffered: Bool) {
        self.descriptor = descriptor
        self.isBuffered = isBuffered
        self.draft = Mutex(draft)
    }

    deinit {
        // Not finished: half a file is no use to anybody.
        if let draft = draft.withLock({ $0 }) { unlink(draft) }
    }

    /// Writes all of `bytes`; unless the output is buffered, nothing is held back, so that a partner at the other end
    /// of a pipe need not wait.
    public func write(_ bytes: [UInt8]) throws(OutputError) {
        let due = buffer.withLock { buffer in
            buffer += bytes
            return !isBuffered || buffer.count >= Self.bufferLength
        }
        if due { try flush() }
    }

    /// Writes what was held back.
    public func flush() throws(OutputError) {
        let held = buffer.withLock { buffer in
            defer { buffer = [] }
            return buffer
        }
        try descriptor.write(held)
    }

    /// Puts a whole file into its place. Without it, the file is dropped.
    public func finish() throws(OutputError) {
        try flush()
        guard let draft = draft.withLock({ $0 }) else { return }
        try descriptor.sync()
        try moveIntoPlace(draft, as: place, for: place)
        self.draft.withLock { $0 = nil }
    }
}
