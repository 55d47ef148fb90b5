import CuretteIngest
import Testing

@Suite struct RoleTests {
    /// Markup in which the text `X` stands once as a block, and the role it has.
    static let examples: [(markup: String, role: Role)] = [
        ("<p>X</p>", .content),
        ("<main><p>X</p></main>", .content),
        ("<nav>X</nav>", .navigation),
        ("<header>X</header>", .header),
        ("<article><header><p>X</p></header></article>", .content),
        ("<footer>X</footer>", .footer),
        ("<aside>X</aside>", .sidebar),
        ("<form>X</form>", .form),
        ("<button>X</button>", .form),
        ("<button aria-expanded=false>X</button>", .content),
        ("<h3><button>X</button></h3>", .content),
        ("<select><option>X<option>y</select>", .form),
        ("<div role=navigation>X</div>", .navigation),
        ("<div role=contentinfo>X</div>", .footer),
        ("<div role=banner><p>X</p></div>", .header),
        ("<div class='main-menu'>X</div>", .navigation),
        ("<div class='siteNav'>X</div>", .navigation),
        ("<div id=footer>X</div>", .footer),
        ("<div class='entry-footer'>X</div>", .content),
        ("<div class='elementor-widget elementor-widget-text'>X</div>", .content),
        ("<div class=widget>X</div>", .sidebar),
        ("<footer><div class=widget>X</div></footer>", .footer),
        ("<div id=respond>X</div>", .comments),
        ("<li class=comment>X</li>", .comments),
        ("<div class=cookie-notice>X</div>", .notice),
        ("<footer><div class=gdpr>X</div></footer>", .notice),
        ("<div class='informed-consent'>X</div>", .content),
        ("<div class='platform uniform'>X</div>", .content),
        ("<div class='contact-form'>X</div>", .form),
        ("<body class='sidebar footer'><p>X</p></body>", .content),
        ("<p hidden>X</p>", .hidden),
        ("<p aria-hidden=true>X</p>", .hidden),
        ("<p aria-hidden=false>X</p>", .content),
        ("<p style='color:red; DISPLAY : none !important'>X</p>", .hidden),
        ("<p style='visibility:hidden'>X</p>", .hidden),
        ("<p style='display:block'>X</p>", .content),
        ("<nav hidden><div><p>X</p></div></nav>", .hidden),
        ("<p>a <span style='display:none'>X</span> b</p>", .hidden),
        ("<span hidden>a<span>b</span></span><p>X</p>", .content),
        ("<dialog>X</dialog>", .hidden),
        ("<div hidden><div>a</div></div><p>X</p>", .content),
        ("<footer>a</footer>X", .content),
        ("<nav><p>a</nav>X", .content),
    ]

    @Test func `a block has the role that its markup gives it`() throws {
        for (markup, role) in Self.examples {
            #expect(try Reading(markup).role(of: "X") == role, "\(markup)")
        }
    }

    static let sentence = "A facelift tightens the skin of the face and of the neck, and lasts for about ten years."

    @Test func `a header that holds the page's title and introduction is content`() throws {
        let page = try Reading("<header><nav>Menu</nav><h1>Facelift</h1><p>\(Self.sentence)</p></header><p>More.</p>")
        #expect(page.role(of: "Facelift") == .content)
        #expect(page.role(of: "Menu") == .navigation)
        let bare = try Reading("<header><h1>Dr Smith</h1></header><p>\(Self.sentence)</p><p>More</p>")
        #expect(bare.role(of: "Dr Smith") == .header)
    }

    @Test func `a form round the whole page is no form`() throws {
        let page = try Reading("<form><h1>Facelift</h1><p>\(Self.sentence)</p><footer>Foot</footer></form>")
        #expect(page.role(of: "Facelift") == .content)
        #expect(page.role(of: "Foot") == .footer)
        let form = try Reading("<h1>Facelift</h1><p>\(Self.sentence)</p><form><p>Your name</p></form>")
        #expect(form.role(of: "Your name") == .form)
    }

    @Test func `a list of links is a menu before and after the content and not within`() throws {
        let list = { (name: String) in
            "<ul><li><a href=a>\(name) one</a><li><a href=b>\(name) two</a><li><a href=c>\(name) three</a></ul>"
        }
        let page = try Reading(
            list("Top") + "<h1>Face</h1><p>\(Self.sentence)</p>" + list("Mid") + "<p>\(Self.sentence)</p>" + list("End")
        )
        #expect(page.role(of: "Top two") == .navigation)
        #expect(page.role(of: "Mid two") == .content)
        #expect(page.role(of: "End two") == .navigation)
    }

    @Test func `roles follow their elements through mis-nested markup`() throws {
        let page = try Reading("<div class=menu><b>a</div>b</b><table><tr><td><nav>c</td></table>d")
        #expect(page.marks == ["navigation bold p: a", "content p: b", "navigation p: c", "content p: d"])
    }
}
