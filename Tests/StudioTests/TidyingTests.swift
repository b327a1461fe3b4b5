import Foundation
import GRDB
import StudioAPI
import TestKit
import Testing

@testable import Studio

/// A studio does not grow for ever, and never deletes what somebody still has.
struct TidyingTests {
    private static let day = 24

    /// The files under a folder, by their last part.
    private static func files(in folder: String) -> Set<String> {
        let walk = FileManager.default.enumerator(atPath: folder)
        var names = Set<String>()
        while let name = walk?.nextObject() as? String {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
            if !isFolder.boolValue { names.insert((name as NSString).lastPathComponent) }
        }
        return names
    }

    private static func housekeeping(_ studio: TestStudio, _ time: TestTime, limits: StudioLimits) throws
        -> Housekeeping
    {
        Housekeeping(
            folder: studio.folder,
            store: try Store(path: studio.folder.store, now: time.now),
            limits: limits,
            forget: { _ in },
            logger: StudioLog.logger(path: "/dev/null")
        )
    }

    @Test("A session nobody came back to goes with its files; a file that another session has stays")
    func sessions() async throws {
        let time = TestTime()
        let limits = StudioLimits()
        try await TestStudio.run(.init(local: false, now: time.now)) { studio async throws in
            var account = try await studio.makeAccount(client: "me")
            let old = try await studio.makeSession(headers: account)
            _ = try await studio.upload([("a", photo("a")), ("b", photo("b"))], to: old, headers: account)
            try await studio.say("make", in: old, headers: account)
            _ = try await studio.submit("job", session: old, headers: account)
            _ = try await studio.outcome(of: "job", headers: account)
            time.advance(hours: 20 * Self.day)
            account = try await studio.makeAccount(client: "me")
            let new = try await studio.makeSession(headers: account)
            _ = try await studio.upload([("b", photo("b"))], to: new, headers: account)
            time.advance(hours: 11 * Self.day)
            try await Self.housekeeping(studio, time, limits: limits).tidy()
            account = try await studio.makeAccount(client: "me")
            #expect(try await studio.get(APIPath.state(session: old), headers: account).status == 404)
            #expect(try await studio.get(APIPath.state(session: new), headers: account).status == 200)
            #expect(Self.files(in: studio.folder.media) == [Identifier.digest(of: "PHOTO b")])
            #expect(Self.files(in: studio.folder.renders).isEmpty)
            // A file that was deleted is taken anew.
            _ = try await studio.upload([("a", photo("a"))], to: new, headers: account)
            #expect(Self.files(in: studio.folder.media).count == 2)
        }
    }

    @Test("A session with a turn or an export under way stays, however old it is")
    func busySessions() async throws {
        let time = TestTime()
        var limits = StudioLimits()
        limits.tokenLifetime = 1000 * 24 * 3600
        let agent = ScriptedAgent()
        let renderer = ScriptedRenderer(isOpen: false)
        let options = TestStudio.Options(local: false, limits: limits, now: time.now, agent: agent, renderer: renderer)
        try await TestStudio.run(options) { [limits] studio async throws in
            let account = try await studio.makeAccount()
            let rendering = try await studio.makeVideo(headers: account)
            _ = try await studio.submit("job", session: rendering, headers: account)
            await renderer.gate.reached()
            time.advance(hours: 100 * Self.day)
            let housekeeping = try Self.housekeeping(studio, time, limits: limits)
            try await housekeeping.tidy()
            #expect(try await studio.get(APIPath.state(session: rendering), headers: account).status == 200)
            renderer.gate.open()
            #expect(try await studio.outcome(of: "job", headers: account).status == .completed)
            try await housekeeping.tidy()
            #expect(try await studio.get(APIPath.state(session: rendering), headers: account).status == 404)
        }
        let waiting = ScriptedAgent(isOpen: false)
        try await TestStudio.run(.init(local: false, limits: limits, now: time.now, agent: waiting)) {
            [limits] studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeSession(headers: account)
            async let events = studio.say("hello", in: session, headers: account)
            await waiting.gate.reached()
            time.advance(hours: 100 * Self.day)
            let housekeeping = try Self.housekeeping(studio, time, limits: limits)
            try await housekeeping.tidy()
            waiting.gate.open()
            #expect(try await events.isEmpty == false)
            #expect(try await studio.get(APIPath.state(session: session), headers: account).status == 200)
        }
    }

    @Test("The user's own sessions stay for ever when they are said to")
    func ownSessions() async throws {
        let time = TestTime()
        var limits = StudioLimits()
        limits.sessionLifetime = nil
        try await TestStudio.run(.init(limits: limits, now: time.now)) { [limits] studio async throws in
            let session = try await studio.makeVideo()
            time.advance(hours: 5000 * Self.day)
            try await Self.housekeeping(studio, time, limits: limits).tidy()
            #expect(try await studio.get(APIPath.state(session: session)).status == 200)
            #expect(Self.files(in: studio.folder.media).count == 2)
        }
    }

    @Test("Records of turns, tokens, claims and empty accounts go when their time is over")
    func records() async throws {
        let time = TestTime()
        try await TestStudio.run(.init(local: false, now: time.now)) { studio async throws in
            let visitor = try await studio.makeAccount(client: "visitor")
            let account = try await studio.makeAccount(client: "me")
            let session = try await studio.makeVideo(headers: account)
            try await studio.say("longer", in: session, turn: "t1", headers: account)
            _ = try await studio.post(APIPath.claimToken, ["session_id": .string(session)], headers: account)
            let housekeeping = try Self.housekeeping(studio, time, limits: StudioLimits())
            func counts() async throws -> [Int] {
                try await housekeeping.store.database.read { db in
                    try ["turn", "token", "claim", "account", "session"].map {
                        try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0
                    }
                }
            }
            try await housekeeping.tidy()
            #expect(try await counts() == [2, 2, 1, 2, 1])
            time.advance(hours: 8 * Self.day)
            try await housekeeping.tidy()
            #expect(try await counts() == [0, 0, 0, 1, 1])
            #expect(try await studio.get(APIPath.credits, headers: visitor).status == 401)
            // Who comes back has the session as it was.
            let again = try await studio.makeAccount(client: "me")
            #expect(try await studio.draft(of: session, headers: again)["t"]?[0]?["sg"]?.array?.count == 2)
        }
    }

    @Test("Files without a record, as a crash leaves them, are gone after the next start")
    func strays() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        try await TestStudio.run(.init(home: home)) { studio async throws in _ = try await studio.makeVideo() }
        try await TestStudio.run(
            .init(
                prepare: { folder in
                    for path in ["\(folder.media)/ab/abcdef", "\(folder.renders)/half.part", "\(folder.incoming)/x"] {
                        let parent = (path as NSString).deletingLastPathComponent
                        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
                        try Data("stray".utf8).write(to: URL(fileURLWithPath: path))
                    }
                },
                home: home
            )
        ) { studio async throws in
            #expect(Self.files(in: studio.folder.media).count == 2)
            #expect(Self.files(in: studio.folder.renders).isEmpty)
            #expect(Self.files(in: studio.folder.incoming).isEmpty)
        }
    }

    @Test("Finished videos over the limit go when another is finished, the oldest first, and never that one")
    func room() async throws {
        var limits = StudioLimits()
        limits.renderBytes = ScriptedRenderer.video.count * 5 / 2
        try await TestStudio.run(.init(limits: limits)) { studio async throws in
            let session = try await studio.makeVideo()
            for id in ["a", "b", "c"] {
                _ = try await studio.submit(id, session: session)
                _ = try await studio.outcome(of: id)
            }
            while Self.files(in: studio.folder.renders).count > 2 { try await Task.sleep(for: .milliseconds(5)) }
            #expect(try await studio.get(APIPath.download(id: "a")).status == 404)
            #expect(try await studio.get(APIPath.download(id: "c")).status == 200)
        }
        limits.renderBytes = 10
        try await TestStudio.run(.init(limits: limits)) { studio async throws in
            let session = try await studio.makeVideo()
            for id in ["a", "b"] {
                _ = try await studio.submit(id, session: session)
                _ = try await studio.outcome(of: id)
                #expect(try await studio.get(APIPath.download(id: id)).status == 200)
            }
        }
    }

    @Test("A session has so many claims, and keeps the latest")
    func claims() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            let store = try Store(path: studio.folder.store)
            var last = ""
            for _ in 0..<(Store.claimLimit + 5) { last = try await store.makeClaim(session: session, lifetime: 1000) }
            let kept = try await store.database.read { db in try String.fetchAll(db, sql: "SELECT hash FROM claim") }
            #expect(kept.count == Store.claimLimit)
            #expect(kept.contains(Identifier.digest(of: last)))
        }
    }

    @Test("A studio that runs tidies by itself")
    func byItself() async throws {
        let time = TestTime()
        try await TestStudio.run(.init(now: time.now, tidyInterval: .milliseconds(5))) { studio async throws in
            _ = try await studio.makeVideo()
            #expect(Self.files(in: studio.folder.media).count == 2)
            time.advance(hours: 31 * Self.day)
            while !Self.files(in: studio.folder.media).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        }
    }

    @Test("Uploads of a file that is just being deleted end with the file in its place")
    func race() async throws {
        let time = TestTime()
        var limits = StudioLimits()
        limits.sessionLifetime = 0
        try await TestStudio.run(.init(now: time.now)) { [limits] studio async throws in
            let housekeeping = try Self.housekeeping(studio, time, limits: limits)
            for round in 0..<30 {
                let session = try await studio.makeSession()
                _ = try await studio.upload([("a", photo("same"))], to: session)
                time.advance(hours: 1)
                let fresh = try await studio.makeSession()
                async let tidied: Void = housekeeping.tidy()
                let reply = try await studio.upload([("a", photo("same"))], to: fresh)
                try await tidied
                #expect(reply.status == 200, "round \(round)")
                let path = studio.folder.mediaPath(Identifier.digest(of: "PHOTO same"))
                #expect(FileManager.default.contents(atPath: path) == photo("same"), "round \(round)")
            }
        }
    }
}
