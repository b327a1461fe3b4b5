import Foundation
import StudioAPI
import Timeline

/// What the page says, in one language.
struct ClaimWords {
    let language: Language
    private let phrases: Phrases

    init(_ language: Language) {
        self.language = language
        phrases = Phrases(language)
    }

    private func choose(_ english: String, _ chinese: String) -> String { phrases.choose(english, chinese) }

    /// BCP 47.
    var tag: String { choose("en", "zh-Hans") }

    // MARK: - Headings

    var untitled: String { choose("Your video", "你的视频") }
    var video: String { choose("Video", "视频") }
    var timeline: String { choose("Timeline", "时间线") }
    var text: String { choose("Text", "文字") }
    var music: String { choose("Music", "配乐") }

    // MARK: - The video

    func download(bytes: Int) -> String {
        let megabytes = String(format: "%.1f", locale: nil, Double(bytes) / 1_000_000)
        return choose("Download the video (\(megabytes) MB)", "下载视频（\(megabytes) MB）")
    }

    var noPlayer: String {
        choose("This browser does not play MP4; download the video instead.", "浏览器不能播放 MP4，请下载视频。")
    }
    var isOutdated: String {
        choose(
            "The project has changed since this video was made. Export it again to get the new version.",
            "这个视频生成后，项目又有改动。重新导出即可得到新版本。"
        )
    }
    var nothingExported: String {
        choose(
            "There is no finished video yet. Say “export” in the chat, then reload this page.",
            "还没有导出的视频。在对话中说“导出”，然后刷新本页。"
        )
    }
    var emptyTimeline: String {
        choose(
            "Nothing is on the timeline yet. Add photos in the chat, then reload this page.",
            "时间线还是空的。在对话中添加照片，然后刷新本页。"
        )
    }
    func rendering(_ percent: Int) -> String {
        choose("The video is being made: \(percent)%", "正在生成视频：\(percent)%")
    }
    func waiting(before count: Int) -> String {
        guard count > 0 else { return choose("The video is about to be made.", "即将开始生成视频。") }
        return choose(
            "The video waits for its turn: \(count) before it.",
            "视频正在排队，前面还有 \(count) 个。"
        )
    }
    var reloadsItself: String {
        choose("This page shows the video as soon as it is ready.", "生成完成后，本页会自动显示视频。")
    }
    var reloadForNewer: String {
        choose("Reload this page to see the new version.", "刷新本页即可查看新版本。")
    }
    func failed(_ reason: String?) -> String {
        choose("The last export failed.", "上次导出失败。") + (reason.map { " " + $0 } ?? "")
    }

    // MARK: - The project

    /// "20 s · 9:16 · 5 photos"
    func facts(_ timeline: Timeline) -> String {
        [
            timeline.duration.length(in: language, places: 1), timeline.aspect.rawValue,
            phrases.count(of: timeline.segments.map(\.kind)),
        ].joined(separator: " · ")
    }

    func kind(_ kind: MediaKind) -> String {
        switch kind {
        case .photo: choose("Photo", "照片")
        case .animation: choose("Animation", "动图")
        case .clip: choose("Clip", "视频片段")
        case .song: choose("Song", "歌曲")
        case .colorTable: choose("Color table", "色表")
        }
    }

    /// "0:04 – 0:08.5"
    func span(_ start: Milliseconds, _ length: Milliseconds) -> String {
        "\(Self.clock(start)) – \(Self.clock(start + length))"
    }

    /// Minutes, seconds and, where there is one, a tenth.
    static func clock(_ time: Milliseconds) -> String {
        let tenths = (max(time.rawValue, 0) + 50) / 100
        let seconds = tenths / 10 % 60
        let text = "\(tenths / 600):" + (seconds < 10 ? "0\(seconds)" : "\(seconds)")
        return tenths % 10 == 0 ? text : text + ".\(tenths % 10)"
    }

    func musicLine(_ music: Music?) -> String {
        guard let music else { return choose("No music", "没有配乐") }
        return "\(music.name(in: language).plain(limit: 80)) · \(music.volume)%"
    }

    // MARK: - The link

    /// - Parameter expires: In ms since 1970.
    func expiry(_ expires: Int) -> String {
        let date = Date(timeIntervalSince1970: Double(expires) / 1000)
        let day = date.formatted(
            Date.FormatStyle(
                date: .long,
                time: .omitted,
                locale: Locale(identifier: choose("en_GB", "zh_CN")),
                calendar: Calendar(identifier: .gregorian),
                timeZone: .gmt
            )
        )
        return choose(
            "Whoever has this link can see this page, until \(day).",
            "拿到此链接的人都能看到本页，有效期至 \(day)。"
        )
    }

    var nothingTitle: String { choose("This link opens nothing", "此链接无效") }
    var nothingHint: String {
        choose(
            "It may have run out, or a part of it is missing. Ask for a new one in the chat with /export.",
            "链接可能已过期或不完整。在对话中输入 /export 即可获取新链接。"
        )
    }
}
