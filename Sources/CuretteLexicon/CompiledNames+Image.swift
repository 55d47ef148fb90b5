/// Compiled names as a literal of the program: see `Image` for how it is spelled.
extension CompiledNames {
    /// The names as one string of printable characters.
    package var image: String {
        var image = Image.Writer()
        image.write(forms.count, digits: 4)
        for (place, form) in forms.enumerated() {
            image.write(Int(stemStarts[place + 1] - stemStarts[place]), digits: 2)
            image.write(form)
        }
        image.write(stems)
        image.write(surfaces.count, digits: 3)
        for surface in surfaces { image.write(surface) }
        image.write(pairs.count, digits: 4)
        for pair in pairs {
            image.write(Int(pair.language), digits: 1)
            for number in [pair.site, pair.operation, pair.concept] { image.write(Int(number), digits: 3) }
        }
        image.write(patterns.count, digits: 1)
        for patterns in patterns {
            image.write(patterns.count, digits: 1)
            for pattern in patterns {
                image.write(pattern.siteFirst ? 1 : 0, digits: 1)
                image.write(pattern.joint)
            }
        }
        image.write(wordCount, digits: 3)
        for (start, end) in zip(wordStarts, wordStarts.dropFirst()) { image.write(Int(end - start), digits: 2) }
        image.write(words)
        return image.text
    }

    /// Reads what `image` wrote.
    package init(image: StaticString) {
        var image = Image.Reader(image)
        let formCount = image.number(digits: 4)
        forms.reserveCapacity(formCount)
        stemStarts.reserveCapacity(formCount + 1)
        var end: UInt32 = 0
        for _ in 0..<formCount {
            end += UInt32(image.number(digits: 2))
            stemStarts.append(end)
            forms.append(image.form())
        }
        stems = image.bytes()
        surfaces = (0..<image.number(digits: 3)).map { _ in image.bytes() }
        let pairCount = image.number(digits: 4)
        pairs.reserveCapacity(pairCount)
        for _ in 0..<pairCount {
            let language = UInt8(image.number(digits: 1))
            let site = UInt16(image.number(digits: 3))
            let operation = UInt16(image.number(digits: 3))
            let concept = UInt16(image.number(digits: 3))
            pairs.append(RegularPair(language: language, site: site, operation: operation, concept: concept))
        }
        patterns = (0..<image.number(digits: 1)).map { _ in
            (0..<image.number(digits: 1)).map { _ in
                RegularPattern(siteFirst: image.number(digits: 1) == 1, joint: image.bytes())
            }
        }
        let wordCount = image.number(digits: 3)
        wordStarts.reserveCapacity(wordCount + 1)
        end = 0
        for _ in 0..<wordCount {
            end += UInt32(image.number(digits: 2))
            wordStarts.append(end)
        }
        words = image.bytes()
    }
}

extension Image.Writer {
    fileprivate mutating func write(_ form: Form) {
        switch form.part {
        case .name: write(0, digits: 1)
        case .site: write(1, digits: 1)
        case .operation: write(2, digits: 1)
        }
        switch form.part {
        case .name: write(Int(form.concept), digits: 3)
        case .site(let number), .operation(let number): write(Int(number), digits: 3)
        }
        write(Int(form.flags.rawValue), digits: 3)
        write(Int(form.language), digits: 1)
        write(Int(form.endings), digits: 2)
        write(form.hasMarks ? 1 : 0, digits: 1)
        write(Int(form.wordStarts >> 32), digits: 6)
        write(Int(form.wordStarts & 0xFFFF_FFFF), digits: 6)
        write(Int(form.surface) + 1, digits: 3)
    }
}

extension Image.Reader {
    fileprivate mutating func form() -> Form {
        let kind = number(digits: 1)
        let which = UInt16(number(digits: 3))
        let flags = FormFlags(rawValue: UInt16(number(digits: 3)))
        let language = UInt8(number(digits: 1))
        let endings = UInt16(number(digits: 2))
        let hasMarks = number(digits: 1) == 1
        let starts = UInt64(number(digits: 6)) << 32 | UInt64(number(digits: 6))
        let part: FormPart = kind == 0 ? .name : kind == 1 ? .site(which) : .operation(which)
        return Form(
            concept: kind == 0 ? which : 0,
            part: part,
            flags: flags,
            language: language,
            endings: endings,
            hasMarks: hasMarks,
            wordStarts: starts,
            surface: Int32(number(digits: 3)) - 1
        )
    }
}
