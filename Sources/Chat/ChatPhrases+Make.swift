/// Words for making a video in one go.
extension ChatPhrases {
    var noFiles: String { pick("Name the photos to make the video from.", "请给出要做成视频的照片。") }
    func makeMissing(_ paths: [String]) -> String {
        let list = list(paths)
        if paths.count == 1 { return pick("There is no file \(list). Check the name.", "找不到文件 \(list)。请检查名字。") }
        // Words of a sentence that a shell took apart.
        let areWords = paths.allSatisfy { !$0.contains(".") && !$0.contains("/") }
        return pick("There are no files \(list). Check the names.", "找不到这些文件：\(list)。请检查名字。")
            + (areWords ? pick(" What the video should be goes in quotes.", "对视频的要求请放在引号里。") : "")
    }
    func deadLink(_ path: String) -> String {
        pick(
            "\(path) is a link to a file that is not there. Give the file itself.",
            "\(path) 是一个链接，指向的文件不存在。请直接给出文件。"
        )
    }
    /// What of a folder goes into the video.
    func used(_ folder: FolderContents) -> String {
        let content = content(folder.media)
        let used = pick("\(folder.name): \(content).", "\(folder.name)：\(content.drop { $0 == " " })。")
        return leftOut(of: folder).map { used + pick(" ", "") + $0 } ?? used
    }
    var nothingToShow: String {
        pick("There is nothing to show: give at least one photo or clip.", "没有可显示的内容：请至少给出一张照片或一段视频。")
    }
    /// - Parameter ending: What the name ends in; empty where it has none.
    func outputIsNoMP4(_ path: String, _ ending: String) -> String {
        let better = path.dropLast(ending.isEmpty ? 0 : ending.count + 1) + ".mp4"
        return pick("The video is an MP4. Call it \(better).", "视频是 MP4 格式，请命名为 \(better)。")
    }
    func unreadable(_ path: String) -> String {
        pick("\(path) cannot be read. Check its permissions.", "无法读取 \(path)，请检查权限。")
    }
    func outputExists(_ path: String) -> String {
        pick(
            "\(path) exists. Choose another name, or replace it with --force.",
            "\(path) 已存在。请换个名字，或加 --force 覆盖。"
        )
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
    func uploading(_ progress: UploadTally.Progress) -> String {
        let number = min(progress.arrived + 1, progress.count)
        let name = MediaName.last(of: progress.path)
        return pick("Adding \(number) of \(progress.count) · \(name) ", "正在添加 \(number)/\(progress.count) · \(name) ")
            + Measure.percent(progress.fraction)
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
    var makeTurnLost: String {
        pick(
            "The answer broke off and nothing has changed, so there is no video. Run the same command again.",
            "回答中断，也没有任何改动，所以没有视频。请重新运行同一命令。"
        )
    }
    var makeSessionLost: String {
        pick(
            "The studio lost the files on the way. Run the same command again.",
            "工作室中途丢失了文件。请重新运行同一命令。"
        )
    }
    var interrupted: String {
        pick(
            "Stopped. What is finished is kept; the same command goes on from there.",
            "已停止。已完成的部分会保留，重新运行同一命令可继续。"
        )
    }
}
