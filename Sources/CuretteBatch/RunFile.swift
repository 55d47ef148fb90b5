import CDeflate
import CSignals
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file of a run's reports, which appears when it is whole, and can be gone on with when the run was ended at any
/// moment, by a kill, a full disk or a crash.
///
/// Until it is whole the reports of `FILE` stand in `FILE.part`, and beside them in `FILE.run` the ledger: what the run
/// depends on, and of each line its page's fingerprint, its length and its checksum. A line counts when the ledger has
/// it, and it is written there after the output has it; so whatever was torn is dropped. A resumed run reads all pages
/// again and keeps the lines of those that are what they were.
public final class RunFile: Sendable {
    /// What there is of an earlier run.
    public struct Kept: Sendable, Equatable {
        public var pages = 0
        /// Pages on which the program crashed.
        public var crashes = 0
    }

    /// Lines and their entries wait for company until there are so many bytes of them.
    private static let bufferLength = 1 << 16

    private struct State {
        var file: Descriptor
        var ledger: Descriptor
        var buffer: [UInt8] = []
        var entries = ""
        /// How many pages have been delivered, and where the last of their lines ends.
        var delivered = 0
        var end = 0
        /// Where the kept line of the next page lies; in `rest` once there is one.
        var keptEnd = 0
        /// The kept lines behind the first that has changed, out of the way of those that are written now.
        var rest: Descriptor?
        var hasEnded = false
    }

    /// As given.
    public let place: String
    public let kept: Kept
    private let part: String
    private let ledgerPath: String
    private let header: LedgerHeader
    private let shard: Shard
    private let keepsLedger: Bool
    /// The lines that stand in the output from an earlier run, in order.
    private let records: [LedgerRecord]
    private let crashes: Set<Fingerprint>
    private let state: Mutex<State>

    /// - Parameters:
    ///   - header: what the run depends on. An earlier one that depended on anything else is not gone on with.
    ///   - isResumed: goes on from what an earlier run has left, whole or not; otherwise that is dropped.
    ///   - keepsLedger: leaves `FILE.run` beside the whole file, for a later run or for `Merger`.
    public init(
        _ path: String,
        header: LedgerHeader,
        shard: Shard,
        isResumed: Bool,
        keepsLedger: Bool
    ) throws {
        place = path
        part = path + ".part"
        ledgerPath = path + ".run"
        self.header = header
        self.shard = shard
        self.keepsLedger = keepsLedger
        var isNew = access(part, F_OK) != 0
        let file = try Descriptor(opening: part, O_RDWR | O_CREAT | O_APPEND, for: path)
        guard file.lock(), file.isAt(part) else {
            throw OutputError(path, number: EWOULDBLOCK, "another run is writing this file")
        }
        var records: [LedgerRecord] = []
        var crashes: Set<Fingerprint> = []
        if isResumed, let reader = try LedgerReader(at: ledgerPath, for: path) {
            if let difference = header.difference(from: reader.header) {
                if isNew { unlink(part) }
                throw LedgerError(path, "the run that is to be resumed was another one: \(difference)")
            }
            if isNew, access(path, F_OK) == 0 {
                // The earlier run got to its end. Its file stays until there is another whole one.
                try Self.copy(try Descriptor(opening: path, O_RDONLY, for: path), from: 0, to: file)
            }
            isNew = false
            (records, crashes) = try Self.read(reader, of: shard, against: file)
        }
        let end = records.reduce(0) { $0 + $1.length }
        try file.truncate(to: end)
        let ledger: Descriptor
        do throws(OutputError) {
            ledger = try Self.begin(ledgerPath, header, crashes, records[...], of: shard, for: path)
        } catch {
            if records.isEmpty { unlink(part) }
            throw error
        }
        self.records = records
        self.crashes = crashes
        kept = Kept(pages: records.count, crashes: crashes.count)
        state = Mutex(State(file: file, ledger: ledger))
        curette_crash_notes(ledger.number)
    }

    // MARK: A page

    /// The answer that stands in the output already, from an earlier run; nil where the page is to be worked on.
    ///
    /// - Parameter number: of the pages that this run delivers, from 0.
    func keptAnswer(_ number: Int, _ fingerprint: Fingerprint) -> Answer? {
        guard number < records.count, records[number].fingerprint == fingerprint else { return nil }
        return Answer(kept: records[number])
    }

    /// Whether the program crashed on this page in an earlier run.
    func hasCrashed(on fingerprint: Fingerprint) -> Bool { crashes.contains(fingerprint) }

    /// Takes the next answer, in order.
    public func add(_ answer: Answer) throws(OutputError) {
        try state.withLock { state throws(OutputError) in try add(answer, to: &state) }
    }

    private func add(_ answer: Answer, to state: inout State) throws(OutputError) {
        let number = state.delivered
        let old = number < records.count ? records[number] : nil
        defer {
            state.delivered += 1
            state.keptEnd += old?.length ?? 0
        }
        if let old, answer.isReused, state.rest == nil {
            state.end += old.length
            return
        }
        if old != nil, state.rest == nil { try diverge(&state) }
        var line = answer.line
        if let old, answer.isReused, let rest = state.rest {
            line = try rest.read(old.length, at: state.keptEnd)
        }
        guard let fingerprint = answer.fingerprint else { preconditionFailure("a run's pages have fingerprints") }
        let record = LedgerRecord(
            fingerprint: fingerprint,
            checksum: Self.checksum(line),
            length: line.count,
            mentions: answer.mentions,
            bytes: answer.bytes,
            isError: answer.isError
        )
        state.buffer += line
        state.end += line.count
        state.entries += LedgerEntry.page(ordinal: shard.ordinal(of: number), record).text
        if state.buffer.count >= Self.bufferLength { try Self.flush(&state) }
    }

    /// Here the output parts from what an earlier run wrote: what stands behind is put aside, for most of it will be
    /// wanted, and the output goes on from here.
    private func diverge(_ state: inout State) throws(OutputError) {
        let path = place + ".rest"
        let rest = try Descriptor(opening: path, O_RDWR | O_CREAT | O_TRUNC | O_APPEND, for: place)
        // Without a name it is gone when we are.
        unlink(path)
        try Self.copy(state.file, from: state.end, to: rest)
        state.rest = rest
        state.keptEnd = 0
        try cut(&state)
    }

    /// Drops what stands behind the last line that was delivered.
    private func cut(_ state: inout State) throws(OutputError) {
        try state.file.truncate(to: state.end)
        let written = records[..<state.delivered]
        state.ledger = try Self.begin(ledgerPath, header, crashes, written, of: shard, for: place)
        curette_crash_notes(state.ledger.number)
    }

    /// Writes what was held back.
    public func flush() throws(OutputError) {
        try state.withLock { state throws(OutputError) in try Self.flush(&state) }
    }

    /// Lines first: an entry promises that its line is there.
    private static func flush(_ state: inout State) throws(OutputError) {
        defer {
            state.buffer.removeAll(keepingCapacity: state.buffer.count < 2 * bufferLength)
            state.entries = ""
        }
        try state.file.write(state.buffer)
        try state.ledger.write(Array(state.entries.utf8))
    }

    // MARK: The end

    /// Puts the whole file into its place.
    public func finish(_ census: Census) throws(OutputError) {
        try state.withLock { state throws(OutputError) in
            // There are fewer pages than there were.
            if state.rest == nil, state.delivered < records.count { try cut(&state) }
            state.entries += LedgerEntry.end(pages: census.pages, names: census.names).text
            try Self.flush(&state)
            try state.file.sync()
            if keepsLedger { try state.ledger.sync() }
            try moveIntoPlace(part, as: place, for: place)
            if !keepsLedger { unlink(ledgerPath) }
            state.hasEnded = true
        }
        curette_crash_notes(-1)
    }

    /// Leaves what there is to be gone on with; where there is nothing, leaves nothing.
    ///
    /// - Returns: how many pages stand in the output.
    @discardableResult
    public func suspend() -> Int {
        curette_crash_notes(-1)
        return state.withLock { state in
            guard !state.hasEnded else { return state.delivered }
            try? Self.flush(&state)
            state.hasEnded = true
            let pages = state.rest == nil ? max(state.delivered, records.count) : state.delivered
            if pages == 0, crashes.isEmpty {
                unlink(part)
                unlink(ledgerPath)
            }
            return pages
        }
    }

    deinit { suspend() }

    // MARK: Files

    /// The records whose lines stand in `file`, up to the first that does not, and the pages that crashed.
    private static func read(
        _ reader: consuming LedgerReader,
        of shard: Shard,
        against file: Descriptor
    ) throws(OutputError) -> ([LedgerRecord], Set<Fingerprint>) {
        var records: [LedgerRecord] = []
        var crashes: Set<Fingerprint> = []
        var end = 0
        var isWhole = true
        while let entry = try reader.next() {
            switch entry {
            case .page(let ordinal, let record):
                guard isWhole else { continue }
                isWhole = ordinal == shard.ordinal(of: records.count)
                if isWhole { isWhole = try has(file, record, at: end) }
                guard isWhole else { continue }
                records.append(record)
                end += record.length
            case .crash(let fingerprint): crashes.insert(fingerprint)
            case .end: break
            }
        }
        return (records, crashes)
    }

    /// Whether the line of `record` stands at `offset`.
    private static func has(_ file: Descriptor, _ record: LedgerRecord, at offset: Int) throws(OutputError) -> Bool {
        var checksum: UInt32 = 0
        var done = 0
        while done < record.length {
            let piece = try file.read(min(pieceLength, record.length - done), at: offset + done)
            if piece.isEmpty { return false }
            checksum = libdeflate_crc32(checksum, piece, piece.count)
            done += piece.count
        }
        return checksum == record.checksum
    }

    static func checksum(_ line: [UInt8]) -> UInt32 { libdeflate_crc32(0, line, line.count) }

    private static let pieceLength = 1 << 18

    private static func copy(
        _ source: Descriptor,
        from lower: Int,
        to target: Descriptor
    ) throws(OutputError) {
        var offset = lower
        while true {
            let piece = try source.read(pieceLength, at: offset)
            if piece.isEmpty { return }
            try target.write(piece)
            offset += piece.count
        }
    }

    /// A ledger of these records, in place of any that there was; open for more.
    private static func begin(
        _ path: String,
        _ header: LedgerHeader,
        _ crashes: Set<Fingerprint>,
        _ records: ArraySlice<LedgerRecord>,
        of shard: Shard,
        for place: String
    ) throws(OutputError) -> Descriptor {
        let draft = path + ".part"
        let ledger = try Descriptor(opening: draft, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, for: place)
        var isWhole = false
        defer { if !isWhole { unlink(draft) } }
        var text = header.text
        for fingerprint in crashes.map(\.description).sorted() { text += "crash\t\(fingerprint)\n" }
        for (index, record) in zip(0..., records) {
            text += LedgerEntry.page(ordinal: shard.ordinal(of: index), record).text
            if text.utf8.count >= bufferLength {
                try ledger.write(Array(text.utf8))
                text = ""
            }
        }
        try ledger.write(Array(text.utf8))
        guard rename(draft, path) == 0 else { throw .last(at: place) }
        isWhole = true
        return ledger
    }
}
