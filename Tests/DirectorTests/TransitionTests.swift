import Director
import Testing
import Timeline

@Suite("Transitions in the field's words")
struct TransitionTests {
    @Test(
        "Random within a family",
        arguments: [
            ("random wipes", TransitionFamily.wipe), ("use random circle transitions", .circle),
            ("random fades", .fade),
            ("随机擦除", .wipe), ("随机缩放转场", .zoom), ("random zoom transitions", .zoom), ("各种擦除转场", .wipe),
            ("random wipes between all photos", .wipe), ("random slides", .slide),
        ]
    )
    func randomOfOneKind(_ line: String, _ family: TransitionFamily) {
        let styles = Scene.say(line).timeline.segments.dropFirst().map(\.transition.style)
        #expect(styles.allSatisfy { $0.family == family })
        #expect(zip(styles, styles.dropFirst()).allSatisfy { $0 != $1 })
        #expect(Set(styles).count == min(4, TransitionStyle.allCases.count { $0.family == family }))
    }

    @Test(
        "Every style is understood by its name, in both languages",
        arguments: TransitionStyle.allCases.filter { $0 != .cut },
        Language.allCases
    )
    func names(style: TransitionStyle, language: Language) {
        // A comma in a name parts a sentence.
        let name = style.name(in: language).split(separator: ",").last.map(String.init) ?? ""
        let line = language == .english ? "use \(name) transitions" : "转场用\(name)"
        let styles = Set(Scene.say(line).timeline.segments.dropFirst().map(\.transition.style))
        #expect(styles == [style], "\(line)")
    }

    @Test(
        "All cuts",
        arguments: [
            ("use circle transitions", TransitionStyle.circle), ("圆形转场", .circle),
            ("fade through white", .fadeThroughWhite),
            ("闪白", .fadeThroughWhite), ("clock wipe between all photos", .clock), ("百叶窗转场", .blinds),
            ("change the transitions to whip pans", .whipPan), ("push transitions", .push), ("所有转场用甩镜头", .whipPan),
            ("change the transition to zoom", .zoomIn), ("iris in", .circle), ("venetian blinds", .blinds),
            ("转场改成马赛克", .pixelate), ("cross zoom everywhere", .crossZoom), ("心形转场", .heart),
            ("heart transitions please", .heart), ("luma fade", .lumaBright), ("blur transitions", .blur),
        ]
    )
    func allCuts(_ line: String, _ style: TransitionStyle) {
        #expect(Set(Scene.say(line).timeline.segments.dropFirst().map(\.transition.style)) == [style])
    }

    @Test(
        "One cut, with its direction, length and easing",
        arguments: [
            ("whip pan between photo 2 and 3", 2, Transition(.whipPan)),
            ("push up into photo 4", 3, Transition(.push, direction: .up)),
            ("diagonal wipe to the right between 2 and 3", 2, Transition(.diagonalWipe, direction: .right)),
            ("circle before the last photo for 2 seconds", 4, Transition(.circle, duration: .seconds(2))),
            ("linear circle transition into photo 3", 2, Transition(.circle, easing: .linear)),
            ("第二张和第三张之间用甩镜", 2, Transition(.whipPan)), ("第四张用时钟擦除，匀速", 3, Transition(.clock)),
            ("第三张用匀速的圆形转场", 2, Transition(.circle, easing: .linear)),
        ]
    )
    func oneCut(_ line: String, _ index: Int, _ transition: Transition) {
        #expect(Scene.say(line).timeline.segments[index].transition == transition)
    }

    @Test(
        "Random: another at every cut, dealt the same each time",
        arguments: [
            "random transitions", "use random transitions without repeats", "随机转场", "转场随机，不重复",
            "shuffle the transitions",
            "a mix of transitions",
        ]
    )
    func random(_ line: String) {
        let reply = Scene.say(line)
        let styles = reply.timeline.segments.dropFirst().map(\.transition.style)
        #expect(Set(styles).count == 4)
        #expect(
            reply.order
                == Scene.video.timeline.segments.map { String($0.name.dropFirst().prefix(1)) }.joined(separator: " ")
        )
        #expect(reply.timeline == Scene.say(line).timeline)
        #expect(reply.text.contains("4"))
        #expect(Scene.say(line, "random transitions").timeline != reply.timeline)
        #expect(Scene.say(line, "undo").timeline == Scene.video.timeline)
    }

    @Test("A new video gets them at once")
    func randomFromTheStart() {
        let reply = Scene.sayFirst("make a video with random transitions")
        #expect(Set(reply.timeline.segments.dropFirst().map(\.transition.style)).count == 4)
        #expect(reply.text.contains("mixed transitions"))
    }

    @Test("A photo that is called like a transition is still a photo")
    func photosOfThatName() {
        let media = Scene.photos + [Scene.photo("06-circle.jpg"), Scene.photo("07-vintage-car.jpg")]
        let history = Scene.director.respond(to: "make a video", history: History(), media: media, fallback: .english)
            .history
        let reply = Scene.say("make the circle photo black and white", to: history, media: media)
        #expect(
            reply.timeline.segments.map { $0.look.filter != nil } == [false, false, false, false, false, true, false]
        )
    }

    @Test("What changed is told by the style's name")
    func told() {
        #expect(Scene.say("use circle transitions").text == "✅ All transitions: crossfade 1 s -> circle 1 s")
        #expect(Scene.say("圆形转场").text == "✅ 全部转场：叠化 1 秒 → 圆形展开 1 秒")
        #expect(Scene.sayFirst("make a video with clock wipes").text.contains("clock wipe transitions"))
    }
}
