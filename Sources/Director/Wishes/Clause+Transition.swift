import Timeline

/// How one picture gives way to the next.
extension Clause {
    private static let texts: [Concept] = [
        .noun(.title), .noun(.endTitle), .noun(.caption), .noun(.lowerThird), .noun(.text),
    ]
    private static let sounds: [Concept] = [.noun(.music), .noun(.song), .noun(.volume), .noun(.sound)]

    mutating func readTransition(into wishes: inout [Wish]) {
        guard let head = transitionHead() else { return }
        var wish = TransitionWish()
        wish.style = takeTransitionStyle(head)
        takeAll(.noun(.transition))
        takeRandom(into: &wish, head)
        wish.easing = takeFirst { if case .easing(let easing) = $0 { easing } else { nil } }
        if isRemoving {
            takeRemoval()
            wish.style = .cut
        }
        wish.direction = takeTravel()
        wish.scope = takeScope()
        wish.length = takeTransitionLength(isAlone: head == .earlier)
        takeAll(.each, .always, .noun(.length), .noun(.speed))
        if !isMaking { takeAll(.noun(.photo), .noun(.clip)) }
        takeLightVerbs()
        takeVerbs(.end)
        // A bare "with transitions" wants whatever is usual.
        wishes.append(.transition(wish))
    }

    static func isFade(_ concept: Concept) -> Bool { [.fade, .fadeIn, .fadeOut].contains(concept) }

    /// How a clause comes to speak of a transition.
    private enum TransitionHead: Equatable {
        case style(Int)
        case noun
        /// By going on about the one of the clause before: "slides, half a second long".
        case earlier
    }

    private func transitionHead() -> TransitionHead? {
        if let style = index(where: { if case .transition = $0 { true } else { false } }) {
            // "Add a photo slide" aside, a style beside a title would be the title's.
            return says(anyOf: Clause.sounds) && !isMaking ? nil : .style(style)
        }
        if let fade = index(where: Clause.isFade), !says(anyOf: Clause.texts), topic != .text || !isAboutStyle,
            !says(anyOf: Clause.sounds) || says(.noun(.transition))
        {
            return .style(fade)
        }
        if let cut = index(of: .verb(.trim)), says(.link(.between)) || says(.noun(.transition)) { return .style(cut) }
        if contains(.noun(.transition)) { return .noun }
        let goesOn = topic == .transition && leftovers.count == 1 && photos == nil
        if goesOn, case .duration(let length) = tokens[leftovers[0]].concept, length <= .seconds(3) { return .earlier }
        return nil
    }

    private mutating func takeTransitionStyle(_ head: TransitionHead) -> TransitionStyle? {
        guard case .style(let head) = head else { return head == .noun ? takeBorrowedStyle() : nil }
        use(head)
        // "A fade transition", "crossfade dissolves": one style in two words.
        takeAll(.fade, .fadeIn, .fadeOut)
        switch tokens[head].concept {
        case .transition(let style):
            takeAll(.transition(style))
            return style
        case .fade, .fadeIn, .fadeOut: return .crossfade
        default: return .cut
        }
    }

    /// Words that mean a style only beside "transition": "change the transition to zoom".
    private mutating func takeBorrowedStyle() -> TransitionStyle? {
        let styles: [(Concept, TransitionStyle)] = [
            (.camera(.zoomIn), .zoomIn), (.camera(.zoom), .zoomIn), (.camera(.zoomOut), .zoomOut), (.fit(.blur), .blur),
            (.frame(.square), .box),
        ]
        return styles.first { take($0.0) }?.1
    }

    private mutating func takeRandom(into wish: inout TransitionWish, _ head: TransitionHead) {
        // "Shuffle the transitions", 随机转场.
        // "Different transitions": which ones is left to us.
        let isOther = head == .noun && wish.style == nil && (contains(.another) || contains(.new))
        guard wish.style != .cut, isOther || contains(.random) || contains(.verb(.shuffle)) else { return }
        takeAll(.random, .verb(.shuffle), .another, .new)
        wish.isRandom = true
        // "Random wipes" are any of that kind.
        if case .style(let head) = head, Clause.isFade(tokens[head].concept) {
            wish.family = .fade
        } else {
            wish.family = wish.style?.family
        }
        wish.style = nil
    }

    /// "Slide left" and "slide from the right" both move to the left.
    private mutating func takeTravel() -> Direction? {
        if let direction = takeFirst({ if case .direction(let direction) = $0 { direction } else { nil } }) {
            return direction
        }
        let places: [(Place, to: Direction, from: Direction)] = [
            (.left, .left, .right), (.right, .right, .left), (.top, .up, .down), (.bottom, .down, .up),
        ]
        for (place, to, from) in places {
            guard let index = index(of: .place(place)) else { continue }
            use(index)
            return meaningful(before: index) == .link(.from) ? from : to
        }
        return nil
    }

    private mutating func takeScope() -> TransitionWish.Scope {
        let index = index { if case .photos = $0 { true } else { false } }
        guard let index, case .photos(var reference) = tokens[index].concept else {
            return isMaking ? .all : takeBareScope()
        }
        use(index)
        if reference.isAll { return .all }
        if reference.picks.count == 1, let second = takePhotos() { reference.picks += second.picks }
        if reference.picks.count == 2 || isPair(reference) { return .between(reference) }
        let isAfter = meaningful(before: index) == .link(.after) || meaningful(after: index) == .link(.after)
        return isAfter ? .outOf(reference) : .into(reference)
    }

    private func isPair(_ reference: PhotoReference) -> Bool {
        if case .range(let first, let last)? = reference.picks.first {
            return last == first + 1 && says(.link(.between))
        }
        return false
    }

    /// "Slide into 4", "between 2 and 3" have numbers alone.
    private mutating func takeBareScope() -> TransitionWish.Scope {
        let links: [Concept] = [.link(.into), .link(.before), .link(.after), .link(.to)]
        guard let index = index(where: { if case .number = $0 { true } else { false } }),
            case .number(let number) = tokens[index].concept, let link = meaningful(before: index), links.contains(link)
        else { return .all }
        use(index)
        let reference = PhotoReference([.position(Joiner.whole(number))], isBare: true)
        return link == .link(.after) ? .outOf(reference) : .into(reference)
    }

    private mutating func takeTransitionLength(isAlone: Bool) -> LengthChange? {
        if let index = index(where: { if case .duration = $0 { true } else { false } }) {
            guard case .duration(let length) = tokens[index].concept else { return nil }
            let isBeside: Bool =
                switch meaningful(after: index) {
                case .transition, .fade, .fadeIn, .fadeOut, .noun(.transition): true
                default: false
                }
            let isVideos = isMaking || says(anyOf: [.each, .degree(.long), .noun(.video), .total])
            guard isAlone || (isBeside && length <= .seconds(10)) || !isVideos else { return nil }
            use(index)
            if take(.degree(.longer)) { return .by(length) }
            if take(.degree(.shorter)) { return .by(.zero - length) }
            return .to(length)
        }
        if take(.degree(.longer)) || take(.verb(.slower)) || take(.degree(.gentler)) || take(.verb(.extend)) {
            return .times(1.5)
        }
        if take(.degree(.shorter)) || take(.verb(.faster)) || take(.verb(.shorten)) { return .times(1 / 1.5) }
        return nil
    }
}
