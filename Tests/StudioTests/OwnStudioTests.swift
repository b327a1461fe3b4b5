import Foundation
import StudioAPI
import Testing
import Timeline

@testable import Studio

struct OwnStudioTests {
    @Test("Two studios never share a socket or a data folder; a stale socket is replaced")
    func onlyOne() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        try await TestStudio.run(.init(home: home)) { studio async throws in
            let error = await #expect(throws: StudioStartError.self) {
                try await TestStudio.run(.init(home: home)) { _ in }
            }
            #expect(error?.code == .alreadyRunning)
            // The first is none the worse for it.
            #expect(try await studio.get(APIPath.info).status == 200)
        }
        let socket = home + "/run/studio.sock"
        #expect(!FileManager.default.fileExists(atPath: socket))
        // What a killed studio leaves: a socket that nobody listens at.
        let stale = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: socket.utf8) }
        let bound = withUnsafePointer(to: &name) { name in
            name.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                bind(stale, name, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        close(stale)
        #expect(bound == 0)
        try await TestStudio.run(.init(home: home)) { studio async throws in
            #expect(try await studio.get(APIPath.info).status == 200)
        }
    }

    @Test("A studio that starts while another ends waits for its place")
    func successor() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        try await TestStudio.run(.init(home: home)) { studio async throws in
            let options = TestStudio.Options(lockPatience: .seconds(60), home: home)
            async let next: Void = TestStudio.run(options) { successor async throws in
                #expect(try await successor.get(APIPath.info).status == 200)
            }
            _ = try await studio.post(APIPath.stop, ["when": "now"])
            try await next
        }
    }

    @Test("A studio without tokens refuses to listen on the network")
    func localOnTCP() throws {
        var configuration = TestStudio.configuration(.init(local: false), home: "/tmp")
        configuration.local = true
        #expect(throws: StudioStartError.self) { try StudioServer(configuration: configuration) }
    }

    @Test("A port that is taken is said to be")
    func portTaken() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            guard case .tcp(_, let port) = studio.address else { return }
            let home = try TestStudio.makeHome()
            defer { try? FileManager.default.removeItem(atPath: home) }
            var configuration = TestStudio.configuration(.init(local: false), home: home)
            configuration.listen = .tcp(host: "127.0.0.1", port: port)
            let second = try StudioServer(configuration: configuration)
            let error = await #expect(throws: StudioStartError.self) { try await second.run() }
            #expect(error?.code == .address)
            #expect(error?.message.contains(String(port)) == true)
        }
    }

    @Test("A studio with nothing to do ends by itself, and takes its socket along")
    func idle() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        try await TestStudio.run(.init(idleExit: 0.05, home: home)) { studio async throws in
            try await studio.ended()
            #expect(!FileManager.default.fileExists(atPath: home + "/run/studio.sock"))
        }
    }

    @Test("An export keeps the studio from ending")
    func busy() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        try await TestStudio.run(.init(renderer: ScriptedRenderer(isOpen: false), home: home)) { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("job", session: session)
            await studio.renderer.gate.reached()
            try await studio.stop()
        }
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(idleExit: 0.02, renderer: renderer, home: home)) { studio async throws in
            await renderer.gate.reached()
            // Many times as long as it would wait without work.
            try await Task.sleep(for: .seconds(0.4))
            let status = try await studio.get(APIPath.render(id: "job")).decoded(RenderStatus.self)
            #expect(status.status == .processing)
            renderer.gate.open()
            try await studio.ended()
        }
    }

    @Test("Told to stop when idle, a studio finishes its exports, answers meanwhile, and takes nothing new on")
    func drain() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer, home: home)) { studio async throws in
            let session = try await studio.makeVideo()
            let draft = try await studio.draft(of: session)
            _ = try await studio.submit("one", session: session, draft: draft)
            _ = try await studio.submit("two", session: session, draft: draft)
            await renderer.gate.reached()
            let reply = try await studio.post(APIPath.stop, ["when": "idle"])
            let status = try #require(try reply.decoded(Envelope<StudioStatus>.self).data)
            #expect(status.stopping)
            #expect(status.activeExports == 2)
            #expect(try await studio.get(APIPath.render(id: "two")).decoded(RenderStatus.self).status == .pending)
            let refused = [
                try await studio.submit("three", session: session, draft: draft),
                try await studio.post(APIPath.run, TestStudio.message("longer", in: session)),
                try await studio.upload([("c.jpg", photo("c"))], to: session),
                try await studio.post(APIPath.session, ["task_name": "project", "language": "en"]),
            ]
            for reply in refused {
                #expect(reply.status == 503)
                #expect(reply.headers["retry-after"] != nil)
            }
            renderer.gate.open()
            try await studio.ended()
        }
        // The next one has the finished exports.
        try await TestStudio.run(.init(home: home)) { studio async throws in
            #expect(try await studio.outcome(of: "one").status == .completed)
            #expect(try await studio.outcome(of: "two").status == .completed)
            #expect(studio.renderer.received.isEmpty)
        }
    }

    @Test("Told to stop now, a studio puts its export down; the next one takes it up")
    func stopNow() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer, home: home)) { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("job", session: session)
            await renderer.gate.reached()
            _ = try await studio.post(APIPath.stop, ["when": "now"])
            try await studio.ended()
        }
        try await TestStudio.run(.init(home: home)) { studio async throws in
            #expect(try await studio.outcome(of: "job").status == .completed)
        }
    }

    @Test("The latest sessions are listed with what they hold; empty ones are not")
    func sessions() async throws {
        let time = TestTime()
        try await TestStudio.run(.init(now: time.now)) { studio async throws in
            let first = try await studio.makeVideo()
            time.advance(hours: 1)
            let second = try await studio.makeSession()
            try await studio.say("a holiday by the sea\nplease", in: second)
            _ = try await studio.makeSession()
            let reply = try await studio.get(APIPath.sessions)
            let list = try #require(try reply.decoded(Envelope<SessionsReply>.self).data).sessions
            #expect(list.map(\.id) == [second, first])
            #expect(list.map(\.title) == ["a holiday by the sea", "make"])
            #expect(list.map(\.media) == [0, 2])
            #expect(list[0].summary == nil)
            #expect(list[1].summary?.hasPrefix("Timeline (") == true)
            #expect(list[0].updated - list[1].updated == 3600)
        }
    }

    @Test("The status counts, and cleaning deletes all but waits for exports")
    func cleaning() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("job", session: session)
            await renderer.gate.reached()
            #expect(try await studio.post(APIPath.clean).status == 409)
            renderer.gate.open()
            _ = try await studio.outcome(of: "job")
            func status() async throws -> StudioStatus {
                try #require(try await studio.get(APIPath.status).decoded(Envelope<StudioStatus>.self).data)
            }
            let before = try await status()
            #expect(before.sessions == 1)
            #expect(before.activeExports == 0)
            #expect(before.dataBytes > 100_000)
            #expect(try await studio.post(APIPath.clean).status == 200)
            #expect(try await status().sessions == 0)
            #expect(try await studio.get(APIPath.state(session: session)).status == 404)
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.media).isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.renders).isEmpty)
        }
    }

    @Test("On the network nobody can stop, clean or look into the studio")
    func remote() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let account = try await studio.makeAccount()
            for (method, path) in [("GET", APIPath.status), ("POST", APIPath.stop), ("POST", APIPath.clean)] {
                #expect(try await studio.request(method, path, headers: account).status == 404)
            }
        }
    }

    @Test("The log names no file, no word and no token of the user")
    func log() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        try await TestStudio.run(.init(home: home)) { studio async throws in
            let session = try await studio.makeVideo()
            try await studio.say("fail", in: session)
            _ = try await studio.submit("job", session: session, output: ["quality": "best"])
            _ = try await studio.outcome(of: "job")
        }
        let log = try String(contentsOfFile: home + "/studio.log", encoding: .utf8)
        #expect(log.contains("A turn failed: Failure"))
        #expect(log.contains("An export failed: RenderError"))
        #expect(!log.contains("a.jpg") && !log.contains(home))
    }

    @Test("Two sessions at once do not mix")
    func twoChats() async throws {
        try await TestStudio.run { studio async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for chat in 0..<8 {
                    group.addTask {
                        let session = try await studio.makeSession()
                        let names = (0...chat).map { "\(chat)-\($0).jpg" }
                        for name in names { _ = try await studio.upload([(name, photo(name))], to: session) }
                        try await studio.say("make", in: session)
                        let tracks = try await studio.draft(of: session)["t"]?.array
                        let video = try #require(tracks?.first { $0["tt"]?.int == 0 })
                        #expect(video["sg"]?.array?.count == names.count)
                        _ = try await studio.submit("job-\(chat)", session: session)
                        #expect(try await studio.outcome(of: "job-\(chat)").output?.durationMS == 3000 * names.count)
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
