import CuretteData
import CuretteSegment
import Foundation
import Testing

/// Roles on pages whose markup is lost.
@Suite struct RoleTests {
    @Test func `the menu above the title files nothing`() throws {
        let text = """
            Home
            About
            Procedures
            Brow lift
            Contact

            Call us: 01865 555 0123

            Brow lifts in Oxford

            A lift takes two hours and leaves a scar that hair will hide.
            """
        #expect(
            try outline(of: text) == """
                i1 navigation| Home
                i1 navigation| About
                i1 navigation| Procedures
                i1 navigation| Brow lift
                i1 navigation| Contact
                i1 header| Call us: 01865 555 0123
                h1| Brow lifts in Oxford
                p | A lift takes two hours and leaves a scar that hair will hide.
                """
        )
    }

    @Test func `comments and forms go on to the next heading`() throws {
        let text = """
            A lift takes two hours and leaves a scar that hair will hide.

            Leave a Reply

            Your email address will not be published.

            Surgery Consent Form

            1. I agree to have my brow lifted by one of the surgeons of the clinic.
            2. I know that no result is certain.

            Why people come to us

            A second pair of eyes sees more, and we have been here for many years.
            """
        #expect(
            try outline(of: text) == """
                p | A lift takes two hours and leaves a scar that hair will hide.
                h2 comments| Leave a Reply
                p comments| Your email address will not be published.
                h2 form| Surgery Consent Form
                i1 form| 1. I agree to have my brow lifted by one of the surgeons of the clinic.
                i1 form| 2. I know that no result is certain.
                h2| Why people come to us
                p | A second pair of eyes sees more, and we have been here for many years.
                """
        )
    }

    @Test func `a list above the menu at the page's end is none of it`() throws {
        let text = """
            Lifts of every kind are done in our two hospitals near the river.

            Brow lift

            Neck lift

            Procedures
            Ear pinning
            Blog
            Contact us
            Phone: 01865 555 0123
            """
        #expect(
            try outline(of: text).hasSuffix(
                """
                i1| Brow lift
                i1| Neck lift
                i1 navigation| Procedures
                i1 navigation| Ear pinning
                i1 navigation| Blog
                i1 navigation| Contact us
                i1 footer| Phone: 01865 555 0123
                """
            )
        )
    }

    @Test(arguments: ["Reviews", "Contact us", "Gallery", "Pricing"])
    func `a heading of the page keeps its role though menus have its words`(heading: String) throws {
        let text =
            "Lifts of every kind are done in our two hospitals.\n\n\(heading)\n\nPeople come to us from many towns, and most of them come again."
        #expect(try outline(of: text).contains("\nh2| \(heading)\n"))
    }

    @Test func `cookies are a notice`() throws {
        let text =
            "This website uses cookies to make your visit better.\n\nLifts of every kind are done in our two hospitals near the river."
        #expect(try outline(of: text).hasPrefix("p notice| This website"))
    }

    @Test func `a mistake in a table is a place and a sentence`() throws {
        let tables = [
            ("role-lines.add", "phrase\tplace\trole\textent\nour shop\twhole\tmenu\tline\n", "2: 'menu' is no role"),
            (
                "role-lines.add", "phrase\tplace\trole\textent\n\nour shop\twhole\tform\tpage\n",
                "3: 'page' is no extent: write line, section or rest"
            ),
            (
                "line-words.add", "phrase\tplace\tsense\nour shop\tmiddle\taside\n",
                "2: 'middle' is no place in a line: write whole, start, end or any"
            ),
            (
                "line-words.add", "phrase\tplace\tsense\nrecovery\tstart\taside\n",
                "2: 'recovery' is already listed for 'start'"
            ),
            ("abbreviations.add", "word\twhen\ndr\talways\n", "2: 'dr' is already listed"),
        ]
        for (name, text, sentence) in tables {
            let folder = FileManager.default.temporaryDirectory.appending(path: "curette-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try Data(text.utf8).write(to: folder.appending(path: name + ".tsv"))
            do {
                _ = try Segmenter(TableSource(folder: folder.path))
                Issue.record("no mistake found in \(text)")
            } catch {
                #expect("\(error)" == "\(name).tsv:\(sentence)")
            }
        }
    }
}
