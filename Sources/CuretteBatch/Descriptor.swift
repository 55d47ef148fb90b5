#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file, closed when nobody holds it any more; whatever the system refuses is an `OutputError`.
final class Descriptor: Sendable {
    let number: Int32
    /// What errors name: the file as the user knows it.
    let place: String
    private let isOwned: Bool

    /// - Parameter flags: those of `open`; the file is never handed on to other programs.
    init(opening path: String, _ flags: Int32, for place: String) throws(OutputError) {
        number = open(path, flags | O_CLOEXEC, 0o666)
        self.place = place
        isOwned = true
        guard number >= 0 else { throw .last(at: place) }
    }

    static let standardOutput = Descriptor(standard: STDOUT_FILENO)

    private init(standard number: Int32) {
        self.number = number
        place = "-"
        isOwned = false
    }

    deinit {
        if isOwned, number >= 0 { close(number) }
    }

    /// Writes all of `bytes`.
    func write(_ bytes: [UInt8]) throws(OutputError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                systemWrite(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count >= 0 { written += count } else if errno != EINTR { throw .last(at: place) }
        }
    }

    /// Up to `count` bytes from `offset` on; fewer only at the end of the file.
    func read(_ count: Int, at offset: Int) throws(OutputError) -> [UInt8] {
        var failure: OutputError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let taken = pread(number, buffer.baseAddress?.advanced(by: filled), count - filled, offset + filled)
                if taken == 0 { return }
                if taken > 0 {
                    filled += taken
                } else if errno != EINTR {
                    failure = .last(at: place)
                    return
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    func truncate(to length: Int) throws(OutputError) {
        guard ftruncate(number, length) == 0 else { throw .last(at: place) }
    }

    /// Returns when the bytes are on the disk.
    func sync() throws(OutputError) {
        guard fsync(number) == 0 else { throw .last(at: place) }
    }

    /// Keeps other runs off the file as long as it is open: whether none was there before.
    func lock() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 }

    /// Whether `path` still leads to this file.
    func isAt(_ path: String) -> Bool {
        var (here, there) = (stat(), stat())
        return fstat(number, &here) == 0 && stat(path, &there) == 0 && here.st_ino == there.st_ino
            && here.st_dev == there.st_dev
    }
}

extension OutputError {
    /// What the system said last.
    static func last(at place: String) -> OutputError {
        let number = errno
        return OutputError(place, number: number, String(cString: strerror(number)))
    }
}

/// `write` under a name that the method above does not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

/// Renames a file and returns when the disk knows the new name.
func moveIntoPlace(_ draft: String, as path: String, for place: String) throws(OutputError) {
    guard rename(draft, path) == 0 else { throw .last(at: place) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
    // Some file systems cannot sync a folder; the file is in its place all the same.
    if let folder = try? Descriptor(opening: folder, O_RDONLY, for: place) { try? folder.sync() }
}
