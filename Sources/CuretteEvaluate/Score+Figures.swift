extension Score {
    /// A figure by the name that the guideline's own scorer prints it under.
    package struct Figure: Sendable {
        package let name: String
        /// Nil where there is nothing to judge by.
        package let value: Double?
        /// A number of things, not a share.
        package var isCount = false
    }

    package var figures: [Figure] {
        let found = 2 * hits + extras + misses
        let tagCount = tags.values.reduce(0) { $0 + $1.both + $1.gold }
        return [
            Figure(name: "pages", value: Double(usages.count), isCount: true),
            Figure(name: "precision", value: Self.ratio(hits, hits + extras)),
            Figure(name: "recall", value: Self.ratio(hits, hits + misses)),
            Figure(name: "f1", value: f1),
            Figure(name: "tagged_f1", value: hits == 0 ? 0 : Self.ratio(2 * right, found)),
            Figure(name: "tag_accuracy", value: Self.ratio(tags.values.reduce(0) { $0 + $1.both }, tagCount)),
            Figure(name: "tag_macro_f1", value: tagMacroF1),
            Figure(name: "ece", value: reliability.calibrationError),
            Figure(name: "auroc", value: reliability.areaUnderCurve),
            Figure(name: "either_confidence", value: Self.mean(eitherConfidences)),
            Figure(
                name: "usage_accuracy",
                value: usages.isEmpty ? 1 : Self.ratio(usages.count { $0.gold == $0.found }, usages.count)
            ),
            Figure(name: "usage_macro_f1", value: usageMacroF1),
            Figure(name: "any_concept_f1", value: Self.ratio(2 * (hits + misnamed), found)),
            Figure(name: "exact_extent", value: Self.ratio(exactExtents, hits)),
            Figure(name: "field_f1", value: Self.ratio(2 * fieldHits, 2 * fieldHits + fieldErrors)),
            Figure(name: "gold_mentions", value: Double(hits + misses), isCount: true),
            Figure(name: "not_in_text", value: Double(unplaced), isCount: true),
        ]
    }

    /// The figures that are shares, by name: those that a floor can be set under.
    package func value(of name: String) -> Double? { figures.first { $0.name == name }?.value }

    /// By precision and recall, as the guideline's scorer has it: the last digit may hang on the order of operations.
    private var f1: Double {
        let precision = Self.ratio(hits, hits + extras)
        let recall = Self.ratio(hits, hits + misses)
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }

    private var tagMacroF1: Double {
        let each = [GoldTag.cosmetic, .reconstructive].compactMap { tag -> Double? in
            guard let counts = tags[tag], counts.both + counts.found + counts.gold > 0 else { return nil }
            return Self.ratio(2 * counts.both, 2 * counts.both + counts.found + counts.gold)
        }
        return Self.mean(each) ?? 0
    }

    private var usageMacroF1: Double {
        let each = Set(usages.map(\.gold)).sorted().map { usage in
            Self.ratio(
                2 * usages.count { $0.gold == usage && $0.found == usage },
                usages.count { $0.gold == usage } + usages.count { $0.found == usage }
            )
        }
        return Self.mean(each) ?? 0
    }

    private static func ratio(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
