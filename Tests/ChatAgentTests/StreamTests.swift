import Foundation
import ScriptedStudio
import TestKit
import Testing

/// What the agent's stream may bring, and what a person reads of it.
@Suite(.serialized)
struct StreamTests {
    @Test(arguments: Scene.Tongue.allCases)
    func silentEdits(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("silent-edits", tongue)
        try scene.makesAVideo()
        let titled = HostedDraft.sample.with { $0.titles = [.init("Paradise Found")] }
        let title = tongue.pick("add the title Paradise Found", "加标题 Paradise Found")
        scene.studio.when(title, .edits("add_title", titled), .noContent)
        scene.says(title)
        scene.reads("a title")
        let longer = tongue.pick("make the clip longer", "把片段加长")
        scene.studio.when(
            longer,
            .editsUnseen(titled.with { $0.clips[0].milliseconds = 15_000 }),
            .uses("edit"),
            .nothing
        )
        scene.says(longer)
        scene.reads("another length, of which the stream said nothing")
        let quieter = tongue.pick("turn the music down", "音乐小声点")
        scene.studio.when(
            quieter,
            .edits(
                "set_volume",
                titled.with {
                    $0.music?.volume = 0.2
                    $0.clips[0].milliseconds = 15_000
                }
            )
        )
        scene.says(quieter)
        scene.reads("another volume")
        let nothing = tongue.pick("do nothing", "什么都不做")
        scene.studio.when(nothing, .uses("noop"), .nothing)
        scene.says(nothing)
        scene.reads("an edit that changed nothing")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func troubleInTheStream(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("stream-trouble", tongue)
        try scene.makesAVideo()
        scene.studio.when(
            tongue.pick("one", "第一句"),
            .fails(code: "RuntimeError", message: "model stream reset mid-turn")
        )
        scene.says(tongue.pick("one", "第一句"))
        scene.reads("a failure told twice is shown once")
        scene.studio.when(tongue.pick("two", "第二句"), .failsUnescaped("Model \"gpt\" overloaded\ntry again"))
        scene.says(tongue.pick("two", "第二句"))
        scene.reads("the older form")
        scene.studio.when(tongue.pick("three", "第三句"), .says("Half of it"), .fails(code: "SAFETY", message: ""))
        scene.says(tongue.pick("three", "第三句"))
        scene.reads("a stop without a message")
        let titled = HostedDraft.sample.with { $0.titles = [.init("Hi")] }
        scene.studio.when(
            tongue.pick("four", "第四句"),
            .edits("add_title", titled),
            .fails(code: "RuntimeError", message: "boom")
        )
        scene.says(tongue.pick("four", "第四句"))
        scene.reads("a failure after an edit")
        try scene.ends()
    }

    @Test func apologies() throws {
        let scene = try Scene("apology")
        try scene.makesAVideo()
        scene.studio.when(
            "one",
            .says("Your title is set."),
            .says("I encountered a temporary issue. Please try again.")
        )
        scene.says("one")
        scene.reads("after a reply it is dropped")
        scene.studio.when("two", .says("I encountered a temporary issue. Please try again."))
        scene.says("two")
        scene.reads("alone it is shown")
        try scene.ends()
    }

    @Test func strangeText() throws {
        let scene = try Scene("strange-text")
        try scene.isReady()
        scene.studio.when(
            "one",
            .says("Red \u{1b}[31malert\u{7} and \u{9b}2J, two\u{2028}lines, \u{202e}backwards, 樱花 🌅 done."),
            .raw("junk that is no frame\r\n\r\n"),
            .raw("data: {\"content\":{\"parts\":[{\"text\":\"in CRLF\"}],\"role\":\"model\"}}\r\n\r\n"),
            .thinks("secret thoughts")
        )
        scene.says("one")
        scene.reads("controls, separators, junk, CRLF, thoughts")
        try scene.ends()
    }

    @Test func piecesOfText() throws {
        let scene = try Scene("pieces")
        try scene.isReady()
        let (first, second) = (Event(), Event())
        scene.studio.when(
            "tell me a story",
            .raw(Self.delta("Once upon a time,\\n")),
            .raw(Self.delta("there was a ti")),
            .waits(first),
            .raw(Self.delta("ny robot.\\nIt made ")),
            .waits(second),
            .raw(Self.delta("films.")),
            .raw(Self.whole("Once upon a time,\\nthere was a tiny robot.\\nIt made films."))
        )
        scene.says("tell me a story")
        scene.reads("a line and a half have come")
        first.set()
        scene.reads("two lines and a half")
        second.set()
        scene.reads("the end, which repeats everything")
        try scene.ends()
    }

    private static func delta(_ text: String) -> String {
        "data: {\"content\":{\"parts\":[{\"text\":\"\(text)\"}],\"role\":\"model\"},\"partial\":true}\n\n"
    }

    private static func whole(_ text: String) -> String {
        "data: {\"content\":{\"parts\":[{\"text\":\"\(text)\"}],\"role\":\"model\"},\"partial\":false}\n\n"
    }
}
