import StudioClient
import Timeline

/// Words about files on their way.
extension ChatPhrases {
    var uploadHelp: String {
        pick(
            "Drop files here or type their paths: photos (jpg, png, webp, heic, gif), clips (mp4, mov, avi, webm, mkv), songs (mp3, wav, m4a, aac), color tables (cube).",
            "把文件拖到这里或输入路径：照片（jpg、png、webp、heic、gif）、视频（mp4、mov、avi、webm、mkv）、歌曲（mp3、wav、m4a、aac）、色表（cube）。"
        )
    }
    func missing(_ paths: [String]) -> String {
        let list = list(paths)
        return paths.count == 1
            ? pick(
                "There is no file \(list). Check the name, or drop the file here.",
                "找不到文件 \(list)。请检查名字，或把文件拖到这里。"
            )
            : pick(
                "There are no files \(list). Check the names, or drop the files here.",
                "找不到这些文件：\(list)。请检查名字，或把文件拖到这里。"
            )
    }
    func archive(_ name: String) -> String {
        pick(
            "\(name) is an archive. Unpack it, then give the folder with the photos.",
            "\(name) 是压缩包。请先解压，再给出照片所在的文件夹。"
        )
    }
    /// Why nothing of a folder can be used.
    func nothingIn(_ folder: FolderContents) -> String {
        let name = folder.name
        if !folder.isReadable {
            return pick("The folder \(name) cannot be opened. Check its permissions.", "无法打开文件夹 \(name)，请检查权限。")
        }
        if !folder.folders.isEmpty {
            return pick(
                "There are no photos, clips or songs in \(name) itself. Give a folder in it: \(some(folder.folders)).",
                "\(name) 本身没有照片、视频或歌曲。请给出其中的文件夹：\(some(folder.folders))。"
            )
        }
        if !folder.others.isEmpty {
            return pick(
                "There are no photos, clips or songs in \(name), only \(some(folder.others)).",
                "\(name) 里没有照片、视频或歌曲，只有 \(some(folder.others))。"
            )
        }
        return pick("The folder \(name) is empty.", "文件夹 \(name) 是空的。")
    }
    /// What of a folder is not used; nil: all of it is.
    func leftOut(of folder: FolderContents) -> String? {
        guard !folder.leftOut.isEmpty else { return nil }
        let parts = [
            folder.others.isEmpty ? nil : some(folder.others),
            folder.folders.isEmpty
                ? nil
                : folder.folders.count == 1
                    ? pick("the folder ", "文件夹 ") + some(folder.folders)
                    : pick("the folders ", "文件夹 ") + some(folder.folders),
        ].compactMap { $0 }.joined(separator: pick("; ", "；"))
        return pick("Left out of \(folder.name): \(parts).", "\(folder.name) 中未使用：\(parts)。")
    }
    /// All of them: "a, b and c".
    func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: pick(", ", "、")) + pick(" and ", "和") + last
    }
    /// The first of them, and how many more: "a, b and 12 more".
    private func some(_ names: [String]) -> String {
        guard names.count > 4 else { return list(names) }
        return names.prefix(3).joined(separator: pick(", ", "、"))
            + pick(" and \(names.count - 3) more", "等 \(names.count) 个")
    }
    func addFolder(_ name: String, _ content: String) -> String {
        pick("\(name) has \(content). Add them all? (yes / no)", "\(name) 里有\(content)。全部添加吗？（是 / 否）")
    }
    func added(_ content: String) -> String { pick("Added \(content).", "已添加\(content)。") }
    func refused(_ name: String, _ error: StudioError) -> String {
        let reason = words(for: error, file: name)
        // A studio's sentence about a file names it.
        if reason.contains(name) { return reason }
        return reason.isEmpty
            ? pick("\(name) could not be added.", "无法添加 \(name)。")
            : pick("\(name) could not be added: \(reason)", "无法添加 \(name)：\(reason)")
    }
    func alreadyThere(_ names: [String]) -> String {
        let list = names.joined(separator: pick(", ", "、"))
        return names.count == 1
            ? pick("\(list) is already there.", "\(list) 已经添加过了。")
            : pick("\(list) are already there.", "\(list) 都已经添加过了。")
    }
    /// - Parameter files: What would leave the machine.
    func askConsent(_ files: [String], _ host: String) -> String {
        tellConsent(files, host)
            + (files.count == 1
                ? pick(" Send it? (yes / no)", "要发送吗？（是 / 否）") : pick(" Send them? (yes / no)", "要发送吗？（是 / 否）"))
    }
    func tellConsent(_ files: [String], _ host: String) -> String {
        let what = content(files)
        let english = files.count == 1 ? what.drop { $0.isNumber || $0 == " " } : what[...]
        return pick(
            "The \(english) will be sent to \(host), a studio that is not on this machine.",
            "\(what.drop { $0 == " " })将发送到 \(host)，这个工作室不在本机。"
        )
    }
    var notSent: String { pick("Fine, nothing was sent.", "好的，什么都没有发送。") }
    func unsent(_ words: String) -> String {
        pick("“\(words)” was not sent; ↑ brings it back.", "“\(words)”没有发送；按 ↑ 可取回。")
    }
    func goOnWithout(_ good: String, isOneBad: Bool) -> String {
        let others = good.hasPrefix("1 ") ? good.dropFirst(2) : good[...]
        return pick(
            "Go on with the other \(others), without \(isOneBad ? "it" : "them")? (yes / no)",
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
        let tables = paths.count { MediaName.colorTables.contains(MediaName.type(of: $0)) }
        let photos = paths.count - songs - clips - tables
        var parts: [String] = []
        func add(_ count: Int, _ english: String, _ chinese: String) {
            guard count > 0 else { return }
            parts.append(pick("\(count) \(english)\(count == 1 ? "" : "s")", " \(count) \(chinese)"))
        }
        add(photos, "photo", "张照片")
        add(clips, "clip", "段视频")
        add(songs, "song", "首歌")
        add(tables, "color table", "个色表")
        return language == .chinese ? parts.joined(separator: "和") : list(parts)
    }
}
