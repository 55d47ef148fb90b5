import CICU
import CuretteText

/// Finds out in what encoding a page is, and decodes it with the place of every scalar.
///
/// In order: the byte-order mark, the transport's word, the page's own, strict UTF-8, ICU's detector; windows-1252
/// where none of them knows. A declared encoding gives way to UTF-8 where the bytes are well-formed UTF-8 beyond
/// ASCII: by accident that hardly happens, by a wrong template every day.
struct CharsetDecoder {
    /// Below this, ICU's detector guesses.
    private static let leastConfidence: Int32 = 60

    let text: AlignedText
    let charset: Charset
    private(set) var warnings: [Warning] = []

    init(_ bytes: [UInt8], transport: String?, isHTML: Bool) {
        let (mark, markLength) = Self.byteOrderMark(of: bytes)
        var declared = mark
        if declared == nil, let transport {
            declared = Charset(label: transport.utf8)
            if declared == nil { warnings.append(Self.unknown(transport)) }
        }
        if declared == nil, isHTML { declared = bytes.withUnsafeBufferPointer(MetaPrescan.charset) }

        let isUTF8 = declared?.isASCIICompatible != false && UTF8Validation.isValid(bytes)
        if isUTF8, declared == nil || declared == .utf8 || bytes.contains(where: { $0 >= 0x80 }) {
            // UTF-16 without a mark may well be valid UTF-8, with a NUL for every other byte.
            if declared == nil, let wide = Self.utf16(bytes) { declared = wide } else { declared = .utf8 }
        }
        let charset = declared ?? Self.detected(bytes)
        if charset == .utf8 {
            self.charset = .utf8
            (text, warnings) = Self.decodeUTF8(bytes, skipping: markLength, isValid: isUTF8, warnings)
        } else if let (text, undecodable) = Self.decode(bytes, charset, skipping: markLength) {
            self.charset = charset
            self.text = text
            if undecodable > 0 { warnings.append(Self.undecodable(undecodable)) }
        } else {
            // The standard's `replacement`, or an encoding that this ICU was built without.
            warnings.append(Self.unknown(charset.name))
            self.charset = .windows1252
            text = Self.decode(bytes, .windows1252, skipping: 0)?.text ?? AlignedText([])
        }
    }

    // MARK: Finding out

    private static func byteOrderMark(of bytes: [UInt8]) -> (Charset?, length: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
        return (nil, 0)
    }

    /// UTF-16 without a byte-order mark: of the first bytes every other is NUL, and none of the rest.
    private static func utf16(_ bytes: [UInt8]) -> Charset? {
        let start = bytes.prefix(64)
        guard start.count >= 4, start.count % 2 == 0 else { return nil }
        let even = stride(from: 0, to: start.count, by: 2).count { start[$0] == 0 }
        let odd = stride(from: 1, to: start.count, by: 2).count { start[$0] == 0 }
        let most = start.count / 2 - start.count / 16
        if even == 0, odd >= most { return .utf16LE }
        return odd == 0 && even >= most ? .utf16BE : nil
    }

    /// The encoding of bytes that declare none and are not well-formed UTF-8.
    private static func detected(_ bytes: [UInt8]) -> Charset {
        if let wide = utf16(bytes) { return wide }
        // Text in UTF-8 with a few bad bytes is still text in UTF-8.
        let (whole, flaws) = bytes.withUnsafeBufferPointer {
            (UTF8Validation.wholeSequences(in: $0), UTF8Validation.flaws(in: $0, from: 0).count)
        }
        if whole > flaws { return .utf8 }
        var name = [CChar](repeating: 0, count: 64)
        // What follows the first 64 KiB hardly changes a guess, and costs the detector as much again.
        let confidence = bytes.withUnsafeBufferPointer {
            curette_detect_charset($0.baseAddress, min($0.count, 1 << 16), &name, name.count)
        }
        guard confidence >= leastConfidence else { return .windows1252 }
        let label = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        guard let charset = Charset(label: label), charset != .utf8, charset.isASCIICompatible else {
            return .windows1252
        }
        return charset
    }

    // MARK: Decoding

    private static func decodeUTF8(
        _ bytes: [UInt8],
        skipping skipped: Int,
        isValid: Bool,
        _ warnings: [Warning]
    ) -> (AlignedText, [Warning]) {
        var text = AlignedText(bytes)
        var warnings = warnings
        var edits = Edits()
        if skipped > 0 { edits.delete(0, skipped, .charset) }
        if !isValid {
            let flaws = bytes.withUnsafeBufferPointer { UTF8Validation.flaws(in: $0, from: skipped) }
            if !flaws.isEmpty { warnings.append(undecodable(flaws.count)) }
            for flaw in flaws { edits.replace(flaw.span.lower, flaw.span.upper, with: "\u{FFFD}", .undecodable) }
        }
        text.decode(edits)
        return (text, warnings)
    }

    /// The text of `bytes` and how many scalars of it could not be decoded; nil where ICU has no such converter.
    private static func decode(
        _ bytes: [UInt8],
        _ charset: Charset,
        skipping skipped: Int
    ) -> (text: AlignedText, undecodable: Int)? {
        bytes.withUnsafeBufferPointer { source in
            Transcript(of: UnsafeBufferPointer(rebasing: source[skipped...]), charset, skipping: skipped)
        }.map { transcript in
            let text = AlignedText(
                source: bytes,
                layers: [.transcode(transcript.transcoding)],
                decoded: transcript.decoded
            )
            return (text, transcript.undecodable)
        }
    }

    // MARK: Warnings

    private static func undecodable(_ count: Int) -> Warning {
        Warning("undecodable-bytes", count: count, "\(count) byte sequences could not be decoded and read as U+FFFD")
    }

    private static func unknown(_ label: String) -> Warning {
        Warning("unknown-charset", count: 1, "'\(label)' is no encoding that can be read here")
    }
}
