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

    // MARK: Beginning and end

    var welcome: String { pick("Kinora turns your photos into videos.", "Kinora 把你的照片变成视频。") }
    var dropHere: String {
        pick("Drop photos here, then say what to make of them. For example:", "把照片拖到这里，再说想做成什么。比如：")
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
    func ready(isLocal: Bool) -> String {
        isLocal
            ? pick(
                "Ready. Everything stays on this machine. /help lists what you can do.",
                "准备好了。一切都留在这台电脑上。输入 /help 查看可以做什么。"
            )
            : pick("Ready. /help lists what you can do.", "准备好了。输入 /help 查看可以做什么。")
    }
    var help: String {
        pick(
            """
            Drop photos, clips or a song here (or type their paths), then say what you want.
              /upload PATHS   add files or a folder
              /status         what is on the timeline
              /export         make the video file here; add draft or best for another quality
              /undo  /redo    take back the last change, or make it again
              /credits        what is left of your credits
              /new            begin another video
              /sessions [N]   earlier videos; N takes one up
              /quit           leave (so does Ctrl-D)
            Ctrl-C stops what is going on.
            """,
            """
            把照片、视频或歌曲拖到这里（或输入路径），再说想怎么做。
              /upload 路径    添加文件或文件夹
              /status         查看时间线
              /export         把视频导出到当前文件夹；加 draft 或 best 换画质
              /undo  /redo    撤销或重做上一步
              /credits        查看积分
              /new            开始新的视频
              /sessions [N]   以前的视频；加 N 继续第 N 个
              /quit           退出（或按 Ctrl-D）
            Ctrl-C 停止正在进行的事。
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

    // MARK: Connecting

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

    // MARK: Questions

    func queued(_ line: String) -> String { pick("queued: \(line)", "已排队：\(line)") }
    func takenBack(_ line: String) -> String { pick("taken back: \(line)", "已撤回：\(line)") }
    var fine: String { pick("Fine, nothing was done.", "好的，什么都没做。") }

    // MARK: Uploads

    var uploadHelp: String {
        pick(
            "Drop files here or type their paths: photos (jpg, png, webp, heic, gif), clips (mp4, mov, avi, webm, mkv), songs (mp3, wav, m4a, aac).",
            "把文件拖到这里或输入路径：照片（jpg、png、webp、heic、gif）、视频（mp4、mov、avi、webm、mkv）、歌曲（mp3、wav、m4a、aac）。"
        )
    }
    func missing(_ path: String) -> String {
        pick("There is no file \(path). Check the name, or drop the file here.", "找不到文件 \(path)。请检查名字，或把文件拖到这里。")
    }
    func emptyFolder(_ name: String) -> String {
        pick("There are no photos, clips or songs in \(name).", "\(name) 里没有照片、视频或歌曲。")
    }
    func addFolder(_ name: String, _ content: String) -> String {
        pick("\(name) has \(content). Add them all? (yes / no)", "\(name) 里有\(content)。全部添加吗？（是 / 否）")
    }
    func added(_ content: String) -> String { pick("Added \(content).", "已添加\(content)。") }
    func refused(_ name: String, _ reason: String) -> String {
        // A studio's sentence about a file names it.
        if reason.contains(name) { return reason }
        return reason.isEmpty
            ? pick("\(name) could not be added.", "无法添加 \(name)。")
            : pick("\(name) could not be added: \(reason)", "无法添加 \(name)：\(reason)")
    }
    func goOnWithout(_ good: String, isOneBad: Bool) -> String {
        pick(
            "Go on with the other \(good), without \(isOneBad ? "it" : "them")? (yes / no)",
            "不管\(isOneBad ? "它" : "它们")，用其余\(good)继续吗？（是 / 否）"
        )
    }
    var whatToMake: String {
        pick("Say what to make of them, e.g. “make a slideshow with music”.", "说说想做成什么，比如“做成带音乐的幻灯片”。")
    }
    var nothingToGoOnWith: String {
        pick("So there is nothing to go on with yet.", "所以现在还没有可用的素材。")
    }
    var uploadStopped: String { pick("Stopped. What was added stays.", "已停止。已添加的会保留。") }

    /// "5 photos and 1 song".
    func content(_ paths: [String]) -> String {
        let songs = paths.count { MediaName.songs.contains(MediaName.type(of: $0)) }
        let clips = paths.count { MediaName.clips.contains(MediaName.type(of: $0)) }
        let photos = paths.count - songs - clips
        var parts: [String] = []
        func add(_ count: Int, _ english: String, _ chinese: String) {
            guard count > 0 else { return }
            parts.append(pick("\(count) \(english)\(count == 1 ? "" : "s")", " \(count) \(chinese)"))
        }
        add(photos, "photo", "张照片")
        add(clips, "clip", "段视频")
        add(songs, "song", "首歌")
        if language == .chinese { return parts.joined(separator: "和") }
        guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    // MARK: Turns

    var working: String { pick("… working on it", "……正在处理") }
    var editing: String { pick("… editing the timeline", "……正在编辑时间线") }
    var readingBack: String { pick("… the answer broke off; reading the rest", "……回答中断，正在取回其余部分") }
    var turnStopped: String {
        pick(
            "Stopped waiting. The change may still be made; /status shows what is on the timeline.",
            "已停止等待。修改可能仍会生效；输入 /status 查看时间线。"
        )
    }
    var stopped: String { pick("Stopped.", "已停止。") }
    var nothingChanged: String {
        pick("The studio gave no answer and nothing changed. Try saying it another way.", "工作室没有回答，也没有任何改动。请换个说法试试。")
    }
    func trouble(_ message: String) -> String {
        message.isEmpty
            ? pick("The studio could not finish this. Try again, or say it another way.", "工作室没能完成。请重试，或换个说法。")
            : pick("The studio could not finish this: \(message)", "工作室没能完成：\(message)")
    }
    var sessionLost: String {
        pick(
            "The studio no longer has this video; a new one was begun. Drop the photos again.",
            "工作室里已没有这个视频，已重新开始。请重新拖入照片。"
        )
    }
    var nothingYet: String {
        pick("Nothing is on the timeline yet. Drop photos here to begin.", "时间线上还没有内容。把照片拖到这里开始吧。")
    }
    var undone: String { pick("Taken back.", "已撤销。") }
    var redone: String { pick("Made again.", "已重做。") }
    var undoByMessage: String {
        pick("This studio takes a change back when you ask for it: say “undo”.", "这个工作室需要用消息撤销：请说“撤销”。")
    }
    var redoByMessage: String {
        pick("This studio makes a change again when you ask for it: say “redo”.", "这个工作室需要用消息重做：请说“重做”。")
    }
    var nothingToUndo: String { pick("There is nothing to take back.", "没有可以撤销的。") }
    var nothingToRedo: String { pick("There is nothing to make again.", "没有可以重做的。") }

    // MARK: Sessions and credits

    var unlimited: String { pick("Credits: unlimited (local studio).", "积分：无限（本地工作室，unlimited）。") }
    func credits(_ available: Int, _ frozen: Int) -> String {
        let held = frozen > 0 ? pick(", \(frozen) reserved by running work", "，进行中的任务占用 \(frozen)") : ""
        return pick("Credits: \(available) available\(held).", "积分：可用 \(available)\(held)。")
    }
    var newVideo: String { pick("A new video. Drop photos here.", "新的视频。把照片拖到这里吧。") }
    var noSessions: String { pick("There are no earlier videos.", "还没有以前的视频。") }
    var noSuchSession: String { pick("There is no such video. /sessions lists them.", "没有这个视频。输入 /sessions 查看列表。") }
    var sessionsHint: String { pick("/sessions N takes one up.", "/sessions N 继续其中一个。") }
    var emptySession: String { pick("nothing on the timeline yet", "时间线上还没有内容") }
    var takenUp: String { pick("Taken up again.", "已继续。") }

    // MARK: Exports

    var generateFirst: String {
        pick(
            "There is nothing to export yet: generate a video first, e.g. “make a slideshow with music”.",
            "还没有可导出的内容：请先生成视频，比如“做成带音乐的幻灯片”。"
        )
    }
    func exporting(_ name: String) -> String { pick("Exporting \(name).mp4 …", "正在导出 \(name).mp4……") }
    func exportQueued(_ name: String) -> String {
        pick("The export of \(name).mp4 is queued behind the one that runs.", "\(name).mp4 已排在当前导出之后。")
    }
    func takingUp(_ name: String) -> String {
        pick("Taking up the unfinished export of \(name).mp4.", "继续上次未完成的导出：\(name).mp4。")
    }
    func rendering(fraction: Double?, etaMS: Int?) -> String {
        guard let fraction else { return pick("⏳ Rendering ~30s", "⏳ 正在渲染，大约 30 秒") }
        let left =
            etaMS.map { pick(" · \(Measure.wait($0, in: language)) left", " · 还剩 \(Measure.wait($0, in: language))") }
            ?? ""
        return pick("⏳ Rendering ", "⏳ 正在渲染 ") + Measure.percent(fraction) + left
    }
    func waiting(_ count: Int) -> String {
        pick("⏳ Waiting for \(count) export\(count == 1 ? "" : "s") before this one", "⏳ 前面还有 \(count) 个导出")
    }
    func fetching(_ fraction: Double) -> String {
        pick("⏳ Saving ", "⏳ 正在保存 ") + Measure.percent(fraction)
    }
    var videoReady: String { pick("✅ Video ready!", "✅ 视频已就绪！") }
    func exportFailed(_ name: String, _ message: String) -> String {
        message.isEmpty
            ? pick("\(name).mp4 could not be exported. Try again with /export.", "无法导出 \(name).mp4。请用 /export 重试。")
            : pick("\(name).mp4 could not be exported: \(message)", "无法导出 \(name).mp4：\(message)")
    }
    func exportCancelled(_ name: String) -> String {
        pick(
            "The export of \(name).mp4 was stopped. What is finished of it is kept; /export goes on from there.",
            "已停止导出 \(name).mp4。已完成的部分会保留；输入 /export 可继续。"
        )
    }
    func exportLeft(_ name: String) -> String {
        pick(
            "Stopped waiting. The export of \(name).mp4 goes on at the studio; start Kinora again to fetch it.",
            "已停止等待。\(name).mp4 仍在工作室导出；下次启动 Kinora 时会取回。"
        )
    }

    // MARK: Making a video in one go

    var noFiles: String { pick("Name the photos to make the video from.", "请给出要做成视频的照片。") }
    func isFolder(_ path: String) -> String {
        pick(
            "\(path) is a folder. Name the photos in it, e.g. \(path)/*.jpg.",
            "\(path) 是文件夹。请给出其中的照片，比如 \(path)/*.jpg。"
        )
    }
    func unreadable(_ path: String) -> String {
        pick("\(path) cannot be read. Check its permissions.", "无法读取 \(path)，请检查权限。")
    }
    func outputExists(_ path: String) -> String {
        pick("\(path) exists. Choose another name, or replace it with --force.", "\(path) 已存在。请换个名字，或加 --force 覆盖。")
    }
    func outputIsFolder(_ path: String) -> String {
        pick("\(path) is a folder. Give the video a name in it.", "\(path) 是文件夹。请给出视频的文件名。")
    }
    func noOutputFolder(_ folder: String, _ path: String) -> String {
        pick(
            "There is no folder \(folder) for \(path). Make it first, or choose another place.",
            "\(path) 所在的文件夹 \(folder) 不存在。请先创建，或换个位置。"
        )
    }
    func outputNotWritable(_ folder: String, _ path: String) -> String {
        pick(
            "\(path) cannot be written: the folder \(folder) does not allow it. Choose another place.",
            "无法写入 \(path)：文件夹 \(folder) 没有写权限。请换个位置。"
        )
    }
    var skipBadHint: String {
        pick("Leave it out, or go on without it with --skip-bad.", "请去掉它，或加 --skip-bad 跳过。")
    }
    func uploading(_ number: Int, _ count: Int, _ name: String, _ fraction: Double) -> String {
        pick("Adding \(number) of \(count) · \(name) ", "正在添加 \(number)/\(count) · \(name) ")
            + Measure.percent(fraction)
    }
    func unmet(_ wish: String, _ actual: String) -> String {
        pick(
            "\(wish) could not be met: the video would be \(actual). Choose another value.",
            "无法满足 \(wish)：视频会是 \(actual)。请换个值。"
        )
    }
    func makeFailed(_ message: String) -> String {
        message.isEmpty ? pick("The video could not be made. Try again.", "视频制作失败，请重试。") : message
    }
    var interrupted: String {
        pick("Stopped. What is finished is kept; the same command goes on from there.", "已停止。已完成的部分会保留，重新运行同一命令可继续。")
    }
}
