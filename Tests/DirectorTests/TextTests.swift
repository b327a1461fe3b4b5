import Director
import Testing
import Timeline

@Suite("Texts")
struct TextTests {
    static let fonts = ["Comic Neue", "Dancing Script", "DejaVu Serif", "Noto Sans", "Noto Sans Khmer", "Noto Serif"]

    /// A director that knows what fonts are installed.
    static let director = Director(beats: { _, _ in .steady(period: 750) }, fonts: { fonts })

    func say(_ lines: String...) -> DirectorReply {
        var history = Scene.video
        var reply = Scene.say("how long is it?", to: history)
        for line in lines {
            reply = Self.director.respond(to: line, history: history, media: Scene.photos, fallback: .english)
            history = reply.history
        }
        return reply
    }

    @Test(
        "Kinds",
        arguments: [
            ("add a title 'Summer in Rome'", "title: Summer in Rome 0-3 center"),
            ("add a lower third 'Anna Rossi, guide'", "lower-third: Anna Rossi/guide 0-4 bottom-left"),
            ("add a lower third Anna Rossi, guide", "lower-third: Anna Rossi/guide 0-4 bottom-left"),
            ("lower third 'Anna Rossi, guide' on photo 2", "lower-third: Anna Rossi/guide 4-8 bottom-left"),
            ("add a name tag 'דנה, מדריכה'", "lower-third: דנה/מדריכה 0-4 bottom-right"),
            ("end card 'Thanks for watching'", "end-card: Thanks for watching 17-20 center"),
            ("add an end card saying Bye", "end-card: Bye 17-20 center"),
            ("end card 'Bye' for 5 seconds", "end-card: Bye 15-20 center"),
            ("caption photo 2 'Sunset'", "caption: Sunset 4-8 bottom-center"),
            ("caption photo 3 'Lake Como'", "caption: Lake Como 8-12 bottom-center"),
            ("加标题“夏天”", "title: 夏天 0-3 center"),
            ("给第二张加字幕“日落”", "caption: 日落 4-8 bottom-center"),
            ("加人名条“王芳，导游”", "lower-third: 王芳/导游 0-4 bottom-left"),
            ("片尾“谢谢观看”", "end-card: 谢谢观看 17-20 center"),
        ]
    )
    func kinds(_ line: String, _ texts: String) {
        #expect(say(line).kinds == texts)
    }

    @Test(
        "Captions from the names of the files",
        arguments: [
            "caption every photo with its name", "captions from the file names", "add captions with the file names",
            "label each photo with its filename", "use the file names as captions", "给每张照片加上文件名字幕", "用文件名做字幕",
            "字幕用文件名",
        ]
    )
    func names(_ line: String) {
        let reply = say(line)
        #expect(reply.timeline.texts.map(\.text) == ["Aitzgorri", "Picos de europa", "Stream", "Friends", "Sunset"])
        #expect(reply.timeline.texts.map(\.anchor) == reply.timeline.segments.map(\.id))
        #expect(reply.timeline.texts.allSatisfy { $0.kind == .caption && $0.duration == .seconds(4) })
    }

    @Test(
        "Looks",
        arguments: [
            ("make the title red", "red"), ("title in red with a black outline", "red outline black"),
            ("give the title a white outline", "white outline white"),
            ("outline the title in blue", "white outline blue"),
            ("add a thick outline to the title", "white outline black 0.09"),
            ("put the title in a box", "white box black 0.6"),
            ("put the title in a yellow box", "white box yellow 0.6"),
            ("add a white box behind the title", "black box white 0.6"), ("make the title #FF8800", "#ff8800"),
            ("use a serif font", "white serif"), ("title in a serif font", "white serif"),
            ("make the title handwritten", "white handwritten"),
            ("use a monospace font for the title", "white monospace"),
            ("use the Comic Neue font", "white Comic Neue"), ("title font: DejaVu Serif", "white DejaVu Serif"),
            ("set the font of the title to comic neue", "white Comic Neue"), ("make the title italic", "white italic"),
            ("make the title not bold", "white regular"), ("move the title to the top left", "white top-left"),
            ("move the title to the lower third", "white bottom-center"),
            ("make the title bigger", "white 0.169"), ("make the title huge", "white 0.221"),
            ("make the title 150%", "white 0.195"), ("make the title navy", "navy"),
            ("标题用红色", "red"), ("标题加黑色描边", "white outline black"), ("给标题加底框", "white box black 0.6"),
            ("标题换成宋体", "white serif"), ("换成宋体", "white serif"), ("标题用手写体", "white handwritten"),
            ("描边", "white outline black"), ("加底框", "white box black 0.6"), ("标题加粗", "white"),
            ("标题放到左上角", "white top-left"),
            ("字体换成Comic Neue", "white Comic Neue"), ("标题改成深蓝色", "darkblue"), ("标题超大", "white 0.221"),
        ]
    )
    func looks(_ line: String, _ look: String) {
        let reply = say("title 'Hi'", line)
        #expect(reply.timeline.texts.count == 1)
        #expect(reply.timeline.texts.first?.look == look, "\(reply.text)")
    }

    @Test(
        "Ways to come and go",
        arguments: [
            ("make the title rise", "rise 700 fade 500"), ("use the typewriter effect", "typewriter 700 fade 500"),
            ("make the title appear letter by letter", "typewriter 700 fade 500"),
            ("fade the title in slowly", "fade 1200 fade 500"), ("make the title fade in slowly", "fade 1200 fade 500"),
            ("make the title fade out slowly", "fade 500 fade 1200"),
            ("fade in the title over 1 second", "fade 1000 fade 500"),
            ("no animation for the title", "none 500 none 500"),
            ("打字机效果", "typewriter 700 fade 500"), ("标题用打字机效果", "typewriter 700 fade 500"),
            ("标题上升", "rise 700 fade 500"),
            ("标题慢慢淡入", "fade 1200 fade 500"), ("标题不要动画", "none 500 none 500"),
        ]
    )
    func movements(_ line: String, _ movement: String) {
        let reply = say("title 'Well, then'", line)
        #expect(reply.timeline.texts.map(\.movement) == [movement], "\(reply.text)")
    }

    @Test("What goes on about a text changes that one")
    func chains() {
        let reply = say("add a title 'Rome' in red with a black outline, make it rise and put it at the top")
        #expect(reply.kinds == "title: Rome 0-3 top-center")
        #expect(reply.timeline.texts.first?.look == "red outline black top-center")
        #expect(reply.timeline.texts.first?.style.entrance == .rise)
        let boxed = say("title 'A'", "caption photo 2 'B' in a box")
        #expect(boxed.timeline.texts.map(\.look) == ["white", "white box black 0.6"])
    }

    @Test(
        "All captions, all texts",
        arguments: [
            ("put the captions in a box", [false, true, true]), ("box around all texts", [true, true, true]),
            ("给字幕加底框", [false, true, true]),
        ]
    )
    func plural(_ line: String, _ boxed: [Bool]) {
        let reply = say("title 'A'", "caption photo 1 'B'", "caption photo 2 'C'", line)
        #expect(reply.timeline.texts.map { $0.style.box != nil } == boxed)
    }

    @Test("Smaller captions; no captions", arguments: [("smaller captions", "remove the captions"), ("字幕小一点", "去掉字幕")])
    func captions(_ smaller: String, _ remove: String) {
        let reply = say("title 'A'", "caption photo 1 'B'", "caption photo 2 'C'", smaller)
        let sizes = reply.timeline.texts.map(\.style.size)
        #expect(sizes[0] == 0.13 && sizes[1] < 0.068 && sizes[2] == sizes[1])
        #expect(
            say("title 'A'", "caption photo 1 'B'", "caption photo 2 'C'", remove).timeline.texts.map(\.text) == ["A"]
        )
    }

    @Test("What decorates is taken off, and the text stays", arguments: ["remove the outline", "no outline", "去掉描边"])
    func undecorated(_ line: String) {
        let reply = say("title 'Hi' with a red outline", line)
        #expect(reply.timeline.texts.map(\.look) == ["white"])
    }

    @Test("Another title is one more, beside the first")
    func another() {
        let both = say("add the title 'A'", "add another title 'B'")
        #expect(both.kinds == "title: A 0-3 center, title: B 0-3 center")
        #expect(say("add the title 'A'", "add a second title 'B' at the bottom").timeline.texts.count == 2)
        #expect(say("add the title 'A'", "the title 'B'").timeline.texts.map(\.text) == ["B"])
    }

    @Test(
        "What texts say",
        arguments: [
            ("what does the title say?", "title 'Hi'"), ("what is the title?", "title 'Hi'"),
            ("what do the captions say?", "caption 'Us'"), ("标题写的是什么？", "标题“Hi”"), ("字幕是什么？", "字幕“Us”"),
        ]
    )
    func questions(_ line: String, _ words: String) {
        let reply = say("title 'Hi'", "caption photo 1 'Us'", line)
        #expect(reply.text.contains(words), "\(reply.text)")
        #expect(reply.commands.isEmpty)
    }

    @Test(
        "What cannot be is said, and nothing is changed",
        arguments: [
            ("use the Wingdings font", "no font 'Wingdings' here"), ("title font: Frutiger", "There is Comic Neue"),
            ("字体换成Wingdings", "没有字体“Wingdings”"), ("add a title", "What shall it say?"),
            ("add a title ''", "What shall it say?"),
            ("add the title '   '", "What shall it say?"), ("add a lower third", "Whose name?"),
            ("make the end card red", "no end card yet"), ("加一个片尾", "片尾写什么"),
        ]
    )
    func refusals(_ line: String, _ words: String) {
        let reply = say("title 'Hi'", line)
        #expect(reply.text.contains(words), "\(reply.text)")
        #expect(reply.timeline.texts.map(\.look) == ["white"])
    }

    @Test("A very long text is refused with a sentence, and control characters are left out")
    func oddTexts() {
        let long = say("add the title '" + String(repeating: "abcde ", count: 2000) + "'")
        #expect(long.text.contains("300 characters"))
        #expect(long.timeline.texts.isEmpty)
        let odd = say("add the title 'A\u{7}B\u{1B}[1m\u{202E}C <b>&amp;'")
        #expect(odd.timeline.texts.map(\.text) == ["AB[1mC <b>&amp;"])
    }

    @Test("Characters are drawn as in the writer's script")
    func languages() {
        #expect(say("加标题“夏天的回忆”").timeline.texts.first?.language == "zh-hans")
        #expect(say("加標題「夏天的回憶」").timeline.texts.first?.language == "zh-hant")
        #expect(say("title 'Summer'").timeline.texts.first?.language == nil)
    }

    @Test("What was done is told by the kind of text")
    func reports() {
        #expect(say("caption photo 2 'Us'").text.contains("Caption added: 'Us' (white, bottom-center, 4-8s)"))
        #expect(say("加人名条“王芳，导游”").text.contains("已添加人名条"))
        #expect(say("caption every photo with its name").text.contains("5 captions added"))
        let boxed = say("caption every photo with its name", "put the captions in a box")
        #expect(boxed.text.contains("5 captions: box none -> black 60%"))
    }
}

extension DirectorReply {
    /// "title: Hello 0-3 center", one after the other.
    fileprivate var kinds: String {
        timeline.texts.map { text in
            let words = text.text.split(separator: "\n").joined(separator: "/")
            return "\(text.kind.rawValue): \(words) \(text.start.secondsText())-\(text.end.secondsText()) "
                + text.style.position.rawValue
        }.joined(separator: ", ")
    }
}

extension TextSegment {
    /// "red serif outline black": what is not usual for a title, beside the colour.
    fileprivate var look: String {
        var parts = [style.color]
        let usual = TextStyle.usual(for: kind)
        if let font = style.font { parts.append(font) }
        if style.isItalic { parts.append("italic") }
        if !style.isBold, usual.isBold { parts.append("regular") }
        if let outline = style.outline {
            parts.append("outline \(outline.color)")
            if outline.width != TextOutline.usualWidth { parts.append("\(outline.width)") }
        }
        if let box = style.box { parts.append("box \(box.color) \(box.opacity)") }
        if style.position != usual.position { parts.append(style.position.rawValue) }
        let size = (style.size * 1000).rounded() / 1000
        if size != usual.size { parts.append("\(size)") }
        return parts.joined(separator: " ")
    }

    /// "rise 700 fade 500"
    fileprivate var movement: String {
        "\(style.entrance) \(style.fadeIn.rawValue) \(style.exit) \(style.fadeOut.rawValue)"
    }
}
