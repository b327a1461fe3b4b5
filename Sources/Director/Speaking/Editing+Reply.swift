import Timeline

/// Puts together what there is to say.
extension Editing {
    func reply(unclear: [String], mended: [(typed: String, read: String)] = []) -> DirectorReply {
        let changed = timeline != original
        var lines: [String] = []
        if made != nil, !timeline.segments.isEmpty {
            lines.append(videoSentence)
        } else if hasUndone {
            lines += answers + TimelineDiff.sentences(from: original, to: timeline, language: phrases.language)
        } else if changed {
            lines += TimelineDiff.sentences(from: original, to: timeline, language: phrases.language)
        }
        if !hasUndone { lines += answers }
        lines += refusals
        if !hasUndone { lines += missingFonts }
        if lines.isEmpty, performed > 0 {
            // A change may be too small to be told.
            lines.append(changed ? say("Done.", "好了。") : say("It is already so; nothing was changed.", "已经是这样了，没有改动。"))
        }
        let understood = performed > 0
        if changed, understood {
            for word in mended {
                let (typed, read) = (phrases.quoted(word.typed), phrases.quoted(word.read))
                lines.append(say("(I read \(typed) as \(read).)", "（\(typed)按\(read)理解。）"))
            }
        }
        if !unclear.isEmpty || lines.isEmpty {
            lines.append(unclearSentence(unclear, understood: understood || !refusals.isEmpty))
        }
        return DirectorReply(
            history: history,
            commands: commands,
            text: lines.joined(separator: "\n"),
            language: phrases.language,
            understood: understood
        )
    }

    private func unclearSentence(_ unclear: [String], understood: Bool) -> String {
        let named = unclear.map { phrases.quoted(String($0.prefix(120))) }
        let list = named.joined(separator: say(", ", "、"))
        if understood { return say("I did not understand \(list).", "没听懂\(list)。") }
        let head =
            named.isEmpty
            ? say("I did not understand that. ", "我没听懂。") : say("I did not understand \(list). ", "没听懂\(list)。")
        if pictures.isEmpty, timeline.segments.isEmpty {
            return head + noPhotos.message + say(" Or say \"help\".", "也可以说“帮助”。")
        }
        return head + say("Nothing was changed. Try: ", "没有改动。可以试试：") + suggestions
    }

    /// "Your video is ready: 5 photos, 20 s, 16:9, crossfades, Lo-fi music."
    private var videoSentence: String {
        let language = phrases.language
        var facts = [
            phrases.count(of: timeline.segments.map(\.kind)), timeline.duration.length(in: language),
            timeline.aspect.rawValue,
        ]
        if timeline.segments.count > 1 { facts.append(transitionFact) }
        if let music = timeline.music {
            let name = music.name(in: language).plain()
            let volume = music.volume == Music.defaultVolume ? "" : " (\(music.volume)%)"
            facts.append(say("\(name) music\(volume)", "\(name)配乐\(volume)"))
        } else {
            facts.append(say("no music", "无配乐"))
        }
        if timeline.cutsOnBeat { facts.append(say("cuts on the beat", "卡点")) }
        facts += timeline.texts.map { text in
            text.kind.name(in: language) + say(" ", "") + phrases.quoted(text.text)
        }
        var sentence = say("Your video is ready: ", "视频做好了：") + facts.joined(separator: say(", ", "，")) + say(".", "。")
        if let count = made?.count, count != timeline.segments.count {
            sentence += say(
                " (You spoke of \(count); I used all \(timeline.segments.count).)",
                "（你说的是 \(count) 张，我用了全部 \(timeline.segments.count) 张。）"
            )
        }
        return sentence + say(" Say \"export\" to save it, or tell me what to change.", "说“导出”保存，或者告诉我要改什么。")
    }

    private var transitionFact: String {
        let styles = Set(timeline.segments.dropFirst().map(\.transition.style))
        guard let style = styles.first, styles.count == 1 else { return say("mixed transitions", "多种转场") }
        switch style {
        case .cut: return say("hard cuts", "硬切")
        case .crossfade: return say("crossfades", "叠化转场")
        case .fadeThroughBlack: return say("fades through black", "黑场转场")
        case .slide: return say("slides", "滑动转场")
        case .wipe: return say("wipes", "擦除转场")
        default:
            let name = style.name(in: phrases.language)
            return say("\(name) transitions", name.hasSuffix("转场") ? name : "\(name)转场")
        }
    }
}
