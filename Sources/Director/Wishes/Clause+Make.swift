/// A new video: "turn these photos into a slideshow", 用这些照片做个视频.
extension Clause {
    mutating func readMake(into wishes: inout [Wish]) {
        guard let noun = makingNoun() else { return }
        isMaking = true
        use(noun)
        takeVerbs(.make, .turn, .use, .add)
        takeAll(.noun(.video), .new, .it, .another)
        var make = MakeWish()
        for index in indices(where: { if case .photos = $0 { true } else { false } }) {
            guard case .photos(let reference) = tokens[index].concept else { continue }
            // A destination, a length of one photo, or a song to play is understood elsewhere.
            if case .ordinal = meaningful(after: index) { continue }
            if reference.names.contains(where: \.isSong) { continue }
            use(index)
            read(reference, at: index, into: &make)
        }
        takeAll(.noun(.photo), .noun(.clip), .noun(.media), .noun(.shape), .noun(.size), .word, .only, .same)
        wishes.append(.make(make))
    }

    private mutating func read(_ reference: PhotoReference, at index: Int, into make: inout MakeWish) {
        let before = meaningful(before: index)
        if before == .not || before == .except {
            takeAll(.not, .except)
            make.without = reference
            return
        }
        for pick in reference.picks {
            switch pick {
            case .count(let count): make.count = count
            case .all, .new, .same, .judged: break
            case .named(let match):
                // "Our trip to the beach" says what the video is about; a file's name or "only" say which photo.
                if match.isExact || says(.only) { make.photos = PhotoReference((make.photos?.picks ?? []) + [pick]) }
            case .position, .range, .first, .last, .shape:
                make.photos = PhotoReference((make.photos?.picks ?? []) + [pick])
            }
        }
    }

    /// The word for the video that shall be made, if one shall.
    private func makingNoun() -> Int? {
        let verb = index { $0 == .verb(.make) || $0 == .verb(.turn) }
        if let verb, meaningful(before: verb) == .not { return nil }
        if let verb, tokens[..<verb].contains(where: { if case .ask = $0.concept { true } else { false } }) {
            return nil
        }
        let start = verb.map { $0 + 1 } ?? 0
        let nouns = tokens.indices.filter { $0 >= start && tokens[$0].concept == .noun(.video) }
        if let noun = nouns.first(where: { isNew($0, verb: verb) }) { return noun }
        if nouns.isEmpty, let noun = platformAsVideo(verb: verb) { return noun }
        // "Make it!" with photos at hand and nothing made yet.
        if let verb, isFirst, tokens[verb].concept == .verb(.make),
            leftovers.allSatisfy({ $0 == verb || isVideoOrPhotos($0) })
        {
            return verb
        }
        return nil
    }

    private func isVideoOrPhotos(_ index: Int) -> Bool {
        switch tokens[index].concept {
        case .noun(.video), .noun(.photo), .photos, .verb(.use): true
        default: false
        }
    }

    private func isNew(_ noun: Int, verb: Int?) -> Bool {
        let isFree = leftovers.allSatisfy { index in
            if case .verb(.make) = tokens[index].concept { return true }
            return index == noun
        }
        guard let verb else {
            // Without a verb it is only clear where there is no video yet, or if "another" says so.
            if tokens.contains(where: { if case .verb(let verb) = $0.concept { verb != .use } else { false } }) {
                return false
            }
            if tokens.contains(where: { if case .ask = $0.concept { true } else { false } }) { return false }
            return isFirst && determiner(of: noun) != .the || says(anyOf: [.new, .another])
        }
        if tokens[verb].concept == .verb(.turn) {
            let hasObject = tokens[..<noun].contains {
                switch $0.concept {
                case .photos, .noun(.photo), .noun(.clip), .noun(.media), .it, .same, .the: true
                default: false
                }
            }
            return hasObject && determiner(of: noun) != .the && !isAboutTheVideo(verb, noun)
        }
        if !isFirst, determiner(of: noun) == nil, isDescribed(noun) { return false }
        let isDefinite = determiner(of: noun) == .the
        if isFirst { return !isDefinite || isFree }
        return (!isDefinite || isFree) && !isAboutTheVideo(verb, noun)
    }

    /// "Make video longer", by somebody who leaves articles out: how it shall be follows at once.
    private func isDescribed(_ noun: Int) -> Bool {
        switch tokens.dropFirst(noun + 1).first(where: {
            ![.filler, .degree(.slightly), .degree(.much)].contains($0.concept)
        })?
        .concept
        {
        case .degree, .verb(.slower), .verb(.faster), .frame, .filter, .adjustment, .duration, .verb(.louder),
            .verb(.quieter):
            true
        default: false
        }
    }

    /// "Make it a 30 second video" changes the one there is.
    private func isAboutTheVideo(_ verb: Int, _ noun: Int) -> Bool {
        guard !isFirst, !says(.new) else { return false }
        let after = verb + 1 < tokens.count ? tokens[verb + 1].concept : .filler
        return after == .it || (after == .the && meaningful(after: verb) == .noun(.video))
            || tokens[..<verb].contains { $0.concept == .noun(.video) }
    }

    /// The nearest word before a noun that says whether it is known already.
    private func determiner(of noun: Int) -> Concept? {
        for token in tokens[..<noun].reversed() {
            switch token.concept {
            case .the, .a, .new, .another: return token.concept
            case .link, .noun(.photo), .verb, .photos: return nil
            default: continue
            }
        }
        return nil
    }

    /// "Make a TikTok from my photos".
    private func platformAsVideo(verb: Int?) -> Int? {
        guard let platform = index(where: { if case .platform = $0 { true } else { false } }), platform > verb ?? -1,
            let verb, determiner(of: platform) == .a || isFirst
        else { return nil }
        return verb
    }
}
