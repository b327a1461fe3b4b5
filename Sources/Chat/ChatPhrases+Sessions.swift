/// Words about sessions and credits.
extension ChatPhrases {
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
}
