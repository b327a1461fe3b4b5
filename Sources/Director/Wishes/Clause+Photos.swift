import Timeline

/// Adding, removing and keeping photos.
extension Clause {
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
        } else if verb == .use, !isMaking, photos?.isAll ?? false {
            takeVerbs(.use)
            _ = takePhotos()
            wishes.append(.add(PhotoReference([.new]), nil))
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
        guard let reference = takeAnyPhotos() ?? takeOrdinal() ?? takeEarlierPhotos() else { return }
        takeRemoval()
        takeAll(.noun(.photo), .noun(.video))
        wishes.append(.remove(reference))
    }

    /// "It", where nothing else goes with it.
    private mutating func takeEarlierPhotos() -> PhotoReference? {
        let isAlone = leftovers.allSatisfy { [.verb(.remove), .not].contains(tokens[$0].concept) }
        return isAlone && (says(.it) || says(.same)) ? earlierPhotos : nil
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
