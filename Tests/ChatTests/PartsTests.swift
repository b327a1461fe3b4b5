import Testing
import Timeline

@testable import Chat

@Suite struct PartsTests {
    @Test func exportsAreNamedAfterTheTitleOrTheDay() {
        #expect(OutputName.base(title: "Summer in Rome", day: "2026-07-31") == "Summer in Rome")
        #expect(OutputName.base(title: "夏天", day: "2026-07-31") == "夏天")
        #expect(OutputName.base(title: "../../etc/passwd\u{0}", day: "2026-07-31") == "etc passwd")
        #expect(OutputName.base(title: " \n/", day: "2026-07-31") == "kinora-2026-07-31")
        #expect(OutputName.base(title: nil, day: "2026-07-31") == "kinora-2026-07-31")
        #expect(OutputName.base(title: String(repeating: "长", count: 200), day: "").utf8.count <= 120)
        let taken: Set<String> = ["/v/a.mp4", "/v/a-2.mp4"]
        #expect(OutputName.free("a", in: "/v") { taken.contains($0) } == "/v/a-3.mp4")
        #expect(OutputName.free("b", in: "/v") { taken.contains($0) } == "/v/b.mp4")
        #expect(OutputName.day(since1970: 1_785_499_200 - 43_200).hasPrefix("2026-07-3"))
    }

    @Test func sizesAndLengthsReadWell() {
        #expect(
            [0, 999, 1000, 20_000, 999_600, 12_400_000, 250_000_000].map(Measure.bytes) == [
                "0 B", "999 B", "1 KB", "20 KB", "1.0 MB", "12.4 MB", "250 MB",
            ]
        )
        #expect([0, 8000, 61_000, 3_723_000].map(Measure.length) == ["0:00", "0:08", "1:01", "1:02:03"])
        #expect([1, 11_200, 200_000].map { Measure.wait($0, in: .english) } == ["1 s", "12 s", "3 min 20 s"])
        #expect(Measure.wait(200_000, in: .chinese) == "3 分 20 秒")
        #expect([0, 0.429, 0.999, 1, 2].map(Measure.percent) == ["0%", "42%", "99%", "100%", "100%"])
    }

    @Test func namesAreOrderedAsPeopleCount() {
        let names = ["IMG_10.jpg", "img_9.jpg", "IMG_09b.jpg", "a.jpg", "IMG_2.jpg", "照片2.jpg", "照片10.jpg"]
        #expect(
            names.sorted(by: NaturalOrder.precedes) == [
                "a.jpg", "IMG_2.jpg", "img_9.jpg", "IMG_09b.jpg", "IMG_10.jpg", "照片2.jpg", "照片10.jpg",
            ]
        )
    }

    @Test func yesAndNoAreUnderstoodInBothLanguages() {
        for line in ["y", "Yes!", "ok", "go ahead", "好的", "是", "继续。"] { #expect(Answer.isYes(line) == true) }
        for line in ["n", "No.", "never mind", "不要", "算了", "取消！"] { #expect(Answer.isYes(line) == false) }
        for line in ["yes and add a title", "make it shorter", ""] { #expect(Answer.isYes(line) == nil) }
    }

    @Test func theLanguageIsThatOfTheWordsOrOfTheSettings() {
        #expect(LanguageSense.language(of: "做一个 video") == .chinese)
        #expect(LanguageSense.language(of: "make a video") == .english)
        #expect(LanguageSense.language(of: "16:9!") == nil)
        #expect(LanguageSense.language(of: "don't forget the title '在山里' and \"朋友\"") == .english)
        #expect(LanguageSense.language(of: "标题“Summer”") == .chinese)
        #expect(LanguageSense.language(environment: ["LANG": "zh_CN.UTF-8"]) == .chinese)
        #expect(LanguageSense.language(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"]) == .english)
        #expect(LanguageSense.language(environment: [:]) == .english)
    }

    @Test func contentIsCountedByKind() {
        let english = ChatPhrases(language: .english)
        #expect(english.content(["a.jpg"]) == "1 photo")
        #expect(english.content(["a.jpg", "b.png", "c.mp3", "d.mov"]) == "2 photos, 1 clip and 1 song")
        #expect(ChatPhrases(language: .chinese).content(["a.jpg", "c.mp3"]) == " 1 张照片和 1 首歌")
    }
}
