import CuretteData

/// The log-odds of each kind of evidence, by the names of weights.tsv.
struct Weights: Sendable {
    private(set) var usual: [Double] = []
    /// By kind and strength.
    private var cues: [Double] = []
    let fieldInClause: Double
    let fieldIntroducing: Double
    let fieldContrasted: Double
    let headingNear: Double
    let headingFar: Double
    let headingTop: Double
    let headingInferred: Double
    let headingProcedure: Double
    let headingLean: Double
    let label: Double
    let introduction: Double
    let introductionInferred: Double
    let column: Double
    let title: Double
    let elsewhere: Double
    let neighbours: Double
    let company: Double
    let following: Double
    let bareFollowing: Double
    let preceding: Double
    let nearby: Double
    let clauseDamping: Double
    let sentenceDamping: Double
    let listDamping: Double
    let recoveryDamping: Double
    let eitherDamping: Double
    let eitherMost: Double
    let scale: Double
    let most: Double
    let silence: Double
    let usage: UsagePoints

    /// What a sentence gives a usage.
    struct UsagePoints: Sendable {
        let contrast: Double
        let definition: Double
        let alone: Double
        let roof: Double
        let side: Double
        let heading: Double
        let question: Double
        let least: Double
    }

    /// - Throws: `DataFileError` where a row is no weight, a weight is not there, or a name is none of ours: a typing
    ///   mistake in a name would otherwise leave the old value standing and nobody would know.
    init(from source: TableSource) throws(DataFileError) {
        var rows: [String: WeightTable.Row] = [:]
        for row in try WeightTable.rows(from: source) { rows[row.name] = row }
        try self.init(rows)
    }

    init(_ rows: [String: WeightTable.Row]) throws(DataFileError) {
        var unread = rows
        var missing: String?
        func weight(_ name: String) -> Double {
            guard let row = rows[name] else {
                missing = missing ?? name
                return 0
            }
            unread[name] = nil
            return row.value
        }
        for ambivalence in 0...3 { usual.append(weight("usual-\(ambivalence)")) }
        for kind in Cue.Kind.allCases {
            for strength in 1...3 {
                let share = weight("strength-\(strength)")
                cues.append(kind == .contrast ? 0 : weight("cue-\(kind.rawValue)") * share)
            }
        }
        fieldInClause = weight("field-in-clause")
        fieldIntroducing = weight("field-introducing")
        fieldContrasted = weight("field-contrasted")
        headingNear = weight("heading-near")
        headingFar = weight("heading-far")
        headingTop = weight("heading-top")
        headingInferred = weight("heading-inferred")
        headingProcedure = weight("heading-procedure")
        headingLean = weight("heading-lean")
        label = weight("label")
        introduction = weight("introduction")
        introductionInferred = weight("introduction-inferred")
        column = weight("column")
        title = weight("title")
        elsewhere = weight("elsewhere")
        neighbours = weight("neighbours")
        company = weight("company")
        following = weight("following")
        bareFollowing = weight("bare-following")
        preceding = weight("preceding")
        nearby = weight("nearby")
        clauseDamping = weight("clause-damping")
        sentenceDamping = weight("sentence-damping")
        listDamping = weight("list-damping")
        recoveryDamping = weight("recovery-damping")
        eitherDamping = weight("either-damping")
        eitherMost = weight("either-most")
        scale = weight("scale")
        most = weight("most")
        silence = weight("silence")
        usage = UsagePoints(
            contrast: weight("usage-contrast"),
            definition: weight("usage-definition"),
            alone: weight("usage-alone"),
            roof: weight("usage-roof"),
            side: weight("usage-side"),
            heading: weight("usage-heading"),
            question: weight("usage-question"),
            least: weight("usage-least")
        )
        if let row = unread.values.min(by: { ($0.file, $0.line) < ($1.file, $1.line) }) {
            throw DataFileError(row.file, line: row.line, "'\(row.name)' is no weight's name")
        }
        if let missing { throw DataFileError("weights.tsv", "'\(missing)' has no value") }
    }

    func weight(of cue: Cue) -> Double { cues[cue.kind.rank * 3 + cue.strength - 1] }
}
