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
    static let pieceLength = 1 << 16

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
        // Room within the array would have to be cleared first: for small files that takes longer than reading them.
        let taken = withUnsafeTemporaryAllocation(byteCount: Self.pieceLength, alignment: 16) { piece in
            var taken = -1
            repeat {
                taken = systemRead(descriptor, piece.baseAddress, piece.count)
            } while taken < 0 && errno == EINTR
            if taken > 0 { bytes.append(contentsOf: piece[..<taken]) }
            return taken
        }
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
