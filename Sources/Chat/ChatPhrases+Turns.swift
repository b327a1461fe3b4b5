/// Words about the turns of the agent.
extension ChatPhrases {
    var working: String { pick("… working on it", "……正在处理") }
    var stillWorking: String { pick("⏳ Still working...", "⏳ 仍在处理……") }
    /// - Parameter time: Until the next look at the studio.
    func turnLost(lookIn time: Duration, isTimeout: Bool) -> String {
        let what =
            isTimeout
            ? pick("… no answer came in time", "……等待回答超时") : pick("… the answer broke off", "……回答中断")
        guard time > .zero else { return what + pick("; reading the rest", "，正在取回其余部分") }
        let wait = Measure.wait(Int(time.components.seconds) * 1000, in: language)
        return what + pick("; looking at the timeline in \(wait)", "，\(wait)后查看时间线")
    }
    func recovered(isTimeout: Bool) -> String {
        isTimeout
            ? pick("No answer came in time, but the edit was made:", "等待回答超时，但修改已经完成：")
            : pick("The answer broke off, but the edit was made:", "回答中断了，但修改已经完成：")
    }
    func turnGone(isTimeout: Bool) -> String {
        let what = isTimeout ? pick("No answer came in time", "等待回答超时") : pick("The answer broke off", "回答中断")
        return what
            + pick(
                " and nothing has changed on the timeline, so this has failed. Say it again; ↑ brings your words back.",
                "，时间线也没有变化，这次没有成功。请再说一遍；按 ↑ 可取回刚才的话。"
            )
    }
    func turnStopped(isLocal: Bool) -> String {
        isLocal
            ? pick(
                "Stopped waiting. The change may still be made; /status shows what is on the timeline.",
                "已停止等待。修改可能仍会生效；输入 /status 查看时间线。"
            )
            : pick(
                "Stopped waiting. The edit may still take effect at the studio and cost credits; /status shows what is on the timeline.",
                "已停止等待。修改仍可能在工作室生效并消耗积分；输入 /status 查看时间线。"
            )
    }
    var stopped: String { pick("Stopped.", "已停止。") }
    var nothingChanged: String {
        pick(
            "The studio gave no answer and nothing changed. Try saying it another way.",
            "工作室没有回答，也没有任何改动。请换个说法试试。"
        )
    }
    func trouble(_ message: String) -> String {
        message.isEmpty
            ? pick(
                "The studio could not finish this. Try again, or say it another way.",
                "工作室没能完成。请重试，或换个说法。"
            )
            : pick("The studio could not finish this: \(message)", "工作室没能完成：\(message)")
    }
    var nothingYet: String {
        pick("Nothing is on the timeline yet. Drop photos here to begin.", "时间线上还没有内容。把照片拖到这里开始吧。")
    }
    var undone: String { pick("Taken back.", "已撤销。") }
    var redone: String { pick("Made again.", "已重做。") }
    var undoByMessage: String {
        pick("This studio takes a change back when it is asked to in a message.", "这个工作室需要发消息来撤销。")
    }
    var redoByMessage: String {
        pick("This studio makes a change again when it is asked to in a message.", "这个工作室需要发消息来重做。")
    }
    var undoMessage: String { pick("undo the last change", "撤销上一步修改") }
    var redoMessage: String { pick("redo the change that was undone", "重做刚才撤销的修改") }
    var nothingToUndo: String { pick("There is nothing to take back.", "没有可以撤销的。") }
    var nothingToRedo: String { pick("There is nothing to make again.", "没有可以重做的。") }

    // MARK: What is going on

    /// What the agent is at, by the name of the tool it uses.
    func using(_ tool: String) -> String {
        let name = tool.lowercased()
        let kind = ToolKind.allCases.first { kind in kind.marks.contains { name.contains($0) } }
        switch kind {
        case .generateVideo:
            return pick("… generating a clip; this can take some minutes", "……正在生成视频片段，可能需要几分钟")
        case .generateImage: return pick("… generating a picture", "……正在生成图片")
        case .voice: return pick("… recording the voice-over", "……正在生成配音")
        case .music: return pick("… working on the music", "……正在处理配乐")
        case .text: return pick("… working on the text", "……正在处理文字")
        case .transition: return pick("… working on the transitions", "……正在处理转场")
        case .effect: return pick("… working on the effects", "……正在处理特效")
        case .trim: return pick("… trimming", "……正在剪辑")
        case .search: return pick("… searching", "……正在搜索素材")
        case .look: return pick("… looking at the timeline", "……正在查看时间线")
        case nil: return pick("… editing", "……正在编辑")
        }
    }

    /// The kinds of tools, in the order they are looked for.
    private enum ToolKind: CaseIterable {
        case generateVideo, generateImage, voice, music, text, transition, effect, trim, search, look

        /// What names of such tools hold.
        var marks: [String] {
            switch self {
            case .generateVideo:
                ["generate_video", "video_gen", "text_to_video", "image_to_video", "generatevideo"]
            case .generateImage: ["generate_image", "image_gen", "text_to_image", "generateimage"]
            case .voice: ["voice", "tts", "speech", "narrat"]
            case .music: ["music", "audio", "bgm", "song", "sound", "volume"]
            case .text: ["title", "text", "subtitle", "caption"]
            case .transition: ["transition"]
            case .effect: ["effect", "filter", "animation", "motion", "sticker"]
            case .trim: ["trim", "cut", "split", "crop", "duration", "speed"]
            case .search: ["search", "stock", "find"]
            case .look: ["state", "status", "read_", "get_", "list_", "inspect", "analy"]
            }
        }
    }
}
