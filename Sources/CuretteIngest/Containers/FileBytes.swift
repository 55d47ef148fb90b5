#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of a file or of standard input, in pieces, by POSIX: Foundation would cost more at start-up than most
/// pages take.
struct FileBytes: ~Copyable {
    static let pieceLength = 1 << 18

    let name: String
    private let descriptor: Int32
    private let isOwned: Bool
    private(set) var isAtEnd = false

    init(_ input: Input) throws(IngestError) {
        name = input.name
        switch input {
        case .standardInput(let descriptor):
            self.descriptor = descriptor
            isOwned = false
        case .file(let path):
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            isOwned = true
            if descriptor < 0 { throw Self.unreadable(path) }
        }
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Adds the next piece to `bytes`; adds nothing at the end.
    mutating func read(into bytes: inout [UInt8]) throws(IngestError) {
        guard !isAtEnd else { return }
        let count = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: Self.pieceLength))
        var taken = -1
        repeat {
            taken = bytes.withUnsafeMutableBytes { buffer in
                systemRead(descriptor, buffer.baseAddress.map { $0 + count }, Self.pieceLength)
            }
        } while taken < 0 && errno == EINTR
        bytes.removeLast(Self.pieceLength - max(0, taken))
        if taken < 0 { throw Self.unreadable(name) }
        if taken == 0 { isAtEnd = true }
    }

    private static func unreadable(_ name: String) -> IngestError {
        IngestError("unreadable", at: name, "it cannot be read: \(String(cString: strerror(errno)))")
    }
}

/// `read` under a name that the method above does not hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
