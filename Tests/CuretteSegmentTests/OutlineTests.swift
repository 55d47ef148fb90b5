import CuretteIngest
import CuretteSegment
import CuretteText
import Testing

/// What stands under what, and what introduces what.
@Suite struct OutlineTests {
    private func blocks(_ text: String) throws -> [Block] { try Segmenter().blocks(in: page(text)) }

    @Test func `a block stands under the nearest heading above it, a heading under a higher one`() throws {
        let text = """
            # One

            Text.

            ### Deep

            Text.

            ## Less deep

            Text.

            # Two
            """
        #expect(try blocks(text).map(\.heading) == [nil, 0, 0, 2, 0, 4, nil])
    }

    @Test func `a list knows its lead-in, a list within it the item above`() throws {
        let text = """
            We offer the following operations:

            - Lifts:
              - Brow lift
              - Neck lift
            - Peels

            They all take less than two hours.

            - Alone
            """
        #expect(try blocks(text).map(\.introduction) == [nil, 0, 1, 1, 0, nil, nil])
    }

    @Test func `a paragraph behind a lead-in may be the list`() throws {
        let text =
            "Operations include\n\nBrow lifts, neck lifts and many others that we offer every day.\n\nMore text, for those who like to read on."
        #expect(try blocks(text).map(\.introduction) == [nil, 0, nil])
    }

    @Test func `the frame of the page is not filed under its content`() throws {
        let text = """
            Breast Reduction

            Heavy breasts cause pain, and an operation makes them lighter.

            © 2024 River Clinic
            Privacy Policy
            """
        let found = try blocks(text)
        #expect(found.map(\.heading) == [nil, 0, nil, nil])
        #expect(found.map(\.role) == [.content, .content, .footer, .footer])
    }
}

@Suite struct HeadingWordsTests {
    @Test(arguments: [
        ("## Risks\n\nThere are few of them, and most of them pass.", "Risks"),
        ("**Risks**\n\nThere are few of them, and most of them pass.", "Risks"),
        ("## _Risks_ ##\n\nThere are few of them, and most of them pass.", "Risks"),
        ("Risks #1\n\nThere are few of them, and most of them pass.", "Risks #1"),
    ])
    func `a heading's words are those without the signs of markdown`(text: String, words: String) throws {
        let heading = try #require(try Segmenter().blocks(in: page(text)).first)
        #expect(String(decoding: Array(text.utf8)[heading.words(in: Array(text.utf8))], as: UTF8.self) == words)
    }
}
