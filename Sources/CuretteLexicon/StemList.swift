/// Forms and their stems in the order in which the tables have them, to be sorted at the end.
package struct StemList {
    private var keys: [UInt8] = []
    private var starts: [Int] = [0]
    private var forms: [Form] = []
    private var surfaces: [[UInt8]] = []

    package init() {}

    /// Keeps a form as it is written, for forms whose case counts; the answer is its place.
    mutating func keep(surface: [UInt8]) -> Int32 {
        surfaces.append(surface)
        return Int32(surfaces.count - 1)
    }

    package mutating func add(stem: ArraySlice<UInt8>, _ form: Form) {
        keys.append(contentsOf: stem)
        starts.append(keys.count)
        forms.append(form)
    }

    /// Writes the forms in byte order of their stems, those of one stem in the order in which they were met: the order
    /// in which prefixes come before what begins with them.
    func write(to names: inout CompiledNames) {
        let order = forms.indices.sorted { left, right in
            let (one, other) = (stem(left), stem(right))
            if one.elementsEqual(other) { return left < right }
            return one.lexicographicallyPrecedes(other)
        }
        for form in order {
            names.stems.append(contentsOf: stem(form))
            names.stemStarts.append(UInt32(names.stems.count))
            names.forms.append(forms[form])
        }
        names.surfaces = surfaces
    }

    private func stem(_ form: Int) -> ArraySlice<UInt8> { keys[starts[form]..<starts[form + 1]] }
}

/// Words, each once, in the order in which they were met.
package struct WordCollection {
    /// Shorter words are too many other words' parts.
    private static let shortest = 3

    private(set) var letters: [UInt8] = []
    private(set) var starts: [UInt32] = [0]
    private var seen: Set<[UInt8]> = []

    package init() {}

    package mutating func insert(_ word: [UInt8]) {
        guard word.count >= Self.shortest, seen.insert(word).inserted else { return }
        letters.append(contentsOf: word)
        starts.append(UInt32(letters.count))
    }
}
