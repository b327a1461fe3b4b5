import Timeline

/// What the chat itself says, in the person's language.
struct ChatPhrases: Hashable, Sendable {
    var language: Language

    func pick(_ english: String, _ chinese: String) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    var welcome: String {
        pick(
            "Kinora turns your photos into videos. Drop photos here, then say what to make of them. For example:",
            "Kinora 把你的照片变成视频。把照片拖到这里，再说想做成什么。比如："
        )
    }
    var examples: [String] {
        switch language {
        case .english:
            [
                "turn these photos into a slideshow video with transitions and background music",
                "convert five vacation photos in JPG format into a 1080p MP4",
                "make a 30 second video for TikTok with upbeat music and the title \"Summer\"",
            ]
        case .chinese:
            [
                "把这些照片做成带转场和背景音乐的幻灯片视频",
                "把五张旅行照片做成 1080p 的 MP4",
                "做一个 30 秒的抖音视频，配欢快的音乐，标题写“夏天”",
            ]
        }
    }
    /// - Parameter host: Of a studio that is not on this machine.
    func ready(at host: String?) -> String {
        guard let host else {
            return pick(
                "Ready. Everything stays on this machine. /help lists what you can do.",
                "准备好了。一切都留在这台电脑上。输入 /help 查看可以做什么。"
            )
        }
        return pick(
            "Ready: the studio at \(host) does the work. /help lists what you can do.",
            "准备好了：由 \(host) 上的工作室来制作。输入 /help 查看可以做什么。"
        )
    }
    var help: String {
        pick(
            """
            Drop photos, clips or a song here (or type their paths), then say what you want.
              /upload PATHS   add files or a folder
              /status         what is on the timeline
              /preview [N]    pictures of it, and a draft to watch; N shows one larger
              /export         make the video file here; add draft or best, or shapes: 16:9 9:16
              /undo  /redo    take back the last change, or make it again
              /credits        what is left of your credits
              /new            begin another video
              /sessions [N]   earlier videos; N takes one up
              /do [N]         take a next step that is offered
              /unqueue [N]    take back what is queued
              /quit           leave (so does Ctrl-D)
            What you type while something is going on is queued. Ctrl-C stops what is going on and empties the queue.
            """,
            """
            把照片、视频或歌曲拖到这里（或输入路径），再说想怎么做。
              /upload 路径    添加文件或文件夹
              /status         查看时间线
              /preview [N]    预览画面并制作草稿视频；加 N 放大第 N 个
              /export         把视频导出到当前文件夹；可加 draft、best 或比例：16:9 9:16
              /undo  /redo    撤销或重做上一步
              /credits        查看积分
              /new            开始新的视频
              /sessions [N]   以前的视频；加 N 继续第 N 个
              /do [N]         执行所列的下一步
              /unqueue [N]    撤回排队的内容
              /quit           退出（或按 Ctrl-D）
            工作进行时输入的内容会排队。Ctrl-C 停止正在进行的事，并清空队列。
            """
        )
    }
    var ctrlDQuits: String { pick("Ctrl-D quits.", "按 Ctrl-D 退出。") }
    func unknownCommand(_ name: String) -> String {
        pick("There is no command \(name). /help lists them.", "没有 \(name) 这个命令。输入 /help 查看全部命令。")
    }
    func exportGoesOn(_ name: String) -> String {
        pick(
            "The export of \(name) goes on by itself. Start Kinora again to fetch it.",
            "“\(name)”会继续导出。下次启动 Kinora 时会取回。"
        )
    }

    func connecting(_ notice: ConnectNotice) -> String {
        switch notice {
        case .settingUp: pick("Setting things up...", "正在准备……")
        case .waitingForOtherBuild:
            pick(
                "A studio of an earlier build is finishing its work; waiting for it...",
                "旧版本的工作室还在收尾，请稍候……"
            )
        case .slowedDown(let left): slowedDown(left)
        }
    }
    func slowedDown(_ left: Duration) -> String {
        let seconds = Int(left.components.seconds)
        return pick("⏳ The studio asks to wait: \(seconds) s …", "⏳ 工作室要求稍等：还有 \(seconds) 秒……")
    }
}
