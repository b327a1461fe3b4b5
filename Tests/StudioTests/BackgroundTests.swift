import Foundation
import StudioAPI
import Testing
import Timeline

@testable import Studio

/// Draft videos that are made while nobody waits.
struct BackgroundTests {
    private static let draft: JSONValue = ["quality": "draft", "background": true]
    private static let export: JSONValue = ["quality": "high"]

    private func status(_ id: String, _ studio: TestStudio) async throws -> RenderStatus {
        try await studio.get(APIPath.render(id: id)).decoded(RenderStatus.self)
    }

    @Test("It is made and fetched like an export")
    func wholeWay() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("look", session: session, output: Self.draft)
            let done = try await studio.outcome(of: "look")
            #expect(done.status == .completed)
            #expect(try await studio.get(try #require(done.output?.url)).body == ScriptedRenderer.video)
            let order = try #require(studio.renderer.received.first)
            #expect(order.isBackground && order.quality == .draft)
            _ = try await studio.submit("job", session: session, output: Self.export)
            _ = try await studio.outcome(of: "job")
            #expect(studio.renderer.received.last?.isBackground == false)
        }
    }

    @Test("An export puts it down, goes first, and it is taken up again")
    func givesWay() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("look", session: session, output: Self.draft)
            await renderer.gate.reached()
            // Being put down opens the gate for all that follows.
            _ = try await studio.submit("job", session: session, output: Self.export)
            #expect(try await studio.outcome(of: "job").status == .completed)
            #expect(try await studio.outcome(of: "look").status == .completed)
            let order = renderer.received.map(\.isBackground)
            #expect(order == [true, false, true], "put down, the export, taken up again")
        }
    }

    @Test("It waits while exports do, and stands in nobody's way")
    func waits() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            let other = try await studio.makeVideo()
            _ = try await studio.submit("first", session: session, output: Self.export)
            await renderer.gate.reached()
            _ = try await studio.submit("look", session: other, output: Self.draft)
            _ = try await studio.submit("second", session: other, output: Self.export)
            #expect(try await status("second", studio).queuePosition == 1, "behind the first alone")
            #expect(try await status("look", studio).queuePosition == 2)
            #expect(try await status("look", studio).status == .pending)
            renderer.gate.open()
            #expect(try await studio.outcome(of: "look").status == .completed)
            #expect(renderer.received.map(\.isBackground) == [false, false, true])
        }
    }

    @Test("It ends, with words, when the video has changed", arguments: ["turn", "undo"])
    func changed(by way: String) async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            let other = try await studio.makeVideo()
            _ = try await studio.submit("look", session: session, output: Self.draft)
            await renderer.gate.reached()
            _ = try await studio.submit("theirs", session: other, output: Self.draft)
            try await studio.say("how are you", in: session)
            #expect(try await status("look", studio).status == .processing, "an answer changes nothing")
            if way == "turn" {
                try await studio.say("longer", in: session)
            } else {
                _ = try await studio.post(APIPath.undo(session: session))
            }
            let ended = try await studio.outcome(of: "look")
            #expect(ended.status == .cancelled)
            #expect(ended.message?.contains("changed") == true)
            #expect(try await studio.outcome(of: "theirs").status == .completed, "another session's stays")
            #expect(try await status("look", studio).status == .cancelled)
        }
    }

    @Test("An edit leaves exports alone")
    func exportsStay() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("job", session: session, output: Self.export)
            await renderer.gate.reached()
            try await studio.say("longer", in: session)
            #expect(try await status("job", studio).status == .processing)
            renderer.gate.open()
            #expect(try await studio.outcome(of: "job").status == .completed)
        }
    }

    @Test("A newer one of the session takes its place; the same again is the same")
    func newer() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("first", session: session, output: Self.export)
            await renderer.gate.reached()
            _ = try await studio.submit("look", session: session, output: Self.draft)
            _ = try await studio.submit("look", session: session, output: Self.draft)
            #expect(try await status("look", studio).status == .pending)
            _ = try await studio.submit("look2", session: session, output: Self.draft)
            #expect(try await status("look", studio).status == .cancelled)
            #expect(try await studio.submit("look2", session: session, output: ["quality": "draft"]).status == 409)
            renderer.gate.open()
            #expect(try await studio.outcome(of: "look2").status == .completed)
            #expect(renderer.received.count == 2)
        }
    }

    @Test("The next studio takes it up, still in the background")
    func restart() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let held = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: held, home: home)) { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("look", session: session, output: Self.draft)
            await held.gate.reached()
            try await studio.stop()
        }
        try await TestStudio.run(.init(home: home)) { studio async throws in
            #expect(try await studio.outcome(of: "look").status == .completed)
            #expect(studio.renderer.received.map(\.isBackground) == [true])
        }
    }

    @Test("The page of a project shows exports alone")
    func page() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let mine = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: mine)
            _ = try await studio.submit("look", session: session, output: Self.draft, headers: mine)
            #expect(try await studio.outcome(of: "look", headers: mine).status == .completed)
            let claim = try await studio.claim(session, headers: mine)
            #expect(try await studio.get("/workspace/claim?ct=\(claim)").text.contains("<video") == false)
            _ = try await studio.submit("job", session: session, output: Self.export, headers: mine)
            #expect(try await studio.outcome(of: "job", headers: mine).status == .completed)
            #expect(try await studio.get("/workspace/claim?ct=\(claim)").text.contains("<video"))
        }
    }
}
