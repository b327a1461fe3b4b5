import Timeline

/// Answers to questions and to small talk.
extension Editing {
    func answer(_ question: Question) throws(Refusal) -> String {
        let language = phrases.language
        if case .photoLength(let photos) = question {
            let id = try segment(photos)
            guard let segment = timeline.segment(id), let start = timeline.start(of: id) else { throw noSuchPhoto }
            let (length, from) = (segment.duration.length(in: language), start.length(in: language))
            return say(
                "\(segment.name.plain()) is shown for \(length), from \(from) on.",
                "\(segment.name.plain()) 显示 \(length)，从 \(from)开始。"
            )
        }
        guard !timeline.segments.isEmpty else {
            guard !pictures.isEmpty else { throw noPhotos }
            let count = phrases.count(of: pictures.map(\.kind))
            return say(
                "The timeline is empty so far; you have given me \(count). Say \"make a video\".",
                "时间线还是空的；已有 \(count)。说“做个视频”即可。"
            )
        }
        let length = timeline.duration.length(in: language)
        let count = phrases.count(of: timeline.segments.map(\.kind))
        switch question {
        case .length: return say("The video is \(length) long: \(count).", "视频长 \(length)，共 \(count)。")
        case .photoCount: return say("There are \(count), \(length) in all.", "共 \(count)，总长 \(length)。")
        case .photos: return names
        case .everything, .photoLength: return timeline.summary(in: language)
        case .music: return musicAnswer
        case .texts(let kind): return textAnswer(kind)
        case .aspect: return say("The video is \(timeline.aspect.rawValue).", "视频是 \(timeline.aspect.rawValue)。")
        case .transitions: return say("The transitions: \(transitionWords).", "转场：\(transitionWords)。")
        }
    }

    private var musicAnswer: String {
        guard let music = timeline.music else {
            return say("There is no music. Say \"add piano music\" for some.", "没有配乐。可以说“加钢琴曲”。")
        }
        let name = music.name(in: phrases.language).plain()
        return say("The music: \(name), at \(music.volume)%.", "配乐：\(name)，音量 \(music.volume)%。")
    }

    /// What the texts say, when, and how they look.
    private func textAnswer(_ kind: TextKind?) -> String {
        let found = texts(kind).isEmpty ? timeline.texts : texts(kind)
        guard !found.isEmpty else {
            return say("There is no text yet. Say: title 'Summer'", "还没有文字。可以说：标题“夏天”")
        }
        let told = found.map { text in
            text.kind.name(in: phrases.language) + say(" ", "") + phrases.quoted(text.text)
                + phrases.inBrackets(phrases.details(of: text))
        }
        let list = phrases.list(told, atMost: 12)
        let none = texts(kind).isEmpty ? kind : nil
        guard let none else { return say("The texts: \(list).", "文字：\(list)。") }
        let name = none.name(in: phrases.language)
        return say("There is no \(name). The texts: \(list).", "没有\(name)。文字：\(list)。")
    }

    /// "crossfade 1 s", or each kind there is.
    var transitionWords: String {
        var names: [String] = []
        for segment in timeline.segments.dropFirst() {
            let name = segment.transition.name(in: phrases.language)
            if !names.contains(name) { names.append(name) }
        }
        return names.isEmpty ? say("none", "无") : phrases.list(names, atMost: 6)
    }

    func answer(_ talk: Talk) -> String {
        switch talk {
        case .hello:
            return say("Hello! ", "你好！") + invitation
        case .help:
            return say("I turn photos into a video and change it as you say. ", "我把照片做成视频，并按你说的修改。") + invitation
        case .thanks: return say("You are welcome! ", "不客气！") + invitation
        case .fine: return say("Glad you like it! ", "喜欢就好！") + invitation
        case .export:
            return timeline.isReady
                ? say("Say \"export\" by itself to save the video.", "单独说“导出”就能保存视频。") : emptyTimeline.message
        case .credits:
            return say("Say \"credits\" by itself to see your credits.", "单独说“积分”就能查看积分。")
        case .status: return timeline.isReady ? timeline.summary(in: phrases.language) : emptyTimeline.message
        case .upload:
            return say("Drop photos, clips or songs into this window.", "把照片、视频片段或歌曲拖进这个窗口即可。")
        }
    }

    private var invitation: String {
        if pictures.isEmpty, timeline.segments.isEmpty { return noPhotos.message }
        return say("You could say: ", "你可以说：") + suggestions
    }

    /// Three things that make sense to say now.
    var suggestions: String {
        let examples: [String]
        if timeline.segments.isEmpty {
            examples = phrases.choose(
                ["make a video", "make a 30 second video for TikTok", "make a video with piano music"],
                ["做个视频", "做一个30秒的抖音视频", "做个视频，配钢琴曲"]
            )
        } else {
            let last = timeline.segments.count
            examples = phrases.choose(
                [
                    last > 1 ? "make photo \(last) longer" : "make photo 1 6 seconds",
                    timeline.texts.isEmpty ? "add the title 'Summer'" : "move the title to the bottom",
                    timeline.music == nil
                        ? "add piano music" : timeline.aspect == .portrait ? "another tune" : "make it vertical",
                ],
                [
                    "第\(last)张长一点",
                    timeline.texts.isEmpty ? "加标题“夏天”" : "标题放到底部",
                    timeline.music == nil ? "加钢琴曲" : timeline.aspect == .portrait ? "换一首" : "改成竖屏",
                ]
            )
        }
        return examples.map { say("\"\($0)\"", "「\($0)」") }.joined(separator: say(", ", "、")) + say(".", "。")
    }
}
