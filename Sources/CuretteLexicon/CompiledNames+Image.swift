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

    /// Reads what `image` wrote; the pointer is to its first byte.
    package init(image: UnsafePointer<UInt8>) {
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
        let (kind, number) =
            switch form.part {
            case .name: (0, form.concept)
            case .site(let number): (1, number)
            case .operation(let number): (2, number)
            }
        write(kind << 4 | (form.hasMarks ? 1 : 0) << 3 | Int(form.language), digits: 1)
        write(Int(number), digits: 2)
        write(Int(form.flags.rawValue), digits: 2)
        write(Int(form.endings), digits: 2)
        write(form.wordStarts.nonzeroBitCount, digits: 1)
        for start in 0..<64 where form.wordStarts >> UInt64(start) & 1 == 1 { write(start, digits: 1) }
        if form.flags.contains(.exactCase) { write(Int(form.surface), digits: 3) }
    }
}

extension Image.Reader {
    fileprivate mutating func form() -> Form {
        let first = number(digits: 1)
        let which = UInt16(number(digits: 2))
        let flags = FormFlags(rawValue: UInt16(number(digits: 2)))
        let endings = UInt16(number(digits: 2))
        var starts: UInt64 = 0
        for _ in 0..<number(digits: 1) { starts |= 1 << UInt64(number(digits: 1)) }
        let kind = first >> 4
        return Form(
            concept: kind == 0 ? which : 0,
            part: kind == 0 ? .name : kind == 1 ? .site(which) : .operation(which),
            flags: flags,
            language: UInt8(first & 7),
            endings: endings,
            hasMarks: first >> 3 & 1 == 1,
            wordStarts: starts,
            surface: flags.contains(.exactCase) ? Int32(number(digits: 3)) : -1
        )
    }
}
