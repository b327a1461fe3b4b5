/// Words about several videos made one by one.
extension ChatPhrases {
    func batchBegins(_ count: Int) -> String {
        pick("Making \(count) videos, one by one. Ctrl-C stops.", "逐个制作 \(count) 个视频。按 Ctrl-C 停止。")
    }
    func batchItem(_ number: Int, of count: Int, _ name: String) -> String {
        pick("\(number) of \(count) · \(name)", "第 \(number)/\(count) 个 · \(name)")
    }
    func batchEnds(_ made: Int, of count: Int) -> String {
        if made == count { return pick("✅ All \(count) videos are ready.", "✅ \(count) 个视频全部完成。") }
        return pick("\(made) of \(count) videos are ready:", "\(count) 个视频完成了 \(made) 个：")
    }
    func batchResult(_ number: Int, _ name: String, _ outcome: String?) -> String {
        "  \(number). \(name): " + (outcome ?? pick("not made", "未制作"))
    }
    var batchStopped: String { pick("Stopped. No further video is made.", "已停止，不再继续制作。") }
    var agentGaveNothing: String { pick("there is nothing to export", "没有可导出的内容") }
}
