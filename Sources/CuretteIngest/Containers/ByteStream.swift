/// The bytes of an input with its compression taken off, through a window that holds no more than its user asks for.
struct ByteStream: ~Copyable {
    let name: String
    private let limits: Limits
    private var file: FileBytes
    /// Nil where the file is plain.
    private var compressed: CompressedBytes?
    private var hasStarted = false
    /// Why the input goes no further. What came before is still there to be read.
    private(set) var failure: IngestError?

    /// The window; what lies before `lower` is done with.
    private(set) var bytes: [UInt8] = []
    private(set) var lower = 0
    /// The offset of `lower` in the expanded input.
    private(set) var offset = 0

    init(_ input: Input, limits: Limits) throws(IngestError) {
        file = try FileBytes(input)
        name = input.name
        self.limits = limits
    }

    /// What is in the window and not done with.
    var window: ArraySlice<UInt8> { bytes[lower...] }
    var available: Int { bytes.count - lower }

    /// Is done with the next `count` bytes of the window.
    mutating func drop(_ count: Int) {
        lower += count
        offset += count
    }

    /// Widens the window to `count` bytes if the input has so many.
    mutating func fill(to count: Int) throws(IngestError) {
        while available < count, try more() {}
    }

    /// Passes over `count` bytes without holding them: how many there were.
    mutating func skip(_ count: Int) throws(IngestError) -> Int {
        var skipped = 0
        while skipped < count {
            if available == 0, try !more() { break }
            let step = min(available, count - skipped)
            drop(step)
            skipped += step
        }
        return skipped
    }

    /// The next line without its line feed, done with; nil at the end. Of a line longer than `limit` nothing is held.
    mutating func line(limit: Int) throws(IngestError) -> Line? {
        var searched = 0
        while true {
            if let end = bytes[(lower + searched)...].firstIndex(of: 0x0A) {
                let line = bytes[lower..<end]
                drop(end + 1 - lower)
                return line.count > limit ? .tooLong : .whole(line)
            }
            searched = available
            if searched > limit {
                try skipLine()
                return .tooLong
            }
            if try more() { continue }
            guard available > 0 else { return nil }
            let line = window
            drop(available)
            return .whole(line)
        }
    }

    enum Line {
        case whole(ArraySlice<UInt8>)
        case tooLong
    }

    private mutating func skipLine() throws(IngestError) {
        while true {
            if let end = window.firstIndex(of: 0x0A) { return drop(end + 1 - lower) }
            drop(available)
            if try !more() { return }
        }
    }

    // MARK: More bytes

    /// Adds what comes next to the window: whether there was anything. Damage is thrown once all before it is done with.
    mutating func more() throws(IngestError) -> Bool {
        if failure == nil {
            do throws(IngestError) {
                return try read()
            } catch {
                failure = error
            }
        }
        if available == 0, let failure { throw failure }
        return false
    }

    private mutating func read() throws(IngestError) -> Bool {
        if lower > 0, lower >= bytes.count / 2 {
            // What is kept moves at most as often as it was read.
            bytes.removeFirst(lower)
            lower = 0
        }
        if !hasStarted {
            hasStarted = true
            // Pipes give what they have; four bytes tell a compression from the rest.
            repeat { try file.read(into: &bytes) } while bytes.count < 4 && !file.isAtEnd
            guard let coding = CompressedBytes.coding(of: bytes) else { return !bytes.isEmpty }
            compressed = CompressedBytes(bytes, as: coding, name: name, limits: limits)
            bytes = []
        }
        if let isMore = try compressed?.expand(from: &file, into: &bytes) { return isMore }
        let count = bytes.count
        try file.read(into: &bytes)
        return bytes.count > count
    }
}
