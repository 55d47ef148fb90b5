/// The scan in front of everything: most text needs no repair, and finding that out must cost next to nothing.
enum FastScan {
    private typealias Chunk = SIMD32<UInt8>

    /// The first byte beyond ASCII at or after `start`.
    static func nonASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let raw = UnsafeRawPointer(base)
        var offset = start
        while offset + 32 <= bytes.count {
            let words = raw.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self) & 0x8080_8080_8080_8080
            if words != .zero { break }
            offset += 32
        }
        while offset < bytes.count {
            if bytes[offset] >= 0x80 { return offset }
            offset += 1
        }
        return nil
    }

    /// The first place at or after `start` where plain text may be something else: a byte beyond ASCII, a control, `&`,
    /// `|`, a sign before a letter that may be one (`@`, `$`, `!`), a digit beside a letter, one of the pairs `rn`, `cl`,
    /// `vv`, an `I` or `l` where the other is likelier. Pairs and capitals are ordinary English too: who finds one looks
    /// the word up.
    static func suspect(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let raw = UnsafeRawPointer(base)
        var offset = start
        func slowly(upTo end: Int) -> Int? {
            while offset < end {
                let before = offset > 0 ? bytes[offset - 1] : 0x20
                let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
                if any(isSuspect(Chunk(repeating: before), Chunk(repeating: bytes[offset]), Chunk(repeating: next))) {
                    return offset
                }
                offset += 1
            }
            return nil
        }
        if offset == 0, let found = slowly(upTo: min(1, bytes.count)) { return found }
        // Each chunk is looked at together with the same bytes one place before and one place further on.
        while offset + 33 <= bytes.count {
            let before = raw.loadUnaligned(fromByteOffset: offset - 1, as: Chunk.self)
            let here = raw.loadUnaligned(fromByteOffset: offset, as: Chunk.self)
            let next = raw.loadUnaligned(fromByteOffset: offset + 1, as: Chunk.self)
            if any(isSuspect(before, here, next)) { return slowly(upTo: offset + 32) }
            offset += 32
        }
        return slowly(upTo: bytes.count)
    }

    @inline(__always)
    private static func isSuspect(_ before: Chunk, _ here: Chunk, _ next: Chunk) -> SIMDMask<SIMD32<Int8>> {
        let hereFolded = here | 0x20
        let nextFolded = next | 0x20
        let letterNext = (nextFolded &- 0x61) .< 26
        let digitHere = (here &- 0x30) .< 10
        let digitNext = (next &- 0x30) .< 10
        // Tab, line feed, vertical tab, form feed and carriage return are white space, not controls.
        let control = (here .< 0x20) .& ((here &- 9) .> 4) .| (here .>= 0x7F)
        let sign = (here .== 0x26) .| (here .== 0x7C)
        let digit = ((hereFolded &- 0x61) .< 26) .& digitNext .| digitHere .& letterNext
        let marked = letterNext .& ((here .== 0x40) .| (here .== 0x24) .| (here .== 0x21))
        let pair =
            (hereFolded .== 0x72) .& (nextFolded .== 0x6E) .| (hereFolded .== 0x63) .& (nextFolded .== 0x6C)
            .| (hereFolded .== 0x76) .& (nextFolded .== 0x76)
        let capital = ((here &- 0x61) .< 26) .& (next .== 0x49) .| (here .== 0x6C) .& ((next &- 0x41) .< 26)
        let vowelNext =
            (next .== 0x61) .| (next .== 0x65) .| (next .== 0x69) .| (next .== 0x6F) .| (next .== 0x75)
            .| (next .== 0x79)
        let eye = (here .== 0x49) .& vowelNext
        // No English or Spanish word begins with `l` and a consonant other than `l`.
        let starts = ((before | 0x20) &- 0x61) .>= 26
        let ell = (here .== 0x6C) .& letterNext .& starts .& .!vowelNext .& (next .!= 0x6C)
        return control .| sign .| digit .| marked .| pair .| capital .| eye .| ell
    }
}
