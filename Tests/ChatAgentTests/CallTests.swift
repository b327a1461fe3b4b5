import Foundation
import ScriptedStudio
import TestKit
import Testing

/// A transcript for each call of the studio API.
@Suite(.serialized)
struct CallTests {
    @Test(arguments: Scene.Tongue.allCases)
    func theFirstStart(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("start", tongue, isFirstStart: true)
        scene.reads("the first start")
        let hello = tongue.pick("hello", "你好")
        scene.studio.when(
            hello,
            .says(tongue.pick("Hi! Drop some photos and tell me what to make.", "你好！拖入照片，告诉我想做什么。"))
        )
        scene.says(hello)
        scene.reads("the first word, for which the chat gets a token and a session")
        try scene.ends()
        #expect(scene.studio.count(.token) == 1)
        #expect(scene.studio.count(.session) == 1)
        let id = try String(contentsOfFile: scene.home["home"] + "/.config/nemovideo/client_id", encoding: .utf8)
        #expect(scene.studio.requests(.token).first?.headers["x-client-id"] == id.trimmingCharacters(in: .newlines))
    }

    @Test func aTokenIsKeptAndUsedAgain() throws {
        let scene = try Scene("token-kept")
        scene.studio.when("hello", .says("Hi!"))
        scene.studio.when("hello again", .says("Hi again!"))
        try scene.isReady()
        scene.says("hello")
        try scene.sees("Hi!")
        try scene.restarts()
        try scene.isReady()
        scene.says("hello again")
        scene.reads("after a start anew, with the same token and the same client id")
        try scene.ends()
        #expect(scene.studio.count(.token) == 1)
    }

    @Test func aTokenOfOnesOwnNeedsNone() throws {
        let scene = try Scene("token-given", environment: ["NEMO_TOKEN": "nmv_usr_mine"])
        try scene.isReady()
        scene.studio.when("hello", .says("Hi!"))
        scene.says("hello")
        scene.reads("with NEMO_TOKEN")
        try scene.ends()
        #expect(scene.studio.count(.token) == 0)
        #expect(scene.studio.requests(.run).first?.headers["authorization"] == "Bearer nmv_usr_mine")
    }

    @Test(arguments: Scene.Tongue.allCases)
    func aMessage(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("message", tongue)
        try scene.isReady()
        let wish = tongue.pick("make a 10 second city timelapse", "做一个十秒的城市延时视频")
        let (pause, more) = (Event(), Event())
        scene.studio.when(
            wish,
            .says(tongue.pick("Generating your clip…", "正在生成……")),
            .thinks("the person wants a clip"),
            .waits(pause),
            .begins("add_bgm"),
            .waits(more),
            .edits("add_bgm", .sample),
            .says(tongue.pick("All done: BGM “Lo-fi” at 35%.", "完成了：背景音乐“Lo-fi”，音量 35%。"))
        )
        scene.says(wish)
        scene.reads("while the agent works")
        pause.set()
        scene.reads("while it goes on working")
        more.set()
        scene.reads("when it is done")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func anUpload(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("upload", tongue)
        let (beach, house) = (try scene.file("beach.jpg"), try scene.file("our house.jpg"))
        try scene.isReady()
        let gate = Event()
        scene.studio.next(.upload, .usual.when(gate))
        scene.says("\(beach) '\(house)'")
        scene.reads("two photos are dropped, for a studio that is not on this machine")
        scene.says(tongue.pick("yes", "是"))
        scene.reads("the first is on its way")
        gate.set()
        scene.reads("they are there")
        try scene.ends()
        #expect(scene.studio.media == ["beach.jpg", "our house.jpg"])
    }

    @Test(arguments: Scene.Tongue.allCases)
    func anUploadByLink(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("upload-link", tongue)
        try scene.isReady()
        scene.says("https://photos.example/beach.jpg")
        scene.reads("a link")
        try scene.ends()
        #expect(scene.studio.media == ["https://photos.example/beach.jpg"])
    }

    @Test(arguments: Scene.Tongue.allCases)
    func theState(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("state", tongue)
        try scene.isReady()
        scene.says(tongue.pick("show tracks", "状态"))
        scene.reads("before there is anything")
        let wish = tongue.pick("make a city film", "做一个城市短片")
        scene.studio.when(
            wish,
            .edits("edit", .sample.with { $0.titles = [.init("Urban Dreams")] }),
            .says(tongue.pick("Done.", "好了。"))
        )
        scene.says(wish)
        scene.reads("a message makes them")
        scene.says(tongue.pick("Show me the status, please!", "现在是什么状态？"))
        scene.reads("asked for the state")
        try scene.ends()
        #expect(scene.studio.heard == [wish])
    }

    @Test(arguments: Scene.Tongue.allCases)
    func theCredits(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("credits", tongue)
        scene.studio.has(credits: 87, frozen: 5)
        try scene.isReady()
        scene.says(tongue.pick("what's my balance", "余额还有多少"))
        scene.reads("the balance, with work under way")
        try scene.ends()
        #expect(scene.studio.heard == [])
    }

    @Test(arguments: Scene.Tongue.allCases)
    func anExport(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("export", tongue)
        try scene.makesAVideo()
        scene.studio.renders("pending", "processing")
        scene.says(tongue.pick("could you export it please?", "帮我导出视频"))
        try scene.waits(.seconds(30))
        scene.reads("at the start")
        for times in 1...2 {
            try scene.passes(.seconds(30))
            try scene.asks(.poll, times)
            try scene.waits(.seconds(30))
        }
        scene.reads("a minute later, when it is being rendered")
        try scene.passes(.seconds(30))
        scene.reads("half a minute more")
        try scene.ends()
        #expect(scene.studio.heard.count == 1)
        #expect(scene.studio.count(.submit) == 1)
        #expect(scene.studio.count(.poll) == 3)
        #expect(scene.studio.count(.claim) == 1)
        #expect(
            scene.studio.requests(.file).first?.headers["authorization"] == nil,
            "the token goes to its origin alone"
        )
        #expect(scene.studio.count(.download) == 0)
    }

    @Test func theDownloadWhenTheLinkFails() throws {
        let scene = try Scene("export-fallback")
        try scene.makesAVideo()
        scene.studio.always(.file, .status(403))
        try scene.hurries(.seconds(30))
        scene.says("export")
        scene.reads("the link of the finished file does not work, the download does")
        try scene.ends()
        #expect(scene.studio.count(.download) == 1)
    }
}
