import CuretteClean
import CuretteDictionary
import CuretteTestSupport
import CuretteText
import Testing

/// Examples of a pass: what is given, and what comes out; the same on both sides where nothing may change.
private func expect(
    _ given: String,
    _ repaired: String,
    _ comment: Comment? = nil,
    at location: SourceLocation = #_sourceLocation
) {
    let aligned = Cleaner().clean(given)
    // Bytes, since strings are equal where they are only canonically equivalent.
    #expect(aligned.bytes == Array(repaired.utf8), "\(aligned.string)", sourceLocation: location)
}

private func expectUntouched(_ text: String, at location: SourceLocation = #_sourceLocation) {
    let aligned = Cleaner().clean(text)
    #expect(aligned.isUntouched, "\(aligned.string)", sourceLocation: location)
}

private func reasons(_ text: String) -> [Reason] {
    Cleaner().clean(text).repairs().flatMap(\.reasons)
}

struct CleanerTests {
    private let hasWords = !WordList.english.isEmpty

    // MARK: Entities

    @Test func `references that were encoded again are read, however often`() {
        expect("Gonz&aacute;lez &amp; Sons", "González & Sons")
        expect("the patient&amp;amp;amp;#8217;s choice", "the patient’s choice")
        expect("wide&#150;open", "wide–open")
        #expect(reasons("a &hellip; b") == [.entity])
    }

    @Test func `an ampersand without a known name and semicolon stays`() {
        for text in ["R&D and AT&T", "?a=1&copy=2", "&unknownname;", "&#0;", "&#xD800;", "&#99999999;", "&;", "Q&A"] {
            expectUntouched(text)
        }
    }

    // MARK: Charsets

    @Test func `UTF-8 that was read as windows-1252 is undone, twice if need be`() {
        expect("dâ€™une opÃ©ration rÃ©ussie", "d’une opération réussie")
        expect("une opÃƒÂ©ration rÃƒÂ©ussie", "une opération réussie")
        expect("Ð¿Ð»Ð°ÑÑ‚Ð¸ÐºÐ°".replacing("ÑÑ", with: "Ñ\u{81}Ñ"), "пластика")
    }

    @Test func `UTF-8 that was read as the charset of old Macs or of Russian Windows is undone`() {
        expect("le caf√© et l‚Äô√©t√©", "le café et l’été")
        expect("РїР»Р°СЃС‚РёРєР°", "пластика")
    }

    @Test func `letters before quotation marks are no broken bytes`() {
        for text in [
            "il est occupé\u{A0}»", "«MANHÃ…", "CAFÉ™ à Paris", "Spaß“ und Fuß”", "È “così”", "Рівне і Сімферополь",
        ] {
            expectUntouched(text)
        }
    }

    // MARK: What cannot be seen

    @Test func `invisible characters go from the middle of words`() {
        expect("fa\u{AD}ce\u{200B}lift in\u{200D}side\u{FE0F} a\u{E0041}nd\u{2060} out", "facelift inside and out")
        expect("suz\u{8}rgery\u{7}", "surgery")
    }

    @Test func `invisible characters stay where a script or an emoji needs them`() {
        for text in [
            "می\u{200C}خواهم", "क्\u{200D}ष", "👩\u{200D}⚕\u{FE0F}",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "1\u{FE0F}\u{20E3}", "ភាសា\u{200B}ខ្មែរ", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}\u{200F}!", "ทำ\u{200B}งาน",
        ] { expectUntouched(text) }
    }

    @Test func `an override is undone by writing what the reader saw`() {
        expect("plastic \u{202E}yregrus\u{202C} today", "plastic surgery today")
        expect("see \u{202E}(cba)\u{202C} now", "see (abc) now")
        expect("a\u{200E}b \u{2067}face\u{2069}", "ab face")
        let turned = Cleaner().clean("x \u{202E}tfil\u{202C}")
        #expect(turned.string == "x lift")
        let letter = turned.source(of: Span<Clean>(2, 3))
        #expect(turned.source[letter.range].elementsEqual("l".utf8))
    }

    @Test func `odd spaces become plain, and those a language asks for stay`() {
        expect("plastic\u{2003}surgery\u{A0}today\u{3000}here", "plastic surgery today here")
        for text in ["Bonjour\u{A0}! Où\u{202F}?", "10\u{A0}000 euros", "東京\u{3000}大阪"] { expectUntouched(text) }
    }

    // MARK: Marks and forms

    @Test func `letters and their marks are composed`() {
        expect("cirugi\u{301}a", "cirugía")
        #expect(reasons("cirugi\u{301}a") == [.composition])
    }

    @Test func `piled marks go`() {
        expect("s\u{335}\u{316}u\u{310}\u{347}r\u{31A}\u{353}gery", "surgery")
    }

    @Test func `identifiers are no words with wrong letters`() {
        for text in [
            "The class Point3D is drawn here.", "Devices of the IoT are cheap.", "Write $tag$ in the template.",
            "It takes about 1e9 steps.", "Ask for Platform$GUI in the shop.",
        ] { expectUntouched(text) }
        expect(
            "Our doctors pre$cribe this cream to people who want c1ean and healthy skin.",
            "Our doctors prescribe this cream to people who want clean and healthy skin."
        )
    }

    @Test func `marks that belong to a language stay`() {
        for text in [
            "León y María", "ọ̀rẹ́ Ẹ̀kọ́", "phẫu thuật thẩm mỹ", "за\u{301}мок", "Zoë Brontë naïve café", "[a̠ˈβ̞e]",
            "Łukasz Świątkiewicz",
        ] { expectUntouched(text) }
    }

    @Test func `letters in other forms become plain`() {
        expect("𝒑𝒍𝒂𝒔𝒕𝒊𝒄 ｓｕｒｇｅｒｙ of the reﬁned face", "plastic surgery of the refined face")
    }

    @Test func `forms that mean something stay`() {
        for text in [
            "CO₂ and x² + y²", "1ª sesión, 2º piso", "ℝ ⊂ ℂ and 𝔽₂", "Botox® and Dysport™, ½ tsp", "🇬🇧 🇺🇦", "① ② ③",
            "全角ＡＢＣ１２３",
            "№ 7 and 37 ℃", "Type Ⅲ",
        ] { expectUntouched(text) }
    }

    // MARK: Scripts

    @Test func `letters of another script are given back, in both directions`() {
        expect("Тhе сlinіс", "The clinic")
        expect("Новый cайт клиники", "Новый сайт клиники")
        expect("Η σuσκευή είναι εδώ", "Η συσκευή είναι εδώ")
        #expect(reasons("сlinic") == [.homoglyph])
    }

    @Test(.enabled(if: !WordList.english.isEmpty, "this system has no English word list"))
    func `letters, figures and signs of rare kinds are read where a word comes out`() {
        for (disguised, plain) in [
            ("reaꞩon", "reason"), ("nuꭅse", "nurse"), ("consuŀtation", "consultation"), ("proꞓedure", "procedure"),
            ("surge๐n", "surgeon"), ("swe۱۱ing", "swelling"), ("e×amine", "examine"), ("r℮ason", "reason"),
            ("doⅽtor", "doctor"), ("wⅈthout", "without"), ("treatⲙent", "treatment"), ("ѳperation", "operation"),
        ] {
            expect("The \(disguised) is on this page of the clinic.", "The \(plain) is on this page of the clinic.")
        }
    }

    @Test func `the same letters, figures and signs stay where they mean something`() {
        for text in [
            "Type Ⅴ and chapter Ⅻ of the book", "an a×b matrix and 3×4 tiles, x∨y", "iPhone ١٢ ve ۵۶ in the shop",
            "the ℮ mark on a 500 g ℮ pack", "Łódź, Đorđe, Ħal and Ŧ are names", "the vowels ꬽ and ꭅ of the atlas",
        ] { expectUntouched(text) }
    }

    @Test func `notation, compounds and quotations keep their letters`() {
        for text in [
            "TNF-α, αMSH, ΔT, 10 kΩ, 5 μm, µg/mL and PGF2α", "Откройте PDF-файл, SMS-ки, IT-специалист",
            "The Russian word хор means choir.",
            "he said «Привет, мир!» and left", "Наташа сказала: ура", "the γδ cells, λ, ω-3",
            "IPA: /ˈpɹɒsɪdʒə/ and [ɸaβe]",
        ] { expectUntouched(text) }
    }

    @Test func `words of two scripts that grew together stay, and so does a stem with a foreign ending`() {
        for text in [
            "Нажмите CtrlПробел или AltПробел здесь", "комбинација АлтСуперS и СуперEsc", "Πατήστε AltΔιάστημα τώρα",
            "установлен флаг TFD_ABSTIMEи ещё один", "вывести -mЧИСЛО строк", "8초동안 Shift키를 눌러 느린 키를",
            "Linuxでは、多くのデバイスが Enterキー で", "Shiftএৰ কি আপুনি ইয়াক",
        ] { expectUntouched(text) }
    }

    @Test func `a reading brings no letter that the page's language lacks`() {
        for text in [
            "выполните команду tail для файла, это быстрый способ", "Iаьрбийн Цхьаьнакхетта эмираташ, Гlайренаш",
            "Җөмһүриәте, İсраил дәүләте һәм Рéунион", "приклади solid, zoom і scaled для Linux, які всі знають",
            "Windows 98: Не Plug and Play, а Bug and Pay!\nЭто шутка программистов, которую все знают.",
        ] { expectUntouched(text) }
        expect("Певица О'Коннор родилась в ХI веке", "Певица О'Коннор родилась в XI веке")
        expect("комбинации клавиш с участием Сompose можно найти", "комбинации клавиш с участием Compose можно найти")
    }

    @Test func `languages whose marks are many keep them, also where their bare words are English`() {
        for text in [
            "Tập tin ẩn", "Bật phím dội và phím chậm", "Có thể lỏng cáp hoặc gặp vấn đề", "Cửa sổ", "Dừng phát",
            "àtijó̩, kọ́kọ́ró̩, olobó, títì", "Plé ọ Stọ́p smọl Bọ́tin, Wọ́tá Sístẹm", "ndị mmadụ na-agba m̀gba, ụlọakụ̀",
            "TELİF HAKKI. Telif hakkı saklıdır, çıkış kodu sıfırdan farklı olur.",
            "Zwykle działa. Regułę zwykłe wartości traktować zwykle równolegle.",
            "àwɔn ɛyinjú tó padé, Ɛyinjú tɔ rɛ́rìn",
        ] { expectUntouched(text) }
        expect("The fọḷḷọwinġ paragraph is ṣhort and says little.", "The following paragraph is short and says little.")
    }

    @Test func `a script's own words are not read as Latin ones`() {
        for text in [
            "ᎠᎹᏰᏟ ᎩᎵᏏ ᏴᎩ ᎦᎭᏙᏗ, circumflex accent, exclamation mark", "քնած դեմք, քնել, take a camping trip, the dream",
        ] { expectUntouched(text) }
    }

    @Test func `quoted references, ordinals and quotation marks stay`() {
        for text in [
            "write it as '&amp;' or \"&lt;\" instead", "el Nº indicado de filas, la 1ª vez, Mª José",
            "die als »weiß« und »heiß« und »Fuß« betrachtet werden",
        ] { expectUntouched(text) }
    }

    @Test func `rare spaces stay where another language set them, and joiners beside a comma in Persian`() {
        for text in [
            "Sur votre système Mac\u{A0}OS vous pouvez choisir une autre langue",
            "zmiar w bajtach, a więc 1\u{2009}KB to mało",
            "کاربر مدیریتی هستید،\u{200C} ممکن است",
        ] { expectUntouched(text) }
    }

    @Test(.enabled(if: !WordList.english.isEmpty, "this system has no English word list"))
    func `plain signs become letters where only that makes words`() {
        expect(
            "The clinic offers p1a5tic surg3ry to all patients.",
            "The clinic offers plastic surgery to all patients."
        )
        expect(
            "The clinic offers rneclical advice and genera1Iy helps.",
            "The clinic offers medical advice and generally helps."
        )
        #expect(reasons("The clinic offers surg3ry to patients.") == [.lookalike])
        expect(
            "The clinic is open. lt helps all patients. ln most cases it works.",
            "The clinic is open. It helps all patients. In most cases it works."
        )
        expect("Our clinic generaIly helps all patients.", "Our clinic generally helps all patients.")
    }

    @Test func `codes, units, names and other languages keep their signs`() {
        for text in [
            "Vitamin B12, 3D scan, 4K video, the 2nd and 3rd visit, H1N1, COVID-19, MP3 and 1080p are here.",
            "Mrs Horne met Arne at the clinic in Bern.", "write to info@cl1nic.com or http://example.com/a_b?c=d",
            "Et barn leger i haven med de andre børn.", "f(x) = |x| where it holds",
            "Press ShiftF10 or AltSuper8 to open the menu of the window.", "in the batch and rnews modes from above",
            "Arthur Clough and Thomas Stearns wrote about Horner and his syndrome.",
            "The autoclear flag uses vers3 and vers4 of the sane-v4l driver with acls set.",
            "The disk has the identity 4973d0b8-1b15-c449-96ec-94bab7f6a7b8 and is mounted at boot.",
            "See https://example.com/bo0ts/date for the source of the program.",
            "Use -wE|--dump to list what is there.",
            "El corazón se inclina y el tiempo aclara todas las cosas de la vida.",
            "Iain McIntyre wrote man3 pages and includeIf with $not and l10n here.",
            "<h3>Our clinic</h3> is the best of all clinics.",
            "The natural logarithm ln x grows slowly. Then Lt Smith left.",
            "Every proof needs ln twice. ln grows without bound here.", "The baby weighed 7 lb at birth. lb is a unit.",
            "iPhone, YouTube and McDonald stay as they are.",
        ] { expectUntouched(text) }
    }

    @Test(.enabled(if: !WordList.english.isEmpty, "this system has no English word list"))
    func `a letter nobody maps is found by the rest of its word`() {
        expect("The clinic treats abdomꡀnal pain of all patients.", "The clinic treats abdominal pain of all patients.")
        expectUntouched("The ⴴⴴⴴⴴal")
    }

    @Test func `what is only suspicious is reported and left alone`() {
        var text = AlignedText(Array("The wⴴⵥrжд here".utf8))
        let suspicions = Cleaner().clean(&text)
        #expect(text.isUntouched && suspicions.map(\.kind) == ["mixed-script"])
        #expect(suspicions.allSatisfy { $0.note.count > 10 })
    }
}
