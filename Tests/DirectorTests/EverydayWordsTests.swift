import Director
import Testing
import Timeline

@Suite("Everyday words")
struct EverydayWordsTests {
    @Test(
        "A word more about the same photo is about that photo",
        arguments: [
            "make photo 3 longer and brighter", "photo 3 longer, brighter", "第三张长一点，亮一点",
            "make photo 3 brighter and longer",
        ]
    )
    func samePhoto(_ line: String) {
        let reply = Scene.say(line)
        #expect(reply.lengths == "4 4 6 4 4", "\(reply.text)")
        #expect(reply.timeline.segments.map { $0.look[.brightness] } == [0, 0, 20, 0, 0])
    }

    @Test("What is said of the video is about the video")
    func wholeVideo() {
        #expect(Scene.say("make photo 3 longer and make it vertical").timeline.aspect == .portrait)
        #expect(Scene.say("remove photo 2 and make everything brighter").timeline.segments[3].look[.brightness] == 20)
        #expect(Scene.say("photos 1-3 two seconds each").lengths == "2 2 2 4 4")
    }

    @Test(
        "Without an article the video is the one there is",
        arguments: [
            ("make video longer", "25 16:9"), ("make video vertical", "20 9:16"), ("make slideshow faster", "16 16:9"),
        ]
    )
    func noArticle(_ line: String, _ facts: String) {
        let edited = Scene.say("title 'Hi'").history
        let reply = Scene.say(line, to: edited)
        #expect(reply.facts.hasPrefix(facts), "\(reply.text)")
        #expect(reply.timeline.texts.count == 1)
    }

    @Test(
        "Sizes of texts are no volumes",
        arguments: [("标题太小了", 1.3), ("字太小了", 1.3), ("the title is too small", 1.3), ("标题太大了", 1 / 1.3), ("字再大一点", 1.3)]
    )
    func sizes(_ line: String, _ factor: Double) throws {
        let titled = Scene.say("title 'Hi'")
        let reply = Scene.say(line, to: titled.history)
        let (old, new) = (try #require(titled.timeline.texts.first), try #require(reply.timeline.texts.first))
        #expect(abs(new.style.size / old.style.size - factor) < 0.01, "\(reply.text)")
        #expect(reply.music == "lo-fi 35")
        #expect(Scene.say("音乐太小了").music == "lo-fi 50")
    }

    @Test(
        "Music by what it shall be like",
        arguments: [
            ("换个欢快的音乐", "upbeat 35"), ("换一首欢快点的", "upbeat 35"), ("another happy song", "upbeat 35"),
            ("stop the music", "none"), ("music off", "none"), ("soft piano", "piano 35"),
            ("quiet music", "ambient 35"),
        ]
    )
    func music(_ line: String, _ expected: String) {
        #expect(Scene.say(line).music == expected)
    }

    @Test(
        "Order",
        arguments: [
            ("swap first and last", "5 2 3 4 1"), ("把第二张和第五张换一下", "1 5 3 4 2"), ("第二张和第五张换个位置", "1 5 3 4 2"),
            ("swap 2 and 5", "1 5 3 4 2"), ("show photo 1 again at the end", "1 2 3 4 5 1"),
            ("duplicate photo 2", "1 2 2 3 4 5"),
            ("复制第二张", "1 2 2 3 4 5"), ("repeat photo 1 at the end", "1 2 3 4 5 1"),
        ]
    )
    func order(_ line: String, _ expected: String) throws {
        let reply = Scene.say(line)
        #expect(reply.order == expected, "\(reply.text)")
        try reply.timeline.check()
        #expect(Scene.say("undo", to: reply.history).timeline == Scene.video.timeline)
    }

    @Test(
        "Bounds",
        arguments: [
            ("at most 1 minute", 20), ("keep it under 15 seconds", 15), ("不超过十秒", 10), ("at least 30 seconds", 30),
            ("至少30秒", 30), ("make it longer but not more than a minute", 25), ("under a minute", 20),
        ]
    )
    func bounds(_ line: String, _ seconds: Double) {
        let reply = Scene.say(line)
        #expect(reply.timeline.duration == .seconds(seconds), "\(reply.text)")
        #expect(reply.understood)
    }

    @Test(
        "All but some",
        arguments: [
            "black and white except photo 3", "everything black and white but not photo 3",
            "all photos black and white except the third",
        ]
    )
    func exceptions(_ line: String) {
        let looks = Scene.say(line).timeline.segments.map(\.look.filter)
        #expect(
            looks == [.blackAndWhite, .blackAndWhite, nil, .blackAndWhite, .blackAndWhite],
            "\(Scene.say(line).text)"
        )
    }

    @Test(
        "Words without quotation marks",
        arguments: [
            ("最后加一句谢谢观看", "谢谢观看 17-20 center white"),
            ("at the end say thanks for watching", "thanks for watching 17-20 center white"),
            ("在结尾加一句话：我爱你", "我爱你 17-20 center white"),
        ]
    )
    func words(_ line: String, _ expected: String) {
        #expect(Scene.say(line).texts == expected, "\(Scene.say(line).text)")
    }

    @Test(
        "File names on photos",
        arguments: ["put the file names on the photos", "每张加上文件名", "add captions with the file names"]
    )
    func names(_ line: String) {
        #expect(
            Scene.say(line).timeline.texts.map(\.text) == [
                "Aitzgorri", "Picos de europa", "Stream", "Friends", "Sunset",
            ]
        )
    }

    @Test("What is wrong with a text is no new text")
    func wrong() {
        let titled = Scene.say("title 'Hi'").history
        for line in ["the title is too long on screen", "the title is not visible"] {
            #expect(Scene.say(line, to: titled).timeline.texts.map(\.text) == ["Hi"], "\(line)")
        }
        #expect(Scene.say("make the title last the whole video", to: titled).texts == "Hi 0-20 center white")
        #expect(Scene.say("caption 2 'Day 2'").texts == "Day 2 4-8 bottom-center white")
    }

    @Test("\"No, photo 3\" removes nothing")
    func no() {
        for line in ["no, photo 3", "不是，第三张", "no, the other one"] {
            let reply = Scene.say(line)
            #expect(reply.history == Scene.video && !reply.understood, "\(reply.text)")
        }
        #expect(Scene.say("no music").music == "none")
    }

    @Test(
        "Slips of the fingers",
        arguments: [
            ("pls make it vertcal", "20 9:16"), ("make teh video a littel longer", "22 16:9"),
            ("chagne it to sqaure", "20 1:1"),
        ]
    )
    func slips(_ line: String, _ facts: String) {
        #expect(Scene.say(line).facts.hasPrefix(facts), "\(Scene.say(line).text)")
    }

    @Test("What was mended is told")
    func told() {
        let reply = Scene.say("rmove photo 3")
        #expect(reply.order == "1 2 4 5" && reply.text.contains("I read 'rmove' as 'remove'"))
        #expect(Scene.say("add a titel \"Hello\"").texts == "Hello 0-3 center white")
        // A word of a photo's name is no slip.
        #expect(Scene.say("remove the streem").history == Scene.video)
    }

    @Test(
        "Said in other words",
        arguments: [
            ("make the last photo stay longer", "4 4 4 4 6"), ("hold photo 2 for 6 seconds", "4 6 4 4 4"),
            ("exactly 15 seconds", "3 3 3 3 3"), ("刚好一分钟", "12 12 12 12 12"),
        ]
    )
    func lengths(_ line: String, _ expected: String) {
        #expect(Scene.say(line).lengths == expected, "\(Scene.say(line).text)")
    }

    @Test("Looks, moves and shapes in other words")
    func others() {
        #expect(Scene.say("make the colors pop").timeline.segments[0].look.filter == .vivid)
        #expect(Scene.say("sepia", "original colors").timeline.segments[0].look == .plain)
        #expect(Scene.say("stop the zooming").moves == "none none none none none")
        #expect(Scene.say("the heads are cut off in photo 3").fits == "auto auto blur auto auto")
        #expect(Scene.say("make it fit my phone").timeline.aspect == .portrait)
        #expect(Scene.say("different transitions please").timeline != Scene.video.timeline)
        #expect(Scene.say("smoother transitions").transitions.contains("1.5"))
    }
}
