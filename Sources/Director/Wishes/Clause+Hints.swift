import Timeline

/// What is understood and cannot be fulfilled, or not without a word more.
extension Clause {
    mutating func readHint() -> Hint? {
        let said = takeFirst { if case .lacking(let hint) = $0 { hint } else { nil } }
        guard let hint = said ?? unfulfillable ?? lackingWord else { return nil }
        // Beside a new video all the rest of what is said stands.
        if !isMaking { for index in leftovers { use(index) } }
        return hint
    }

    private static let sounds: [Concept] = [.noun(.music), .noun(.song), .noun(.volume), .noun(.sound)]
    private static let ends: [Concept] = [
        .place(.front), .place(.end), .ordinal(1), .ordinal(-1), .verb(.end), .verb(.start),
    ]

    /// Wishes of known words that are not on offer together.
    private var unfulfillable: Hint? {
        guard !isMaking else { return nil }
        let isFade = says(where: Clause.isFade)
        if says(anyOf: Clause.sounds), !says(.noun(.transition)) {
            let isPart =
                isRemoving
                || says(anyOf: [.verb(.louder), .verb(.quieter), .degree(.bigger), .degree(.smaller), .verb(.stop)])
            return isFade || (isPart && says(anyOf: Clause.ends)) ? .musicShape : nil
        }
        let isText = isAboutTexts || topic == .text && isAboutStyle
        let isBlack = says(anyOf: [.transition(.fadeThroughBlack), .transition(.fadeThroughWhite)])
        if isFade || isBlack, photos == nil, !isText, says(anyOf: Clause.ends) { return .endFade }
        return nil
    }

    private var isAboutTexts: Bool {
        says { concept in
            switch concept {
            case .noun(.title), .noun(.endTitle), .noun(.caption), .noun(.lowerThird), .noun(.text), .text: true
            default: false
            }
        }
    }

    /// "Make it more emotional", where no music is spoken of.
    private var isFeelingAlone: Bool {
        let isFelt = leftovers.contains { if case .feeling = tokens[$0].concept { true } else { false } }
        guard isFelt, !isFirst, topic != .music, !continuesMaking else { return false }
        return leftovers.allSatisfy { index in
            switch tokens[index].concept {
            case .feeling, .degree(.more), .degree(.less), .verb(.make), .noun(.video), .another: true
            default: false
            }
        }
    }

    /// Something shall be another, and it is not said which.
    private var lackingWord: Hint? {
        guard !isMaking else { return nil }
        let verbs: [Concept] = [.verb(.set), .verb(.add), .verb(.use), .verb(.make), .another, .new]
        let rest = Set(leftovers.map { tokens[$0].concept })
        func asks(for noun: Noun) -> Bool {
            guard rest.contains(.noun(noun)) else { return false }
            let known: [Concept] =
                verbs + [
                    .noun(noun), .noun(.title), .noun(.caption), .noun(.text), .noun(.endTitle), .noun(.lowerThird),
                ]
            return rest.isSubset(of: known) && !rest.isDisjoint(with: verbs)
        }
        if asks(for: .font) { return .whichFont }
        if asks(for: .look), !isAboutTexts { return .whichLook }
        // "The music is boring".
        if contains(.judged), photos == nil { return .whatInstead }
        if isFeelingAlone { return .feeling }
        if asks(for: .color), isAboutTexts || topic == .text { return .whichColor }
        return nil
    }
}
