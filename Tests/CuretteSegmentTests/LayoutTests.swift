import CuretteIngest
import CuretteSegment
import CuretteText
import Testing

/// Plain text: what a person wrote on a page of text, and the blocks they would draw.
@Suite struct LayoutTests {
    @Test func `short lines above paragraphs are headings, the first of the page its title`() throws {
        let text = """
            Plastic Surgery in Oxford

            We help people of every age at two hospitals near the river.

            Recovery and aftercare
            Most patients go home on the day of their operation.

            What does it cost?

            Prices depend on the operation and on how long you stay with us.
            """
        #expect(
            try outline(of: text) == """
                h1| Plastic Surgery in Oxford
                p | We help people of every age at two hospitals near the river.
                h2| Recovery and aftercare
                p | Most patients go home on the day of their operation.
                h2| What does it cost?
                p | Prices depend on the operation and on how long you stay with us.
                """
        )
    }

    @Test func `a name below the heading of its class stands deeper, until a heading of another sort`() throws {
        let text = """
            Our clinic has looked after patients in the valley for thirty years.

            Reconstructive Procedures

            Breast Reduction

            Heavy breasts cause pain, and an operation makes them lighter.

            Scar Revision

            A scar that pulls or shows can be made less visible by surgery.

            Recovery

            You can go back to work after two weeks in most cases.
            """
        #expect(
            try outline(of: text) == """
                p | Our clinic has looked after patients in the valley for thirty years.
                h2| Reconstructive Procedures
                h3| Breast Reduction
                p | Heavy breasts cause pain, and an operation makes them lighter.
                h3| Scar Revision
                p | A scar that pulls or shows can be made less visible by surgery.
                h2| Recovery
                p | You can go back to work after two weeks in most cases.
                """
        )
    }

    @Test func `bullets, numbers and indentation make items`() throws {
        let text = """
            Types of surgery

              1. Facial surgery: noses and ears.
              2. Body surgery:
                a) Tummy tuck
                b) Arm lift
                   with a short scar
            ► Peels
            • Fillers
            """
        #expect(
            try outline(of: text) == """
                h1| Types of surgery
                i1| 1. Facial surgery: noses and ears.
                i1| 2. Body surgery:
                i2| a) Tummy tuck
                i2| b) Arm lift⏎       with a short scar
                i1| ► Peels
                i1| • Fillers
                """
        )
    }

    @Test func `a number or letter of its own above a paragraph is a heading`() throws {
        let text = """
            A. Definition

            Surgery of this kind restores what an accident has taken away.

            1. Facelift
            A facelift tightens the skin of the lower face and the neck.
            2. Brow lift
            A brow lift raises the brow where it has dropped with age.
            """
        #expect(
            try outline(of: text) == """
                h3| A. Definition
                p | Surgery of this kind restores what an accident has taken away.
                h3| 1. Facelift
                p | A facelift tightens the skin of the lower face and the neck.
                h3| 2. Brow lift
                p | A brow lift raises the brow where it has dropped with age.
                """
        )
    }

    @Test func `a line that announces a list makes items of the lines below`() throws {
        let text = """
            Some operations that we offer are:

            Brow Lift
            Eyelid Surgery
            Ear Pinning

            All of them are done under local anaesthesia in our own theatre.

            Our surgeons treat conditions such as

            drooping lids – a fold of skin that hangs over the eye

            deep scars – the mark of a burn or of an accident

            Ask us.
            """
        #expect(
            try outline(of: text) == """
                p | Some operations that we offer are:
                i1| Brow Lift
                i1| Eyelid Surgery
                i1| Ear Pinning
                p | All of them are done under local anaesthesia in our own theatre.
                p | Our surgeons treat conditions such as
                i1| drooping lids – a fold of skin that hangs over the eye
                i1| deep scars – the mark of a burn or of an accident
                p | Ask us.
                """
        )
    }

    @Test func `the heading behind an announced list is no item of it`() throws {
        let text = """
            Our operations include:

            Brow Lift

            Ear Pinning

            What to expect afterwards

            You will be sore for a week and should rest as much as you can.
            """
        #expect(try outline(of: text).contains("\ni1| Ear Pinning\nh2| What to expect afterwards\n"))
    }

    @Test func `a short announcement above prose is a heading`() throws {
        let text = """
            It is done for many reasons and at every age, as you may know.

            Surgery of the face:

            Lids grow heavy with the years, and a small cut in the fold helps.
            """
        #expect(try outline(of: text).contains("\nh3| Surgery of the face:\np | Lids"))
    }

    @Test func `markdown and underlines are headings`() throws {
        let text =
            "## Our team\n\nText.\n\nTypes of surgery\n----------------\nMore text.\n\nOPENING TIMES\n\nWe open at nine on every day of the week."
        #expect(
            try outline(of: text) == """
                h2| ## Our team
                p | Text.
                h2| Types of surgery⏎----------------
                p | More text.
                h2| OPENING TIMES
                p | We open at nine on every day of the week.
                """
        )
    }

    @Test func `lines broken at a width are one paragraph, a broken heading one heading`() throws {
        let text = """
            La
            cirugía plástica repara, con técnicas
            muy distintas, los defectos del cuerpo.

            Cosmetic surgery in our clinic
            includes lifts of every kind for
            adults of any age.

            Facial
            Rejuvenation

            Skin that has seen much sun grows thin, and there are ways to help it.
            """
        #expect(
            try outline(of: text) == """
                p | La⏎cirugía plástica repara, con técnicas⏎muy distintas, los defectos del cuerpo.
                p | Cosmetic surgery in our clinic⏎includes lifts of every kind for⏎adults of any age.
                h2| Facial⏎Rejuvenation
                p | Skin that has seen much sun grows thin, and there are ways to help it.
                """
        )
    }

    @Test func `tabs and bars make cells`() throws {
        let text =
            "Treatment\tPrice\nPeel\t£200\n\nThe end of the price list is here, dear reader.\n\n| Area | Time |\n|---|---|\n| Lip | short |"
        let blocks = try Segmenter().blocks(in: page(text))
        #expect(
            outlined(blocks, of: text) == """
                c | Treatment
                c | Price
                c | Peel
                c | £200
                p | The end of the price list is here, dear reader.
                c | | Area
                c | | Time |
                p | |---|---|
                c | | Lip
                c | | short |
                """
        )
        #expect(blocks.map(\.columnHeader) == [nil, nil, 0, 1, nil, nil, nil, nil, 5, 6])
    }

    @Test(arguments: [
        // A short sentence.
        "We look forward to seeing you.",
        // A person, a caption, a price, a number, a button, an address.
        "Dr. Smith",
        "photo20417",
        "Facelift from £7,500",
        "Call us: 01865 555 0123",
        "Read more about lip surgery",
        "info@clinic.example",
        // A remark that lost its stop.
        "We are here for you on every day of the week",
        // A broken line.
        "and the patients of the",
    ])
    func `is no heading`(line: String) throws {
        let text = """
            The first words of this page are here to be read.

            \(line)

            Noses are reshaped through small cuts that nobody sees afterwards.
            """
        #expect(try !outline(of: text).contains("h2| "), "\(line)")
        #expect(try !outline(of: text).contains("h3| "), "\(line)")
    }

    @Test func `a signature is no item and no heading`() throws {
        let text = """
            "They were kind to me from the first day until the last."

            – Anna P., Leeds

            A lift takes two hours and leaves a scar behind the ear.
            """
        #expect(try outline(of: text).contains("\np | – Anna P., Leeds\n"))
    }

    @Test func `a label at the end of the page heads nothing`() throws {
        let text = "A lift takes two hours and leaves a scar behind the ear.\n\nRiver Valley Clinic"
        #expect(try outline(of: text).hasSuffix("\np | River Valley Clinic"))
    }

    @Test func `headings may be what a line announces`() throws {
        let text = """
            Our two hospitals look after patients of every age in the valley.

            Here are four reconstructive procedures that we know well:

            Scalp Repair
            Removing a growth leaves a wound that may need a flap to close.

            Post-Traumatic Repair
            Accidents of every kind can leave marks that patients wish to lose.
            """
        let blocks = try Segmenter().blocks(in: page(text))
        #expect(blocks.map(\.heading) == [nil, nil, 1, 2, 1, 4])
    }

    @Test func `a question above prices is their heading, a class above names is theirs`() throws {
        let text = """
            Our two hospitals look after patients of every age in the valley.

            What it may cost

            Ear pinning from £3,000

            Scalp repair from £4,200

            Cosmetic procedures
            Brow lift
            Neck lift

            All prices were right when this page was written, a year ago.
            """
        #expect(
            try outline(of: text).contains(
                """
                h2| What it may cost
                i1| Ear pinning from £3,000
                i1| Scalp repair from £4,200
                h2| Cosmetic procedures
                i1| Brow lift
                i1| Neck lift
                p | All prices
                """
            )
        )
    }

    @Test func `a bullet apart from the list above belongs to no lead-in`() throws {
        let text = """
            Ear pinning is done to:
            • Bring the ears nearer
            • Even them out

            • Nose surgery

            Nose surgery changes the shape of the nose or helps its owner to breathe.
            """
        #expect(try Segmenter().blocks(in: page(text)).map(\.introduction) == [nil, 0, 0, nil, nil])
    }

    @Test func `items may be longer than labels, and may begin with one`() throws {
        let text = """
            Our surgeons can help with many things that trouble people, such as:
            Lids that hang so low in the evening that reading or driving becomes hard work
            Ears that stand out
            What happens on the day?
            You come in the morning without breakfast and go home after lunch.

            These are the ways in which we work:

            Implants: A cushion is placed under the muscle of the chest.
            Flaps: Tissue is moved from the belly to the chest wall.
            """
        #expect(
            try Segmenter().blocks(in: page(text)).map(\.introduction) == [nil, 0, 0, nil, nil, nil, 5, 5]
        )
    }
}
