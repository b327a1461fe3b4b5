import Foundation
import GRDB
import StudioAPI
import Testing
import Timeline

@testable import Studio

/// Many clients at once: no error, nothing of one in the hands of another, and credits that add up.
struct CrowdTests {
    private static func credits(_ studio: TestStudio, _ account: [String: String]) async throws -> CreditsReply {
        let reply = try await studio.get(APIPath.credits, headers: account)
        return try #require(try reply.decoded(Envelope<CreditsReply>.self).data)
    }

    @Test("24 clients at once: turns and uploads without an error, without cross-talk, paid to the last credit")
    func crowd() async throws {
        let rounds = 4
        try await TestStudio.run(.init(local: false, trustedProxies: ["127.0.0.1"])) { studio async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<24 {
                    group.addTask {
                        let account = try await studio.makeAccount(from: "10.0.0.\(client)")
                        let session = try await studio.makeSession(headers: account)
                        var names: [String] = []
                        for round in 0..<rounds {
                            names.append("\(client)-\(round).jpg")
                            let file = (names[round], photo(names[round]))
                            let reply = try await studio.upload([file], to: session, headers: account)
                            #expect(reply.status == 200, "\(reply.text)")
                            let text = round == 0 ? "make" : "longer"
                            let edit = try await studio.say(text, in: session, turn: "t\(round)", headers: account)
                            #expect(edit.allSatisfy { $0.errorCode == nil })
                            let answer = try await studio.say("I am \(client)", in: session, headers: account)
                            #expect(answer.last?.content?.parts?.first?.text?.contains("I am \(client),") == true)
                            #expect(
                                try await Self.credits(studio, account)
                                    == CreditsReply(available: 99 - round, frozen: 0, total: 99 - round)
                            )
                        }
                        let state = try await studio.get(APIPath.state(session: session), headers: account)
                        let body = try state.decoded(JSONValue.self)["data"]?["state"]
                        #expect(body?["video_infos"]?.array?.compactMap { $0["name"]?.string } == names)
                        #expect(body?["draft"]?["t"]?[0]?["sg"]?.array?.count == 1)
                        #expect(body?["draft"]?["d"]?.int == 3000 + 1000 * (rounds - 1))
                        let sessions = try await studio.get(APIPath.sessions, headers: account)
                        let list = try #require(try sessions.decoded(Envelope<SessionsReply>.self).data).sessions
                        #expect(list.map(\.id) == [session])
                    }
                }
                try await group.waitForAll()
            }
            let totals = try await Store(path: studio.folder.store).database.read { db in
                try Row.fetchAll(db, sql: "SELECT available, frozen FROM account").map { [$0[0], $0[1]] as [Int] }
            }
            #expect(totals.count == 24)
            #expect(totals.allSatisfy { $0 == [100 - rounds, 0] })
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty)
        }
    }

    @Test("Edits of one account in one session and in many, all at once, cost what they cost")
    func oneAccount() async throws {
        var limits = StudioLimits()
        limits.creditsPerEdit = 3
        limits.startingCredits = 100
        try await TestStudio.run(.init(local: false, limits: limits)) { studio async throws in
            let account = try await studio.makeAccount()
            var sessions: [String] = []
            for _ in 0..<4 { sessions.append(try await studio.makeVideo(headers: account)) }
            #expect(try await Self.credits(studio, account) == CreditsReply(available: 88, frozen: 0, total: 88))
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<40 {
                    let message = try TestStudio.message(number % 5 == 0 ? "fail" : "longer", in: sessions[number % 4])
                    group.addTask { try await studio.post(APIPath.run, message, headers: account).status }
                }
                return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            // A message that found no credits left although others gave theirs back later was refused: that is allowed,
            // an edit without its price is not.
            let edits = try await Store(path: studio.folder.store).database.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM turn WHERE events LIKE '%stateDelta%'") ?? 0
            }
            let left = 100 - 3 * edits
            #expect(try await Self.credits(studio, account) == CreditsReply(available: left, frozen: 0, total: left))
            #expect((0...100).contains(left))
            #expect(statuses[200, default: 0] + statuses[403, default: 0] == 40)
            #expect(edits - 4 + 8 >= statuses[200, default: 0])
        }
    }

    @Test("An edit whose price is more than there is left is refused, and nothing is taken")
    func tooDear() async throws {
        var limits = StudioLimits()
        limits.creditsPerEdit = 7
        limits.startingCredits = 10
        try await TestStudio.run(.init(local: false, limits: limits)) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: account)
            let refused = try await studio.post(
                APIPath.run,
                TestStudio.message("longer", in: session),
                headers: account
            )
            #expect(refused.status == 403)
            #expect(try refused.decoded(Envelope<JSONValue>.self).code == .noCredits)
            #expect(try await Self.credits(studio, account) == CreditsReply(available: 3, frozen: 0, total: 3))
        }
    }

    @Test("All that was frozen when the studio was killed is given back by the next one")
    func killed() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        var limits = StudioLimits()
        limits.creditsPerEdit = 3
        let (accounts, sessions) = try await TestStudio.run(.init(local: false, limits: limits, home: home)) {
            studio async throws in
            var accounts: [[String: String]] = []
            var sessions: [String] = []
            for _ in 0..<3 {
                accounts.append(try await studio.makeAccount())
                sessions.append(try await studio.makeVideo(headers: accounts[accounts.count - 1]))
            }
            return (accounts, sessions)
        }
        let prepare: @Sendable (DataFolder) async throws -> Void = { folder in
            // As a kill in the middle of many turns leaves the store.
            let store = try Store(path: folder.store)
            for session in sessions {
                let owner = try await store.session(session, for: .local).owner
                for turn in 0..<5 {
                    _ = try await store.open(
                        turn: "t\(turn)",
                        text: "longer",
                        session: session,
                        account: owner,
                        price: 3
                    )
                }
            }
            let frozen = try await store.database.read { db in
                try Int.fetchOne(db, sql: "SELECT sum(frozen) FROM account")
            }
            #expect(frozen == 45)
        }
        try await TestStudio.run(.init(local: false, limits: limits, prepare: prepare, home: home)) {
            studio async throws in
            for account in accounts {
                #expect(try await Self.credits(studio, account) == CreditsReply(available: 97, frozen: 0, total: 97))
            }
        }
    }
}
