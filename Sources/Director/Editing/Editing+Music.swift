import Timeline

/// Music, its volume and its beat.
extension Editing {
    private static let usualMood = Mood.lofi

    mutating func changeMusic(_ wish: MusicWish) throws(Refusal) {
        let volume = timeline.music?.volume ?? Music.defaultVolume
        switch wish {
        case .any:
            if timeline.music == nil { try apply(.setMusic(Music(.mood(Editing.usualMood, seed: 1)))) }
        case .none:
            guard timeline.music != nil || made != nil else {
                throw refuse("There is no music already.", "本来就没有配乐。")
            }
            try apply(.batch([.setMusic(nil), .setCutsOnBeat(false)]))
        case .mood(let mood):
            if case .mood(mood, _)? = timeline.music?.source {
                if made == nil {
                    let name = mood.name(in: phrases.language)
                    answers.append(
                        say(
                            "The music is already \(name). Say \"another tune\" for a new one.",
                            "配乐已经是\(name)了。说“换一首”可以换个曲子。"
                        )
                    )
                }
                return
            }
            try apply(.setMusic(Music(.mood(mood, seed: 1), volume: volume)))
        case .another:
            var (mood, seed) = (Editing.usualMood, 0)
            if case .mood(let old, let number)? = timeline.music?.source { (mood, seed) = (old, number) }
            try apply(.setMusic(Music(.mood(mood, seed: seed + 1), volume: volume)))
        case .own(let match):
            let song = try song(match)
            try apply(.setMusic(Music(.song(media: song.id, name: song.name), volume: volume)))
        }
    }

    private func song(_ match: NameMatch?) throws(Refusal) -> MediaItem {
        let songs = media.filter { $0.kind == .song && (match?.media.contains($0.id) ?? true) }
        guard let song = songs.last else {
            throw refuse(
                "Drop your song (mp3, wav, m4a or aac) into this window first.",
                "请先把歌曲文件（mp3、wav、m4a 或 aac）拖进这个窗口。"
            )
        }
        if let match, Set(songs.map(\.id)).count > 1 {
            let list = phrases.list(songs.map { $0.name.plain() }, atMost: 12)
            throw refuse("Which '\(match.said)' do you mean: \(list)?", "你指的是哪一首：\(list)？")
        }
        return song
    }

    mutating func changeVolume(_ change: VolumeChange) throws(Refusal) {
        guard var music = timeline.music else {
            throw refuse("There is no music. Say \"add music\" first.", "还没有配乐。先说“加音乐”吧。")
        }
        let range = Timeline.volumes
        switch change {
        case .to(let percent):
            guard percent >= Double(range.lowerBound), percent <= Double(range.upperBound) else {
                throw refuse(
                    "The volume can be 0% to \(range.upperBound)%.",
                    "音量可以是 0% 到 \(range.upperBound)%。"
                )
            }
            music.volume = Int(percent.rounded())
        case .times(let factor):
            let level = Int((Double(music.volume) * factor / 5).rounded()) * 5
            // From a low volume a factor alone would not get anywhere.
            let moved = factor > 1 ? max(level, music.volume + 5) : min(level, music.volume - 5)
            music.volume = min(max(moved, range.lowerBound), range.upperBound)
        }
        if music == timeline.music, made == nil {
            answers.append(say("The music is already at \(music.volume)%.", "音量已经是 \(music.volume)% 了。"))
        }
        try apply(.setMusic(music))
    }

    mutating func cutOnBeat(_ isOn: Bool) throws(Refusal) {
        guard isOn else {
            if !timeline.cutsOnBeat, made == nil { answers.append(say("The cuts do not follow the beat.", "现在并没有卡点。")) }
            try apply(.setCutsOnBeat(false))
            return
        }
        guard !timeline.segments.isEmpty else { throw emptyTimeline }
        guard let music = timeline.music else {
            throw refuse("Cuts on the beat need music. Say \"add music\" first.", "卡点需要配乐。先说“加音乐”吧。")
        }
        guard beats(music, media) != nil else {
            let name = music.name(in: phrases.language).plain()
            throw refuse("I found no beat in \(name).", "在 \(name) 里没有找到节拍。")
        }
        if timeline.segments.allSatisfy(\.durationPinned) {
            answers.append(
                say(
                    "You gave each photo its length, so the cuts stay where they are.",
                    "每张的时长都是你指定的，所以剪切点不变。"
                )
            )
        }
        wantsBeat = true
        try apply(.setCutsOnBeat(true))
    }

    /// Puts the cuts on the beat again, as far as the lengths the person gave leave room.
    mutating func snapToBeat() throws(Refusal) {
        guard timeline.cutsOnBeat, let music = timeline.music, let grid = beats(music, media) else { return }
        let lengths = timeline.durations(snappedTo: grid)
        if !lengths.isEmpty { try apply(.setDurations(lengths)) }
    }
}
