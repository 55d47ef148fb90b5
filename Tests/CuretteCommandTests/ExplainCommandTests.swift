import Testing

@Suite struct ExplainCommandTests {
    private static let page = """
        # Reconstructive surgery

        Most breast reductions are due to low back pain. Ask about a facelift.

        """

    @Test func `a mention comes with its sentence, its evidence and what would have been said without`() throws {
        let outcome = try Command.run("explain", "--mention", "2", "--id", "page", input: Self.page)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "page · usage none")
        #expect(lines.dropFirst().first?.hasPrefix("2  Breast reduction · reconstructive · 0.9") ?? false)
        #expect(lines.contains("   Most [breast reductions] are due to low back pain."))
        let reasons = lines.filter { $0.contains("without it: ") }
        #expect(reasons.contains { $0.contains("symptom") && $0.contains("“low back pain”") })
        #expect(reasons.contains { $0.contains("section") && $0.contains("“Reconstructive surgery”") })
        #expect(reasons.contains { $0.contains("usual") && $0.contains("breast-reduction") })
        #expect(!outcome.output.contains("facelift]"))
    }

    @Test func `what decides a tag is what it would be another without`() throws {
        let outcome = try Command.run("explain", input: "Eyelid surgery is needed when the lids block vision.\n")
        let reasons = outcome.output.split(separator: "\n").filter { $0.contains("without it: ") }
        #expect(reasons.count == 2)
        #expect(reasons.first?.contains("function") ?? false)
        #expect(reasons.first?.contains("without it: cosmetic") ?? false)
        #expect(reasons.last?.contains("without it: reconstructive") ?? false)
    }

    @Test func `without a number all are explained, and a number that is not there is a mistake`() throws {
        let all = try Command.run("explain", input: Self.page)
        #expect(all.output.contains("\n1  "))
        #expect(all.output.contains("\n3  Facelift"))
        let none = try Command.run("explain", "--mention", "9", input: Self.page)
        #expect(none.status == 64)
        #expect(none.errors.contains("There is no mention 9: the page has 3."))
        #expect(try Command.run("explain", "--mention", "0", input: Self.page).status == 64)
    }

    @Test func `a pipe gets no colours unless it asks for them, and no control characters of the page`() throws {
        let page = "A facelift makes you \u{1B}[31mlook\u{1B}[0m younger \u{7}than ever.\n"
        #expect(!(try Command.run("explain", input: page).output.contains("\u{1B}")))
        let colored = try Command.run("explain", "--color", "always", input: page)
        #expect(colored.output.contains("\u{1B}[35mcosmetic\u{1B}[39m"))
    }
}
