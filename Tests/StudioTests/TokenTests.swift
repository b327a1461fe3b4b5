import Foundation
import GRDB
import HTTP
import StudioAPI
import Testing

@testable import Studio

/// What a token is good for, and when it no longer is.
struct TokenTests {
    /// Every call that wants a token, and the scope it wants.
    private static func calls(session: String) throws -> [(method: String, path: String, scope: Caller.Scope)] {
        [
            ("GET", APIPath.credits, .read), ("GET", APIPath.sessions, .read),
            ("GET", APIPath.state(session: session), .read), ("GET", APIPath.render(id: "x"), .read),
            ("GET", APIPath.download(id: "x"), .read), ("HEAD", APIPath.download(id: "x"), .read),
            ("GET", APIPath.turn(session: session, turn: "y"), .read),
            ("POST", APIPath.session, .write), ("POST", APIPath.run, .write), ("POST", APIPath.claimToken, .write),
            ("POST", APIPath.undo(session: session), .write), ("POST", APIPath.redo(session: session), .write),
            ("POST", APIPath.render, .write), ("DELETE", APIPath.render(id: "x"), .write),
            ("POST", APIPath.upload(session: session), .upload),
        ]
    }

    @Test("A token is good for the calls of its scopes, and for no other", arguments: Caller.Scope.allCases)
    func scopes(scope: Caller.Scope) async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeSession(headers: account)
            try await Store(path: studio.folder.store).database.write { db in
                try db.execute(sql: "UPDATE token SET scopes = ?", arguments: [scope.rawValue])
            }
            for call in try Self.calls(session: session) {
                let reply = try await studio.request(call.method, call.path, headers: account, body: Data("{}".utf8))
                #expect((reply.status == 401) == (call.scope != scope), "\(call.method) \(call.path): \(reply.status)")
                guard call.scope != scope, call.method != "HEAD" else { continue }
                let envelope = try reply.decoded(Envelope<JSONValue>.self)
                #expect(envelope.code == .badToken)
                #expect(envelope.message?.contains(call.scope.rawValue) == true)
            }
        }
    }

    @Test("A token that its owner revokes is good for nothing, and the client gets no other before its time")
    func revokedByOwner() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let account = try await studio.makeAccount(client: "me")
            let other = try await studio.makeAccount(client: "other")
            let session = try await studio.makeSession(headers: account)
            #expect(try await studio.request("DELETE", APIPath.token).status == 401)
            #expect(try await studio.request("DELETE", APIPath.token, headers: account).status == 200)
            for call in try Self.calls(session: session) where call.method != "HEAD" {
                let reply = try await studio.request(call.method, call.path, headers: account, body: Data("{}".utf8))
                #expect(try reply.decoded(Envelope<JSONValue>.self).code == .badToken, "\(call.method) \(call.path)")
            }
            #expect(try await studio.request("DELETE", APIPath.token, headers: account).status == 401)
            let again = try await studio.post(APIPath.anonymousToken, headers: [APIHeader.clientID: "me"])
            #expect(again.status == 429)
            #expect(try await studio.get(APIPath.credits, headers: other).status == 200)
        }
    }

    @Test("The owner of a studio revokes one token, those of an address, or all, while the studio runs")
    func revokedByOperator() async throws {
        try await TestStudio.run(.init(local: false, trustedProxies: ["127.0.0.1"])) { studio async throws in
            var accounts: [[String: String]] = []
            for address in ["192.0.2.1", "192.0.2.2", "2001:db8:1:2::1", "2001:db8:1:2::9", "2001:db8:1:3::1"] {
                accounts.append(try await studio.makeAccount(from: address))
            }
            func good() async throws -> [Bool] {
                var good: [Bool] = []
                for account in accounts {
                    good.append(try await studio.get(APIPath.credits, headers: account).status == 200)
                }
                return good
            }
            let register = try TokenRegister(dataFolder: studio.folder.path)
            #expect(try await register.revoke(.one("nmv_usr_wrong")) == 0)
            let token = try #require(accounts[0]["Authorization"]?.dropFirst("Bearer ".count))
            #expect(try await register.revoke(.one(String(token))) == 1)
            #expect(try await register.revoke(.one(String(token))) == 0)
            #expect(try await good() == [false, true, true, true, true])
            #expect(try await register.revoke(.address("2001:db8:1:2:ffff::")) == 2)
            #expect(try await good() == [false, true, false, false, true])
            #expect(try await register.revoke(.all) == 2)
            #expect(try await good().contains(true) == false)
        }
        #expect(throws: StudioStartError.self) { try TokenRegister(dataFolder: "/nonexistent") }
    }

    @Test("Behind a trusted proxy tokens are counted by the client's address, an IPv6 one by its network")
    func proxies() async throws {
        var limits = StudioLimits()
        limits.tokensPerAddress = 2
        func statuses(_ addresses: [String], trusted: Set<String>) async throws -> [Int] {
            try await TestStudio.run(.init(local: false, limits: limits, trustedProxies: trusted)) {
                studio async throws in
                var statuses: [Int] = []
                for address in addresses {
                    let headers = [APIHeader.clientID: UUID().uuidString, "X-Forwarded-For": address]
                    statuses.append(try await studio.post(APIPath.anonymousToken, headers: headers).status)
                }
                return statuses
            }
        }
        let addresses = [
            "192.0.2.1", "10.0.0.1, 192.0.2.1", "::ffff:192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2",
            "2001:db8:0:0:8::3", "2001:db8:0:1::1", "nonsense",
        ]
        #expect(try await statuses(addresses, trusted: ["127.0.0.1"]) == [200, 200, 429, 200, 200, 200, 429, 200, 200])
        // Without trust the header is anybody's word.
        #expect(try await statuses(Array(addresses.prefix(4)), trusted: []) == [200, 200, 429, 429])
    }

    @Test("The client is the last in the line of proxies that is none of ours")
    func origins() throws {
        let trusted = Set(["127.0.0.1", "10.0.0.9", "2001:db8::9"].compactMap { IPAddress($0) })
        func origin(_ connection: String?, _ forwarded: String) -> String? {
            ClientAddress.origin(connection: connection, forwarded: forwarded, trusted: trusted)?.description
        }
        #expect(origin(nil, "192.0.2.1") == nil)
        #expect(origin("192.0.2.7", "192.0.2.1") == "192.0.2.7")
        #expect(origin("127.0.0.1", "") == "127.0.0.1")
        #expect(origin("::ffff:127.0.0.1", "192.0.2.1") == "192.0.2.1")
        #expect(origin("127.0.0.1", "203.0.113.5, 192.0.2.1 , 10.0.0.9") == "192.0.2.1")
        #expect(origin("127.0.0.1", "192.0.2.1:4711, [2001:db8::9]:443") == "192.0.2.1")
        #expect(origin("127.0.0.1", "192.0.2.1, what?") == "127.0.0.1")
        #expect(ClientAddress.household(of: try #require(IPAddress("2001:db8:1:2:3:4:5:6"))) == "2001:db8:1:2::/64")
        #expect(ClientAddress.household(of: try #require(IPAddress("::ffff:192.0.2.1"))) == "192.0.2.1")
    }

    @Test("An account has so many sessions and no more")
    func sessions() async throws {
        var limits = StudioLimits()
        limits.sessionsPerAccount = 2
        try await TestStudio.run(.init(local: false, limits: limits)) { studio async throws in
            let account = try await studio.makeAccount()
            _ = try await studio.makeSession(headers: account)
            _ = try await studio.makeSession(headers: account)
            let third = try await studio.post(APIPath.session, ["language": "en", "task_name": "x"], headers: account)
            #expect(third.status == 409)
            _ = try await studio.makeSession(headers: studio.makeAccount())
        }
    }

    @Test("Exports of one account wait up to a limit")
    func exports() async throws {
        var limits = StudioLimits()
        limits.exportsPerAccount = 2
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(local: false, limits: limits, renderer: renderer)) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: account)
            for id in ["one", "two"] {
                #expect(try await studio.submit(id, session: session, headers: account).status == 200)
            }
            let third = try await studio.submit("three", session: session, headers: account)
            #expect(third.status == 429)
            #expect(third.headers["retry-after"] == "30")
            // One that was asked for before is the same as before.
            #expect(try await studio.submit("two", session: session, headers: account).status == 200)
            renderer.gate.open()
            _ = try await studio.outcome(of: "two", headers: account)
            #expect(try await studio.submit("three", session: session, headers: account).status == 200)
        }
    }
}
