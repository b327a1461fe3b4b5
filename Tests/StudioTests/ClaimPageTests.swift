import Foundation
import StudioAPI
import Testing
import Timeline

@testable import Studio

/// What stands on the page.
struct ClaimPageTests {
    static let evil = #"</title><script>alert("1")</script> & 'x'"#
    static let escaped = "&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"

    static func segment(_ number: Int, name: String? = nil, kind: MediaKind = .photo) -> Segment {
        Segment(
            id: "s\(number)",
            media: "m\(number)",
            kind: kind,
            name: name ?? "photo-\(number).jpg",
            size: PixelSize(width: 400, height: 300),
            duration: Milliseconds(4000),
            transition: Transition(.slide, duration: Milliseconds(500))
        )
    }

    static let timeline = Timeline(
        aspect: .portrait,
        segments: [segment(1), segment(2, kind: .clip), segment(3)],
        texts: [
            TextSegment(id: "t2", text: "Later", start: Milliseconds(7500)),
            TextSegment(id: "t1", text: "First", duration: Milliseconds(2500)),
        ],
        music: Music(.mood(.piano, seed: 1), volume: 20)
    )

    func page(
        _ timeline: Timeline = timeline,
        video: ClaimPage.Video? = nil,
        work: ClaimPage.Work? = nil,
        language: Language = .english
    ) -> String {
        ClaimPage(
            timeline: timeline,
            video: video,
            work: work,
            expires: 1_795_000_000_000,
            token: "clm_0",
            words: ClaimWords(language)
        ).html.markup
    }

    static let video = ClaimPage.Video(
        key: "k1",
        bytes: 12_345_678,
        size: PixelSize(width: 1080, height: 1920),
        isCurrent: true
    )

    /// The pieces in the order in which they stand, each after the one before.
    func expect(_ page: String, holds pieces: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        var rest = page[...]
        for piece in pieces {
            guard let range = rest.firstRange(of: piece) else {
                Issue.record("\(piece) is not there, or not in its place", sourceLocation: sourceLocation)
                continue
            }
            rest = rest[range.upperBound...]
        }
    }

    @Test("Pictures in order with their times and transitions, texts by their time, music, length, shape")
    func project() {
        let keys = Self.timeline.segments.map { SegmentPicture($0).key }
        #expect(Set(keys).count == 3)
        expect(
            page(video: Self.video),
            holds: [
                "<html lang=\"en\">", "<h1><bdi>First</bdi></h1>", "12 s · 9:16 · 2 photos, 1 clip",
                "<video controls", "width=\"1080\" height=\"1920\"", "claim/poster/k1?ct=clm_0",
                "claim/video/k1?ct=clm_0", "claim/download/k1?ct=clm_0", "Download the video (12.3 MB)",
                "<ol class=\"pictures portrait\">",
                "claim/picture/\(keys[0])?ct=clm_0", "alt=\"Photo 1: photo-1\"", "photo-1", "0:00 – 0:04",
                "claim/picture/\(keys[1])?ct=clm_0", "alt=\"Clip 2: photo-2\"", "0:04 – 0:08", "slide left 0.5 s",
                "claim/picture/\(keys[2])?ct=clm_0", "0:08 – 0:12", "slide left 0.5 s",
                "First", "0:00 – 0:02.5", "Later", "0:07.5 – 0:10.5", "Piano · 20%", "until 18 November 2026",
            ]
        )
        #expect(page(video: Self.video).components(separatedBy: "slide left").count == 3, "none into the first")
        #expect(!page(video: Self.video).contains("class=\"note\""))
    }

    @Test("A picture that stands whole in the video is whole on the page")
    func fit() {
        var timeline = Self.timeline
        timeline.segments[0].fit = .blur
        timeline.segments[1].fit = .fill
        timeline.segments[2].fit = .fill
        #expect(page(timeline).components(separatedBy: "<img class=\"whole\" src").count == 2)
    }

    @Test("In Chinese, for a session in Chinese")
    func chinese() {
        expect(
            page(video: Self.video, language: .chinese),
            holds: [
                "<html lang=\"zh-Hans\">", "12 秒 · 9:16 · 2 张照片、1 段视频", "下载视频（12.3 MB）", "时间线", "照片 1",
                "向左滑动 0.5 秒", "文字", "配乐", "钢琴 · 20%", "2026年11月18日",
            ]
        )
    }

    @Test("Words of people are text, wherever they stand")
    func escaping() {
        var timeline = Self.timeline
        timeline.texts = [TextSegment(id: "t", text: Self.evil)]
        timeline.segments = [Self.segment(1, name: Self.evil + ".jpg")]
        timeline.music = Music(.song(media: "m9", name: Self.evil + ".mp3"))
        let markup = page(timeline, work: .failed(Self.evil))
        #expect(!markup.contains("<script") && !markup.contains("'x'"))
        // The title, the heading, the failure, the picture and its name, the text, the music.
        #expect(markup.components(separatedBy: Self.escaped).count == 8)
        expect(markup, holds: ["<title>\(Self.escaped) · Kinora</title>", "alt=\"Photo 1: \(Self.escaped)\""])
    }

    @Test("What turns the reading direction, breaks lines or rings a bell is taken out")
    func layoutCharacters() {
        var timeline = Self.timeline
        timeline.texts = [TextSegment(id: "t", text: "a\u{202E}b\u{0}c\u{7}\nd\u{2028}e")]
        #expect(page(timeline).contains("<h1><bdi>a b c d e</bdi></h1>"))
    }

    @Test("A page without a finished video says what is going on, and comes again by itself while it is")
    func unfinished() {
        let refresh = "http-equiv=\"refresh\""
        let waiting = page(work: .waiting(before: 2))
        expect(waiting, holds: [refresh, "waits for its turn: 2 before it", "<progress"])
        let rendering = page(work: .rendering(0.439))
        expect(rendering, holds: [refresh, "is being made: 43%", "max=\"100\" value=\"43\""])
        let failed = page(work: .failed("a.jpg is damaged."))
        #expect(failed.contains("The last export failed. a.jpg is damaged.") && !failed.contains(refresh))
        let none = page()
        #expect(none.contains("There is no finished video yet") && !none.contains(refresh))
        let empty = page(Timeline())
        #expect(empty.contains("Nothing is on the timeline yet") && empty.contains("<h1><bdi>Your video</bdi></h1>"))
        #expect(!empty.contains("<ol") && !empty.contains("<ul"))
        for page in [waiting, rendering, failed, none, empty] { #expect(!page.contains("<video")) }
    }

    @Test("A finished video stays on the page while a newer one is made, and is not interrupted")
    func newer() {
        var old = Self.video
        old.isCurrent = false
        let page = page(video: old, work: .rendering(0.5))
        expect(page, holds: ["<video", "is being made: 50%", "Reload this page"])
        #expect(!page.contains("http-equiv"))
        #expect(self.page(video: old).contains("The project has changed since"))
    }

    @Test("There is nothing in the page that its own policy would refuse")
    func policy() {
        let markup = page(video: Self.video, work: .rendering(0.5))
        for refused in ["<script", "<style", "style=", "javascript:", "<form", "<iframe", "<base", "http:", "https:"] {
            #expect(!markup.contains(refused), "\(refused)")
        }
        #expect(!markup.contains(/\son[a-z]+=/), "a handler")
    }

    @Test(arguments: [
        (0, "0:00"), (4000, "0:04"), (8549, "0:08.5"), (59_960, "1:00"), (3_661_000, "61:01"), (-5, "0:00"),
    ])
    func clock(milliseconds: Int, text: String) {
        #expect(ClaimWords.clock(Milliseconds(milliseconds)) == text)
    }

    @Test(
        arguments: [
            ("Summer 2024", "filename=\"Summer 2024.mp4\"; filename*=UTF-8''Summer%202024.mp4"),
            ("标题", "filename=\"__.mp4\"; filename*=UTF-8''%E6%A0%87%E9%A2%98.mp4"),
            ("", "filename=\"video.mp4\"; filename*=UTF-8''video.mp4"),
            ("../../etc/passwd", "filename=\"etc passwd.mp4\"; filename*=UTF-8''etc%20passwd.mp4"),
            ("a\"; filename=\"b\r\nX: y", "filename=\"a ; filename= bX y.mp4\"; filename*=UTF-8''a%20%3B%20"),
            ("50%41 'off'", "filename=\"50_41 'off'.mp4\"; filename*=UTF-8''50%2541%20%27off%27.mp4"),
            ("con\u{202E}txt", "filename=\"contxt.mp4\"; filename*=UTF-8''contxt.mp4"),
        ]
    )
    func nameOfTheDownload(title: String, header: String) {
        let made = ContentDisposition.attachment(title: title, ending: ".mp4")
        #expect(made.hasPrefix("attachment; " + header), "\(made)")
        #expect(made.utf8.allSatisfy { (0x20...0x7e).contains($0) })
        #expect(made.count { $0 == "\"" } == 2)
    }

    @Test func aLongNameIsCutBeforeItsEnding() {
        let name = ContentDisposition.attachment(title: String(repeating: "标", count: 500), ending: ".mp4")
        #expect(name.hasSuffix(".mp4") && name.utf8.count < 1000)
    }
}
