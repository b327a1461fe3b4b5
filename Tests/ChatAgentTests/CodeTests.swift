import Foundation
import ScriptedStudio
import TestKit
import Testing

/// A transcript for each code of the contract.
@Suite(.serialized)
struct CodeTests {
    /// The three ways a code may come.
    static let ways: [@Sendable (Int, Int) -> Answer] = [
        { code, _ in .code(code) }, { _, status in .status(status) }, { code, status in .code(code, status: status) },
    ]

    @Test func aTokenThatRanOutInMidConversation() throws {
        let scene = try Scene("code-1001")
        try scene.makesAVideo()
        scene.studio.next(.run, .code(1001, status: 401, "token expired"))
        scene.studio.when(
            "add a title",
            .edits("add_title", .sample.with { $0.titles = [.init("Hi")] }),
            .says("Done.")
        )
        scene.says("add a title")
        scene.reads("nothing of it is seen")
        try scene.ends()
        #expect(scene.studio.count(.token) == 2)
        #expect(scene.studio.heard == ["make a slideshow", "add a title"])
    }

    @Test(arguments: Scene.Tongue.allCases)
    func aTokenOfOnesOwnThatIsRefused(_ tongue: Scene.Tongue) throws {
        let studio = ScriptedStudio()
        studio.always(.session, .code(1001))
        let scene = try Scene("code-1001-own", tongue, studio: studio, environment: ["NEMO_TOKEN": "nmv_usr_mine"])
        scene.reads("NEMO_TOKEN is refused")
        try scene.ends(status: 4)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func aSessionThatIsGone(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("code-1002", tongue)
        try scene.makesAVideo()
        scene.studio.next(.run, .code(1002, "session not found"))
        let wish = tongue.pick("add a title", "加个标题")
        scene.studio.when(wish, .says(tongue.pick("There is no video yet. Add photos first.", "还没有视频，请先添加照片。")))
        scene.says(wish)
        scene.reads("the session is gone")
        try scene.ends()
        #expect(scene.studio.count(.session) == 2)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func noCreditsOfAnAnonymousPerson(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("code-2001", tongue)
        try scene.makesAVideo()
        scene.studio.next(.run, .code(2001, status: 403, "insufficient credits"))
        scene.says(tongue.pick("make it longer", "加长一点"))
        scene.reads("no credits, with an anonymous token")
        try scene.ends()
        #expect(scene.studio.heard.count == 1)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func noCreditsOfARegisteredPerson(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("code-2001-registered", tongue, environment: ["NEMO_TOKEN": "nmv_usr_mine"])
        try scene.makesAVideo()
        scene.studio.next(.run, .code(2001))
        scene.says(tongue.pick("make it longer", "加长一点"))
        scene.reads("no credits, with a token of one's own")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func aFileOfAnotherType(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("code-4001", tongue)
        let (photo, strange) = (try scene.file("beach.jpg"), try scene.file("notes.webm"))
        scene.studio.next(.upload, .usual, .code(4001, status: 415, "unsupported"))
        try scene.isReady()
        scene.says("\(photo) \(strange)")
        scene.reads("a photo and a clip")
        scene.says(tongue.pick("yes", "是"))
        scene.reads("one file is not taken")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func aFileTooLarge(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("code-4002", tongue)
        let clip = try scene.file("holiday.mp4")
        scene.studio.next(.upload, .code(4002))
        try scene.isReady()
        scene.says(clip)
        scene.reads("a clip")
        scene.says(tongue.pick("yes", "是"))
        scene.reads("a file is too large")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func anExportTheFreePlanBlocks(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("code-402", tongue)
        try scene.makesAVideo()
        scene.studio.next(.submit, .code(402, status: 402, "subscription required"))
        scene.says(tongue.pick("export", "导出"))
        scene.reads("the export is blocked")
        try scene.ends()
        #expect(scene.studio.count(.submit) == 1)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func tooManyCalls(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("code-429", tongue)
        try scene.makesAVideo()
        scene.studio.next(.credits, .code(429, status: 429))
        scene.says(tongue.pick("credits", "积分"))
        try scene.waits(.seconds(1))
        scene.reads("the countdown begins")
        try scene.hurries(.seconds(10))
        scene.reads("ten seconds later")
        try scene.hurries(.seconds(20))
        scene.reads("half a minute later")
        try scene.ends()
        #expect(scene.studio.count(.credits) == 2)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func tooManyCallsTwice(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("code-429-twice", tongue)
        try scene.makesAVideo()
        scene.studio.always(.credits, .code(429))
        scene.says(tongue.pick("credits", "积分"))
        try scene.hurries(.seconds(30))
        scene.reads("still too many after half a minute")
        try scene.ends()
        #expect(scene.studio.count(.credits) == 2)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func noFurtherToken(_ tongue: Scene.Tongue) throws {
        let studio = ScriptedStudio()
        studio.always(.token, .code(429, status: 429, headers: ["Retry-After: 432000"]))
        let scene = try Scene("code-429-token", tongue, studio: studio)
        scene.reads("the chat waits")
        try scene.hurries(.seconds(30))
        scene.reads("the week's token was given out")
        try scene.ends(status: 1)
        #expect(scene.studio.count(.token) == 2)
        let ids = scene.studio.requests(.token).map { $0.headers["x-client-id"] }
        #expect(Set(ids).count == 1, "never a second client id")
    }

    /// Every call is turned away once, as after seven days.
    @Test func aTokenThatRunsOutEverywhere() throws {
        let scene = try Scene("code-1001-everywhere")
        let photo = try scene.file("beach.jpg")
        scene.studio.when("make a film", .edits("make", HostedDraft(.init("beach.jpg", 5000))), .says("Done."))
        for call in Call.allCases where ![.token, .file, .unknown].contains(call) {
            scene.studio.next(call, .code(1001, status: 401))
        }
        try scene.isReady()
        scene.says(photo)
        scene.reads("a photo")
        scene.says("yes")
        scene.reads("sent")
        scene.says("make a film")
        scene.reads("a message")
        scene.says("credits")
        scene.reads("the credits")
        scene.studio.always(.file, .status(403))
        try scene.hurries(.seconds(30))
        scene.says("export")
        scene.reads("an export")
        try scene.ends()
        #expect(scene.studio.heard == ["make a film"])
    }

    @Test func noClientID() throws {
        let scene = try Scene("code-400")
        scene.studio.next(.token, .code(400, status: 400, "X-Client-Id required"))
        scene.studio.when("hello", .says("Hi!"))
        try scene.isReady()
        scene.says("hello")
        scene.reads("the token call is made again")
        try scene.ends()
        #expect(scene.studio.count(.token) == 2)
    }

    /// The same for each way a code may come.
    @Test(arguments: 0..<3)
    func theWayDoesNotMatter(_ way: Int) throws {
        let answer = Self.ways[way]
        let scene = try Scene("code-ways")
        try scene.makesAVideo()
        scene.studio.next(.credits, answer(1001, 401))
        scene.says("credits")
        scene.reads("1001")
        scene.studio.next(.submit, answer(402, 402))
        scene.says("export")
        scene.reads("402")
        scene.studio.next(.credits, answer(429, 429))
        scene.says("credits")
        try scene.hurries(.seconds(30))
        scene.reads("429")
        try scene.ends()
        #expect(scene.studio.count(.token) == 2)
    }
}
