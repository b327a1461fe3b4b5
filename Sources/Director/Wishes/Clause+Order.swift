import Timeline

/// Which photos there are, and in which order.
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
        } else if contains(.verb(.swap)) {
            if let pair = takePair() {
                takeVerbs(.swap)
                takeAll(.noun(.order), .noun(.position), .with)
                wishes.append(.swap(pair))
            }
        } else {
            readMove(into: &wishes)
        }
    }

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
        takeAll(.noun(.position), .noun(.photo))
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

    // MARK: Adding, removing, keeping

    mutating func readPhotos(into wishes: inout [Wish]) {
        if continuesMaking, contains(.except), !isRemoving, let left = photos {
            _ = takePhotos()
            takeAll(.except)
            wishes.append(.make(MakeWish(without: left)))
        } else if isRemoving {
            readRemoval(into: &wishes)
        } else if continuesMaking, leftovers.allSatisfy({ isPhotosOrUse($0) }) {
            readSelection(into: &wishes)
        } else if contains(.verb(.keep)) || (contains(.only) && photos != nil) {
            readKeeping(into: &wishes)
        } else if verb == .add, !isMaking {
            readAdding(into: &wishes)
        }
    }

    private mutating func readRemoval(into wishes: inout [Wish]) {
        if contains(.except), let kept = exception() {
            _ = takePhotos()
            takeAll(.except, .noun(.photo), .noun(.everything))
            _ = takePhotos()
            takeRemoval()
            wishes.append(.keep(kept))
            return
        }
        guard
            contains(where: { if case .photos = $0 { true } else { false } }) || contains(.verb(.remove))
                || inheritedVerb == .remove
        else { return }
        guard let reference = takeAnyPhotos() ?? takeOrdinal() else { return }
        takeRemoval()
        takeAll(.noun(.photo), .noun(.video))
        wishes.append(.remove(reference))
    }

    private func isPhotosOrUse(_ index: Int) -> Bool {
        switch tokens[index].concept {
        case .photos, .verb(.use), .only, .noun(.photo), .noun(.clip): true
        default: false
        }
    }

    /// "Make a video with the first three photos".
    private mutating func readSelection(into wishes: inout [Wish]) {
        guard let reference = photos, !reference.picks.isEmpty else { return }
        let isEverything = reference.picks.allSatisfy { pick in
            switch pick {
            case .all, .count, .new, .same: true
            default: false
            }
        }
        // "With the sunset" may be about what is seen; a file's name or "only" say which photo.
        guard isEverything || says(.only) || reference.names.allSatisfy(\.isExact) else { return }
        _ = takePhotos()
        takeVerbs(.use)
        takeAll(.only, .noun(.photo), .noun(.clip))
        var make = MakeWish()
        if isEverything {
            if case .count(let count)? = reference.picks.first { make.count = count }
        } else {
            make.photos = reference
        }
        wishes.append(.make(make))
    }

    private func contains(where condition: (Concept) -> Bool) -> Bool {
        index(where: condition) != nil
    }

    private func exception() -> PhotoReference? {
        guard let except = index(of: .except) else { return nil }
        for token in tokens[except...] { if case .photos(let reference) = token.concept { return reference } }
        return nil
    }

    private mutating func takeOrdinal() -> PhotoReference? {
        takeFirst { if case .ordinal(let place) = $0 { PhotoReference([.position(place)]) } else { nil } }
    }

    /// "Keep only photos 1-3". "Keep photo 3" by itself would not say what goes.
    private mutating func readKeeping(into wishes: inout [Wish]) {
        guard let index = index(where: { if case .photos = $0 { true } else { false } }),
            case .photos(let reference) = tokens[index].concept
        else { return }
        let isSeveral: Bool =
            switch reference.picks.first {
            case .range, .first, .last: true
            default: reference.picks.count > 1
            }
        guard
            says(.only) || isSeveral
                || tokens.contains(where: { $0.concept == .verb(.keep) && $0.range.count <= 4 && $0.isHan })
        else { return }
        use(index)
        takeVerbs(.keep, .use, .show, .make)
        takeAll(.only, .noun(.photo), .noun(.video))
        wishes.append(.keep(reference))
    }

    private mutating func readAdding(into wishes: inout [Wish]) {
        let anchor = takeAnchor(besides: index { if case .photos = $0 { true } else { false } })
        let reference: PhotoReference
        if let named = takePhotos() {
            reference = named
        } else if contains(anyOf: [.noun(.photo), .noun(.clip), .noun(.media)]) {
            reference = PhotoReference([.new])
        } else {
            return
        }
        var destination = anchor
        if destination == nil, take(.place(.front)) || take(.ordinal(1)) { destination = .front }
        if destination == nil, take(.place(.end)) || take(.ordinal(-1)) { destination = .end }
        takeAll(.noun(.photo), .noun(.clip), .noun(.media), .new, .degree(.more))
        takeVerbs(.add)
        wishes.append(.add(reference, destination))
    }
}
