import Timeline

/// A part of a message that says one or more things, with what of it has been understood.
struct Clause: Sendable {
    /// What a part without a noun or verb of its own goes on about.
    enum Topic: Hashable, Sendable {
        case text, music, transition
    }

    struct EarlierText: Hashable, Sendable {
        var kind: TextKind?
        var photos: PhotoReference?
        var isPlural = false
    }

    let tokens: [Token]
    private(set) var isUsed: [Bool]
    /// The verb of the clause before, where this one has none: "remove photo 2 and the sunset".
    var inheritedVerb: Verb?
    var inheritsNegation = false
    var topic: Topic?
    /// The texts that a part without a noun of its own goes on about.
    var earlierText: EarlierText?
    /// The photos that "it" may mean.
    var earlierPhotos: PhotoReference?
    /// The photos of the part before, where this part adds no more than a word about them: "photo 3 longer and brighter".
    var carriedPhotos: PhotoReference?
    /// It goes on about the new video that was just asked for.
    var continuesMaking = false
    /// It asks for a new video.
    var isMaking = false
    /// Nothing is on the timeline yet.
    var isFirst = false

    init(_ tokens: [Token]) {
        self.tokens = tokens
        isUsed = tokens.map { _ in false }
    }

    // MARK: Looking

    func contains(_ concept: Concept) -> Bool {
        index(of: concept) != nil
    }

    func contains(anyOf concepts: [Concept]) -> Bool {
        concepts.contains(where: contains)
    }

    func contains(where condition: (Concept) -> Bool) -> Bool {
        index(where: condition) != nil
    }

    func index(of concept: Concept) -> Int? {
        index { $0 == concept }
    }

    func index(where condition: (Concept) -> Bool) -> Int? {
        tokens.indices.first { !isUsed[$0] && condition(tokens[$0].concept) }
    }

    func indices(where condition: (Concept) -> Bool) -> [Int] {
        tokens.indices.filter { !isUsed[$0] && condition(tokens[$0].concept) }
    }

    /// The token before this one that is not mere filler.
    func meaningful(before index: Int) -> Concept? {
        tokens[..<index].last { $0.concept != .filler && $0.concept != .the && $0.concept != .a }?.concept
    }

    func meaningful(after index: Int) -> Concept? {
        tokens[(index + 1)...].first { $0.concept != .filler && $0.concept != .the && $0.concept != .a }?.concept
    }

    /// Whether the clause said it anywhere, understood already or not.
    func says(_ concept: Concept) -> Bool {
        tokens.contains { $0.concept == concept }
    }

    func says(anyOf concepts: [Concept]) -> Bool {
        tokens.contains { concepts.contains($0.concept) }
    }

    func says(where condition: (Concept) -> Bool) -> Bool {
        tokens.contains { condition($0.concept) }
    }

    var verb: Verb? {
        for token in tokens { if case .verb(let verb) = token.concept { return verb } }
        return inheritedVerb
    }

    /// Something shall go: "remove", "no", "without".
    var isRemoving: Bool {
        let verbs = tokens.contains { $0.concept == .verb(.remove) }
        let negations = tokens.contains { $0.concept == .not }
        if verbs || negations { return verbs != negations }
        let hasOwnVerb = tokens.contains { if case .verb = $0.concept { true } else { false } }
        return !hasOwnVerb && (inheritedVerb == .remove || inheritsNegation)
    }

    // MARK: Understanding

    mutating func use(_ index: Int) {
        isUsed[index] = true
    }

    @discardableResult
    mutating func take(_ concept: Concept) -> Bool {
        guard let index = index(of: concept) else { return false }
        use(index)
        return true
    }

    mutating func takeAll(_ concepts: Concept...) {
        for index in indices(where: { concepts.contains($0) }) { use(index) }
    }

    mutating func takeVerbs(_ verbs: Verb...) {
        for index in indices(where: { if case .verb(let verb) = $0 { verbs.contains(verb) } else { false } }) {
            use(index)
        }
    }

    /// Verbs that say no more than that something shall be so.
    mutating func takeLightVerbs() {
        takeVerbs(.make, .set, .use, .turn, .add, .show, .move, .start)
    }

    /// The word that made the clause one of removal.
    mutating func takeRemoval() {
        takeAll(.not, .verb(.remove))
    }

    mutating func takeFirst<Value>(_ value: (Concept) -> Value?) -> Value? {
        for index in tokens.indices where !isUsed[index] {
            if let found = value(tokens[index].concept) {
                use(index)
                return found
            }
        }
        return nil
    }

    mutating func takePhotos() -> PhotoReference? {
        takeFirst { if case .photos(let reference) = $0 { reference } else { nil } }
    }

    /// Photos, also by a number alone or, if the clause speaks of them, as "it" or "all".
    mutating func takeAnyPhotos() -> PhotoReference? {
        if let photos = takePhotos() { return photos }
        if let number = takeFirst({ if case .number(let number) = $0 { number } else { nil } }) {
            return PhotoReference([.position(Joiner.whole(number))], isBare: true)
        }
        return nil
    }

    mutating func takeDuration() -> Milliseconds? {
        takeFirst { if case .duration(let duration) = $0 { duration } else { nil } }
    }

    /// It only says how something shall be, and not what.
    var isElliptical: Bool {
        tokens.allSatisfy { token in
            switch token.concept {
            case .verb(.slower), .verb(.faster), .verb(.extend), .verb(.shorten): true
            case .verb, .noun, .photos, .name, .number, .ordinal, .duration, .text, .place, .position, .all, .each,
                .total,
                .it, .same, .frame, .platform, .ratio:
                false
            default: true
            }
        }
    }

    /// "All but photo 3", "black and white except the last".
    mutating func takeException() -> PhotoReference? {
        guard let except = index(of: .except) else { return nil }
        guard let last = indices(where: { if case .photos = $0 { true } else { false } }).last, last > except,
            case .photos(let left) = tokens[last].concept
        else { return nil }
        use(except)
        use(last)
        takeAll(.photos(.all), .noun(.everything))
        return PhotoReference([.all], excluding: left.picks)
    }

    /// The photos the clause speaks of, whoever understood them.
    var photos: PhotoReference? {
        for token in tokens { if case .photos(let reference) = token.concept { return reference } }
        return nil
    }

    /// What has a meaning and was not understood.
    var leftovers: [Int] {
        tokens.indices.filter { !isUsed[$0] && Clause.matters(tokens[$0].concept) }
    }

    private static func matters(_ concept: Concept) -> Bool {
        switch concept {
        case .filler, .link, .the, .a, .it, .still, .again, .outOf, .comma, .and, .or, .with, .stop, .colon,
            .questionMark, .total,
            .all, .one,
            .dash, .counter, .own, .degree(.slightly), .degree(.much), .degree(.long), .noun(.step):
            false
        default:
            true
        }
    }

    var isEmpty: Bool {
        // "With my song" asks for something; "my own" in "my own photos" alone does not.
        !tokens.contains { Clause.matters($0.concept) || $0.concept == .own }
    }
}
