/// Whether confidences mean what they say: how often tags are right at each height of confidence.
package struct Reliability: Sendable {
    /// The tags whose confidence is within one tenth.
    package struct Bin: Sendable {
        package fileprivate(set) var count = 0
        package fileprivate(set) var right = 0
        fileprivate var confidences = 0.0

        package var confidence: Double { count == 0 ? 0 : confidences / Double(count) }
        package var accuracy: Double { count == 0 ? 0 : Double(right) / Double(count) }
    }

    /// From 0.0 to 0.1, and so on.
    package private(set) var bins = [Bin](repeating: Bin(), count: 10)
    private var confidencesOfRight: [Double] = []
    private var confidencesOfWrong: [Double] = []

    package init() {}

    package mutating func add(_ confidence: Double, isRight: Bool) {
        let bin = min(Int(confidence * 10), bins.count - 1)
        bins[bin].count += 1
        bins[bin].right += isRight ? 1 : 0
        bins[bin].confidences += confidence
        if isRight { confidencesOfRight.append(confidence) } else { confidencesOfWrong.append(confidence) }
    }

    /// Expected calibration error: how far confidence is from accuracy, bin by bin, on average over the tags.
    package var calibrationError: Double {
        let count = confidencesOfRight.count + confidencesOfWrong.count
        guard count > 0 else { return 0 }
        return bins.reduce(0) { $0 + abs(Double($1.right) - $1.confidences) } / Double(count)
    }

    /// The probability that a right tag is more confident than a wrong one; nil where all are right or all are wrong.
    package var areaUnderCurve: Double? {
        guard !confidencesOfRight.isEmpty, !confidencesOfWrong.isEmpty else { return nil }
        // One merge of two sorted lists: as many pairs as there are would be quadratic.
        let right = confidencesOfRight.sorted()
        let wrong = confidencesOfWrong.sorted()
        var below = 0
        var through = 0
        var area = 0.0
        for confidence in right {
            while below < wrong.count, wrong[below] < confidence { below += 1 }
            while through < wrong.count, wrong[through] <= confidence { through += 1 }
            area += Double(below) + Double(through - below) / 2
        }
        return area / (Double(right.count) * Double(wrong.count))
    }
}
