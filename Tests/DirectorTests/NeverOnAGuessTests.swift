import Director
import Testing
import Timeline

@Suite("Never on a guess")
struct NeverOnAGuessTests {
    @Test(
        "What is not understood changes nothing and gets three things to try",
        arguments: [
            "what's the weather", "tell me a joke", "make it better", "make it pop", "make it awesome", "can you sing",
            "I love pizza",
            "the quick brown fox", "photo", "3", "photos 1", "make", "add", "remove", "the sunset", "12345", "asdf",
            "write a poem",
            "add a dragon", "remove the dog", "make the dog longer", "between 2 and 3", "don't remove photo 2",
            "should I remove photo 2?", "remove the hat from photo 3", "make photo 2 vertical",
            "make the music longer", "slower music",
            "I hate it when people remove photos", "what happens if I remove photo 2",
            "make the person in photo 2 bigger",
            "put photo 2 in a frame", "write something funny", "translate the title", "send this to my mom",
            "remove the background of photo 3", "make everything blue", "add a photo of a dog", "don't make a video",
            "I'm sad",
            "remove dog.jpg", "'hello'", "", "   ", "🎉", "never remove photo 2", "!!!", "move the sunset",
            "给我讲个笑话", "今天天气怎么样", "把狗那张删掉", "把人脸放大一点", "唱首歌", "哈哈哈", "随便", "更好看一点", "你觉得怎么样",
            "讲讲人工智能", "第三张", "写一首诗", "不要删掉第二张", "买一张票", "如果删掉第二张会怎样", "音乐长一点", "移动日落",
        ]
    )
    func unclear(_ line: String) {
        let reply = Scene.say(line)
        #expect(reply.history == Scene.video)
        #expect(!reply.understood)
        #expect(reply.commands.isEmpty)
        #expect(reply.text.contains("Try: ") || reply.text.contains("试试"))
    }

    private static let words = """
        make turn add remove move swap keep reverse shuffle put show use undo redo start over the a first \
        second last two 3 9 photo \
        photos sunset friends stream all each every longer shorter seconds 5s 30 minute vertical square \
        TikTok 16:9 music piano louder \
        quieter 20% 900% title 'Hi' caption yellow top bottom front end before after between and then , with \
        without no not only except \
        crossfade slide wipe cut fade zoom in out pan left right focus blur crop beat video slideshow how \
        long what which into to for \
        from 把 第三张 日落 删掉 放到 最前面 延长 两秒 每张 标题 “你好” 音乐 换一首 转场 竖屏 和 ， 不要 只留 前两张 最后 之间 卡点 放大 撤销 做个视频
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// A small generator, so that a failure can be repeated by its seed.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    @Test("Any jumble of words leaves a whole timeline, and every change can be replayed and undone", arguments: 0..<12)
    func jumble(_ seed: Int) throws {
        var dice = Dice(state: UInt64(seed + 1))
        var history = Scene.video
        let media = Scene.photos + [Scene.beach, Scene.song]
        for _ in 0..<80 {
            let line = (0...dice.roll(12)).map { _ in
                NeverOnAGuessTests.words[dice.roll(NeverOnAGuessTests.words.count)]
            }
            .joined(separator: dice.roll(4) == 0 ? "" : " ")
            let reply = Scene.director.respond(to: line, history: history, media: media, fallback: .english)
            try reply.timeline.check()
            #expect(!reply.text.isEmpty, "\(line)")
            #expect(reply.understood || reply.history == history, "\(line)")
            if reply.history != history, !reply.commands.isEmpty {
                let undone = Scene.director.respond(
                    to: "undo",
                    history: reply.history,
                    media: media,
                    fallback: .english
                )
                let redone = Scene.director.respond(
                    to: "redo",
                    history: undone.history,
                    media: media,
                    fallback: .english
                )
                #expect(redone.timeline == reply.timeline, "\(line)")
            }
            history = reply.history
        }
    }

    @Test("The commands of a reply do what the reply shows")
    func commands() throws {
        for line in ["make it vertical, photo 2 for 6 seconds", "remove photo 2", "cut on the beat", "加标题“你好”"] {
            let reply = Scene.say(line)
            let replayed = try Scene.video.timeline.applying(.batch(reply.commands)).timeline
            #expect(replayed == reply.timeline)
        }
    }
}
