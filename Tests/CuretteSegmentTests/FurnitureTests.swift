import CuretteIngest
import CuretteSegment
import Testing

/// Lines that belong to the site and not to what the page says.
@Suite struct FurnitureTests {
    private let body = "A lift takes two hours and leaves a scar that hair will hide."

    private func role(_ line: String, above: Bool = true) throws -> Role? {
        let text = above ? "\(line)\n\nBrow lifts in Oxford\n\n\(body)" : "Brow lifts\n\n\(body)\n\n\(line)"
        let blocks = try Segmenter().blocks(in: page(text))
        return above ? blocks.first?.role : blocks.last?.role
    }

    @Test func `paths and menus on one line are navigation at either end of the page`() throws {
        for line in [
            "Clinic » Eyes » Lids", "Clinic > Eyes > Lids", "Prices | Doctors | Visits", "Prices   Doctors   Visits",
            "Prices · Doctors · Visits",
        ] {
            #expect(try role(line) == .navigation, "\(line)")
            #expect(try role(line, above: false) == .navigation, "\(line)")
        }
        for line in ["Eyes | Lids", "Eyes  and lids", "Lips, eyes, lids", "Open 9-5 | 3 doctors | 2018"] {
            #expect(try role(line) != .navigation, "\(line)")
        }
    }

    @Test func `a path among sentences is content`() throws {
        let text = "Brow lifts\n\n\(body)\n\nHairline | Temple | Mid-brow\n\n\(body)"
        #expect(try Segmenter().blocks(in: page(text)).allSatisfy { $0.role == .content })
    }

    @Test func `names with their counts are the filter of a directory`() throws {
        let filter = "Facelift (21)  Otoplasty (17)  Peels (9)  Tummy tuck (4)"
        #expect(try role(filter) == .navigation)
        #expect(try role(String(repeating: filter + "  ", count: 8)) == .navigation)
        #expect(try role("It was tried (1) in pigs (2) and it failed (3). Nobody tried it in men.") != .navigation)
        #expect(try role("Facelift (under 50) Otoplasty (children) Peels (all)") != .navigation)
    }

    @Test func `bylines stand in the header, categories and tags at the side, however long`() throws {
        #expect(try role("Posted by admin on 9 Feb") == .header)
        let tags = String(repeating: "otoplasty, facelift, ", count: 12)
        #expect(try role("Tags: otoplasty", above: false) == .sidebar)
        #expect(try role("Categories: \(tags)", above: false) == .sidebar)
        #expect(try role("Posted byways are closed", above: false) == .content)
    }
}
