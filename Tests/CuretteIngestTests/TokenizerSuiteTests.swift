import CuretteIngest
import CuretteText
import Foundation
import Testing

/// html5lib's tokenizer suite, run where `CURETTE_SHARED` says it lies.
@Suite struct TokenizerSuiteTests {
    static let folder = ProcessInfo.processInfo.environment["CURETTE_SHARED"].map { $0 + "/html5lib-tests/tokenizer" }

    /// Not run: this file tests what to do to tokens before XML can hold them, which Curette never needs.
    static let leftOut: Set = ["xmlViolation.test"]

    @Test(.enabled(if: folder != nil, "CURETTE_SHARED is not set"))
    func `every case of html5lib's suite gives the tokens it asks for`() throws {
        let folder = try #require(Self.folder)
        var cases = 0
        var notScalars = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        where file.hasSuffix(".test") && !Self.leftOut.contains(file) {
            let data = try #require(FileManager.default.contents(atPath: folder + "/" + file))
            let suite = try JSONDecoder().decode(TokenizerSuite.self, from: data)
            for example in suite.tests {
                guard let input = example.text(example.input) else {
                    notScalars += 1
                    continue
                }
                for state in example.initialStates ?? ["Data state"] {
                    cases += 1
                    let expected = try example.expected()
                    let found = tokens(of: input, in: state, after: example.lastStartTag)
                    #expect(found == expected, "\(file): \(example.description) in \(state)")
                }
            }
        }
        print("html5lib: \(cases) runs; \(notScalars) cases hold lone surrogates and are left out")
        #expect(cases > 6000)
        #expect(notScalars < 20)
    }

    private func tokens(of input: String, in state: String, after lastStartTag: String?) -> [TestToken] {
        let bytes = Array(input.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            var tokenizer = Tokenizer(buffer)
            let name = Array((lastStartTag ?? "").utf8)
            switch state {
            case "PLAINTEXT state": tokenizer.enter(.plaintext)
            case "RCDATA state": tokenizer.enter(.rcdata, endedBy: name)
            case "RAWTEXT state": tokenizer.enter(.rawtext, endedBy: name)
            case "Script data state": tokenizer.enter(.scriptData, endedBy: name)
            case "CDATA section state": tokenizer.enter(.cdataSection)
            default: tokenizer.enter(.data)
            }
            return TestToken.all(of: &tokenizer, over: bytes)
        }
    }
}
