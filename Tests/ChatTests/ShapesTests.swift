import StudioAPI
import StudioClient
import Synchronization
import TestKit
import Testing
import Timeline

@testable import Chat

/// One timeline in several shapes, and how long exports will take.
@Suite struct ShapesTests {
    private let chat: ChatFixture

    init() throws {
        chat = try ChatFixture()
        chat.studio.state.withLock {
            $0.turns = [.says("Made it.", timeline: FakeStudio.timeline(["a", "b"], title: "Trip"))]
        }
    }

    private func seen(_ line: String) async -> [String] {
        let shown = await chat.talk(["make a video", line], isFirstStart: false)
        let all = shown.split(separator: "\n").map(String.init)
        return Array(all[(all.firstIndex { $0.hasPrefix("Timeline (") }.map { $0 + 1 } ?? 0)...])
    }

    @Test func eachShapeIsAnExportOfItsOwn() async throws {
        #expect(
            await seen("export 16:9 and 9:16") == [
                "Exporting 2 shapes, one after the other: 16:9, 9:16.",
                "Exporting Trip-16x9.mp4 …",
                "✅ Video ready! FOLDER/Trip-16x9.mp4 · 12.4 MB · 0:20 · 1920x1080",
                "Exporting Trip-9x16.mp4 …",
                "✅ Video ready! FOLDER/Trip-9x16.mp4 · 12.4 MB · 0:20 · 1920x1080",
            ]
        )
        #expect(
            chat.studio.calls.filter { $0.hasPrefix("submit") || $0.hasPrefix("turn") } == [
                "turn make a video", "submit high 16:9", "submit high 9:16",
            ]
        )
    }

    @Test func oneThatFailsStopsNoOther() async throws {
        chat.studio.state.withLock {
            $0.renders["next"] = [RenderStatus(id: "", status: .failed, message: "读不出 b.jpg。")]
        }
        #expect(
            await seen("导出16:9和9:16").dropFirst(2) == [
                "无法导出 Trip-16x9.mp4：读不出 b.jpg。",
                "正在导出 Trip-9x16.mp4……",
                "✅ 视频已就绪！ FOLDER/Trip-9x16.mp4 · 12.4 MB · 0:20 · 1920x1080",
            ]
        )
    }

    @Test func allShapesAreThoseTheStudioHas() async throws {
        let seen = await seen("export all shapes")
        #expect(seen.first == "Exporting 4 shapes, one after the other: 16:9, 9:16, 1:1, 4:5.")
        #expect(seen.count { $0.hasPrefix("✅") } == 4)
    }

    @Test func aHostedStudioHasOneShapeAtATimeAndNothingIsSentByItself() async throws {
        let hosted = try ChatFixture(isLocal: false)
        hosted.studio.state.withLock { $0.turns = [.says("Made it.", timeline: FakeStudio.timeline(["a", "b"]))] }
        let seen = await hosted.talk(["make a video", "export for TikTok and YouTube"], isFirstStart: false)
        #expect(
            seen.hasSuffix(
                """
                This studio exports one shape at a time, the one the video has. Another shape is an edit there, which may cost credits.
                Next: 1. export the video  2. send: make it 9:16  3. send: make it 16:9  — /do N
                """
            )
        )
        #expect(hosted.studio.calls.filter { $0.hasPrefix("submit") || $0.hasPrefix("turn") } == ["turn make a video"])
    }

    @Test func howLongAnExportWillTakeIsSaidBeforeItBegins() async throws {
        chat.studio.state.withLock { $0.estimate = 38_600 }
        #expect(await seen("export in best quality").first == "Exporting Trip.mp4, about 40 s …")
        let calls = chat.studio.calls
        let asked = try #require(calls.firstIndex(of: "estimate best"))
        #expect(calls[asked...].first { $0.hasPrefix("submit") } == "submit best")
        #expect(!calls[..<asked].contains { $0.hasPrefix("submit") })
    }

    @Test func anEstimateThatFailsHoldsNothingUp() async throws {
        chat.studio.state.withLock { $0.errors["estimate"] = [StudioError(.serverError, "no")] }
        #expect(await seen("export").last?.hasPrefix("✅ Video ready!") == true)
    }

    @Test(arguments: [
        (400, "1 s", "1 秒"), (7400, "7 s", "7 秒"), (12_400, "10 s", "10 秒"), (38_600, "40 s", "40 秒"),
        (125_000, "2 min 10 s", "2 分 10 秒"),
    ])
    func aTimeThatIsGuessedIsRound(_ time: Int, _ english: String, _ chinese: String) {
        #expect(Measure.about(time, in: .english) == english)
        #expect(Measure.about(time, in: .chinese) == chinese)
    }
}
