import Director
import Testing
import Timeline

/// What a person says of how photos lie in the frame and how the camera moves.
@Suite("Framing and motion in words")
struct FramingWordsTests {
    /// The five photos, two of them with faces.
    private static let media: [MediaItem] = Scene.photos.enumerated().map { index, item in
        var item = item
        let face = UnitRect(x: 0.62, y: 0.2, width: 0.1, height: 0.16)
        item.subject =
            [1, 3].contains(index)
            ? Subject(faces: [face], focus: face.middle) : Subject(focus: UnitPoint(x: 0.4, y: 0.6))
        return item
    }

    private static let video = Scene.director.respond(
        to: "make a video",
        history: History(),
        media: media,
        fallback: .english
    ).history

    private func say(_ lines: String...) -> DirectorReply {
        var reply = Scene.director.respond(to: lines[0], history: Self.video, media: Self.media, fallback: .english)
        for line in lines.dropFirst() {
            reply = Scene.director.respond(to: line, history: reply.history, media: Self.media, fallback: .english)
        }
        return reply
    }

    @Test(
        "Fit and fill",
        arguments: [
            ("fit", "blur blur blur blur blur"), ("fit photo 2", "auto blur auto auto auto"),
            ("show the whole photo", "blur blur blur blur blur"), ("show all of photo 3", "auto auto blur auto auto"),
            ("show the whole of photo 3", "auto auto blur auto auto"),
            ("don't crop the photos", "blur blur blur blur blur"), ("fit to screen", "blur blur blur blur blur"),
            ("fill the frame", "fill fill fill fill fill"), ("fill", "fill fill fill fill fill"),
            ("fill the frame with photo 3", "auto auto fill auto auto"), ("no black bars", "fill fill fill fill fill"),
            ("make photo 3 fill the screen", "auto auto fill auto auto"),
            ("完整显示", "blur blur blur blur blur"), ("第二张完整显示", "auto blur auto auto auto"),
            ("填满", "fill fill fill fill fill"), ("第3张填满画面", "auto auto fill auto auto"),
            ("所有照片都填满屏幕", "fill fill fill fill fill"), ("第三张不要裁剪", "auto auto blur auto auto"),
        ]
    )
    func fit(_ line: String, _ fits: String) {
        #expect(say(line).fits == fits)
    }

    @Test(
        "Focus",
        arguments: [
            ("focus on the left of photo 3", 2, 0.25, 0.5), ("focus on the top right of photo 3", 2, 0.75, 0.25),
            ("focus on the middle of photo 3", 2, 0.5, 0.5), ("focus photo 3 on the bottom", 2, 0.5, 0.75),
            ("focus photo 2 on the right", 1, 0.75, 0.5), ("in photo 1 focus on the lower left", 0, 0.25, 0.75),
            ("第三张对准左边", 2, 0.25, 0.5), ("对准第2张的右上角", 1, 0.75, 0.25), ("第一张聚焦中间", 0, 0.5, 0.5),
            ("把第三张的焦点放在下方", 2, 0.5, 0.75),
        ]
    )
    func focus(_ line: String, _ index: Int, _ x: Double, _ y: Double) {
        let reply = say(line)
        let motion = reply.timeline.segments[index].motion
        #expect(motion.focusX == x && motion.focusY == y)
        let only = (0..<5).map { $0 == index }
        #expect(reply.timeline.segments.map(\.motion.focusPinned) == only)
        // Seen at once: it comes closer to the place.
        #expect(motion.move.isZoom && motion.strength >= 0.2)
    }

    @Test("Focus of all", arguments: ["focus on the left", "对准左边", "聚焦左侧"])
    func focusOfAll(_ line: String) {
        let motions = say(line).timeline.segments.map(\.motion)
        #expect(motions.allSatisfy { $0.focusX == 0.25 && $0.focusY == 0.5 && $0.focusPinned })
        #expect(zip(motions, motions.dropFirst()).allSatisfy { $0.move != $1.move })
    }

    @Test(
        "Faces",
        arguments: [
            "focus on the faces", "focus on the people", "对准人脸", "聚焦人物", "focus on the face in photo 2", "第二张对准脸",
        ]
    )
    func faces(_ line: String) {
        let reply = say("focus on the left of photo 2", line)
        let motion = reply.timeline.segments[1].motion
        #expect(!motion.focusPinned)
        #expect(abs(motion.focusX - 0.67) < 0.001 && abs(motion.focusY - 0.28) < 0.001)
        #expect(!reply.timeline.segments[0].motion.focusPinned)
    }

    @Test("Where no face was found, that is said")
    func noFaces() {
        #expect(say("focus on the faces in photo 1").text.contains("no face"))
        #expect(say("第一张对准人脸").text.contains("没有找到人脸"))
        #expect(say("focus on the faces in photo 1").timeline == Self.video.timeline)
    }

    @Test(
        "Moves",
        arguments: [
            ("don't move photo 3", 2, Move.none), ("第3张不要动", 2, .none), ("photo 3 shouldn't move", 2, .none),
            ("no motion on photo 2", 1, .none), ("第二张别动", 1, .none),
            ("zoom in on photo 2", 1, .zoomIn), ("slowly zoom out of photo 1", 0, .zoomOut),
            ("pan left on the last photo", 4, .panLeft), ("最后一张向左平移", 4, .panLeft),
            ("pan across photo 3 to the left", 2, .panLeft), ("第二张推近", 1, .zoomIn), ("pan down photo 3", 2, .panDown),
            ("第三张镜头向上移动", 2, .panUp), ("zoom photo 2", 1, .zoomIn),
        ]
    )
    func moves(_ line: String, _ index: Int, _ move: Move) {
        let segments = say(line).timeline.segments
        #expect(segments[index].motion.move == move)
        let only = (0..<5).map { $0 == index }
        #expect(segments.map(\.motion.pinned) == only)
    }

    @Test("No motion at all", arguments: ["no motion", "don't move the photos", "不要运镜", "所有照片都不要动"])
    func noMotion(_ line: String) {
        #expect(say(line).timeline.segments.allSatisfy { $0.motion.move == .none && $0.motion.pinned })
    }

    @Test(
        "More and less, with the moves as they are",
        arguments: [
            ("slower motion", false), ("less motion", false), ("make the motion slower", false), ("slower zoom", false),
            ("too much motion", false), ("gentler motion", false), ("运镜慢一点", false), ("镜头慢一点", false),
            ("运镜幅度小一点", false), ("less panning", false),
            ("faster motion", true), ("stronger motion", true), ("more motion", true),
            ("make the motion stronger", true),
            ("faster zoom", true), ("运镜快一点", true), ("运镜幅度大一点", true), ("镜头快一点", true),
        ]
    )
    func strength(_ line: String, _ isMore: Bool) {
        let (before, after) = (Self.video.timeline.segments.map(\.motion), say(line).timeline.segments.map(\.motion))
        #expect(before.map(\.move) == after.map(\.move))
        #expect(zip(before, after).allSatisfy { isMore ? $0.strength < $1.strength : $0.strength > $1.strength })
        #expect(after.allSatisfy { $0.strengthPinned })
    }

    @Test("One photo only", arguments: [("less motion on photo 2", false), ("第二张运镜幅度大一点", true)])
    func strengthOfOne(_ line: String, _ isMore: Bool) {
        let (before, after) = (Self.video.timeline.segments, say(line).timeline.segments)
        #expect((before[1].motion.strength < after[1].motion.strength) == isMore)
        for index in [0, 2, 3, 4] { #expect(before[index] == after[index]) }
    }

    @Test("What was said stays in another shape and when photos come and go")
    func staysAsSaid() {
        let lines = [
            "focus on the top right of photo 2", "fit photo 3", "don't move photo 4", "pan left on the last photo",
            "less motion on photo 1",
        ]
        var reply = say(lines[0])
        for line in lines.dropFirst() + ["9:16", "add 06-beach.jpg after photo 2", "remove photo 1", "square", "16:9"] {
            let media = Self.media + [Scene.beach]
            reply = Scene.director.respond(to: line, history: reply.history, media: media, fallback: .english)
            let byName = Dictionary(uniqueKeysWithValues: reply.timeline.segments.map { ($0.name.prefix(2), $0) })
            guard line.first?.isNumber == true || ["add", "rem", "squ"].contains(line.prefix(3)) else { continue }
            #expect(byName["02"]?.motion.focusX == 0.75 && byName["02"]?.motion.focusPinned == true, "\(line)")
            #expect(byName["03"]?.fit == .blur, "\(line)")
            #expect(byName["04"]?.motion.move == Move.none && byName["04"]?.motion.pinned == true, "\(line)")
            #expect(byName["05"]?.motion.move == .panLeft, "\(line)")
            #expect(byName["01"]?.motion.strengthPinned ?? true, "\(line)")
        }
    }

    @Test("What was said of all holds for photos that come later")
    func newPhotosToo() {
        let media = Scene.photos + [Scene.beach]
        let still = Scene.say("no motion", "add the new photo", media: media)
        #expect(still.moves == "none none none none none none")
        #expect(Scene.say("fill the frame", "add the new photo", media: media).fits == "fill fill fill fill fill fill")
        let gentle = Scene.say("less motion", "add the new photo", media: media).timeline.segments.map(\.motion)
        #expect(gentle.count == 6 && gentle[5].strengthPinned && gentle[5].strength < 0.11)
        #expect(
            Scene.say("don't move photo 3", "add the new photo", media: media).timeline.segments[5].motion.move != .none
        )
    }

    @Test("The reply names the place")
    func reply() {
        #expect(say("focus on the top right of photo 2").text.contains("on the upper right"))
        #expect(say("第二张对准左边").text.contains("对准左边"))
    }
}
