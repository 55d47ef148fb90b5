import CuretteData

/// The log-odds of each kind of evidence, by the names of weights.tsv.
struct Weights: Sendable {
    private(set) var usual: [Double] = []
    private var cues: [Cue.Kind: Double] = [:]
    /// What a cue of strength 1, 2, 3 has of its kind's weight.
    private var shares: [Double] = []
    let fieldInClause: Double
    let fieldIntroducing: Double
    let headingNear: Double
    let headingFar: Double
    let headingLean: Double
    let introduction: Double
    let column: Double
    let title: Double
    let elsewhere: Double
    let neighbours: Double
    let sentenceDamping: Double
    let eitherDamping: Double
    let scale: Double

    init(from source: TableSource) throws(DataFileError) {
        var values: [String: Double] = [:]
        for table in try source.tables("weights", builtIn: Tables.weights, columns: ["name", "value", "why"]) {
            try table.forEachRow { row throws(DataFileError) in
                guard let value = Double(row[1]), value.isFinite, value >= 0 else {
                    throw row.error("'\(row[1])' is no number from 0 up")
                }
                values[row[0]] = value
            }
        }
        func weight(_ name: String) throws(DataFileError) -> Double {
            guard let value = values[name] else { throw DataFileError("weights.tsv", "'\(name)' has no value") }
            return value
        }
        for ambivalence in 0...3 { usual.append(try weight("usual-\(ambivalence)")) }
        for strength in 1...3 { shares.append(try weight("strength-\(strength)")) }
        for kind in Cue.Kind.allCases where kind != .contrast { cues[kind] = try weight("cue-\(kind.rawValue)") }
        fieldInClause = try weight("field-in-clause")
        fieldIntroducing = try weight("field-introducing")
        headingNear = try weight("heading-near")
        headingFar = try weight("heading-far")
        headingLean = try weight("heading-lean")
        introduction = try weight("introduction")
        column = try weight("column")
        title = try weight("title")
        elsewhere = try weight("elsewhere")
        neighbours = try weight("neighbours")
        sentenceDamping = try weight("sentence-damping")
        eitherDamping = try weight("either-damping")
        scale = try weight("scale")
    }

    func weight(of cue: Cue) -> Double { cues[cue.kind, default: 0] * shares[cue.strength - 1] }
}
