/// What changed between two timelines, told to the person.
public enum TimelineDiff {
    /// One sentence for each change a person would notice, by name, time and place, and at the end the new length of
    /// the video if it changed. Empty when nothing changed.
    ///
    ///     ✅ Title added: 'Paradise Found' (white, top-center, 3s)
    ///     ✅ Photo 5 (05-sunset.jpg): 4 s -> 6 s
    ///     The video is now 26 s long.
    ///
    /// What follows from another change is not told twice: the motions chosen anew because a photo came between two
    /// others are left out.
    public static func sentences(from old: Timeline, to new: Timeline, language: Language) -> [String] {
        guard old != new else { return [] }
        var report = TimelineReport(from: old, to: new, language: language)
        report.compareSegments()
        report.compareTexts()
        report.compareMusic()
        report.compareSettings()
        var sentences = report.sentences.map { "✅ " + $0 }
        if old.duration != new.duration { sentences.append(report.phrases.videoLength(new.duration)) }
        return sentences
    }
}

/// The comparison of two timelines while its sentences are gathered.
package struct TimelineReport {
    let old: Timeline
    let new: Timeline
    package let phrases: Phrases
    package private(set) var sentences: [String] = []

    package init(from old: Timeline, to new: Timeline, language: Language) {
        self.old = old
        self.new = new
        self.phrases = Phrases(language)
    }

    package var language: Language { phrases.language }

    package mutating func say(_ english: String, _ chinese: String) {
        sentences.append(phrases.choose(english, chinese))
    }

    mutating func compareMusic() {
        switch (old.music, new.music) {
        case (nil, nil): break
        case (nil, let music?):
            let name = music.name(in: language).plain()
            say("Music added: \(name) (\(music.volume)%)", "已添加配乐：\(name)（\(music.volume)%）")
        case (let music?, nil):
            let name = music.name(in: language).plain()
            say("Music removed: \(name)", "已移除配乐：\(name)")
        case (let before?, let after?):
            compare(before, after)
        }
    }

    private mutating func compare(_ before: Music, _ after: Music) {
        let names = (before.name(in: language).plain(), after.name(in: language).plain())
        if before.source != after.source {
            if names.0 != names.1 {
                let change = phrases.change(names.0, names.1)
                say("Music: \(change)", "配乐：\(change)")
            } else if case .mood = after.source {
                say("Music: another \(names.1) tune", "配乐：换了一首\(names.1)")
            } else {
                say("Music: another song named \(names.1)", "配乐：换成另一首同名的歌 \(names.1)")
            }
        }
        if before.volume != after.volume {
            let change = phrases.change("\(before.volume)%", "\(after.volume)%")
            say("Music volume: \(change)", "配乐音量：\(change)")
        }
    }

    mutating func compareSettings() {
        if old.cutsOnBeat != new.cutsOnBeat {
            let words = phrases.choose(("off", "on"), ("关", "开"))
            let change = new.cutsOnBeat ? phrases.change(words.0, words.1) : phrases.change(words.1, words.0)
            say("Cuts on the beat: \(change)", "卡点剪辑：\(change)")
        }
        if old.aspect != new.aspect {
            let change = phrases.change(old.aspect.rawValue, new.aspect.rawValue)
            say("Shape: \(change)", "画面比例：\(change)")
        }
        // Defaults that went along with an edit of what is there need no words of their own.
        if old.defaults != new.defaults, sentences.isEmpty {
            let length = new.defaults.stillDuration.length(in: language)
            let transition = new.defaults.transition.name(in: language)
            say("New photos will get \(length) and \(transition)", "新照片将使用：\(length)，\(transition)")
        }
    }
}
