/// Bytes that are written a few at a time: gathered in a chunk, so that the array behind it grows by chunks. An array that
/// is appended to byte by byte asks at each whether it is the only owner of its memory.
struct ChunkedBytes: ~Copyable {
    /// A page of memory: it stays in the cache while it fills.
    private static let size = 4096

    private let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    private var filled = 0
    private var written: [UInt8] = []

    deinit { chunk.deallocate() }

    /// All bytes so far.
    var bytes: [UInt8] {
        mutating get {
            flush()
            return written
        }
    }

    mutating func removeAll() {
        filled = 0
        written.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if filled == Self.size { flush() }
        chunk[filled] = byte
        filled &+= 1
    }

    @inline(__always)
    mutating func append(contentsOf run: UnsafeBufferPointer<UInt8>) {
        guard let start = run.baseAddress else { return }
        if run.count > Self.size &- filled {
            flush()
            if run.count > Self.size {
                written.append(contentsOf: run)
                return
            }
        }
        (chunk + filled).update(from: start, count: run.count)
        filled &+= run.count
    }

    /// Appends `count` bytes, at most a chunk of them, that `fill` writes.
    @inline(__always)
    mutating func append(count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        precondition(count <= Self.size, "a run that is written in place fits a chunk")
        if count > Self.size &- filled { flush() }
        fill(chunk + filled)
        filled &+= count
    }

    private mutating func flush() {
        written.append(contentsOf: UnsafeBufferPointer(start: chunk, count: filled))
        filled = 0
    }
}
