import Foundation
import ScriptedStudio
import TestKit
import Testing

/// Exports at a hosted studio.
@Suite(.serialized)
struct ExportTests {
    @Test(arguments: Scene.Tongue.allCases)
    func nothingToExport(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("export-nothing", tongue)
        try scene.isReady()
        scene.says(tongue.pick("export", "导出"))
        scene.reads("before there is a video")
        scene.studio.has(.blank)
        let hello = tongue.pick("hello", "你好")
        scene.studio.when(hello, .says(tongue.pick("Hi!", "你好！")))
        scene.says(hello)
        scene.reads("a word")
        scene.says("/export")
        scene.reads("with an empty timeline")
        try scene.ends()
        #expect(scene.studio.count(.submit) == 0)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func aFailureIsTriedOnceMore(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("export-failed-once", tongue)
        try scene.makesAVideo()
        scene.studio.renders("failed")
        try scene.hurries(.seconds(60))
        scene.says(tongue.pick("export", "导出"))
        scene.reads("a second id makes it")
        try scene.ends()
        let ids = scene.studio.requests(.submit).compactMap { ScriptedStudio.field("id", of: $0) }
        #expect(Set(ids).count == 2)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func aFailureTwice(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("export-failed-twice", tongue)
        try scene.makesAVideo()
        scene.studio.renders("failed", "failed")
        try scene.hurries(.seconds(60))
        scene.says(tongue.pick("export", "导出"))
        scene.reads("it is given up")
        try scene.ends()
        #expect(scene.studio.count(.submit) == 2)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func tenPollsAtMost(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("export-ten-polls", tongue)
        try scene.makesAVideo()
        scene.studio.always(.poll, .json(#"{"code":0,"status":"processing"}"#))
        scene.says(tongue.pick("export", "导出"))
        for times in 1...10 {
            try scene.waits(.seconds(30))
            try scene.passes(.seconds(30))
            try scene.asks(.poll, times)
        }
        scene.reads("five minutes later")
        try scene.ends()
        #expect(scene.studio.count(.poll) == 10)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func aSecondOneWaits(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("export-queued", tongue)
        try scene.makesAVideo()
        scene.studio.renders("processing")
        scene.says(tongue.pick("export", "导出"))
        try scene.waits(.seconds(30))
        scene.reads("the first runs")
        scene.says(tongue.pick("export", "导出"))
        scene.reads("the second waits")
        try scene.hurries(.seconds(120))
        scene.reads("both are there")
        try scene.ends()
        #expect(scene.studio.count(.submit) == 2)
        let files = try FileManager.default.contentsOfDirectory(atPath: scene.home["videos"])
        #expect(files.filter { $0.hasSuffix(".mp4") }.count == 2)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func anUnfinishedOneIsTakenUpAgain(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("export-resumed", tongue)
        try scene.makesAVideo()
        scene.studio.renders("processing", "processing")
        scene.says(tongue.pick("export", "导出"))
        try scene.waits(.seconds(30))
        try scene.restarts()
        try scene.waits(.seconds(30))
        scene.reads("the chat was killed and started again")
        try scene.hurries(.seconds(120))
        scene.reads("the file is there")
        try scene.ends()
        #expect(scene.studio.count(.submit) == 1)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func controlCStopsWaiting(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("export-left", tongue)
        try scene.makesAVideo()
        scene.studio.always(.poll, .json(#"{"code":0,"status":"processing"}"#))
        scene.says(tongue.pick("export", "导出"))
        try scene.waits(.seconds(30))
        scene.pressesControlC()
        scene.reads("Ctrl-C while it renders")
        try scene.ends()
    }

    /// The job goes on at the studio, whatever one look at it brought.
    @Test func aLookThatFails() throws {
        let scene = try Scene("export-hiccup")
        try scene.makesAVideo()
        scene.studio.next(.poll, .page(status: 502), .cutOff, .usual)
        try scene.hurries(.seconds(90))
        scene.says("export")
        scene.reads("two looks bring a page and half an answer, the third the link")
        try scene.ends()
        #expect(scene.studio.count(.submit) == 1)
    }

    @Test func aLinkThatIsNone() throws {
        let scene = try Scene("export-bad-link")
        try scene.makesAVideo()
        scene.studio.next(.poll, .json(#"{"code":0,"status":"completed","output":{"url":"file:///etc/passwd"}}"#))
        try scene.hurries(.seconds(30))
        scene.says("export")
        scene.reads("the link is no web address: the download is taken")
        try scene.ends()
        #expect(scene.studio.count(.download) == 1)
    }
}
