import CuretteData

/// The log-odds of each kind of evidence, by the names of weights.tsv.
struct Weights: Sendable {
    private(set) var usual: [Double] = []
    /// By kind and strength.
    private var cues: [Double] = []
    let fieldInClause: Double
    let fieldIntroducing: Double
    let headingNear: Double
    let headingFar: Double
    let headingTop: Double
    let headingInferred: Double
    let headingLean: Double
    let label: Double
    let introduction: Double
    let introductionInferred: Double
    let column: Double
    let title: Double
    let elsewhere: Double
    let neighbours: Double
    let following: Double
    let bareFollowing: Double
    let preceding: Double
    let clauseDamping: Double
    let sentenceDamping: Double
    let listDamping: Double
    let recoveryDamping: Double
    let eitherDamping: Double
    let eitherMost: Double
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
        for kind in Cue.Kind.allCases {
            for strength in 1...3 {
                let share = try weight("strength-\(strength)")
                cues.append(kind == .contrast ? 0 : try weight("cue-\(kind.rawValue)") * share)
            }
        }
        fieldInClause = try weight("field-in-clause")
        fieldIntroducing = try weight("field-introducing")
        headingNear = try weight("heading-near")
        headingFar = try weight("heading-far")
        headingTop = try weight("heading-top")
        headingInferred = try weight("heading-inferred")
        headingLean = try weight("heading-lean")
        label = try weight("label")
        introduction = try weight("introduction")
        introductionInferred = try weight("introduction-inferred")
        column = try weight("column")
        title = try weight("title")
        elsewhere = try weight("elsewhere")
        neighbours = try weight("neighbours")
        following = try weight("following")
        bareFollowing = try weight("bare-following")
        preceding = try weight("preceding")
        clauseDamping = try weight("clause-damping")
        sentenceDamping = try weight("sentence-damping")
        listDamping = try weight("list-damping")
        recoveryDamping = try weight("recovery-damping")
        eitherDamping = try weight("either-damping")
        eitherMost = try weight("either-most")
        scale = try weight("scale")
    }

    func weight(of cue: Cue) -> Double { cues[cue.kind.rank * 3 + cue.strength - 1] }
}
