import Terminal
import Translator

/// Words about what waits and what is offered.
extension ChatPhrases {
    func queued(_ line: String, _ number: Int) -> String {
        pick("queued \(number): \(line)", "已排队 \(number)：\(line)")
    }
    func queuedMore(_ count: Int) -> String {
        pick(
            "… and \(count) more; /unqueue N takes one back",
            "……还有 \(count) 条；/unqueue N 可撤回"
        )
    }
    func takenBack(_ line: String) -> String {
        pick("taken back: \(line) (↑ brings it back)", "已撤回：\(line)（按 ↑ 可取回）")
    }
    var nothingQueued: String { pick("Nothing is queued.", "没有排队的内容。") }
    func notQueued(_ number: Int, of count: Int) -> String {
        pick(
            "There is no number \(number) in the queue; it has \(count).",
            "队列里没有第 \(number) 条，一共 \(count) 条。"
        )
    }
    var fine: String { pick("Fine, nothing was done.", "好的，什么都没做。") }

    // MARK: Next steps

    func offered(_ steps: [NextStep]) -> String {
        let labels = steps.map(label)
        if labels.count == 1 {
            return pick("Next: \(labels[0])  — /do", "下一步：\(labels[0])  — /do")
        }
        let numbered = labels.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "  ")
        return pick("Next: \(numbered)  — /do N", "下一步：\(numbered)  — /do N")
    }
    var nothingOffered: String {
        pick("Nothing is offered right now. Say what you want.", "现在没有可选的下一步。直接说想要什么吧。")
    }
    var whichStep: String { pick("Which one? Say its number.", "要哪一个？请加上编号。") }

    func label(_ step: NextStep) -> String {
        switch step {
        case .export: pick("export the video", "导出视频")
        case .send(let text):
            pick("send: ", "发送：") + DisplayWidth.truncated(text.replacing("\n", with: " "), to: 60)
        case .look(.timeline): pick("show the timeline", "查看时间线")
        case .look(.credits): pick("show your credits", "查看积分")
        case .look(.upload): pick("show how files are added", "查看如何添加文件")
        case .add(let paths): pick("add the \(content(paths)) again", "重新添加\(content(paths))")
        case .fetch(let order): pick("look for \(order.name).mp4 again", "再次查询 \(order.name).mp4")
        }
    }
}
