import CuretteIngest
import CuretteText

/// The blocks of an HTML page: one a mark, refined where authors wrote headings as bold paragraphs and lists with
/// `<br>`.
struct MarkedBlocks {
    let reader: LineReader
    let bytes: UnsafeBufferPointer<UInt8>
    private var drafts: [Draft] = []
    /// The level of the last heading that the markup has; what merely looks like a heading stands one deeper.
    private var level = 0

    /// The mark above, which may be a question.
    private var asked: Mark?

    init(reader: LineReader, bytes: UnsafeBufferPointer<UInt8>) {
        self.reader = reader
        self.bytes = bytes
    }

    mutating func drafts(of marks: [Mark], in text: AlignedText) -> [Draft] {
        drafts.reserveCapacity(marks.count)
        var end = 0
        for (index, mark) in marks.enumerated() {
            let span = text.isUntouched ? Span<Clean>(mark.span.lower, mark.span.upper) : text.clean(of: mark.span)
            // Repairs may widen two neighbours into each other; the earlier keeps what both claim.
            let lower = max(span.lower, end)
            guard lower < span.upper else { continue }
            cover(end, lower, role: mark.role)
            let (from, to) = WhiteSpace.trimmed(lower, span.upper, in: bytes)
            if from < to {
                add(mark, from, to, next: index + 1 < marks.count ? marks[index + 1] : nil)
                headQuestion(under: mark)
                asked = mark
            }
            end = span.upper
        }
        cover(end, bytes.count, role: drafts.last?.role ?? .content)
        return drafts
    }

    /// Text that no mark holds is a paragraph: nothing of the page is lost.
    private mutating func cover(_ lower: Int, _ upper: Int, role: Role) {
        let (from, to) = WhiteSpace.trimmed(lower, upper, in: bytes)
        if from < to { drafts.append(Draft(lower: from, upper: to, kind: .paragraph, role: role)) }
    }

    private mutating func add(_ mark: Mark, _ lower: Int, _ upper: Int, next: Mark?) {
        var draft = Draft(lower: lower, upper: upper, kind: .paragraph, role: mark.role)
        switch mark.element {
        case .heading(let level):
            self.level = level
            draft.kind = .heading(level: level)
        case .item(let depth): draft.kind = .item(depth: depth)
        case .cell(let table, let row, let column, let isHeader):
            draft.kind = .cell
            draft.place = Draft.Place(table: table, row: row, column: column, isHeader: isHeader)
        case .paragraph:
            if bytes[lower..<upper].contains(0x0A) { return addLines(lower, upper, role: mark.role) }
        }
        if upper - lower > LineReader.longest, draft.kind == .paragraph {
            return addParts(lower, upper, role: mark.role)
        }
        if let line = line(lower, upper) {
            draft.introduces =
                line.ending == .colon || line.traits.contains(.announces)
                || draft.kind != .paragraph && line.traits.contains(.labelled)
            if draft.kind == .paragraph, mark.isBold, isHeading(line, over: next, role: mark.role) {
                draft.kind = .heading(level: level + 1)
            }
        } else {
            draft.introduces = bytes[upper - 1] == 0x3A
        }
        drafts.append(draft)
    }

    /// Makes the block above a heading where it asks and the one just added answers: the questions of an accordion
    /// or a definition list, whatever element they stand in.
    private mutating func headQuestion(under mark: Mark) {
        guard drafts.count >= 2, let asked, asked.element == mark.element || asked.element == .paragraph else { return }
        let (question, answer) = (drafts[drafts.count - 2], drafts[drafts.count - 1])
        guard !question.isHeading, !answer.isHeading, answer.upper - answer.lower > 20,
            bytes[question.upper - 1] == 0x3F, [0x2E, 0x21].contains(bytes[answer.upper - 1]),
            answer.role == question.role || answer.role == .hidden || question.role == .form,
            let line = line(question.lower, question.upper), line.shape == .label, line.words >= 3
        else { return }
        drafts[drafts.count - 2].kind = .heading(level: level + 1)
    }

    /// The only line of a short stretch.
    private func line(_ lower: Int, _ upper: Int) -> Line? {
        guard upper - lower <= LineReader.longest else { return nil }
        let lines = reader.lines(of: UnsafeBufferPointer(rebasing: bytes[lower..<upper]))
        return lines.count == 1 ? lines.first : nil
    }

    /// A bold line of its own, short and no sentence, with something below it that is no heading itself.
    private func isHeading(_ line: Line, over next: Mark?, role: Role) -> Bool {
        guard let next, next.role == role, line.shape == .label || line.shape == .leadIn || line.shape == .marked,
            line.ending != .stop, line.words <= 12
        else { return false }
        if case .heading = next.element { return false }
        return next.element != .paragraph || !next.isBold
    }

    /// A paragraph whose lines `<br>` parted: they may be items, a heading and its text, or verse of one sentence.
    private mutating func addLines(_ lower: Int, _ upper: Int, role: Role) {
        var layout = Layout(
            reader.lines(of: UnsafeBufferPointer(rebasing: bytes[lower..<upper])),
            of: .init(rebasing: bytes[lower..<upper])
        )
        for var draft in layout.read() {
            draft.move(by: lower)
            draft.role = role
            if draft.isHeading { draft.kind = .heading(level: level + 1) }
            // Cells of one paragraph are of no table that the markup counts.
            if draft.kind == .cell { draft.kind = .paragraph }
            draft.place = nil
            drafts.append(draft)
        }
    }

    private mutating func addParts(_ lower: Int, _ upper: Int, role: Role) {
        for part in Glue.parts(lower, upper, in: bytes) {
            var draft = Draft(lower: part.lower, upper: part.upper, kind: part.isItem ? .item(depth: 1) : .paragraph)
            draft.role = role
            draft.introduces = part.introduces || part.upper == upper && bytes[upper - 1] == 0x3A
            drafts.append(draft)
        }
    }
}
