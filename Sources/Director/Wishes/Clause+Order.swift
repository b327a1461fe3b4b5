import Timeline

/// The order of the photos.
extension Clause {
    mutating func readOrder(into wishes: inout [Wish]) {
        if contains(.verb(.reverse)) {
            takeVerbs(.reverse)
            takeOrderWords()
            wishes.append(.reverse)
        } else if contains(.verb(.shuffle)) {
            takeVerbs(.shuffle)
            takeOrderWords()
            wishes.append(.shuffle)
        } else if contains(.verb(.sort)) {
            takeVerbs(.sort)
            takeOrderWords()
            wishes.append(.sortByName)
        } else if contains(.verb(.swap)) || isExchange {
            takeVerbs(.set)
            if let pair = takePair() {
                takeVerbs(.swap)
                takeAll(.noun(.order), .noun(.position), .with)
                wishes.append(.swap(pair))
            }
        } else if wantsCopy {
            readCopy(into: &wishes)
        } else {
            readMove(into: &wishes)
        }
    }

    /// 把第二张和第五张换一下: two photos, and nothing that one could be changed into.
    private var isExchange: Bool {
        guard contains(.verb(.set)) || contains(.another), let photos, photos.picks.count == 2 else { return false }
        return leftovers.allSatisfy { index in
            switch tokens[index].concept {
            case .photos: true
            case .verb(.set), .another: tokens[index].isHan
            case .noun(.position), .noun(.order): true
            default: false
            }
        }
    }

    // MARK: Once more

    /// "Duplicate photo 2", "show photo 1 again at the end".
    private var wantsCopy: Bool {
        guard !isRemoving, !isMaking, photos != nil else { return false }
        return contains(.verb(.copy)) || says(.again) && contains(anyOf: [.verb(.show), .verb(.add), .verb(.use)])
    }

    private mutating func readCopy(into wishes: inout [Wish]) {
        guard let index = index(where: { if case .photos = $0 { true } else { false } }),
            case .photos(let reference) = tokens[index].concept
        else { return }
        let destination = takeDestination(besides: index, hasVerb: true)
        use(index)
        takeVerbs(.copy, .show, .add, .use, .move)
        wishes.append(.copy(reference, destination))
    }

    // MARK: Moving

    private mutating func takeOrderWords() {
        takeAll(.noun(.order), .noun(.video), .noun(.position))
        if let photos, photos.isAll || photos.picks == [.same] { _ = takePhotos() }
        takeAll(.noun(.photo), .each, .same)
        takeLightVerbs()
    }

    private mutating func takePair() -> PhotoReference? {
        var picks: [PhotoReference.Pick] = []
        for index in tokens.indices where !isUsed[index] {
            switch tokens[index].concept {
            case .photos(let reference): picks += reference.picks
            case .number(let number): picks.append(.position(Joiner.whole(number)))
            case .ordinal(let place): picks.append(.position(place))
            default: continue
            }
            use(index)
        }
        return picks.isEmpty ? nil : PhotoReference(picks)
    }

    private mutating func readMove(into wishes: inout [Wish]) {
        let hasVerb =
            verb == .move || verb == .start || verb == .end || (contains(.verb(.set)) && contains(.noun(.position)))
        guard !isRemoving, verb != .add, let moved = movedPhotos(hasVerb: hasVerb) else { return }
        guard let destination = takeDestination(besides: moved.index, hasVerb: hasVerb) else { return }
        use(moved.index)
        takeVerbs(.move, .start, .end, .show, .make, .use, .set)
        takeAll(.noun(.position), .noun(.order), .noun(.photo))
        wishes.append(.move(moved.photos, destination))
    }

    /// The photos that are not the place to go to.
    private func movedPhotos(hasVerb: Bool) -> (photos: PhotoReference, index: Int)? {
        let found = index { if case .photos = $0 { true } else { false } }
        if let found, case .photos(let reference) = tokens[found].concept {
            if hasVerb, let number = numberAhead(of: found) { return number }
            return (reference, found)
        }
        guard hasVerb else { return nil }
        if let number = index(where: { if case .number = $0 { true } else { false } }),
            case .number(let value) = tokens[number].concept
        {
            return (PhotoReference([.position(Joiner.whole(value))], isBare: true), number)
        }
        // 把第三放到第一
        let ordinals = indices { if case .ordinal = $0 { true } else { false } }
        if ordinals.count == 2 || ordinals.count == 1 && contains(anyOf: [.place(.front), .place(.end)]),
            case .ordinal(let place) = tokens[ordinals[0]].concept
        {
            return (PhotoReference([.position(place)]), ordinals[0])
        }
        if let earlierPhotos, let it = index(where: { $0 == .it }) { return (earlierPhotos, it) }
        return nil
    }

    private func numberAhead(of index: Int) -> (photos: PhotoReference, index: Int)? {
        guard
            let number = tokens[..<index].indices.first(where: {
                if case .number = tokens[$0].concept { !isUsed[$0] } else { false }
            }), case .number(let value) = tokens[number].concept
        else { return nil }
        return (PhotoReference([.position(Joiner.whole(value))], isBare: true), number)
    }

    private mutating func takeDestination(besides moved: Int, hasVerb: Bool) -> Destination? {
        if verb == .start { return .front }
        if verb == .end { return .end }
        if let anchor = takeAnchor(besides: moved) { return anchor }
        if take(.place(.front)) { return .front }
        if take(.place(.end)) { return .end }
        if hasVerb, take(.place(.top)) { return .front }
        for index in tokens.indices where index != moved && !isUsed[index] {
            switch tokens[index].concept {
            case .ordinal(let place):
                use(index)
                return place == 1 ? .front : place == -1 ? .end : .position(place)
            case .number(let number) where hasVerb:
                use(index)
                return .position(Joiner.whole(number))
            case .photos(let reference) where hasVerb && index > moved:
                // 放到第一张
                guard case .position(let place)? = reference.picks.first, reference.picks.count == 1 else { continue }
                use(index)
                return place == -1 ? .end : .position(place)
            default:
                continue
            }
        }
        return nil
    }

    /// "After photo 5", "between 2 and 3", 第五张后面.
    mutating func takeAnchor(besides moved: Int?) -> Destination? {
        for link in tokens.indices where !isUsed[link] {
            let isAfter = tokens[link].concept == .link(.after)
            guard isAfter || [.link(.before), .link(.between)].contains(tokens[link].concept) else { continue }
            // English says what follows, Chinese what goes before.
            let next = (link + 1)..<tokens.count
            let previous = (0..<link).reversed()
            for index in Array(next) + Array(previous) where index != moved && !isUsed[index] {
                guard var reference = anchor(at: index) else { continue }
                use(index)
                use(link)
                if tokens[link].concept == .link(.between) {
                    reference.picks = Array(reference.picks.prefix(1))
                    return .after(reference)
                }
                return isAfter ? .after(reference) : .before(reference)
            }
        }
        return nil
    }

    private func anchor(at index: Int) -> PhotoReference? {
        switch tokens[index].concept {
        case .photos(let reference): reference
        case .number(let number): PhotoReference([.position(Joiner.whole(number))], isBare: true)
        case .ordinal(let place): PhotoReference([.position(place)])
        default: nil
        }
    }
}
