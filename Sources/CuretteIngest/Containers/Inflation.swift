import CDeflate

/// Expands gzip members and HTTP's compressed bodies with libdeflate, within limits.
///
/// libdeflate expands a member at once: fast, and as much memory as the member has bytes.
struct Inflation: ~Copyable {
    enum Wrapping {
        case gzip, zlib, none
    }

    enum Outcome {
        /// The expanded bytes, and how many of the compressed ones they took.
        case whole([UInt8], consumed: Int)
        /// The bytes are damaged, or end too early: which, only the next bytes could tell.
        case broken
        case tooLarge
    }

    private let decompressor: OpaquePointer
    private let ratio: Int
    /// What the last member took: a good guess at the next.
    private var guess = 1 << 16

    init(expansionRatio: Int) {
        guard let decompressor = libdeflate_alloc_decompressor() else { fatalError("no memory for a decompressor") }
        self.decompressor = decompressor
        ratio = expansionRatio
    }

    deinit { libdeflate_free_decompressor(decompressor) }

    static func isGzip(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x1F, 0x8B])
    }

    /// Expands what `bytes` begin with into at most `limit` bytes.
    mutating func inflate(_ bytes: ArraySlice<UInt8>, as wrapping: Wrapping, limit: Int) -> Outcome {
        let most = min(limit, ExpansionBound.most(from: bytes.count, ratio: ratio))
        var capacity = min(most, max(guess, bytes.count * 4))
        while true {
            var consumed = 0
            var result = LIBDEFLATE_BAD_DATA
            let expanded = bytes.withUnsafeBytes { source in
                [UInt8](unsafeUninitializedCapacity: max(capacity, 1)) { target, count in
                    result = Self.run(decompressor, wrapping, source, target, capacity, &consumed, &count)
                    if result != LIBDEFLATE_SUCCESS { count = 0 }
                }
            }
            switch result {
            case LIBDEFLATE_SUCCESS:
                guess = max(1 << 16, expanded.count)
                return .whole(expanded, consumed: consumed)
            case LIBDEFLATE_INSUFFICIENT_SPACE where capacity < most:
                capacity = min(most, capacity * 4)
            case LIBDEFLATE_INSUFFICIENT_SPACE:
                return .tooLarge
            default:
                return .broken
            }
        }
    }

    private static func run(
        _ decompressor: OpaquePointer,
        _ wrapping: Wrapping,
        _ source: UnsafeRawBufferPointer,
        _ target: UnsafeMutableBufferPointer<UInt8>,
        _ capacity: Int,
        _ consumed: inout Int,
        _ count: inout Int
    ) -> libdeflate_result {
        let (input, length) = (source.baseAddress, source.count)
        let output = target.baseAddress
        return switch wrapping {
        case .gzip:
            libdeflate_gzip_decompress_ex(decompressor, input, length, output, capacity, &consumed, &count)
        case .zlib:
            libdeflate_zlib_decompress_ex(decompressor, input, length, output, capacity, &consumed, &count)
        case .none:
            libdeflate_deflate_decompress_ex(decompressor, input, length, output, capacity, &consumed, &count)
        }
    }
}
