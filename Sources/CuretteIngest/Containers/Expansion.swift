import CBrotli
import CZlib
import CZstd

/// Takes one compression off a stream of bytes, as much at a time as there is room for.
///
/// Memory is the decoder's window, whatever the stream's length.
protocol Expansion: ~Copyable {
    /// Expands what `source` begins with into `target`.
    mutating func expand(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> ExpansionStep
}

/// What one call of an expansion did.
struct ExpansionStep {
    enum State {
        /// More input, or more room, makes more output.
        case running
        /// The member or frame is over; what follows is none of it.
        case ended
        case broken
    }

    var consumed = 0
    var produced = 0
    var state: State
}

/// A gzip member, by zlib: half as fast as libdeflate, which needs all of a member at once.
struct GzipExpansion: Expansion, ~Copyable {
    /// zlib keeps a pointer to its stream, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard curette_inflate_gzip_init(stream) == Z_OK else { fatalError("no memory for a decompressor") }
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    mutating func expand(
        _ source: UnsafeRawBufferPointer,
        into target: UnsafeMutableRawBufferPointer
    ) -> ExpansionStep {
        let (input, output) = (min(source.count, 1 << 30), min(target.count, 1 << 30))
        // zlib does not write to its input; its older interface does not say so.
        stream.pointee.next_in = UnsafeMutableRawPointer(mutating: source.baseAddress)?.assumingMemoryBound(
            to: Bytef.self
        )
        stream.pointee.avail_in = uInt(input)
        stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_out = uInt(output)
        let result = inflate(stream, Z_NO_FLUSH)
        return ExpansionStep(
            consumed: input - Int(stream.pointee.avail_in),
            produced: output - Int(stream.pointee.avail_out),
            // Z_BUF_ERROR: no progress without more input or room.
            state: result == Z_STREAM_END ? .ended : result == Z_OK || result == Z_BUF_ERROR ? .running : .broken
        )
    }
}

/// Zstandard frames; skippable ones are passed over.
struct ZstdExpansion: Expansion, ~Copyable {
    private let stream: OpaquePointer

    /// The window a frame may ask for, as a power of two: that of the `zstd` command without `--long`, and what keeps
    /// a hostile frame from asking for gigabytes.
    private static let largestWindow: Int32 = 27

    init() {
        guard let stream = ZSTD_createDStream() else { fatalError("no memory for a decompressor") }
        self.stream = stream
        ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.largestWindow)
    }

    deinit { ZSTD_freeDStream(stream) }

    /// Whether `bytes` begin with a frame, or with one to be passed over.
    static func isFrame(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count >= 4 else { return false }
        return bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
            || bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18]) && bytes.first.map { $0 & 0xF0 == 0x50 } ?? false
    }

    mutating func expand(
        _ source: UnsafeRawBufferPointer,
        into target: UnsafeMutableRawBufferPointer
    ) -> ExpansionStep {
        var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
        var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let result = ZSTD_decompressStream(stream, &output, &input)
        return ExpansionStep(
            consumed: input.pos,
            produced: output.pos,
            state: ZSTD_isError(result) != 0 ? .broken : result == 0 ? .ended : .running
        )
    }
}

/// The content encoding `br`.
struct BrotliExpansion: Expansion, ~Copyable {
    private let decoder: OpaquePointer

    init() {
        guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else {
            fatalError("no memory for a decompressor")
        }
        self.decoder = decoder
    }

    deinit { BrotliDecoderDestroyInstance(decoder) }

    mutating func expand(
        _ source: UnsafeRawBufferPointer,
        into target: UnsafeMutableRawBufferPointer
    ) -> ExpansionStep {
        var (inputLeft, outputLeft) = (source.count, target.count)
        var input = source.baseAddress?.assumingMemoryBound(to: UInt8.self)
        var output = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let result = BrotliDecoderDecompressStream(decoder, &inputLeft, &input, &outputLeft, &output, nil)
        let state: ExpansionStep.State =
            switch result {
            case BROTLI_DECODER_RESULT_SUCCESS: .ended
            case BROTLI_DECODER_RESULT_ERROR: .broken
            default: .running
            }
        return ExpansionStep(consumed: source.count - inputLeft, produced: target.count - outputLeft, state: state)
    }
}

/// How much compressed bytes may become: a bomb is told by its ratio long before it fills memory.
struct ExpansionBound {
    let ratio: Int
    private(set) var consumed = 0
    private(set) var produced = 0

    /// A megabyte is no bomb, whatever it was made of.
    private static let harmless = 1 << 20

    init(ratio: Int) { self.ratio = ratio }

    mutating func add(_ step: ExpansionStep) {
        consumed += step.consumed
        produced += step.produced
    }

    var isPassed: Bool { produced > Self.most(from: consumed, ratio: ratio) }

    static func most(from consumed: Int, ratio: Int) -> Int {
        let (most, overflow) = consumed.multipliedReportingOverflow(by: ratio)
        return overflow ? Int.max : max(harmless, most)
    }
}
