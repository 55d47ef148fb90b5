/// Output that could not be written: a full disk, a folder that is not there, a reader that has gone.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as given; `-` for standard output.
    public let place: String
    /// The system's number for what went wrong; 0 where it was not the system that refused.
    public let number: Int32
    public let sentence: String

    package init(_ place: String, number: Int32 = 0, _ sentence: String) {
        self.place = place
        self.number = number
        self.sentence = sentence
    }

    public var description: String { "\(place): \(sentence)" }
}
