import Testing

@Suite struct ShowCommandTests {
    private static let page = """
        <title>Clinic</title><nav><a href=/>Home</a><a href=/nose>Nose</a><a href=/ear>Ears</a></nav>
        <h1>Nose surgery</h1><p>We offer:</p><ul><li>Rhinoplasty</li><li>Septorhinoplasty after a fracture</li></ul>
        """

    @Test func `blocks come with kind, role, headings and introduction, mentions with their tag`() throws {
        let outcome = try Command.run("show", "--id", "nose", input: Self.page)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(outcome.output.hasPrefix("nose · text/html · "))
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.contains("title       Clinic"))
        #expect(lines.contains("navigation"))
        #expect(lines.contains("heading 1   [Nose surgery]c"))
        #expect(lines.contains("paragraph   We offer:"))
        #expect(lines.contains("item 1      [Rhinoplasty]c"))
        #expect(lines.contains { $0.hasPrefix("item 1      [Septorhinoplasty]r") })
    }

    @Test func `one role may be asked for`() throws {
        let outcome = try Command.run("show", "--role", "navigation", input: Self.page)
        #expect(outcome.output.contains("Home"))
        #expect(!outcome.output.contains("Rhinoplasty"))
    }

    @Test func `a pipe gets no colours unless it asks for them`() throws {
        #expect(!(try Command.run("show", input: Self.page).output.contains("\u{1B}")))
        let colored = try Command.run("show", "--color", "always", input: Self.page)
        #expect(colored.output.contains("\u{1B}[35m[Rhinoplasty]\u{1B}[39m"))
        #expect(colored.output.contains("\u{1B}[36m[Septorhinoplasty]\u{1B}[39m"))
    }

    @Test(arguments: [
        "A \u{1B}[31mred\u{1B}[0m facelift\u{7}", "A facelift \u{202E}back to front", "\u{9B}31m <b>facelift</b>\u{8}",
    ])
    func `nothing of the page is obeyed by a terminal`(text: String) throws {
        let html = "<title>\(text)</title><p>\(text)</p>"
        for page in [text, html] {
            let outcome = try Command.run("show", "--id", text, input: page)
            let raw = outcome.output.unicodeScalars.filter {
                $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.generalCategory == .format)
            }
            #expect(raw.isEmpty)
            #expect(outcome.output.contains("facelift"))
        }
    }

    @Test func `a page that cannot be read leaves the others alone`() throws {
        try Command.inFolder(["a.txt": "Facelift"]) { folder in
            let outcome = try Command.run("show", "nowhere.txt", "a.txt", in: folder)
            #expect(outcome.status == 1)
            #expect(outcome.errors.hasPrefix("curette: nowhere.txt: "))
            #expect(outcome.output.contains("[Facelift]c"))
        }
    }
}
