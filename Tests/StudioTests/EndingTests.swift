import Foundation
import StudioAPI
import Testing

@testable import Studio

/// How a studio for others cannot start, and how it ends.
struct EndingTests {
    @Test("Told to end in the middle of a turn, a studio brings it to its end, and its client has it whole")
    func terminated() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let agent = ScriptedAgent()
        let options = TestStudio.Options(local: false, agent: agent, home: home)
        let (account, session) = try await TestStudio.run(options) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: account)
            agent.gate.close()
            let idle = try RawConnection(to: studio.address)
            await idle.send(Data("GET \(APIPath.info) HTTP/1.1\r\nHost: studio\r\n\r\n".utf8))
            #expect(RawReply(await idle.receive())?.status == 200)
            async let events = studio.say("longer", in: session, turn: "t1", headers: account)
            await agent.gate.reached(by: 2)
            await studio.terminate()
            // A connection without a request is closed at once, and no other is taken.
            #expect(await idle.receiveAll().isEmpty)
            agent.gate.open()
            #expect(try await events.count == 3)
            try await studio.ended()
            return (account, session)
        }
        try await TestStudio.run(.init(local: false, home: home)) { studio async throws in
            let credits = try await studio.get(APIPath.credits, headers: account)
            #expect(
                try credits.decoded(Envelope<CreditsReply>.self).data
                    == CreditsReply(available: 98, frozen: 0, total: 98)
            )
            #expect(try await studio.draft(of: session, headers: account)["d"]?.int == 7000)
            #expect(try await studio.say("longer", in: session, turn: "t1", headers: account).count == 3)
            #expect(studio.agent.heard.isEmpty)
        }
    }

    @Test("A folder that cannot be had is said to be, by its name")
    func folder() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        try Data().write(to: URL(fileURLWithPath: home + "/data"))
        let error = await #expect(throws: StudioStartError.self) {
            try await TestStudio.run(.init(local: false, home: home)) { _ in }
        }
        #expect(error?.code == .folder)
        #expect(error?.message.contains(home + "/data") == true)
    }

    @Test("Two studios for others never share a folder")
    func sharedFolder() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        try await TestStudio.run(.init(local: false, home: home)) { studio async throws in
            let error = await #expect(throws: StudioStartError.self) {
                try await TestStudio.run(.init(local: false, home: home)) { _ in }
            }
            #expect(error?.code == .alreadyRunning)
            #expect(error?.message.contains(studio.folder.path) == true)
            #expect(try await studio.get(APIPath.info).status == 200)
        }
    }

    @Test("A store that is damaged is said to be, and left as it is")
    func damagedStore() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let damaged = Data(repeating: 7, count: 10_000)
        let prepare: @Sendable (DataFolder) async throws -> Void = { folder in
            try damaged.write(to: URL(fileURLWithPath: folder.store))
        }
        let error = await #expect(throws: StudioStartError.self) {
            try await TestStudio.run(.init(local: false, prepare: prepare, home: home)) { _ in }
        }
        #expect(error?.code == .store)
        #expect(FileManager.default.contents(atPath: home + "/data/studio.sqlite") == damaged)
    }

    @Test("A host that is no address of this machine is said to be none")
    func foreignHost() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        for host in ["192.0.2.1", "no-such-host.invalid"] {
            var configuration = TestStudio.configuration(.init(local: false), home: home)
            configuration.listen = .tcp(host: host, port: 0)
            let error = await #expect(throws: StudioStartError.self) {
                try await StudioServer(configuration: configuration).run()
            }
            #expect(error?.code == .address)
            #expect(error?.message.contains(host) == true)
        }
    }
}
