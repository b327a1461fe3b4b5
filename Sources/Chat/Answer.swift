import Foundation

/// Yes or no, in the words people use.
enum Answer {
    private static let yes: Set<String> = [
        "y", "yes", "yeah", "yep", "sure", "ok", "okay", "go on", "go ahead", "yes please", "continue", "do it",
        "是", "是的", "好", "好的", "好吧", "嗯", "行", "可以", "继续", "对", "要", "全部", "确定",
    ]
    private static let no: Set<String> = [
        "n", "no", "nope", "no thanks", "stop", "cancel", "don't", "never mind", "否", "不", "不要", "不用", "不了", "取消", "算了",
        "停",
        "不是", "不行", "别",
    ]

    /// Nil when it is neither.
    static func isYes(_ line: String) -> Bool? {
        let text = line.lowercased().replacingOccurrences(of: "’", with: "'")
            .trimmingCharacters(in: .whitespacesAndNewlines.union(CharacterSet(charactersIn: ".,!?。，！？")))
        if yes.contains(text) { return true }
        if no.contains(text) { return false }
        return nil
    }
}
