/// The pages between reading and writing, in the order in which they came. Touched under a monitor's lock alone.
struct Line {
    private enum Place {
        case waiting(Batch.Input)
        case inWork
        case ready(Answer)
    }

    /// In order; the first is the one to be written next.
    private var places: [(place: Place, bytes: Int)] = []
    /// The number of the first place.
    private var first = 0
    /// The number of the first page that nobody has taken.
    private var untaken = 0
    /// Somebody is writing the first place; it stays until it is written.
    private var isDelivering = false
    private var outcome = Batch.Outcome()
    private(set) var bytesInHand = 0
    /// Why the output ends early.
    private(set) var failure: OutputError?
    /// No more pages will come.
    var isClosed = false

    var inHand: Int { places.count }

    mutating func submit(_ input: Batch.Input, bytes: Int) {
        places.append((.waiting(input), bytes))
        bytesInHand += bytes
    }

    /// The next page to work on and its number; nil inside where there will be none, nil where one has to wait.
    mutating func next() -> (number: Int, input: Batch.Input)?? {
        if failure != nil { return .some(nil) }
        let index = untaken - first
        guard index < places.count else { return isClosed ? .some(nil) : nil }
        guard case .waiting(let input) = places[index].place else {
            preconditionFailure("pages are taken in order")
        }
        places[index].place = .inWork
        untaken += 1
        return (untaken - 1, input)
    }

    /// Notes that a page is done; gives what the caller is now to write.
    mutating func finish(_ number: Int, _ answer: Answer) -> Answer? {
        places[number - first].place = .ready(answer)
        return isDelivering ? nil : due()
    }

    /// Notes that the first place is written, or could not be; gives what the caller is to write after it.
    mutating func delivered(_ answer: Answer, _ failure: OutputError?) -> Answer? {
        isDelivering = false
        if let failure {
            self.failure = failure
            return nil
        }
        outcome.count(answer)
        bytesInHand -= places.removeFirst().bytes
        first += 1
        return due()
    }

    private mutating func due() -> Answer? {
        guard failure == nil, let place = places.first?.place, case .ready(let answer) = place else {
            return nil
        }
        isDelivering = true
        return answer
    }

    func result() throws(OutputError) -> Batch.Outcome {
        if let failure { throw failure }
        return outcome
    }
}
