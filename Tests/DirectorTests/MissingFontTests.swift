import Director
import Testing
import Timeline

/// Words that no font can show, and the language that Chinese characters are drawn in.
@Suite("Fonts for what is written")
struct MissingFontTests {
    /// A director on a machine whose only fonts are Latin ones.
    private static let director = Director(
        beats: { _, _ in .steady(period: 750) },
        missing: { text in
            text.contains("夏") ? [MissingFont(english: "Chinese", chinese: "中文", package: "fonts-noto-cjk")] : []
        }
    )

    private func say(_ lines: String..., to history: History = Scene.video) -> DirectorReply {
        var reply = Scene.say("how long is it?", to: history)
        for line in lines {
            reply = Self.director.respond(
                to: line,
                history: reply.history,
                media: Scene.photos,
                fallback: .english
            )
        }
        return reply
    }

    @Test("The person hears of it, once and in their language, and the text is there all the same")
    func told() {
        for (line, words) in [
            ("add a title '夏天'", "No font here has Chinese"), ("caption photo 2 '夏天'", "No font here has Chinese"),
            ("加标题“夏天”", "没有中文字体"),
        ] {
            let reply = say(line)
            #expect(
                reply.text.contains(words) && reply.text.contains("apt-get install fonts-noto-cjk"),
                "\(reply.text)"
            )
            #expect(reply.history.timeline.texts.map(\.text) == ["夏天"])
        }
        let twice = say("caption photo 2 '夏天' and caption photo 3 '夏'")
        #expect(twice.text.split(separator: "\n").count { $0.contains("apt-get") } == 1, "\(twice.text)")
    }

    @Test(
        "Nothing is said of what can be shown, nor again when something else changes",
        arguments: ["add a title 'Summer'", "加标题“秋”"]
    )
    func silent(line: String) {
        #expect(!say(line).text.contains("apt-get"))
        #expect(!say("add a title '夏天'", line.replacing("title", with: "end card")).text.contains("apt-get"))
        #expect(!say("add a title '夏天'", "make it vertical").text.contains("apt-get"))
    }

    @Test(
        "The same character is drawn as the words around it say",
        arguments: [
            ("add a title '東京の夏'", "ja"), ("タイトルです, add a title '東京旅行'", "ja"), ("add a title '東京旅行'", "zh-hant"),
            ("加标题“北京旅行”", "zh-hans"), ("加标题“中国・北京”", "zh-hans"),
        ]
    )
    func languages(line: String, language: String) {
        #expect(say(line).history.timeline.texts.map(\.language) == [language])
    }

    @Test("New words bring their own language")
    func renewed() {
        let reply = say("add a title '北京旅行'", "change the title to '東京の夏'")
        #expect(reply.history.timeline.texts.map(\.language) == ["ja"])
        let beside = say("add a title '東京の夏'", "caption photo 2 '直行'")
        #expect(beside.history.timeline.texts.map(\.language) == ["ja", "ja"])
    }
}
