import CuretteSegment
import Testing

/// Lines that scraping broke, or drew far apart.
@Suite struct BrokenLineTests {
    @Test func `links on lines of their own do not part the sentence around them`() throws {
        let text = """
            Oxter Clinic tells you what is
            cosmetic
            and
            what is not. We offer an
            oxter lift
            ,
            an
            elbow tuck
            and
            knee lift
            . Call us.
            """
        #expect(try outline(of: text) == "p | \(text.replacing("\n", with: "⏎"))")
    }

    @Test func `short lines that begin small stay apart where no sentence runs through them`() throws {
        #expect(try outline(of: "oxter lift\nelbow tuck\nknee lift") == "i1| oxter lift\ni1| elbow tuck\ni1| knee lift")
    }

    @Test func `lines drawn far apart are read like those that are not`() throws {
        let lines = [
            "We offer to all of our patients:", "Oxter lift", "Elbow tuck",
            "Oxter lifts, on the other hand, are chosen by few.",
        ]
        let expected = """
            p | We offer to all of our patients:
            i1| Oxter lift
            i1| Elbow tuck
            p | Oxter lifts, on the other hand, are chosen by few.
            """
        for gap in 2...5 {
            #expect(try outline(of: lines.joined(separator: String(repeating: "\n", count: gap))) == expected)
        }
    }

    @Test func `a heading broken around its joint is one`() throws {
        let text = "Oxter lift\n\nvs.\n\nElbow tuck\n\nThe one firms the arm, and the other does not."
        #expect(
            try outline(of: text)
                == "h1| Oxter lift⏎⏎vs.⏎⏎Elbow tuck\np | The one firms the arm, and the other does not."
        )
    }

    @Test func `names with what is to be said of them are a list below their heading`() throws {
        let text = """
            All of these are done on the arm, and none takes long.

            Other conditions
            Oxter: lift or tuck, and rest
            Elbow: tuck with some skin removed in one place, and the rest of the arm left just as it was before
            Hand: see there
            """
        #expect(
            try outline(of: text) == """
                p | All of these are done on the arm, and none takes long.
                h2| Other conditions
                i1| Oxter: lift or tuck, and rest
                i1| Elbow: tuck with some skin removed in one place, and the rest of the arm left just as it was before
                i1| Hand: see there
                """
        )
    }

    @Test func `one name with what is to be said of it heads its paragraph`() throws {
        let text = "Oxter lift: what to know\nIt firms the arm, and it is chosen by few people."
        #expect(
            try outline(of: text)
                == "h1| Oxter lift: what to know\np | It firms the arm, and it is chosen by few people."
        )
    }

    @Test func `a title that asks and answers is a heading`() throws {
        let text = "Is the Oxter Lift Safe? A Surgeon's View\n\nIt is as safe as any operation on the arm."
        #expect(
            try outline(of: text) == """
                h1| Is the Oxter Lift Safe? A Surgeon's View
                p | It is as safe as any operation on the arm.
                """
        )
    }

    @Test func `a table's lost corner does not shift its headers`() throws {
        let text = "Chosen\tNeeded\nGoal\tLooks\tFunction\nExamples\tOxter lift\tElbow repair"
        let blocks = try Segmenter().blocks(in: page(text))
        #expect(blocks.map(\.columnHeader) == [nil, nil, nil, 0, 1, nil, 0, 1])
    }
}
