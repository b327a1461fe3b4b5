import Director
import Testing
import Timeline

@Suite("Clips: which part, and what is heard")
struct ClipTests {
    static let media =
        Scene.photos.prefix(1) + [clip("beach.mp4", seconds: 45)] + Scene.photos[1..<2] + [clip("dog.mov", seconds: 6)]

    static func clip(_ name: String, seconds: Double, hasSound: Bool = true) -> MediaItem {
        MediaItem(
            id: "media of \(name)",
            name: name,
            kind: .clip,
            size: PixelSize(width: 1920, height: 1080),
            duration: .seconds(seconds),
            hasSound: hasSound,
            bytes: 1000
        )
    }

    /// Photo, clip of 45 s, photo, clip of 6 s.
    static let made = Scene.sayFirst("make a video", media: Array(media))
    /// A photo and the clip of 45 s.
    static let alone = Scene.sayFirst("make a video", media: Array(media.prefix(2)))

    func say(_ line: String, to reply: DirectorReply = made) -> DirectorReply {
        Scene.say(line, to: reply.history, media: Array(Self.media))
    }

    /// "0-10 0-6": what is shown of each clip.
    func parts(_ reply: DirectorReply) -> String {
        reply.timeline.segments.filter { $0.kind == .clip }.map {
            "\($0.sourceStart.secondsText())-\(($0.sourceStart + $0.duration).secondsText())"
        }.joined(separator: " ")
    }

    /// "100 0 -": the volumes, with a minus where the music is not lowered.
    func sounds(_ reply: DirectorReply) -> String {
        reply.timeline.segments.filter { $0.kind == .clip }
            .map { "\($0.sound.volume)\($0.sound.ducksMusic ? "" : "-")" }.joined(separator: " ")
    }

    @Test("Of a long clip the first ten seconds are shown, and that is said")
    func usual() {
        #expect(parts(Self.made) == "0-10 0-6")
        #expect(Self.made.text.contains("Of beach.mp4 (45 s) the first 10 s are shown."))
        #expect(!Self.made.text.contains("dog.mov ("))
        #expect(sounds(Self.made) == "100 100")
    }

    @Test(
        "Trims of one of several clips",
        arguments: [
            ("use seconds 3 to 8 of clip 2", "3-8 0-6"), ("use seconds 3-8 of beach.mp4", "3-8 0-6"),
            ("trim clip 2 from 0:03 to 0:08", "3-8 0-6"), ("clip 2 from 3s to 8s", "3-8 0-6"),
            ("trim clip 2 to 3-8 s", "3-8 0-6"), ("use only seconds 1 to 2.5 of clip 4", "0-10 1-2.5"),
            ("start clip 2 at 0:12", "12-22 0-6"), ("start beach.mp4 at 12 seconds", "12-22 0-6"),
            ("clip 2 starts at 40 seconds", "40-45 0-6"), ("begin clip 4 at 2s", "0-10 2-6"),
            ("end clip 2 at 0:08", "0-8 0-6"), ("stop clip 4 at 4 seconds", "0-10 0-4"),
            ("cut the first 2 seconds of clip 2", "2-10 0-6"), ("remove the first 2 seconds of clip 2", "2-10 0-6"),
            ("skip the first two seconds of dog.mov", "0-10 2-6"), ("trim the last 1 second of clip 4", "0-10 0-5"),
            ("cut off the last 2 seconds of clip 4", "0-10 0-4"), ("only the last 4 seconds of clip 2", "41-45 0-6"),
            ("use the first 4 seconds of clip 4", "0-10 0-4"), ("keep only the last 4 seconds of clip 4", "0-10 2-6"),
            ("use the whole clip 2", "0-45 0-6"), ("use all of clip 2", "0-45 0-6"),
            ("clip 2 for 5 seconds", "0-5 0-6"), ("clip 2 for 20 seconds", "0-20 0-6"),
            ("第2段从第3秒到第8秒", "3-8 0-6"), ("第2段视频用第3到8秒", "3-8 0-6"), ("截取第二段的第3秒到第8秒", "3-8 0-6"),
            ("第2段从第12秒开始", "12-22 0-6"), ("把第2段的前2秒剪掉", "2-10 0-6"), ("去掉第4段最后2秒", "0-10 0-4"),
            ("第4段只要前4秒", "0-10 0-4"), ("第2段只用最后4秒", "41-45 0-6"), ("第2段用整段", "0-45 0-6"),
            ("第2段到第8秒结束", "0-8 0-6"), ("第2段显示5秒", "0-5 0-6"),
        ]
    )
    func trims(_ line: String, _ expected: String) {
        let reply = say(line)
        #expect(parts(reply) == expected, "\(reply.text)")
        #expect(reply.understood)
        #expect(Scene.say("undo", to: reply.history).timeline == Self.made.timeline)
    }

    @Test(
        "\"The clip\" is the only one there is",
        arguments: [
            ("use seconds 3 to 8 of the clip", "3-8"), ("start the clip at 0:12", "12-22"),
            ("cut the first 2 seconds of the clip", "2-10"), ("only the last 4 seconds", "41-45"),
            ("use seconds 3 to 8", "3-8"), ("use the whole clip", "0-45"), ("从第3秒到第8秒", "3-8"),
            ("only seconds 3 to 8", "3-8"), ("keep 3s to 8s", "3-8"), ("from 3s to 8s", "3-8"), ("保留第3秒到第8秒", "3-8"),
            ("cut out 0 to 5 seconds of the clip", "5-10"),
            ("只用第3秒到第8秒", "3-8"), ("片段从第12秒开始", "12-22"), ("视频片段只要前4秒", "0-4"), ("剪掉片段的前2秒", "2-10"),
            ("clip 1 for 3 seconds", "0-10"),
        ]
    )
    func theClip(_ line: String, _ expected: String) {
        let reply = say(line, to: Self.alone)
        #expect(parts(reply) == expected, "\(reply.text)")
    }

    @Test("More than there is is cut to what there is, and said; nothing at all is refused")
    func limits() {
        let more = say("use seconds 3 to 8 of clip 4")
        #expect(parts(more) == "0-10 3-6")
        #expect(more.text.contains("dog.mov is only 6 s long: seconds 3 to 6 are shown."))
        #expect(say("第4段从第3秒到第8秒").text.contains("dog.mov 只有 6 秒：显示第 3 到 6 秒。"))
        for line in ["use seconds 7 to 9 of clip 4", "start clip 4 at 0:12", "cut the first 6 seconds of clip 4"] {
            let reply = say(line)
            #expect(!reply.understood && reply.timeline == Self.made.timeline)
            #expect(reply.text.contains("dog.mov is 6 s long: that leaves nothing of it."), "\(reply.text)")
        }
        #expect(say("clip 4 for 9 seconds").text.contains("dog.mov is only 6 s long."))
        #expect(parts(say("cut out seconds 0 to 2 of clip 4")) == "0-10 2-6")
        #expect(
            say("use seconds 3 to 8 of the clip").text.contains("Which clip do you mean? The clips: 2 beach.mp4, 4")
        )
        #expect(parts(say("use seconds 3 to 8 of photo 3")) == "0-10 0-6")
        #expect(say("mute photo 3").text.contains("The clips: 2 beach.mp4, 4 dog.mov."))
        #expect(say("clip 2 should last 3 seconds").timeline.segments[1].duration == .seconds(3))
        #expect(Scene.say("use seconds 3 to 8 of photo 2").text.contains("There is no clip on the timeline"))
    }

    @Test(
        "What is cut out of the middle leaves two parts with a cut between, in one step",
        arguments: [
            "cut out 3 to 5 seconds of the clip", "remove seconds 3 to 5 of the clip", "cut out 3s to 5s", "删掉第3秒到第5秒",
            "把片段的第3秒到第5秒剪掉", "cut seconds 3-5 out of clip 2",
        ]
    )
    func middle(_ line: String) throws {
        let reply = say(line, to: Self.alone)
        #expect(parts(reply) == "0-3 5-10", "\(reply.text)")
        #expect(reply.order == "1 e e")
        #expect(reply.transitions.hasSuffix("cut 0"))
        #expect(reply.text.contains("3") && reply.text.contains("5") && reply.text.contains("beach.mp4"))
        try reply.timeline.check()
        #expect(Scene.say("undo", to: reply.history).timeline == Self.alone.timeline)
        #expect(sounds(say("mute the clip", to: reply)) == "0 0")
    }

    @Test("Which of several clips is asked", arguments: ["从第3秒到第8秒", "only seconds 3 to 8", "删掉第3秒到第5秒"])
    func whichClip(_ line: String) {
        let reply = say(line)
        #expect(!reply.understood && reply.timeline == Self.made.timeline)
        #expect(reply.text.contains("2 beach.mp4") && reply.text.contains("4 dog.mov"))
    }

    @Test(
        "What is heard of clips",
        arguments: [
            ("mute clip 2", "0 100"), ("mute the clips", "0 0"), ("no sound from clip 4", "100 0"),
            ("remove the sound of clip 2", "0 100"), ("mute beach.mp4", "0 100"), ("turn off the clip audio", "0 0"),
            ("make clip 2 louder", "140 100"), ("clip 4 quieter", "100 70"), ("clip 2 much louder", "200 100"),
            ("clip 2 volume 150%", "150 100"), ("set the sound of clip 4 to 50%", "100 50"),
            ("don't duck the music", "100- 100-"), ("don't duck the music under clip 2", "100- 100"),
            ("第2段静音", "0 100"), ("把第2段视频静音", "0 100"), ("去掉片段的声音", "0 0"), ("去掉原声", "0 0"),
            ("第2段声音大一点", "140 100"), ("第4段音量50%", "100 50"), ("不要压低音乐", "100- 100-"), ("片段静音", "0 0"),
        ]
    )
    func sound(_ line: String, _ expected: String) {
        let reply = say(line)
        #expect(sounds(reply) == expected, "\(reply.text)")
        #expect(reply.music == "lo-fi 35")
        #expect(parts(reply) == "0-10 0-6")
    }

    @Test(
        "Sound comes back",
        arguments: [
            ("keep the clip's sound", "100- 100-"), ("unmute the clips", "100- 100-"), ("unmute clip 2", "100- 0-"),
            ("use the original sound", "100- 100-"), ("保留原声", "100- 100-"), ("取消第2段的静音", "100- 0-"),
            ("duck the music under the clips", "0 0"), ("lower the music when people talk", "0 0"),
            ("lower the music while the clip plays", "0 0"), ("讲话时压低音乐", "0 0"), ("有人说话时音乐小声点", "0 0"),
        ]
    )
    func unmuted(_ line: String, _ expected: String) {
        let muted = say("don't duck the music", to: say("mute the clips"))
        #expect(sounds(muted) == "0- 0-")
        let reply = say(line, to: muted)
        #expect(sounds(reply) == expected, "\(reply.text)")
        #expect(reply.music == "lo-fi 35")
    }

    @Test("Muting all mutes the clips, too; muting the music does not", arguments: ["mute", "静音", "mute the video"])
    func muteAll(_ line: String) {
        #expect(sounds(say(line)) == "0 0" && say(line).music == "none")
        #expect(sounds(say("mute the music")) == "100 100" && say("remove the music").music == "none")
    }

    @Test("A clip without sound has none to change")
    func soundless() {
        let media = [Self.clip("dog.mov", seconds: 6, hasSound: false)]
        let made = Scene.sayFirst("make a video", media: media)
        #expect(Scene.say("mute the clip", to: made.history, media: media).text.contains("dog.mov has no sound."))
    }

    @Test("A clip of one picture stands like a photo")
    func onePicture() {
        let media = [Self.clip("blink.mp4", seconds: 0.04)]
        let made = Scene.sayFirst("make a video", media: media)
        #expect(made.lengths == "4")
        #expect(Scene.say("clip 1 for 7 seconds", to: made.history, media: media).lengths == "7")
    }

    @Test(
        "A clip is focused on a place where it fills the frame, and fills it for that",
        arguments: [
            ("focus on the left of clip 2", 0.25), ("focus clip 2 on the right", 0.75), ("第2段对准左边", 0.25),
        ]
    )
    func focus(_ line: String, _ x: Double) {
        let upright = say("9:16")
        let reply = say(line, to: upright)
        #expect(reply.understood, "\(reply.text)")
        let clip = reply.timeline.segments[1]
        #expect(clip.motion.focusX == x && clip.motion.focusPinned && clip.motion.move == .none)
        #expect(clip.fit == .fill && upright.timeline.segments[1].fit == .auto)
        #expect(say("undo", to: reply).timeline == upright.timeline)
        // Beside a photo it is not forgotten; of all only those that fill the frame are meant.
        let both = say("focus on the right of photo 1 and clip 2", to: upright).timeline.segments
        #expect(both.prefix(2).allSatisfy { $0.motion.focusX == 0.75 } && both[1].fit == .fill)
        #expect(say("focus on the left", to: upright).timeline.segments[1] == upright.timeline.segments[1])
        // In its own shape it fills the frame already.
        #expect(say(line).timeline.segments[1].fit == .auto)
    }
}
