import Foundation
import ScriptedStudio
import TestKit
import Testing

/// Replies that tell a person in a terminal to use buttons and panels.
@Suite(.serialized)
struct GUITalkTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var english: String
        var chinese: String
        var wish = ("what now?", "然后呢？")
        var testDescription: String { name }
    }

    static let rows = [
        Row(
            name: "button",
            english: "I added the title. Click the Status button in the top right to see it.",
            chinese: "标题已添加。请点击右上角的“状态”按钮查看。"
        ),
        Row(
            name: "panel",
            english: "Your 10s timelapse is ready. Open the Timeline panel to see all tracks.",
            chinese: "十秒的延时视频做好了。打开时间线面板即可查看所有轨道。"
        ),
        Row(
            name: "drag",
            english: "The music is set. Drag and drop the clip to the end of the timeline to reorder.",
            chinese: "音乐已设置。你可以把片段拖拽到时间线末尾来调整顺序。"
        ),
        Row(
            name: "preview",
            english: "The fade is in place. You can preview in timeline.",
            chinese: "淡出已加上。你可以在时间线中预览。"
        ),
        Row(
            name: "export-offer",
            english: "Everything is set. Whenever you're ready, click the Export button to download your video.",
            chinese: "全部完成。如需导出视频，可点击右上角的“导出”按钮。"
        ),
        Row(
            name: "account",
            english: "That used 3 credits. Check your account dashboard for billing.",
            chinese: "本次用了 3 积分。可在账户页面查看余额。"
        ),
        Row(
            name: "innocent",
            english:
                "I wrote “Click here” on the door and named the clip open field. Your click-through rate may rise.",
            chinese: "我把“点击这里”写在门上，片段命名为“打开心扉”。"
        ),
    ]

    @Test(arguments: rows, Scene.Tongue.allCases)
    func isTurnedIntoDeeds(_ row: Row, _ tongue: Scene.Tongue) throws {
        let scene = try Scene("gui-" + row.name, tongue)
        try scene.makesAVideo()
        let wish = tongue.pick(row.wish.0, row.wish.1)
        scene.studio.when(wish, .says(tongue.pick(row.english, row.chinese)))
        scene.says(wish)
        scene.reads("the agent says: " + tongue.pick(row.english, row.chinese))
        try scene.ends()
    }

    /// The person wanted the file, and the reply says how to get it.
    @Test(arguments: Scene.Tongue.allCases)
    func anExportThatIsWanted(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("gui-export-now", tongue)
        try scene.makesAVideo()
        let wish = tongue.pick("shorten it to 8 seconds and give me the file", "剪到八秒，然后给我文件")
        scene.studio.when(
            wish,
            .edits("trim", .sample.with { $0.clips[0].milliseconds = 8000 }),
            .says(
                tongue.pick(
                    "It is 8 seconds long now. Click the Export button to download it.",
                    "现在是八秒。请点击“导出”按钮下载。"
                )
            )
        )
        try scene.hurries(.seconds(30))
        scene.says(wish)
        scene.reads("the file is made")
        try scene.ends()
        #expect(scene.studio.count(.submit) == 1)
    }

    /// What was offered is done when it is asked for, and not before.
    @Test(arguments: Scene.Tongue.allCases)
    func nextSteps(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("gui-next-steps", tongue)
        try scene.makesAVideo()
        let wish = tongue.pick("what now?", "然后呢？")
        scene.studio.when(
            wish,
            .says(
                tongue.pick(
                    "All set. Whenever you're ready, click the Export button to download your video.",
                    "全部完成。如需导出视频，可点击右上角的“导出”按钮。"
                )
            )
        )
        scene.says(wish)
        scene.reads("an export is offered")
        scene.says("")
        scene.asksAgain()
        scene.reads("Enter alone does not take it")
        try scene.hurries(.seconds(30))
        scene.says("/do")
        scene.reads("/do takes it")
        scene.studio.when("1", .says(tongue.pick("One what?", "一什么？")))
        scene.says("1")
        scene.reads("a bare number is a message like any other")
        try scene.ends()
        #expect(scene.studio.count(.submit) == 1)
    }

    @Test(arguments: ["off", "ask"])
    func actionsAreTheirs(_ mode: String) throws {
        let scene = try Scene("gui-actions-\(mode)", arguments: ["--insecure", "--actions", mode])
        try scene.makesAVideo()
        scene.studio.when("what now?", .says("Open the Timeline panel to see all tracks. Then click Export now."))
        scene.says("what now?")
        scene.reads("--actions \(mode)")
        try scene.ends()
    }
}
