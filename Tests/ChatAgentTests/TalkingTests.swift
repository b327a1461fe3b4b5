import Foundation
import ScriptedStudio
import TestKit
import Testing

/// What a person types, and when.
@Suite(.serialized)
struct TalkingTests {
    @Test(arguments: Scene.Tongue.allCases)
    func whatIsTypedMeanwhileWaits(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("queue", tongue)
        try scene.makesAVideo()
        let (first, second) = (tongue.pick("make it longer", "加长一点"), tongue.pick("add a title", "加个标题"))
        let go = Event()
        scene.studio.when(first, .waits(go), .says(tongue.pick("Longer now.", "已加长。")))
        scene.studio.when(second, .says(tongue.pick("Title added.", "已加标题。")))
        scene.says(first)
        scene.reads("the first is on its way")
        scene.says(second)
        scene.reads("the second waits")
        scene.says(tongue.pick("never mind this one", "这句不要了"))
        scene.reads("two lines wait")
        scene.says("/unqueue 2")
        scene.reads("one is taken back")
        go.set()
        scene.reads("one after the other")
        try scene.ends()
        #expect(scene.studio.heard.suffix(2) == [first, second])
    }

    @Test(arguments: Scene.Tongue.allCases)
    func help(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("help", tongue)
        try scene.isReady()
        scene.says("/help")
        scene.reads("/help")
        scene.says("/nonsense")
        scene.reads("no such command")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func undoIsAMessageThere(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("undo", tongue)
        try scene.makesAVideo()
        scene.says("/undo")
        scene.reads("a hosted studio has no call for it")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func sessions(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("sessions", tongue)
        try scene.makesAVideo()
        scene.says("/new")
        scene.reads("another video")
        scene.studio.has(.blank)
        let hello = tongue.pick("hello", "你好")
        scene.studio.when(hello, .says(tongue.pick("Hi!", "你好！")))
        scene.says(hello)
        scene.reads("a word in it")
        scene.studio.has(.sample)
        scene.says("/sessions")
        scene.reads("the first is listed; there is nothing in the second yet")
        scene.says("/sessions 1")
        scene.reads("it is taken up again")
        try scene.restarts(arguments: ["--insecure", "-c"])
        scene.reads("after a start anew with -c")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func theChatAsksOnceBeforeAPhotoLeaves(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("consent", tongue)
        let (one, two) = (try scene.file("one.jpg"), try scene.file("two.jpg"))
        try scene.isReady()
        scene.says(one)
        scene.reads("the first photo")
        scene.says(tongue.pick("no", "否"))
        scene.reads("no")
        scene.says(one)
        scene.reads("asked again")
        scene.says(tongue.pick("yes", "是"))
        scene.reads("yes")
        try scene.restarts()
        try scene.isReady()
        scene.says(two)
        scene.reads("another day nobody asks")
        try scene.ends()
        #expect(scene.studio.media == ["one.jpg", "two.jpg"])
    }

    @Test(arguments: Scene.Tongue.allCases)
    func photosWithWords(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("photos-with-words", tongue)
        let one = try scene.file("one.jpg")
        let words = tongue.pick("make a 5 second video of this", "用它做一个五秒的视频")
        scene.studio.when(
            words,
            .edits("make", HostedDraft(.init("one.jpg", 5000))),
            .says(tongue.pick("Done.", "好了。"))
        )
        try scene.isReady()
        scene.says("\(one) \(words)")
        scene.reads("a photo with words")
        scene.says(tongue.pick("yes", "是"))
        scene.reads("the photo goes first, then the words")
        scene.says(one)
        scene.reads("the same photo again")
        try scene.ends()
    }

    @Test func aMissingFile() throws {
        let scene = try Scene("file-missing")
        try scene.isReady()
        scene.says("/upload /home/nobody/beach.jpg")
        scene.reads("no such file")
        try scene.ends()
    }

    @Test func aPasteOfSeveralLines() throws {
        let scene = try Scene("paste")
        try scene.isReady()
        scene.studio.when("first line\nsecond line", .says("Two lines."))
        scene.types("\u{1B}[200~first line\nsecond line\n\u{1B}[201~")
        scene.types("\r")
        scene.reads("two lines pasted are one message")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func batch(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("batch", tongue)
        let (one, two) = (try scene.file("one.jpg"), try scene.file("two.jpg"))
        try scene.isReady()
        let words = tongue.pick("each of these photos as its own 5 second clip", "每张照片各做一个五秒的视频")
        let each = tongue.pick("this photo as a 5 second video", "这张照片做一个五秒的视频")
        for name in ["one.jpg", "two.jpg"] {
            let draft = HostedDraft(.init(name, 5000))
            scene.studio.when(each, .edits("make", draft), .says(tongue.pick("Done: 5 seconds.", "做好了：五秒。")))
        }
        try scene.hurries(.seconds(60))
        scene.says("\(one) \(two) \(words)")
        scene.reads("two photos, a video each")
        scene.says(tongue.pick("yes", "是"))
        scene.reads("one by one")
        try scene.ends()
        #expect(Set(scene.studio.requests(.upload).map(\.target)).count == 2, "a session each")
        #expect(scene.studio.count(.submit) == 2)
        let files = try FileManager.default.contentsOfDirectory(atPath: scene.home["videos"])
        #expect(Set(files).isSuperset(of: ["one.mp4", "two.mp4"]))
    }
}
