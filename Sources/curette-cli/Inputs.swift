import CuretteBatch
import CuretteData
import CuretteIngest

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What was said on the command line, as pages in order.
struct Inputs {
    private let options: InputOptions
    private let format: InputFormat
    private let position: InputPosition?

    /// - Parameters:
    ///   - format: stands above what the options say.
    ///   - position: is told how much has been read; nil where nobody asks.
    init(_ options: InputOptions, format: InputFormat? = nil, position: InputPosition? = nil) {
        self.options = options
        self.format = format ?? (options.column == nil ? options.inputFormat : .csv)
        self.position = position
    }

    /// Submits each page, until that gives false, and tells how many files were passed over.
    func read(_ submit: (Batch.Input) -> Bool) {
        var names = options.inputs
        if let list = options.filesFrom {
            guard let data = FileManager.default.contents(atPath: list == "-" ? "/dev/stdin" : list) else {
                let error = IngestError("missing-file", at: list, "the list of inputs cannot be read")
                _ = submit(.unread(error, source: list))
                return
            }
            names += String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        }
        let files = InputFiles(options.isStandardInput ? ["-"] : names)
        let reader = Reader(limits: options.limits, columns: options.columns)
        position?.survey(files.inputs)
        var isWanted = true
        for input in files.inputs where isWanted {
            defer { position?.ended(input) }
            reader.read(input, as: format) { page in
                switch page {
                case .success(let payload):
                    position?.took(payload.record, from: input)
                    isWanted = submit(.page(named(payload)))
                case .failure(let error): isWanted = submit(.unread(error, source: input.name))
                }
                return isWanted
            }
        }
        let passedOver = files.passedOver
        guard passedOver > 0 else { return }
        Terminal.say("curette: passed over \(passedOver) \(passedOver == 1 ? "file" : "files") of unknown kind")
    }

    /// A page that stands alone on standard input has the name it was given.
    private func named(_ payload: Payload) -> Payload {
        guard payload.source == "-", payload.record == nil, options.column == nil else { return payload }
        var payload = payload
        payload.id = options.id ?? payload.id
        payload.url = options.url ?? payload.url
        return payload
    }
}
