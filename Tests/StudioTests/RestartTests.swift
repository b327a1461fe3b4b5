import Foundation
import GRDB
import StudioAPI
import Synchronization
import Testing
import Timeline

@testable import Studio

/// What a studio finds when the one before it was killed.
struct RestartTests {
    @Test("An export that was cut off is taken up again under its id, before those that waited")
    func exports() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let before = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: before, home: home)) { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("one", session: session)
            _ = try await studio.submit("two", session: session)
            await before.gate.reached()
            try await studio.stop()
        }
        try await TestStudio.run(
            .init(
                prepare: { folder in
                    // As a kill leaves it, without the chance to put the export down.
                    let store = try Store(path: folder.store)
                    try await store.database.write { db in
                        try db.execute(sql: "UPDATE export SET state = 'processing', attempts = 1 WHERE id = 'one'")
                    }
                    try Data("half".utf8).write(to: URL(fileURLWithPath: folder.renders + "/half.part"))
                },
                home: home
            )
        ) { studio async throws in
            #expect(try await studio.outcome(of: "one").status == .completed)
            #expect(try await studio.outcome(of: "two").status == .completed)
            let file = try await studio.get(APIPath.download(id: "one"))
            #expect(file.body == ScriptedRenderer.video)
            #expect(!FileManager.default.fileExists(atPath: studio.folder.renders + "/half.part"))
        }
    }

    @Test("An export that ended the studio three times is not begun a fourth time")
    func attempts() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let before = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: before, home: home)) { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("one", session: session)
            await before.gate.reached()
            try await studio.stop()
        }
        try await TestStudio.run(
            .init(
                prepare: { folder in
                    let store = try Store(path: folder.store)
                    try await store.database.write { db in try db.execute(sql: "UPDATE export SET attempts = 3") }
                },
                home: home
            )
        ) { studio async throws in
            #expect(try await studio.outcome(of: "one").status == .failed)
            #expect(studio.renderer.received.isEmpty)
        }
    }

    @Test("A turn that was cut off is closed with words, its credit is back, and it is not run again")
    func turns() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let (account, session) = try await TestStudio.run(.init(local: false, home: home)) { studio async throws in
            let account = try await studio.makeAccount()
            return (account, try await studio.makeVideo(headers: account))
        }
        try await TestStudio.run(
            .init(
                local: false,
                prepare: { folder in
                    let store = try Store(path: folder.store)
                    let owner = try await store.session(session, for: .local).owner
                    _ = try await store.open(turn: "t1", text: "longer", session: session, account: owner, price: 1)
                },
                home: home
            )
        ) { studio async throws in
            let credits = try await studio.get(APIPath.credits, headers: account)
            #expect(
                try credits.decoded(Envelope<CreditsReply>.self).data
                    == CreditsReply(available: 99, frozen: 0, total: 99)
            )
            let events = try await studio.say("longer", in: session, turn: "t1", headers: account)
            #expect(events.map(\.errorCode) == ["INTERRUPTED"])
            #expect(studio.agent.heard.isEmpty)
            // The timeline and its history are what they were.
            #expect(try await studio.draft(of: session, headers: account)["t"]?[0]?["sg"]?.array?.count == 2)
        }
    }

    @Test("Old exports are deleted at the start, and more than there is room for, the oldest first")
    func retention() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let time = TestTime()
        try await TestStudio.run(.init(now: time.now, home: home)) { studio async throws in
            let session = try await studio.makeVideo()
            for id in ["old", "middle", "new"] {
                _ = try await studio.submit(id, session: session)
                _ = try await studio.outcome(of: id)
                time.advance(hours: 4 * 24)
            }
        }
        // 12, 8 and 4 days later.
        try await TestStudio.run(.init(now: time.now, home: home)) { studio async throws in
            #expect(try await studio.get(APIPath.download(id: "old")).status == 404)
            #expect(try await studio.get(APIPath.download(id: "middle")).status == 404)
            #expect(try await studio.get(APIPath.download(id: "new")).status == 200)
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.renders).count == 1)
        }
        var limits = StudioLimits()
        limits.renderBytes = 10
        try await TestStudio.run(.init(limits: limits, now: time.now, home: home)) { studio async throws in
            #expect(try await studio.get(APIPath.download(id: "new")).status == 404)
        }
    }

    @Test("Sessions, media and history are there again")
    func sessions() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let (session, draft) = try await TestStudio.run(.init(home: home)) { studio async throws in
            let session = try await studio.makeVideo()
            try await studio.say("longer", in: session)
            return (session, try await studio.draft(of: session))
        }
        try await TestStudio.run(.init(home: home)) { studio async throws in
            #expect(try await studio.draft(of: session) == draft)
            let undone = try await studio.post(APIPath.undo(session: session))
            #expect(try undone.decoded(Envelope<HistoryReply>.self).data?.changed == true)
        }
    }
}
