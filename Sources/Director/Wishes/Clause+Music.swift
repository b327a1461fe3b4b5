import Timeline

/// Music, its volume, and cuts on its beat.
extension Clause {
    private static let soundNouns: [Concept] = [.noun(.music), .noun(.song), .noun(.volume), .noun(.sound)]

    mutating func readBeat(into wishes: inout [Wish]) {
        guard contains(.noun(.beat)) else { return }
        let isOff = isRemoving
        if isOff { takeRemoval() }
        takeVerbs(.trim)
        takeLightVerbs()
        takeAll(.noun(.beat), .noun(.music), .transition(.cut), .noun(.transition))
        if !isMaking, let reference = photos, reference.isAll { _ = takePhotos() }
        if !isMaking { takeAll(.noun(.photo)) }
        wishes.append(.cutsOnBeat(!isOff))
    }

    mutating func readMusic(into wishes: inout [Wish]) {
        let namesSong = contains(where: {
            if case .photos(let reference) = $0 { reference.names.contains(where: \.isSong) } else { false }
        })
        let isAboutSound = contains(anyOf: Clause.soundNouns) || contains(.own) || namesSong
        readVolume(into: &wishes, isAboutSound: isAboutSound)
        if let wish = takeMusic(isAboutSound: isAboutSound) {
            takeAll(.noun(.music), .noun(.song), .noun(.sound))
            takeLightVerbs()
            wishes.append(.music(wish))
        }
    }

    private mutating func takeMusic(isAboutSound: Bool) -> MusicWish? {
        if let song = takeSong() { return song }
        let moods = moodIndices(isAboutSound: isAboutSound)
        if isRemoving || contains(.verb(.stop)), moods.isEmpty {
            guard contains(anyOf: [.noun(.music), .noun(.song), .noun(.sound)]) else { return nil }
            takeRemoval()
            takeVerbs(.stop)
            return MusicWish.none
        }
        // Of "relaxing piano music" the word next to the noun says most.
        if let mood = moods.last.flatMap({ Clause.mood(tokens[$0].concept) }), !isRemoving {
            for index in moods { use(index) }
            takeAll(.degree(.more), .degree(.gentler), .another, .new)
            takeVerbs(.set)
            return .mood(mood)
        }
        if isAnother(isAboutSound) {
            takeAll(.another, .new)
            takeVerbs(.set, .keep)
            return .another
        }
        guard isAboutSound, contains(.noun(.music)) || contains(.noun(.song)) else { return nil }
        if contains(.verb(.set)), leftovers.count <= 2 { return .another }
        // Only "with music", "add a song": not what is said of some music in other words.
        let isPlain = leftovers.allSatisfy { index in
            switch tokens[index].concept {
            case .noun(.music), .noun(.song), .noun(.video), .verb(.add), .verb(.use), .verb(.make), .verb(.move),
                .word:
                true
            default: isMaking
            }
        }
        return isPlain ? .any : nil
    }

    /// "Warm" or 浪漫 is a mood of music, or of a video that is yet to be made, not of everything.
    private func moodIndices(isAboutSound: Bool) -> [Int] {
        let isTune = tokens.contains { $0.concept == .another && $0.isMusical }
        let isOfMusic = isAboutSound || isTune || contains { if case .mood = $0 { true } else { false } }
        let takesFeelings = isOfMusic || topic == .music || isMaking || continuesMaking || isFirst
        return indices { concept in
            if case .mood = concept { return true }
            if case .feeling = concept { return takesFeelings }
            return false
        }
    }

    private static func mood(_ concept: Concept) -> Mood? {
        switch concept {
        case .mood(let mood), .feeling(let mood): mood
        default: nil
        }
    }

    private func isAnother(_ isAboutSound: Bool) -> Bool {
        guard let index = index(where: { $0 == .another || $0 == .new }) else { return false }
        // 换一首 can be of nothing but music.
        let isMusical = topic == .music || tokens[index].range.count >= 2 && tokens[index].isMusical
        return (isAboutSound && contains(anyOf: [.noun(.music), .noun(.song)])) || isMusical
    }

    private mutating func takeSong() -> MusicWish? {
        for index in indices(where: { if case .photos = $0 { true } else { false } }) {
            guard case .photos(let reference) = tokens[index].concept, let match = reference.names.first, match.isSong
            else {
                continue
            }
            use(index)
            return .own(match)
        }
        if take(.own) {
            return .own(nil)
        }
        guard let song = index(of: .noun(.song)), song > 0, !isRemoving else { return nil }
        let isKnown =
            tokens[song - 1].concept == .the
            && (isMaking
                || leftovers.allSatisfy { index in
                    switch tokens[index].concept {
                    case .noun(.song), .verb(.use), .verb(.add), .verb(.show), .verb(.move), .noun(.music): true
                    default: false
                    }
                })
        return isKnown ? .own(nil) : nil
    }

    private mutating func readVolume(into wishes: inout [Wish], isAboutSound: Bool) {
        if take(.verb(.mute)) {
            // "Mute the music" leaves the clips.
            let isOfMusic = says(anyOf: [.noun(.music), .noun(.song)])
            takeAll(.noun(.music), .noun(.sound), .noun(.video))
            wishes.append(isOfMusic ? .music(.none) : .mute)
            return
        }
        let isSlight = contains(.degree(.slightly))
        if take(.verb(.louder)) || (isAboutSound && take(.degree(.bigger))) {
            takeAll(.noun(.volume), .noun(.music), .noun(.sound), .degree(.more))
            wishes.append(.volume(takeLevel() ?? .times(isSlight ? 1.2 : 1.4)))
        } else if take(.verb(.quieter)) || (isAboutSound && take(.degree(.smaller))) {
            takeAll(.noun(.volume), .noun(.music), .noun(.sound), .degree(.more))
            wishes.append(.volume(takeLevel() ?? .times(isSlight ? 1 / 1.2 : 1 / 1.4)))
        } else if isAboutSound || topic == .music || contains(where: { Clause.mood($0) != nil }),
            !isRemoving, let level = takeLevel()
        {
            takeAll(.noun(.volume))
            // "Music at 20%" speaks of the music there is.
            if !says(anyOf: [.verb(.add), .with]), !isMaking { takeAll(.noun(.music), .noun(.sound)) }
            wishes.append(.volume(level))
        }
        if !wishes.isEmpty { takeLightVerbs() }
    }

    private mutating func takeLevel() -> VolumeChange? {
        if let percent = takeFirst({ if case .percent(let percent) = $0 { percent } else { nil } }) {
            // "20% quieter" is a step, "at 20%" a level.
            return .to(percent)
        }
        guard contains(.noun(.volume)) else { return nil }
        if let number = takeFirst({ if case .number(let number) = $0 { number } else { nil } }) { return .to(number) }
        if let factor = takeFirst({ if case .factor(let factor) = $0 { factor } else { nil } }) {
            return .times(factor)
        }
        return take(.half) ? .times(0.5) : nil
    }
}
