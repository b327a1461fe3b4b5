import Foundation
import ScriptedStudio
import TestKit
import Testing

/// The rules that count in minutes, on a clock that the test moves.
@Suite(.serialized)
struct WaitingTests {
    @Test(arguments: Scene.Tongue.allCases)
    func everyTwoMinutesAWord(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("wait-2-minutes", tongue)
        try scene.isReady()
        let done = Event()
        let wish = tongue.pick("generate a film of the sea", "生成一段大海的视频")
        scene.studio.when(
            wish,
            .uses("generate_video"),
            .heartbeat,
            .waits(done),
            .says(tongue.pick("Here it is.", "好了。"))
        )
        scene.says(wish)
        scene.reads("at once")
        try scene.passes(.seconds(120))
        scene.reads("two minutes later")
        try scene.passes(.seconds(120))
        scene.reads("four minutes later")
        done.set()
        scene.reads("the answer")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func tenMinutesOfHeartbeatsAlone(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("wait-10-minutes", tongue)
        try scene.makesAVideo()
        let wish = tongue.pick("add some rain", "加点雨")
        scene.studio.when(wish, .heartbeat, .emptyData, .comment, .hangs)
        scene.says(wish)
        try scene.asks(.run, 2)
        try scene.waits(.seconds(600))
        // A little more than two minutes, so that the fifth word is not due in the very moment that ends the wait.
        for _ in 0..<4 { try scene.passes(.seconds(121)) }
        try scene.passes(.seconds(600 - 4 * 121))
        scene.reads("ten minutes of heartbeats")
        try scene.looksFiveTimes()
        scene.reads("after five looks at an unchanged timeline")
        try scene.ends()
        #expect(scene.studio.heard.filter { $0 == wish }.count == 1)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func aLostStreamWhoseEditCameAbout(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("lost-and-found", tongue)
        try scene.makesAVideo()
        let wish = tongue.pick("add the title “Paradise Found”", "加标题“Paradise Found”")
        scene.studio.when(wish, .says(tongue.pick("I am on it.", "马上。")), .breaksOff)
        scene.says(wish)
        try scene.waits(.seconds(30))
        scene.reads("the stream breaks off")
        try scene.passes(.seconds(30))
        try scene.waits(.seconds(60))
        scene.reads("half a minute later nothing has changed")
        scene.studio.has(HostedDraft.sample.with { $0.titles = [.init("Paradise Found")] })
        try scene.passes(.seconds(60))
        scene.reads("a minute later it has")
        try scene.ends()
        #expect(scene.studio.heard.count == 2)
    }

    @Test(arguments: Scene.Tongue.allCases)
    func aLostStreamOfWhichNothingCame(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("lost-for-good", tongue)
        try scene.makesAVideo()
        let wish = tongue.pick("make it longer", "加长一点")
        scene.studio.when(wish, .resets)
        scene.says(wish)
        try scene.waits(.seconds(30))
        scene.reads("the stream is reset")
        try scene.looksFiveTimes()
        scene.reads("after five looks at an unchanged timeline")
        try scene.ends()
        #expect(scene.studio.heard.count == 2, "a message is never sent twice")
    }

    @Test func aQuarterOfAnHourIsTheMost() throws {
        let scene = try Scene("wait-15-minutes")
        try scene.makesAVideo()
        let half = Event()
        scene.studio.when("make a long film", .begins("generate_video"), .waits(half), .uses("add_bgm"), .hangs)
        scene.says("make a long film")
        try scene.asks(.run, 2)
        try scene.waits(.seconds(600))
        for _ in 0..<4 { try scene.passes(.seconds(120)) }
        scene.reads("eight minutes later it is still at work")
        half.set()
        try scene.waits(.seconds(420))
        for _ in 0..<3 { try scene.passes(.seconds(120)) }
        try scene.passes(.seconds(60))
        scene.reads("a quarter of an hour in all")
        scene.pressesControlC()
        scene.reads("the person has waited long enough")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func controlCStopsTheWait(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("wait-stopped", tongue)
        try scene.makesAVideo()
        let wish = tongue.pick("make it longer", "加长一点")
        scene.studio.when(wish, .says(tongue.pick("Working on that now.", "正在处理。")), .hangs)
        scene.says(wish)
        try scene.sees(tongue.pick("Working on that now.", "正在处理。"))
        scene.pressesControlC()
        scene.reads("Ctrl-C")
        scene.says(tongue.pick("credits", "积分"))
        scene.reads("the chat goes on")
        try scene.ends()
    }
}
