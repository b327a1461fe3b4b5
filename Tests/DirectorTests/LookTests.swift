import Director
import Testing
import Timeline

@Suite("Transitions, motion, fit and shape")
struct LookTests {
    private static func all(_ style: String) -> String {
        Array(repeating: style, count: 4).joined(separator: ", ")
    }

    @Test(
        "All transitions",
        arguments: [
            ("no transitions", "cut 0"), ("hard cuts only", "cut 0"), ("slide transitions", "slide 1"),
            ("change the transition to wipe", "wipe 1"), ("transitions of half a second", "crossfade 0.5"),
            ("longer transitions", "crossfade 1.5"), ("use dissolves, 0.5 seconds", "crossfade 0.5"),
            ("fade through black everywhere", "fade-through-black 1"), ("use 2 second crossfades", "crossfade 2"),
            ("without transitions", "cut 0"), ("不要转场", "cut 0"), ("转场改成擦除", "wipe 1"), ("所有转场用滑动", "slide 1"),
            ("转场时间0.5秒", "crossfade 0.5"), ("叠化，0.8秒", "crossfade 0.8"), ("硬切", "cut 0"),
            ("闪黑", "fade-through-black 1"),
            ("转场慢一点", "crossfade 1.5"),
        ]
    )
    func allTransitions(_ line: String, _ style: String) {
        #expect(Scene.say(line).transitions == LookTests.all(style))
    }

    @Test(
        "One transition",
        arguments: [
            ("fade to black between 2 and 3", 2, Transition(.fadeThroughBlack)),
            ("slide into photo 4", 3, Transition(.slide)),
            ("slide up into photo 4", 3, Transition(.slide, direction: .up)),
            ("wipe from the left between photo 3 and photo 4", 3, Transition(.wipe, direction: .right)),
            ("hard cut before the last photo", 4, Transition.cut),
            ("wipe after photo 1 for 2 seconds", 1, Transition(.wipe, duration: .seconds(2))),
            ("第二张和第三张之间用黑场过渡", 2, Transition(.fadeThroughBlack)), ("第四张用滑动转场", 3, Transition(.slide)),
        ]
    )
    func oneTransition(_ line: String, _ index: Int, _ transition: Transition) {
        var expected = Scene.video.timeline
        expected.segments[index].transition = transition
        #expect(Scene.say(line).timeline == expected)
    }

    @Test("With transitions brings them back")
    func transitionsBack() {
        #expect(Scene.say("no transitions", "add transitions").transitions == LookTests.all("crossfade 1"))
    }

    @Test(
        "Motion of one photo",
        arguments: [
            ("don't move photo 3", 2, Move.none), ("keep photo 3 still", 2, .none),
            ("zoom out on photo 2", 1, .zoomOut),
            ("zoom in on the stream", 2, .zoomIn), ("pan left on photo 1", 0, .panLeft), ("pan up photo 2", 1, .panUp),
            ("pan photo 2 to the right", 1, .panRight), ("第三张不要动", 2, .none), ("把第三张放大", 2, .zoomIn),
            ("第二张向左平移", 1, .panLeft), ("第二张拉远", 1, .zoomOut),
        ]
    )
    func motion(_ line: String, _ index: Int, _ move: Move) {
        let reply = Scene.say(line)
        #expect(reply.timeline.segments[index].motion.move == move)
        #expect(reply.timeline.segments[index].motion.pinned)
        #expect(reply.timeline.segments.count { $0.motion.pinned } == 1)
    }

    @Test(
        "Motion of all",
        arguments: [("no motion", "none"), ("pan left", "pan-left"), ("不要运镜", "none"), ("所有照片慢慢放大", "zoom-in")]
    )
    func allMotion(_ line: String, _ move: String) {
        #expect(Scene.say(line).moves == Array(repeating: move, count: 5).joined(separator: " "))
    }

    @Test("Slow is gentle, stronger is more, motion comes back")
    func strength() {
        #expect(Scene.say("zoom out slowly on photo 3").timeline.segments[2].motion.strength < 0.1)
        let before = Scene.video.timeline.segments.map(\.motion.strength)
        let after = Scene.say("stronger motion").timeline.segments.map(\.motion.strength)
        #expect(zip(before, after).allSatisfy { $0 < $1 })
        #expect(!Scene.say("no motion", "add motion").moves.contains("none"))
    }

    @Test(
        "Focus",
        arguments: [
            ("focus on the left of photo 2", 0.25, 0.5), ("聚焦第二张的右上角", 0.75, 0.25),
            ("focus on the top of photo 2", 0.5, 0.25),
        ]
    )
    func focus(_ line: String, _ x: Double, _ y: Double) {
        let motion = Scene.say(line).timeline.segments[1].motion
        #expect(motion.focusX == x)
        #expect(motion.focusY == y)
    }

    @Test(
        "Fit",
        arguments: [
            ("blurred background", "blur blur blur blur blur"), ("crop photo 2", "auto fill auto auto auto"),
            ("fill the frame", "fill fill fill fill fill"), ("don't crop photo 3", "auto auto blur auto auto"),
            ("模糊背景", "blur blur blur blur blur"), ("第二张填满画面", "auto fill auto auto auto"),
        ]
    )
    func fit(_ line: String, _ fits: String) {
        #expect(Scene.say(line).fits == fits)
    }

    @Test(
        "Shape",
        arguments: [
            ("make it vertical", Aspect.portrait), ("portrait please", .portrait), ("change it to 9:16", .portrait),
            ("make it square", .square), ("1:1", .square), ("4:5", .tall), ("for TikTok", .portrait),
            ("I need it for Reels", .portrait),
            ("make it a vertical video", .portrait), ("for YouTube Shorts", .portrait), ("Instagram feed", .tall),
            ("1080x1920", .portrait), ("改成竖屏", .portrait), ("改成方形", .square), ("改成9:16", .portrait),
            ("发抖音用", .portrait),
            ("适合快手", .portrait), ("发到视频号", .portrait), ("发小红书", .tall), ("要竖版的", .portrait), ("改成豎屏", .portrait),
        ]
    )
    func shape(_ line: String, _ aspect: Aspect) {
        let reply = Scene.say(line)
        #expect(reply.timeline == Scene.video.timeline.reframed(to: aspect))
        #expect(!reply.text.contains("motion") && !reply.text.contains("运镜"))
    }

    @Test("Back to landscape", arguments: ["landscape", "16:9", "for YouTube", "横屏", "B站"])
    func landscape(_ line: String) {
        #expect(Scene.say("make it vertical", line).timeline == Scene.video.timeline)
        #expect(Scene.say(line).text.contains("16:9"))
    }
}
