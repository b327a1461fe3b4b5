import Foundation
import Renderer
import StudioAPI
import Testing
import Timeline

@testable import Studio

struct EstimateTests {
    private func estimate(_ session: String, _ query: String, _ studio: TestStudio) async throws -> RenderEstimate {
        let reply = try await studio.get(APIPath.estimate(session: session) + query)
        #expect(reply.status == 200, "\(reply.text)")
        return try #require(try reply.decoded(Envelope<RenderEstimate>.self).data)
    }

    private func learn(_ factor: Double, _ session: String, _ studio: TestStudio, quality: Quality = .high) async throws
    {
        let store = try Store(path: studio.folder.store)
        let timeline = try await store.session(session, for: .local).history.timeline
        let work = try studio.renderer.workload(ExportOrder(timeline, quality: quality, path: ""))
        let sample = RenderPace.Sample(
            kind: work.kind,
            nominalMS: work.nominalMS,
            measuredMS: work.nominalMS * factor
        )
        try await store.learn(sample)
    }

    @Test("What renders took here is what they will take")
    func learned() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            let before = try await estimate(session, "?quality=high", studio)
            #expect(!before.measured && before.estimateMS > 0 && before.waitingMS == 0)
            #expect(before.outputs.map(\.aspect) == ["16:9"])
            try await learn(3, session, studio)
            let after = try await estimate(session, "?quality=high", studio)
            #expect(after.measured)
            #expect(abs(after.estimateMS - 3 * before.estimateMS) <= 2)
            #expect(try await estimate(session, "", studio) == after, "high is what is meant where nothing is said")
            let best = try await estimate(session, "?quality=best", studio)
            #expect(!best.measured && best.estimateMS > after.estimateMS, "a slow machine is slow at the others, too")
        }
    }

    @Test("Several shapes are told apart and together, and what they share counts once")
    func shapes() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            let wide = try await estimate(session, "?aspect=16:9", studio)
            let tall = try await estimate(session, "?aspect=9:16", studio)
            let both = try await estimate(session, "?aspect=16:9&aspect=9%3A16&aspect=16:9", studio)
            #expect(both.outputs.map(\.aspect) == ["16:9", "9:16"])
            #expect(both.estimateMS == both.outputs.reduce(0) { $0 + $1.estimateMS })
            #expect(both.outputs.first?.estimateMS == wide.estimateMS)
            #expect(both.estimateMS < wide.estimateMS + tall.estimateMS, "the sound is made once")
        }
    }

    @Test("An export tells what it was expected to take, and a waiting one how long it is until its end")
    func told() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            let expected = try await estimate(session, "?quality=draft", studio).estimateMS
            let accepted = try await studio.submit("first", session: session).decoded(RenderStatus.self)
            #expect(accepted.estimateMS == expected)
            await renderer.gate.reached()
            // The scripted renderer is half done and says that 1234 ms are left.
            let running = try await studio.get(APIPath.render(id: "first")).decoded(RenderStatus.self)
            #expect(running.etaMS == 1234)
            #expect(running.estimateMS == expected)
            let waiting = try await studio.submit("second", session: session).decoded(RenderStatus.self)
            #expect(waiting.queuePosition == 1)
            #expect(waiting.etaMS == 1234 + expected)
            #expect(try await estimate(session, "", studio).waitingMS == 1234 + expected)
            renderer.gate.open()
            #expect(try await studio.outcome(of: "second").estimateMS == expected)
        }
    }

    @Test("What cannot be estimated is refused with a sentence")
    func refusals() async throws {
        try await TestStudio.run { studio async throws in
            let (session, empty) = (try await studio.makeVideo(), try await studio.makeSession())
            let replies = [
                try await studio.get(APIPath.estimate(session: empty)),
                try await studio.get(APIPath.estimate(session: session) + "?quality=perfect"),
                try await studio.get(APIPath.estimate(session: session) + "?aspect=21:9"),
            ]
            let words = ["nothing on the timeline", "draft, high, best", "16:9, 9:16, 1:1, 4:5"]
            for (reply, words) in zip(replies, words) {
                #expect(reply.status == 400)
                #expect(try reply.decoded(Envelope<JSONValue>.self).message?.contains(words) == true)
            }
            #expect(try await studio.get(APIPath.estimate(session: "none")).status == 404)
        }
    }

    @Test("Only so many renders of a kind are remembered, and none that is too short to tell")
    func memory() async throws {
        try await TestStudio.run { studio async throws in
            let store = try Store(path: studio.folder.store)
            for index in 0..<20 {
                let sample = RenderPace.Sample(kind: "k", nominalMS: 1000, measuredMS: Double(1000 + index))
                try await store.learn(sample)
            }
            try await store.learn(RenderPace.Sample(kind: "k", nominalMS: 20, measuredMS: 9000))
            let estimate = try await store.pace().estimateMS(nominal: 1000, kind: "k")
            #expect(estimate.ms == 1016 && estimate.measured, "the median of the last seven")
        }
    }
}
