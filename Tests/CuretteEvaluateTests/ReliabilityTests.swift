import CuretteEvaluate
import CuretteTestSupport
import Testing

/// The two figures of confidence against what they mean, worked out the slow way.
@Suite struct ReliabilityTests {
    @Test func `figures are those of the definitions`() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let tags = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                (
                    confidence: Double(Int.random(in: 0...100, using: &random)) / 100,
                    isRight: Bool.random(using: &random)
                )
            }
            var reliability = Reliability()
            for tag in tags { reliability.add(tag.confidence, isRight: tag.isRight) }

            var pairs = 0.0
            var better = 0.0
            for right in tags where right.isRight {
                for wrong in tags where !wrong.isRight {
                    pairs += 1
                    better += right.confidence > wrong.confidence ? 1 : right.confidence == wrong.confidence ? 0.5 : 0
                }
            }
            #expect(reliability.areaUnderCurve == (pairs == 0 ? nil : better / pairs))

            var error = 0.0
            for bin in 0..<10 {
                let own = tags.filter { min(9, Int($0.confidence * 10)) == bin }
                error += abs(Double(own.count { $0.isRight }) - own.reduce(0) { $0 + $1.confidence })
            }
            #expect(abs(reliability.calibrationError - (tags.isEmpty ? 0 : error / Double(tags.count))) < 1e-12)
        }
    }

    @Test func `a tag is counted in the tenth its confidence lies in, 1 in the last`() {
        var reliability = Reliability()
        for confidence in [0.0, 0.1, 0.95, 1.0] { reliability.add(confidence, isRight: true) }
        #expect(reliability.bins.map(\.count) == [1, 1, 0, 0, 0, 0, 0, 0, 0, 2])
        #expect(reliability.bins[9].confidence == 0.975)
        #expect(reliability.bins[9].accuracy == 1)
    }
}
