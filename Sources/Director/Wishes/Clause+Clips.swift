import Timeline

/// Which part of a clip is shown, and what is heard of it.
extension Clause {
    mutating func readClips(into wishes: inout [Wish]) {
        guard !isMaking, !says(anyOf: [.noun(.title), .noun(.endTitle), .noun(.caption), .noun(.text)]) else { return }
        if readDucking(into: &wishes) || readClipSound(into: &wishes) { return }
        readTrim(into: &wishes)
    }

    // MARK: Which clips

    /// The clips that are spoken of; nil when none are.
    private mutating func takeClips() -> ClipReference? {
        guard let clips = clips else { return nil }
        for index in indices(where: { concept in
            if case .photos = concept { return true }
            return [.noun(.clip), .all, .each, .it, .total].contains(concept)
        }) { use(index) }
        return clips
    }

    private var clips: ClipReference? {
        for token in tokens { if case .photos(let reference) = token.concept { return .photos(reference) } }
        if let noun = tokens.first(where: { $0.concept == .noun(.clip) }) {
            return noun.isPlural || says(.each) ? .all : .only
        }
        if says(.it), let earlierPhotos { return .photos(earlierPhotos) }
        return nil
    }

    // MARK: The music steps back

    /// "Duck the music under the clip", "lower the music when people talk", 讲话时压低音乐.
    private mutating func readDucking(into wishes: inout [Wish]) -> Bool {
        let isNamed = contains(.verb(.duck))
        let isMeanwhile = contains(.meanwhile) && contains(.verb(.quieter)) || contains(.verb(.quieter)) && isUnderClip
        guard isNamed || isMeanwhile else { return false }
        let isOff = isRemoving || contains(.verb(.keep))
        if isOff { takeRemoval() }
        takeVerbs(.duck, .quieter, .keep)
        takeAll(.meanwhile, .noun(.music), .noun(.sound), .noun(.volume), .noun(.song), .link(.by), .always)
        takeAll(.degree(.smaller), .degree(.less), .degree(.slightly))
        takeLightVerbs()
        // How far it goes down is the same for all.
        _ = takeFirst { if case .percent = $0 { true } else { nil } }
        wishes.append(.clipSound(takeClips() ?? .all, .ducks(!isOff)))
        return true
    }

    /// "Quieter music under the clip".
    private var isUnderClip: Bool {
        says(.noun(.music)) && says(.link(.under)) && clips != nil
    }

    // MARK: What is heard

    private mutating func readClipSound(into wishes: inout [Wish]) -> Bool {
        let isOriginal = contains(.noun(.originalSound)) || isAboutOriginalSound
        let isAboutSound =
            isOriginal || contains(anyOf: [.noun(.sound), .noun(.volume), .verb(.mute), .verb(.unmute)])
            || contains(anyOf: [.verb(.louder), .verb(.quieter)])
            || (contains(.noun(.music)) && isPossessive(.noun(.music)))
        guard isAboutSound, isOriginal || contains(.verb(.unmute)) || clips != nil, !isAboutSongs else { return false }
        guard let change = takeSoundChange(isOriginal: isOriginal) else { return false }
        takeAll(
            .noun(.originalSound),
            .noun(.sound),
            .noun(.volume),
            .noun(.music),
            .noun(.video),
            .mood(.acoustic),
            .own
        )
        takeVerbs(.keep, .mute, .unmute, .louder, .quieter)
        takeLightVerbs()
        // Chinese has no plural: 片段静音 is said of one or of all.
        let isHan = tokens.contains { $0.concept == .noun(.clip) && $0.isHan }
        let clips = takeClips() ?? .all
        wishes.append(.clipSound(clips == .only && isHan ? .all : clips, change))
        return true
    }

    /// "The clip's audio" is no music.
    private func isPossessive(_ noun: Concept) -> Bool {
        guard let index = index(of: noun), index > 0 else { return false }
        return tokens[index - 1].concept == .noun(.clip)
            || (tokens[index - 1].concept == .filler && index > 1 && tokens[index - 2].concept == .noun(.clip))
    }

    /// 保留原声, 去掉原声: the word for unplugged music is also that for what was recorded.
    private var isAboutOriginalSound: Bool {
        guard let index = index(of: .mood(.acoustic)), tokens[index].isHan, tokens[index].range.count == 2 else {
            return false
        }
        return contains(.verb(.keep)) || isRemoving || contains(anyOf: [.verb(.mute), .verb(.louder), .verb(.quieter)])
    }

    /// Of a song that is named, or of the music.
    private var isAboutSongs: Bool {
        if says(.noun(.song)) || (says(.noun(.music)) && !isPossessive(.noun(.music))) { return true }
        if case .photos(let reference)? = clips { return reference.names.contains(where: \.isSong) }
        return false
    }

    private mutating func takeSoundChange(isOriginal: Bool) -> SoundChange? {
        if contains(.verb(.unmute)) { return .volume(.to(100), onlyMuted: true) }
        let percent = takeFirst { if case .percent(let percent) = $0 { percent } else { nil } }
        if let percent { return .volume(.to(percent)) }
        let isSlight = contains(.degree(.slightly))
        let isMuch = contains(.degree(.much))
        let step = isSlight ? 1.2 : isMuch ? 2 : 1.4
        if take(.verb(.louder)) || take(.degree(.bigger)) { return .volume(.times(step)) }
        if take(.verb(.quieter)) || take(.degree(.smaller)) { return .volume(.times(1 / step)) }
        if contains(.verb(.mute)), !isRemoving { return .volume(.to(0)) }
        if isRemoving {
            // "Don't mute the clip" keeps what is heard.
            let isKept = contains(.verb(.mute))
            takeRemoval()
            return isKept ? .volume(.to(100), onlyMuted: true) : .volume(.to(0))
        }
        let isWanted = contains(.verb(.keep)) || contains(.verb(.use)) || contains(.verb(.add)) || says(.with)
        return isWanted || isOriginal ? .volume(.to(100), onlyMuted: true) : nil
    }

    // MARK: Which part

    private mutating func readTrim(into wishes: inout [Wish]) {
        guard let change = takeTrim() else { return }
        takeVerbs(.trim, .use, .keep, .show, .start, .end, .make, .set, .add, .move, .turn)
        takeAll(.place(.front), .place(.end), .only, .link(.from), .noun(.part), .noun(.length), .noun(.video))
        wishes.append(.trim(takeClips() ?? .only, change))
    }

    private mutating func takeTrim() -> TrimChange? {
        // "Every photo should last 2 seconds" speaks of lengths.
        let speaksOfClip = clips.map { $0 != .photos(.all) } ?? false
        let lengths = indices { if case .duration = $0 { true } else { false } }
        guard let first = lengths.first, case .duration(let length) = tokens[first].concept else {
            return takeWhole()
        }
        let cutsOff = isRemoving || contains(.verb(.trim))
        if lengths.count == 2, case .duration(let end) = tokens[lengths[1]].concept, isRange(first, lengths[1]) {
            let saysWhich = speaksOfClip || isRemoving || says(.only)
            guard saysWhich || contains(anyOf: [.verb(.use), .verb(.keep), .verb(.trim), .verb(.show)]) || isBareRange
            else { return nil }
            for index in lengths { use(index) }
            takeAll(.link(.until), .dash)
            let isGone = isRemoving || says(.verb(.trim)) && says(.outOf)
            if isGone { takeRemoval() }
            return isGone ? .without(length, end) : .range(length, end)
        }
        guard lengths.count == 1 else { return nil }
        if let part = takeEndPart(before: first) {
            use(first)
            let isWanted = says(.only) || contains(anyOf: [.verb(.use), .verb(.keep), .verb(.show)])
            guard cutsOff || isWanted || speaksOfClip else { return nil }
            if isRemoving { takeRemoval() }
            switch part {
            case .front: return cutsOff && !isWanted ? .withoutFirst(length) : .first(length)
            default: return cutsOff && !isWanted ? .withoutLast(length) : .last(length)
            }
        }
        guard speaksOfClip, !isRemoving else { return nil }
        let before = meaningful(before: first)
        let isPlace = before == .link(.at) || before == .link(.from) || before == .link(.on)
        if isPlace || contains(.place(.front)) && tokens[first].isHan, contains(.place(.front)) || says(.link(.from)) {
            use(first)
            return .start(length)
        }
        if contains(.place(.end)) || contains(.verb(.stop)), isPlace || before == .link(.to) || before == .link(.until)
        {
            use(first)
            takeVerbs(.stop)
            return .end(length)
        }
        return nil
    }

    /// "From 3 s to 8 s" and nothing else: what it is of is the only clip there is.
    private var isBareRange: Bool {
        let isWhole = leftovers.allSatisfy { if case .duration = tokens[$0].concept { true } else { false } }
        return isWhole && says(.link(.from)) && topic == nil && verb == nil
    }

    /// "From 3 s to 8 s", "0:03-0:08".
    private func isRange(_ first: Int, _ second: Int) -> Bool {
        let between = tokens[(first + 1)..<second].map(\.concept).filter { $0 != .filler && $0 != .the }
        return between.allSatisfy { [.link(.to), .link(.until), .dash, .and].contains($0) }
            && (!between.isEmpty || says(.link(.between)))
    }

    /// "The first 2 seconds", "the last 4 seconds", 前2秒, 最后4秒.
    private mutating func takeEndPart(before duration: Int) -> Place? {
        guard duration > 0 else { return nil }
        var index = duration - 1
        while index > 0, [.filler, .the, .link(.of)].contains(tokens[index].concept) { index -= 1 }
        switch tokens[index].concept {
        case .ordinal(1):
            use(index)
            return .front
        case .ordinal(-1):
            use(index)
            return .end
        case .link(.before) where tokens[index].isHan:
            use(index)
            return .front
        case .link(.after) where tokens[index].isHan:
            use(index)
            return .end
        case .place(.front) where tokens[index].isHan:
            use(index)
            return .front
        case .place(.end) where tokens[index].isHan:
            use(index)
            return .end
        default: return nil
        }
    }

    /// "Use the whole clip", "all of clip 2", 用完整的片段.
    private mutating func takeWhole() -> TrimChange? {
        guard !isRemoving, says(.noun(.clip)) || photos.map({ !$0.isAll }) ?? false else { return nil }
        let isWhole = contains(.total) || contains(.fullLength) || contains(.all)
        guard isWhole, contains(anyOf: [.verb(.use), .verb(.show), .verb(.keep)]) || contains(.fullLength) else {
            return nil
        }
        takeAll(.total, .fullLength, .all)
        return .whole
    }
}
