/// The compressed side of a stream: gzip members and Zstandard frames, one behind the other.
struct CompressedBytes: ~Copyable {
    enum Coding {
        case gzip, zstd
    }

    let coding: Coding
    private let name: String
    private let ratio: Int
    /// Compressed bytes not yet expanded.
    private var held: [UInt8]
    private var lower = 0

    /// Expands members at once while they are small.
    private var inflation: Inflation
    /// The member or frame that is being expanded piece by piece.
    private var gzip: GzipExpansion?
    private var zstd: ZstdExpansion?
    private var bound: ExpansionBound

    /// A member that is not whole within so many bytes, or makes more than so many, is expanded piece by piece. Web
    /// archives have members of 10 to 100 kB.
    private static let wholeCompressed = 1 << 20
    private static let wholeExpanded = 8 << 20
    /// How much a step makes at most.
    private static let piece = 1 << 17

    init(_ start: [UInt8], as coding: Coding, name: String, limits: Limits) {
        held = start
        self.coding = coding
        self.name = name
        ratio = limits.expansionRatio
        inflation = Inflation(expansionRatio: limits.expansionRatio)
        bound = ExpansionBound(ratio: limits.expansionRatio)
    }

    /// The coding of a file that begins so; nil where it is plain.
    static func coding(of start: [UInt8]) -> Coding? {
        Inflation.isGzip(start) ? .gzip : ZstdExpansion.isFrame(start) ? .zstd : nil
    }

    /// Adds what comes next to `bytes`: whether there was anything.
    mutating func expand(from file: inout FileBytes, into bytes: inout [UInt8]) throws(IngestError) -> Bool {
        while true {
            if gzip != nil || zstd != nil {
                if try expandPiece(from: &file, into: &bytes) { return true }
                continue
            }
            if lower == held.count, try !hold(more: 1, from: &file) { return false }
            // Zeros after the last member pad tapes and blocks.
            if held[lower] == 0 {
                lower += 1
                continue
            }
            bound = ExpansionBound(ratio: ratio)
            switch coding {
            case .zstd: zstd = ZstdExpansion()
            case .gzip: if try expandMember(from: &file, into: &bytes) { return true }
            }
        }
    }

    /// Expands a whole gzip member, if it is small enough: whether it held anything. Otherwise the stream goes on
    /// piece by piece.
    private mutating func expandMember(from file: inout FileBytes, into bytes: inout [UInt8]) throws(IngestError)
        -> Bool
    {
        while true {
            switch inflation.inflate(held[lower...], as: .gzip, limit: Self.wholeExpanded) {
            case .whole(let expanded, let consumed):
                lower += consumed
                if bytes.isEmpty { bytes = expanded } else { bytes += expanded }
                return !expanded.isEmpty
            case .broken:
                let count = held.count - lower
                // Doubled, so that trying again costs no more than reading.
                if count < Self.wholeCompressed, try hold(more: max(count, 1 << 18), from: &file) { continue }
            case .tooLarge: break
            }
            gzip = GzipExpansion()
            return false
        }
    }

    private mutating func expandPiece(from file: inout FileBytes, into bytes: inout [UInt8]) throws(IngestError) -> Bool
    {
        var isMore = lower < held.count
        if !isMore { isMore = try hold(more: 1, from: &file) }
        let count = bytes.count
        let step = withUnsafeTemporaryAllocation(byteCount: Self.piece, alignment: 16) { piece in
            let step = held.withUnsafeBytes { source in
                self.step(UnsafeRawBufferPointer(rebasing: source[lower...]), piece)
            }
            bytes.append(contentsOf: piece[..<step.produced])
            return step
        }
        lower += step.consumed
        bound.add(step)
        switch step.state {
        case .ended:
            gzip = nil
            zstd = nil
        case .broken:
            throw damage
        case .running where !isMore && step.produced == 0:
            throw damage
        case .running: break
        }
        if bound.isPassed {
            throw IngestError("expansion-too-large", at: name, "it expands to more than \(ratio) times its size")
        }
        return bytes.count > count
    }

    private mutating func step(_ source: UnsafeRawBufferPointer, _ target: UnsafeMutableRawBufferPointer)
        -> ExpansionStep
    {
        switch coding {
        case .gzip: gzip?.expand(source, into: target) ?? ExpansionStep(state: .broken)
        case .zstd: zstd?.expand(source, into: target) ?? ExpansionStep(state: .broken)
        }
    }

    private var damage: IngestError {
        switch coding {
        case .gzip: IngestError("truncated-gzip", at: name, "the gzip data is damaged or ends too early")
        case .zstd: IngestError("truncated-zstd", at: name, "the zstd data is damaged or ends too early")
        }
    }

    /// Reads `count` bytes or more, if there are so many: whether there were any.
    private mutating func hold(more count: Int, from file: inout FileBytes) throws(IngestError) -> Bool {
        if lower > 0 {
            held.removeFirst(lower)
            lower = 0
        }
        let before = held.count
        while !file.isAtEnd, held.count < before + count { try file.read(into: &held) }
        return held.count > before
    }
}
