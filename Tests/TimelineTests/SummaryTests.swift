import Testing
import Timeline

@Suite struct SummaryTests {
    private func segment(_ name: String, _ length: Int, _ kind: MediaKind = .photo) -> Segment {
        Segment(
            id: name,
            media: name,
            kind: kind,
            name: name,
            size: PixelSize(width: 3, height: 2),
            duration: Milliseconds(length)
        )
    }

    @Test func theLineOfTheContract() {
        let timeline = Timeline(
            segments: [segment("city timelapse.mp4", 10_000, .clip)],
            texts: [TextSegment(id: "t", text: "Urban Dreams")],
            music: Music(.mood(.lofi, seed: 1))
        )
        #expect(
            timeline.summary
                == "Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: \"Urban Dreams\" (0-3s)"
        )
        #expect(
            timeline.summary(in: .chinese)
                == "时间线（3 轨）：1. 视频：city timelapse（0-10秒） 2. 配乐：Lo-fi（0-10秒，35%） 3. 标题：“Urban Dreams”（0-3秒）"
        )
    }

    @Test func severalSegments() {
        var timeline = Timeline(segments: [segment("a.jpg", 2500), segment("b.jpg", 2467)])
        #expect(timeline.summary == "Timeline (1 track): 1. Video: a (0-2.5s), b (2.5-4.97s)")
        timeline.segments += [segment("c.mp4", 1000, .clip), segment("d.jpg", 1000), segment("e.jpg", 1033)]
        #expect(timeline.summary == "Timeline (1 track): 1. Video: a, b, … e (4 photos, 1 clip, 0-8s)")
        #expect(timeline.summary(in: .chinese) == "时间线（1 轨）：1. 视频：a、b、…e（4 张照片、1 段视频，0-8秒）")
    }

    @Test func severalTitles() {
        var timeline = Timeline(segments: [segment("a.jpg", 9000)])
        for number in 1...4 {
            timeline.texts.append(TextSegment(id: "\(number)", text: "No \(number)", start: .seconds(Double(number))))
        }
        #expect(
            timeline.summary
                == "Timeline (2 tracks): 1. Video: a (0-9s) 2. Title: \"No 1\", \"No 2\", … \"No 4\" (4 titles, 1-7s)"
        )
    }

    @Test func nothing() {
        #expect(Timeline().summary == "Timeline (0 tracks)")
        #expect(Timeline().summary(in: .chinese) == "时间线（0 轨）")
    }

    @Test func aTitleCannotBreakTheLineOrTheTerminal() {
        let text = "one\ntwo\u{1B}[31m\u{2028}\u{202E}three" + String(repeating: "e\u{301}", count: 100)
        let timeline = Timeline(texts: [TextSegment(id: "t", text: text)])
        #expect(!timeline.summary.unicodeScalars.contains { $0.value < 32 || $0.value == 0x2028 || $0.value == 0x202E })
        #expect(timeline.summary.hasPrefix("Timeline (1 track): 1. Title: \"one two [31m three"))
        #expect(timeline.summary.hasSuffix("…\" (0-3s)"))
        #expect(timeline.summary.count < 100)
    }

    @Test(arguments: [
        (0, "0"), (4000, "4"), (2500, "2.5"), (3967, "3.97"), (3996, "4"), (50, "0.05"), (4, "0"), (-2500, "-2.5"),
        (60_000, "60"),
    ])
    func secondsHaveNoNeedlessZeros(milliseconds: Int, text: String) {
        #expect(Milliseconds(milliseconds).secondsText() == text)
    }

    @Test func lengthsInWords() {
        #expect(Milliseconds(26_000).length(in: .english) == "26 s")
        #expect(Milliseconds(86_500).length(in: .english) == "1 min 26.5 s")
        #expect(Milliseconds(120_000).length(in: .chinese) == "2 分")
        #expect(Milliseconds(-90_000).length(in: .english) == "-90 s")
        for extreme in [Int.max, .min] { #expect(Milliseconds(extreme).length(in: .english).count > 10) }
        #expect(Milliseconds(59_999).length(in: .english) == "1 min")
        #expect(Milliseconds(119_997).length(in: .english) == "2 min")
    }
}
