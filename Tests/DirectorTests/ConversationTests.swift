import Director
import Testing
import Timeline

@Suite("Conversation")
struct ConversationTests {
    @Test("Several wishes in one message all take effect")
    func several() {
        let line =
            "make it square, move the sunset to the front, photo 2 for 6 seconds, piano music at 50% "
            + "and add the title 'Hi' in yellow"
        let reply = Scene.say(line)
        #expect(reply.order == "5 1 2 3 4")
        #expect(reply.lengths == "4 4 6 4 4")
        #expect(reply.facts == "22 1:1 piano 50 | crossfade")
        #expect(reply.texts == "Hi 0-3 center yellow")
        let back = Scene.say("undo", to: reply.history)
        #expect(back.timeline == Scene.video.timeline)
    }

    @Test("Several wishes in one Chinese message")
    func severalChinese() {
        let reply = Scene.say("删掉第二张，然后把视频改成30秒，再加个标题“旅行”，竖屏，配钢琴曲")
        #expect(reply.order == "1 3 4 5")
        #expect(reply.facts == "30 9:16 piano 35 | crossfade")
        #expect(reply.texts == "旅行 0-3 center white")
    }

    @Test("Numbers count the photos as the person saw them")
    func numbering() {
        let reply = Scene.say("remove photo 1 and make photo 3 longer")
        #expect(reply.order == "2 3 4 5")
        #expect(reply.lengths == "4 6 4 4")
    }

    @Test("What was understood is done, the rest is named")
    func partly() {
        let reply = Scene.say("remove photo 2, then write a poem")
        #expect(reply.order == "1 3 4 5")
        #expect(reply.understood)
        #expect(reply.text.contains("I did not understand 'write a poem'"))
        let made = Scene.sayFirst("make a video with a dragon flying over it")
        #expect(made.order == "1 2 3 4 5")
        #expect(made.text.contains("dragon"))
    }

    @Test("Undo, redo and starting over")
    func steps() {
        let edited = Scene.say("make it vertical", "remove photo 1").history
        #expect(Scene.say("undo", to: edited).facts == "20 9:16 lo-fi 35 | crossfade")
        #expect(Scene.say("undo the last two", to: edited).timeline == Scene.video.timeline)
        #expect(Scene.say("撤销两步", to: edited).timeline == Scene.video.timeline)
        #expect(Scene.say("undo that", "redo", to: edited).timeline == edited.timeline)
        #expect(Scene.say("撤销", "重做", to: edited).timeline == edited.timeline)
        for line in ["start over", "clear everything", "重新开始"] {
            let empty = Scene.say(line, to: edited)
            #expect(empty.timeline == Timeline(), "\(line)")
            #expect(Scene.say("go back", to: empty.history).timeline == edited.timeline)
        }
        #expect(
            Scene.director.respond(to: "undo", history: History(), media: [], fallback: .english).text.contains(
                "nothing to undo"
            )
        )
    }

    @Test(
        "Questions are answered and change nothing",
        arguments: [
            ("how long is it?", "20 s"), ("what's on the timeline?", "Timeline (2 tracks)"), ("which music?", "Lo-fi"),
            ("how many photos?", "5 photos"), ("how long is the sunset?", "4 s"), ("what is the title?", "no text yet"),
            ("what's the aspect ratio?", "16:9"), ("which photos are there?", "3 03-stream.jpg"),
            ("有多长？", "20 秒"), ("现在有哪些照片", "03-stream.jpg"), ("用的什么音乐", "Lo-fi"), ("一共几张照片", "5 张"),
            ("时间线上有什么", "时间线"), ("第二张多长？", "4 秒"),
        ]
    )
    func questions(_ line: String, _ words: String) {
        let reply = Scene.say(line)
        #expect(reply.text.contains(words))
        #expect(reply.understood)
        #expect(reply.history == Scene.video)
        #expect(reply.commands.isEmpty)
    }

    @Test(
        "Small talk gets a helpful answer",
        arguments: ["hello", "help", "what can you do?", "thanks!", "你好", "你能做什么", "谢谢", "export", "status"]
    )
    func talk(_ line: String) {
        let reply = Scene.say(line)
        #expect(reply.understood)
        #expect(reply.history == Scene.video)
        #expect(!reply.text.isEmpty)
    }

    @Test("The answer is in the language of the message")
    func language() {
        #expect(Scene.say("加个标题“Hello”").language == .chinese)
        #expect(Scene.say("add the title '夏天'").language == .english)
        #expect(
            Scene.director.respond(to: "16:9", history: Scene.video, media: [], fallback: .chinese).language == .chinese
        )
    }

    @Test(
        "A wish that changes nothing is answered so",
        arguments: ["make it 16:9", "make it 20s", "use crossfades everywhere"]
    )
    func unchanged(_ line: String) {
        let reply = Scene.say(line)
        #expect(reply.understood)
        #expect(reply.history == Scene.video)
        #expect(reply.text.contains("already"))
    }

    @Test(
        "What cannot be is refused with the range",
        arguments: [
            ("volume 500%", "200%"), ("crossfade 20 seconds", "4 s"), ("make it 3:4", "4:5"),
            ("photo 2 for 3 hours", "one hour"),
            ("make the video 1 second", "1.5 s"), ("photo 9 longer", "no photo 9"), ("音量900%", "200%"),
            ("第九张长一点", "没有第 9 张"),
            ("use my song", "mp3"), ("add the new photos", "Drop new ones"), ("remove two photos", "Which 2"),
            ("make the photo longer", "Which photo"),
        ]
    )
    func refused(_ line: String, _ words: String) {
        let reply = Scene.say(line)
        #expect(reply.text.contains(words))
        #expect(reply.history == Scene.video)
        #expect(!reply.understood)
    }

    @Test("A word that fits two photos asks which")
    func ambiguous() {
        let media = Scene.photos + [Scene.photo("07-sunset-harbour.jpg")]
        let made = Scene.sayFirst("make a video", media: media)
        let reply = Scene.say("remove the sunset", to: made.history, media: media)
        #expect(reply.history == made.history)
        #expect(reply.text.contains("07-sunset-harbour.jpg"))
        #expect(Scene.say("remove the sunset harbour", to: made.history, media: media).order == "1 2 3 4 5")
    }
}
