import Foundation
import GRDB
import StudioAPI
import Synchronization
import Testing

@testable import Studio

struct AccountTests {
    @Test("Without a token, or with a wrong one, no call is answered")
    func tokens() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let calls = [
                ("GET", APIPath.credits), ("POST", APIPath.session), ("POST", APIPath.run), ("GET", APIPath.sessions),
                ("GET", APIPath.state(session: "x")), ("POST", APIPath.upload(session: "x")),
                ("POST", APIPath.render), ("GET", APIPath.render(id: "x")), ("DELETE", APIPath.render(id: "x")),
                ("GET", APIPath.download(id: "x")), ("GET", APIPath.turn(session: "x", turn: "y")),
                ("POST", APIPath.undo(session: "x")), ("POST", APIPath.redo(session: "x")),
                ("POST", APIPath.claimToken),
            ]
            for (method, path) in calls {
                for headers in [[:], ["Authorization": "Bearer nmv_usr_wrong"], ["Authorization": "Basic x"]] {
                    let reply = try await studio.request(method, path, headers: headers, body: Data("{}".utf8))
                    #expect(reply.status == 401, "\(method) \(path)")
                    #expect(try reply.decoded(Envelope<JSONValue>.self).code == .badToken)
                }
            }
        }
    }

    @Test("A client gets one token a week, an address ten; the refusal says when the next is due")
    func rateLimits() async throws {
        let time = TestTime()
        try await TestStudio.run(.init(local: false, now: time.now)) { studio async throws in
            let none = try await studio.post(APIPath.anonymousToken)
            #expect(none.status == 400)

            let first = try await studio.post(APIPath.anonymousToken, headers: [APIHeader.clientID: "c0"])
            let token = try #require(try first.decoded(Envelope<TokenReply>.self).data)
            #expect(token.token.hasPrefix("nmv_usr_"))
            #expect(token.credits == 100)
            #expect(token.expiresIn == 7 * 24 * 3600)

            time.advance(hours: 24)
            let again = try await studio.post(APIPath.anonymousToken, headers: [APIHeader.clientID: "c0"])
            #expect(again.status == 429)
            #expect(again.headers["retry-after"] == String(6 * 24 * 3600))

            for client in 1..<10 { _ = try await studio.makeAccount(client: "c\(client)") }
            let eleventh = try await studio.post(APIPath.anonymousToken, headers: [APIHeader.clientID: "c10"])
            #expect(eleventh.status == 429)
            #expect(eleventh.headers["retry-after"] == String(6 * 24 * 3600))

            time.advance(hours: 6 * 24)
            _ = try await studio.makeAccount(client: "c10")
        }
    }

    @Test("A token ends after a week; the client that comes back finds its sessions")
    func expiry() async throws {
        let time = TestTime()
        try await TestStudio.run(.init(local: false, now: time.now)) { studio async throws in
            let old = try await studio.makeAccount(client: "me")
            let session = try await studio.makeSession(headers: old)
            time.advance(hours: 7 * 24)
            #expect(try await studio.get(APIPath.state(session: session), headers: old).status == 401)
            let new = try await studio.makeAccount(client: "me")
            #expect(try await studio.get(APIPath.state(session: session), headers: new).status == 200)
        }
    }

    @Test("A session is its owner's alone; to others it does not exist")
    func ownership() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let mine = try await studio.makeAccount()
            let other = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: mine)
            _ = try await studio.submit("job", session: session, headers: mine)
            _ = try await studio.outcome(of: "job", headers: mine)
            try await studio.say("longer", in: session, turn: "t1", headers: mine)
            let draft = try await studio.draft(of: session, headers: mine)
            let message = try TestStudio.message("longer", in: session)
            let refused = [
                try await studio.get(APIPath.state(session: session), headers: other),
                try await studio.post(APIPath.run, message, headers: other),
                try await studio.get(APIPath.turn(session: session, turn: "t1"), headers: other),
                try await studio.post(APIPath.undo(session: session), headers: other),
                try await studio.post(APIPath.redo(session: session), headers: other),
                try await studio.submit("theirs", session: session, draft: draft, headers: other),
                try await studio.upload([("a", photo("a"))], to: session, headers: other),
                try await studio.post(APIPath.claimToken, ["session_id": .string(session)], headers: other),
            ]
            for reply in refused {
                #expect(reply.status == 404)
                #expect(try reply.decoded(Envelope<JSONValue>.self).code == .sessionNotFound)
            }
            for path in [APIPath.render(id: "job"), APIPath.download(id: "job")] {
                #expect(try await studio.get(path, headers: other).status == 404)
            }
            #expect(try await studio.request("DELETE", APIPath.render(id: "job"), headers: other).status == 404)
            #expect(try await studio.draft(of: session, headers: mine) == draft)
            let list = try await studio.get(APIPath.sessions, headers: other)
            #expect(try list.decoded(Envelope<SessionsReply>.self).data?.sessions == [])
        }
    }

    @Test("Tokens and claim tokens are nowhere on the disk, nor in the log")
    func atRest() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let account = try await studio.makeAccount(client: "the-secret-client")
            let token = try #require(account["Authorization"]?.dropFirst("Bearer ".count))
            let session = try await studio.makeSession(headers: account)
            let reply = try await studio.post(
                APIPath.claimToken,
                ["task_id": "t", "session_id": .string(session)],
                headers: account
            )
            let claim = try reply.decoded(Envelope<JSONValue>.self).data
            let secret = try #require(claim?["claim_token"]?.string)
            #expect(secret.hasPrefix("clm_"))
            #expect(claim?["expires_in"]?.int == 604_800)
            let home = (studio.folder.path as NSString).deletingLastPathComponent
            for case let file as String in try #require(FileManager.default.enumerator(atPath: home)) {
                let content = FileManager.default.contents(atPath: home + "/" + file) ?? Data()
                for secret in [String(token), secret, "the-secret-client"] {
                    #expect(content.range(of: Data(secret.utf8)) == nil, "in \(file)")
                }
            }
        }
    }

    @Test("An edit costs a credit, an answer none, a failure none")
    func prices() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let account = try await studio.makeAccount()
            func credits() async throws -> CreditsReply? {
                try await studio.get(APIPath.credits, headers: account).decoded(Envelope<CreditsReply>.self).data
            }
            #expect(try await credits() == CreditsReply(available: 100, frozen: 0, total: 100))
            let session = try await studio.makeVideo(headers: account)
            #expect(try await credits() == CreditsReply(available: 99, frozen: 0, total: 99))
            try await studio.say("how long is it?", in: session, headers: account)
            try await studio.say("fail", in: session, headers: account)
            #expect(try await credits() == CreditsReply(available: 99, frozen: 0, total: 99))
        }
    }

    @Test("Edits asked for at once never spend more than there is")
    func concurrentEdits() async throws {
        var limits = StudioLimits()
        limits.startingCredits = 3
        let agent = ScriptedAgent(isOpen: false)
        try await TestStudio.run(.init(local: false, limits: limits, agent: agent)) { studio async throws in
            let account = try await studio.makeAccount()
            var sessions: [String] = []
            for _ in 0..<8 {
                let session = try await studio.makeSession(headers: account)
                _ = try await studio.upload([("a.jpg", photo("a"))], to: session, headers: account)
                sessions.append(session)
            }
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for session in sessions {
                    group.addTask {
                        let message = try TestStudio.message("make", in: session)
                        return try await studio.post(APIPath.run, message, headers: account).status
                    }
                }
                await agent.gate.reached(by: 3)
                let frozen = try await studio.get(APIPath.credits, headers: account)
                #expect(
                    try frozen.decoded(Envelope<CreditsReply>.self).data
                        == CreditsReply(available: 0, frozen: 3, total: 3)
                )
                agent.gate.open()
                return try await group.reduce(into: []) { $0.append($1) }
            }
            // 200 is the stream of an edit, 403 the refusal 2001.
            #expect(statuses.sorted() == [200, 200, 200, 403, 403, 403, 403, 403])
            let credits = try await studio.get(APIPath.credits, headers: account)
            #expect(
                try credits.decoded(Envelope<CreditsReply>.self).data == CreditsReply(available: 0, frozen: 0, total: 0)
            )
        }
    }

    @Test("The user's own studio wants no token and counts no credits")
    func local() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            #expect(try await studio.submit("job", session: session).status == 200)
            let credits = try await studio.get(APIPath.credits).decoded(Envelope<CreditsReply>.self).data
            #expect((credits?.available ?? 0) > 1_000_000)
        }
    }
}

/// A time that a test moves on.
final class TestTime: Sendable {
    private let milliseconds = Mutex(1_800_000_000_000)

    var now: @Sendable () -> Int {
        { [self] in milliseconds.withLock { $0 } }
    }

    func advance(hours: Int) {
        milliseconds.withLock { $0 += hours * 3_600_000 }
    }
}
