/// What of a sentence stays, and what is to be done.
struct SentenceReading: Sendable {
    struct Part: Sendable {
        var clause: Clause
        var isKept = true
    }

    struct Order: Hashable, Sendable {
        var deed: Deed
        var isOffer: Bool
        /// Words of the sentence come first: what is looked up is shown after them.
        var isAfterWords: Bool
    }

    /// What a sentence is read with.
    struct Surroundings: Hashable, Sendable {
        /// The sentence before, or the list's item before, was talk of a window.
        var followsWindow = false
        /// A list, a label or a question makes a choice of what would be an order.
        var isOffer = false
        /// The heading above says how something is done.
        var isProcedure = false
    }

    private(set) var parts: [Part]
    private(set) var orders: [Order] = []

    var isTouched: Bool { parts.contains { !$0.isKept } }
    var isGone: Bool { !parts.isEmpty && !parts.contains { $0.isKept } }
    var hasWindow: Bool { parts.contains { $0.clause.isWindow } }

    init(_ sentence: Range<Int>, by reader: ClauseReader, _ surroundings: Surroundings) {
        parts = reader.clauses(of: sentence).map { Part(clause: $0) }
        inheritPlans(reader)
        let isWindow = goingWithNeighbours(surroundings, reader)
        for index in parts.indices { parts[index].isKept = !isWindow[index] }
        collectOrders(surroundings, reader)
    }

    /// Nothing of it stays.
    mutating func dropAll() {
        for index in parts.indices { parts[index].isKept = false }
    }

    /// What it asks for is left to the reader.
    mutating func offerAll() {
        for index in orders.indices { orders[index].isOffer = true }
    }

    /// "I'll open with the drone shot, drag out the last chord": the second verb is theirs as well.
    private mutating func inheritPlans(_ reader: ClauseReader) {
        var isPlan = false
        for index in parts.indices {
            switch parts[index].clause.role {
            case .content(let plan, _):
                let words = reader.meaning(of: parts[index].clause.body)
                isPlan =
                    plan || isPlan && words.isDisjoint(with: .clauses)
                    || words.contains(.own) && reader.tokens[parts[index].clause.body].contains { $0.kind == .han }
            case .window where isPlan:
                let body = parts[index].clause.body
                let words = reader.meaning(of: body)
                let isForReader = !words.isDisjoint(with: [.reader, .may, .must, .or, .offering, .point, .press])
                if isForReader || !words.isDisjoint(with: [.control, .panel]) {
                    isPlan = false
                } else {
                    parts[index].clause.role = .content(isPlan: true)
                }
            default: break
            }
        }
    }

    /// Which clauses go: those that talk of a window, and what hangs on them.
    private func goingWithNeighbours(_ surroundings: Surroundings, _ reader: ClauseReader) -> [Bool] {
        let roles = parts.map(\.clause.role)
        let hasWindow = parts.contains { $0.clause.isWindow }
        var goes = [Bool](repeating: false, count: parts.count)
        guard hasWindow || surroundings.followsWindow || surroundings.isProcedure else { return goes }
        var before: Bool?
        var waiting: [Int] = []
        var reasons: [Int] = []
        func settle(_ index: Int, _ answer: Bool) {
            for earlier in waiting { goes[earlier] = answer }
            if answer { reasons += waiting }
            waiting = []
            goes[index] = answer
            before = answer
        }
        for (index, role) in roles.enumerated() {
            switch role {
            case .window: settle(index, true)
            case .content where isLabel(index, reader) && parts[index].clause.body.count <= 6: waiting.append(index)
            case .content:
                // "If it is too slow, click here or tell me": the reason is the second's as well.
                if begins(parts[index].clause, with: .or, reader) { for reason in reasons { goes[reason] = false } }
                reasons = []
                let isResult =
                    (before ?? surroundings.followsWindow)
                    && isResult(parts[index].clause.body, reader, isNear: before != nil)
                settle(index, isResult)
            case .step:
                let nextMain = roles[(index + 1)...].first { $0 != .loose && $0 != .condition }
                if case .window = nextMain {
                    settle(index, true)
                } else {
                    settle(index, before ?? (surroundings.followsWindow || surroundings.isProcedure))
                }
            case .loose:
                if let before, waiting.isEmpty, !(isLabel(index, reader) && index + 1 < roles.count) {
                    goes[index] = before
                } else {
                    waiting.append(index)
                }
            case .condition:
                // "tell me if you want": it has its clause already.
                if let before, waiting.isEmpty, parts[index].clause.isJoined {
                    goes[index] = before
                } else {
                    waiting.append(index)
                }
            }
        }
        for index in waiting { goes[index] = before ?? false }
        return goes
    }

    private func begins(_ clause: Clause, with meaning: Meaning, _ reader: ClauseReader) -> Bool {
        clause.body.first.map { reader.tokens[$0].means(meaning) } ?? false
    }

    /// "Tip:" belongs to what it announces.
    private func isLabel(_ index: Int, _ reader: ClauseReader) -> Bool {
        let clause = parts[index].clause
        return (clause.body.upperBound..<clause.whole.upperBound).contains {
            ":：".contains(reader.text[reader.tokens[$0].range.lowerBound])
        }
    }

    /// "the video will be saved to your computer", "the opening will be stronger": what comes of it once it is done.
    private func isResult(_ body: Range<Int>, _ reader: ClauseReader, isNear: Bool) -> Bool {
        let words = reader.meaning(of: body)
        guard words.contains(.will), words.isDisjoint(with: [.own, .ownPlan, .talk]) else { return false }
        return isNear || !words.isDisjoint(with: [.follows, .export])
    }

    /// "Click your avatar, then "Billing"": what the words after the clause say it is about.
    private func continuation(_ index: Int, _ reader: ClauseReader) -> Deed? {
        let rest = parts[(index + 1)...].prefix { !$0.isKept && $0.clause.role == .loose }
        let words = rest.reduce(into: Meaning()) { $0.formUnion(reader.meaning(of: $1.clause.body)) }
        if words.contains(.export) { return .export }
        return words.isDisjoint(with: [.money, .pay]) ? nil : .show(.credits)
    }

    private mutating func collectOrders(_ surroundings: Surroundings, _ reader: ClauseReader) {
        var hasWords = false
        var isChoice = surroundings.isOffer
        var selected: Range<Int>?
        let message = EditMessage(text: reader.text, tokens: reader.tokens)
        for (at, part) in parts.enumerated() {
            if part.isKept { hasWords = true }
            switch part.clause.role {
            case .window(let deed, let isOffer):
                var deed = deed
                if let object = selected {
                    deed = message.applying(deed, to: object)
                }
                if reader.tokens[part.clause.body].contains(where: { $0.means(.step) }) {
                    selected =
                        message.selection(part.clause.body) ?? selected
                    if selected != nil, deed == .show(.timeline) { continue }
                }
                if deed == .show(.timeline), let more = continuation(at, reader) { deed = more }
                orders.append(Order(deed: deed, isOffer: isOffer || isChoice, isAfterWords: hasWords))
                isChoice = surroundings.isOffer
            case .content(_, let deed):
                if let deed { orders.append(Order(deed: deed, isOffer: true, isAfterWords: true)) }
                // "How to export: click the button"
                isChoice = surroundings.isOffer || !part.isKept && isLabel(at, reader)
            case .condition:
                if part.clause.isJoined, let order = orders.indices.last {
                    orders[order].isOffer = true
                } else {
                    isChoice = true
                }
            case .step:
                selected = message.selection(part.clause.body) ?? selected
            case .loose: break
            }
        }
        // "click Export, if you like"
        if let last = parts.last(where: { $0.clause.role != .loose })?.clause.role, last == .condition,
            let order = orders.indices.last
        {
            orders[order].isOffer = true
        }
    }
}
