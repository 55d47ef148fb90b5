import Testing

/// Headings that only their series, or the group they open, shows to be headings.
@Suite struct SeriesTests {
    @Test func `lettered lines far apart are headings alike, whatever list stands between them`() throws {
        let text = """
            A. What the plan pays for
            The plan pays for the following where a doctor has asked for them.
            1. Cleft lip repair
            2. Skin grafts

            B. What it never pays for
            Facelift, brow lift, neck lift
            """
        #expect(
            try outline(of: text) == """
                h3| A. What the plan pays for
                p | The plan pays for the following where a doctor has asked for them.
                i1| 1. Cleft lip repair
                i1| 2. Skin grafts
                h3| B. What it never pays for
                p | Facelift, brow lift, neck lift
                """
        )
    }

    @Test func `numbered lines that stand together, or above what is set in, are items`() throws {
        let close = "1) Face\n2) Neck\n3) Hands"
        #expect(try outline(of: close) == "i1| 1) Face\ni1| 2) Neck\ni1| 3) Hands")
        let deep = "1) Face\n   - brow lift\n2) Neck\n   - neck lift"
        #expect(try outline(of: deep) == "i1| 1) Face\ni2| - brow lift\ni1| 2) Neck\ni2| - neck lift")
    }

    @Test func `a list of letters goes on beyond those that initials leave`() throws {
        let text = "a. ears\nb. eyes\nc. lips\nd. nose\ne. chin\nf. neck\ng. arms\nh. legs\ni. feet\nj. hands\nk. hips"
        let found = try outline(of: text)
        #expect(found.hasSuffix("i1| i. feet\ni1| j. hands\ni1| k. hips"))
        // An initial is no letter of a list.
        let initial = "a. ears\nb. eyes\n\nJ. Okafor wrote this page for the patients of the clinic and its friends."
        #expect(try outline(of: initial).contains("\np | J. Okafor"))
    }

    @Test func `a shouted line above lines that are not is the heading of its group`() throws {
        let text = """
            Our clinic has looked after patients in the valley for thirty years.

            MEN
            Chest reduction
            Hair transplant

            WOMEN
            Breast lift
            Tummy tuck
            """
        #expect(
            try outline(of: text).hasSuffix(
                """
                h2| MEN
                i1| Chest reduction
                i1| Hair transplant
                h2| WOMEN
                i1| Breast lift
                i1| Tummy tuck
                """
            )
        )
    }

    @Test func `one word above names of several heads them where another group begins so`() throws {
        let prose = "Our clinic has looked after patients in the valley for thirty years.\n\n"
        let two = "Chest\nChest lift\nChest tuck\n\nBelly\nBelly lift\nBelly tuck"
        #expect(
            try outline(of: prose + two).hasSuffix(
                "h2| Chest\ni1| Chest lift\ni1| Chest tuck\nh2| Belly\ni1| Belly lift\ni1| Belly tuck"
            )
        )
        let one = "Otoplasty\nBreast lift\nTummy tuck"
        #expect(try outline(of: prose + one).hasSuffix("i1| Otoplasty\ni1| Breast lift\ni1| Tummy tuck"))
    }

    @Test func `a class amid lines spaced alike is an item like them`() throws {
        let text = """
            Our clinic has looked after patients in the valley for thirty years.

            What do we do?
            Burn repair
            Leg repair
            Hand surgery
            Scar repair
            """
        #expect(
            try outline(of: text).hasSuffix(
                "h2| What do we do?\ni1| Burn repair\ni1| Leg repair\ni1| Hand surgery\ni1| Scar repair"
            )
        )
    }

    @Test func `what names many things is no heading of the prose behind it`() throws {
        let text = """
            Our Surgeons and Nurses

            Anna Field is the head of the unit and came to us in 2009 from Leeds.

            Special interest: hands, feet, ears
            Boris Lake joined the unit in the spring and sees children on Mondays.

            Ears, Eyes and Lips
            All three are treated on the same day by the same two surgeons here.
            """
        let found = try outline(of: text)
        #expect(found.contains("p | Special interest"))
        #expect(found.contains("h2| Ears, Eyes and Lips"))
    }
}
