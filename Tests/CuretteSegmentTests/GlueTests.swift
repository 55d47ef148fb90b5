import CuretteSegment
import Testing

/// Text that lost its line breaks.
@Suite struct GlueTests {
    @Test func `a heading repeated and glued to its paragraph comes off`() throws {
        let text = "Risks of lip surgery\n Risks of lip surgeryLip surgery has few risks, and most of them pass."
        #expect(
            try outline(of: text) == """
                h1| Risks of lip surgery
                h1| Risks of lip surgery
                p | Lip surgery has few risks, and most of them pass.
                """
        )
    }

    @Test func `a paragraph that takes up its heading is whole`() throws {
        let text = "Lip surgery\nLip surgery has few risks, and most of them pass."
        #expect(try outline(of: text) == "h1| Lip surgery\np | Lip surgery has few risks, and most of them pass.")
    }

    @Test func `items glued behind a colon come off their lead-in and what follows them`() throws {
        let text =
            "The operation can mend:burns of the hand and arm, and scarsSome people need it twice.Ask your doctor first, if you can."
        let blocks = try Segmenter().blocks(in: page(text))
        #expect(
            outlined(blocks, of: text) == """
                p | The operation can mend:
                i1| burns of the hand and arm, and scars
                p | Some people need it twice.
                p | Ask your doctor first, if you can.
                """
        )
        #expect(blocks.map(\.introduction) == [nil, 0, nil, nil])
    }

    @Test func `capital items part where one runs into the next`() throws {
        let text =
            "We offer in both of our clinics:Breast augmentationTummy tuckLiposuctionEar pinning and other operations"
        #expect(
            try outline(of: text) == """
                p | We offer in both of our clinics:
                i1| Breast augmentation
                i1| Tummy tuck
                i1| Liposuction
                i1| Ear pinning and other operations
                """
        )
    }

    @Test(arguments: [
        "We use CoolSculpting and an iPhone on most days of the week, as many clinics do.",
        "See https://clinic.example:8080/lips and mailto:someone for more about lips, if you wish to know.",
        "The clinic opens at 9:30 and closes at 17:45, and a peel costs 1:1 what it did last year.",
        "It ends here.The next begins at once, and that makes no two blocks of one paragraph.",
        "The ratio is this: small things first, then the larger ones, and never all at once.",
    ])
    func `is one block`(text: String) throws {
        #expect(try outline(of: text) == "p | \(text)")
    }
}

/// Pages that lost all their line breaks.
@Suite struct SeamTests {
    @Test func `a page without line breaks is read as the lines it had`() throws {
        let text =
            "HomeAbout UsServicesGalleryContactWhat is an oxter lift?An oxter lift firms the arm. It is chosen.Common arm "
            + "operationsOxter liftElbow tuckLeave a ReplyYour email address will not be published."
        #expect(
            try outline(of: text) == """
                i1 navigation| Home
                i1 navigation| About Us
                i1 navigation| Services
                i1 navigation| Gallery
                i1 navigation| Contact
                h1| What is an oxter lift?
                p | An oxter lift firms the arm. It is chosen.
                h3| Common arm operations
                i1| Oxter lift
                i1| Elbow tuck
                h2 comments| Leave a Reply
                p comments| Your email address will not be published.
                """
        )
    }

    @Test(arguments: [
        "We have CoolSculpting, HydraFacial, SculpSure and YouTube, and Dr. McIndoe and Dr. MacGregor are our surgeons.",
        "See www.OxterClinic.com/ArmLift or write to Arm.Lift@OxterClinic.example and mailto:Arms@OxterClinic.example now.",
        "Dr.Smith, Ph.D., of St.Mary's and the U.S.A. had it done.The scar is small, and that is all there is to say.",
        "Prices from £1.50 to £2.75:the rest is on an iPhone or eBook, which our BodyTite and FaceTite patients know well.",
    ])
    func `is one line`(text: String) throws {
        #expect(try outline(of: text) == "p | \(text)")
    }
}
