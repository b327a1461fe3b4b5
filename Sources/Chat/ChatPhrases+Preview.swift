import StudioAPI
import Terminal

/// Words about a look at the timeline.
extension ChatPhrases {
    func sheetTitle(_ sheet: PreviewSheet) -> String {
        let facts = [Measure.length(sheet.durationMS), sheet.aspect].compactMap { $0 }.joined(separator: " · ")
        return pick("\(sheet.total) picture\(sheet.total == 1 ? "" : "s") · \(facts)", "\(sheet.total) 个画面 · \(facts)")
    }
    func noSuchPhoto(of total: Int) -> String {
        pick(
            "There is no such picture: the timeline has \(total).",
            "没有这个画面：时间线上共有 \(total) 个。"
        )
    }
    func sheetMore(_ count: Int) -> String { pick("… and \(count) more", "……还有 \(count) 个") }
    /// - Parameter range: What comes next of them.
    func sheetRest(_ count: Int, _ range: ClosedRange<Int>) -> String {
        let next = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
        return pick(
            "… and \(count) more: “preview \(next)”. One alone is larger: “preview \(range.lowerBound)”.",
            "……还有 \(count) 个：输入“预览 \(next)”。只看一个会更大：“预览 \(range.lowerBound)”。"
        )
    }

    /// The times of a picture: "0:03–0:07".
    private func times(_ entry: PreviewSheet.Entry) -> String {
        "\(Measure.length(entry.startMS))–\(Measure.length(entry.startMS + entry.durationMS))"
    }

    private func quoted(_ text: String) -> String { pick("“\(text)”", "“\(text)”") }

    /// In place of a picture: "  3  0:08–0:12  beach.jpg  “Summer”".
    func sheetLine(_ entry: PreviewSheet.Entry, of total: Int) -> StyledText {
        let width = String(total).count
        let number = String(repeating: " ", count: width - String(entry.number).count) + "\(entry.number)"
        let texts = entry.texts.map { "  " + quoted(ForeignText.cleanedLine($0)) }.joined()
        return StyledText("  \(number)  ", .accent) + StyledText(times(entry) + "  ", .dim)
            + StyledText(ForeignText.cleanedLine(entry.name) + texts)
    }

    /// - Parameter total: How many are shown.
    func card(_ entry: PreviewSheet.Entry, _ picture: PlainPicture?, isLarge: Bool, of total: Int) -> Card {
        var caption = [
            StyledText("\(entry.number)", .accent) + StyledText(" · " + times(entry), .dim),
            StyledText(entry.name),
        ]
        if !entry.texts.isEmpty { caption.append(StyledText(entry.texts.map(quoted).joined(separator: " "), .reply)) }
        return Card(
            picture.flatMap { Picture(width: $0.width, height: $0.height, rgb: $0.rgb) },
            placeholder: StyledText(pick("(no picture)", "（没有画面）"), .dim),
            caption: caption,
            isLarge: isLarge,
            of: total
        )
    }

    /// - Parameter own: The shape that the video has and keeps.
    func otherShape(_ shape: String, own: String) -> String {
        pick(
            "This is how it looks in \(shape); the video stays \(own). “export \(shape)” exports it so.",
            "这是 \(shape) 的样子；视频仍是 \(own)。输入“导出 \(shape)”可按此导出。"
        )
    }
    var previewByExport: String {
        pick(
            "This studio makes no pictures or drafts. Its way to look at the video is to export it, which is free.",
            "这个工作室不提供画面和草稿。导出视频即可查看，导出免费。"
        )
    }

    // MARK: Drafts

    func makingDraft(_ fraction: Double?) -> String {
        pick("⏳ Making a draft to watch ", "⏳ 正在制作草稿视频 ") + (fraction.map(Measure.percent) ?? "")
    }
    /// - Parameter facts: Where it is, and what is known of it.
    func draftReady(_ facts: String) -> String { pick("Draft ready: \(facts)", "草稿已就绪：\(facts)") }
    func draftFailed(_ reason: String) -> String {
        reason.isEmpty
            ? pick("The draft could not be made. Ask for it again with /preview.", "草稿没有做成。可用 /preview 再试。")
            : pick("The draft could not be made: \(reason)", "草稿没有做成：\(reason)")
    }
    var draftDropped: String {
        pick(
            "The draft was not finished, for the timeline has changed. /preview makes another.",
            "时间线已改动，草稿没有做完。/preview 可重新制作。"
        )
    }
}
