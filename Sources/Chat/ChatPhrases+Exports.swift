/// Words about exports.
extension ChatPhrases {
    var generateFirst: String {
        pick(
            "There is nothing to export yet: generate a video first, e.g. “make a slideshow with music”.",
            "还没有可导出的内容：请先生成视频，比如“做成带音乐的幻灯片”。"
        )
    }
    func exporting(_ name: String) -> String { pick("Exporting \(name).mp4 …", "正在导出 \(name).mp4……") }
    /// - Parameter estimate: How long it will take, in ms; nil where the studio does not say.
    func exporting(_ name: String, about estimate: Int?) -> String {
        guard let estimate else { return exporting(name) }
        return exporting(file: name + ".mp4", about: estimate)
    }
    func exporting(file: String, about estimate: Int) -> String {
        let time = Measure.about(estimate, in: language)
        return pick("Exporting \(file), about \(time) …", "正在导出 \(file)，大约 \(time)……")
    }
    func exportingShapes(_ shapes: [String]) -> String {
        let list = shapes.joined(separator: pick(", ", "、"))
        return pick(
            "Exporting \(shapes.count) shapes, one after the other: \(list).",
            "逐个导出 \(shapes.count) 种比例：\(list)。"
        )
    }
    var oneShapeOnly: String {
        pick(
            "This studio exports one shape at a time, the one the video has. Another shape is an edit there, which may cost credits.",
            "这个工作室一次只能导出一种比例，即视频当前的比例。换比例在那里是一次编辑，可能消耗积分。"
        )
    }
    func makeIt(_ shape: String) -> String { pick("make it \(shape)", "改成 \(shape)") }
    func exportQueued(_ name: String) -> String {
        pick("The export of \(name).mp4 is queued behind the one that runs.", "\(name).mp4 已排在当前导出之后。")
    }
    func takingUp(_ name: String) -> String {
        pick("Taking up the unfinished export of \(name).mp4.", "继续上次未完成的导出：\(name).mp4。")
    }
    func rendering(fraction: Double?, etaMS: Int?) -> String {
        guard let fraction else {
            guard let etaMS else { return pick("⏳ Rendering ~30s", "⏳ 正在渲染，大约 30 秒") }
            let time = Measure.about(etaMS, in: language)
            return pick("⏳ Rendering, about \(time)", "⏳ 正在渲染，大约 \(time)")
        }
        let left =
            etaMS.map {
                pick(" · \(Measure.wait($0, in: language)) left", " · 还剩 \(Measure.wait($0, in: language))")
            }
            ?? ""
        return pick("⏳ Rendering ", "⏳ 正在渲染 ") + Measure.percent(fraction) + left
    }
    func waiting(_ count: Int) -> String {
        pick(
            "⏳ Waiting for \(count) export\(count == 1 ? "" : "s") before this one",
            "⏳ 前面还有 \(count) 个导出"
        )
    }
    func fetching(_ fraction: Double) -> String {
        pick("⏳ Saving ", "⏳ 正在保存 ") + Measure.percent(fraction)
    }
    func browserLink(_ link: String) -> String { pick("In a browser: \(link)", "在浏览器中查看：\(link)") }
    /// What a studio elsewhere takes its time for.
    func exportTakesLong(_ name: String) -> String {
        pick(
            "The export of \(name).mp4 is not done yet. It goes on at the studio; the next start of Kinora looks for it, too.",
            "\(name).mp4 还没有导出完。工作室会继续；下次启动 Kinora 时也会查询。"
        )
    }
    var videoReady: String { pick("✅ Video ready!", "✅ 视频已就绪！") }
    func exportFailed(_ name: String, _ message: String) -> String {
        message.isEmpty
            ? pick(
                "\(name).mp4 could not be exported. Try again with /export.",
                "无法导出 \(name).mp4。请用 /export 重试。"
            )
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
}
