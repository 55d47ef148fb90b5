/// A mistake in a human-edited table: where it stands, and what is wrong, in one sentence.
public struct DataFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The table's file name, as a person would look for it.
    public let file: String
    /// The line, counted from 1; 0 where the file as a whole is meant.
    public let line: Int
    public let sentence: String

    public init(_ file: String, line: Int = 0, _ sentence: String) {
        self.file = file
        self.line = line
        self.sentence = sentence
    }

    /// `forms.tsv:41: 'rhinoplastia' names no concept`.
    public var description: String { line == 0 ? "\(file): \(sentence)" : "\(file):\(line): \(sentence)" }
}
