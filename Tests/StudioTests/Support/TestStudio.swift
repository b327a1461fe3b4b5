import Foundation
import Renderer
import ServiceLifecycle
import StudioAPI
import Synchronization
import Testing
import Timeline

@testable import Studio

/// A studio that runs, with a real socket and a real store in a folder of its own.
struct TestStudio: Sendable {
    let address: StudioServer.Address
    let folder: DataFolder
    let agent: ScriptedAgent
    let renderer: ScriptedRenderer
    /// Ends the studio as a signal would, and waits for it.
    let stop: @Sendable () async throws -> Void
    /// Tells the studio to end in good order, as SIGTERM does, and does not wait.
    var terminate: @Sendable () async -> Void = {}
    /// Returns when the studio has ended by itself.
    let ended: @Sendable () async throws -> Void

    struct Options: Sendable {
        var local = true
        var idleExit: Double?
        var limits = StudioLimits()
        var trustedProxies: Set<String> = []
        var linkRule = LinkRule()
        var now = Store.systemTime
        var agent = ScriptedAgent()
        var renderer = ScriptedRenderer()
        var thumbnailer = ScriptedThumbnailer()
        /// Done to the data folder before the studio starts.
        var prepare: @Sendable (DataFolder) async throws -> Void = { _ in }
        var lockPatience = Duration.zero
        var tidyInterval = Duration.seconds(3600)
        /// Kept from a studio before.
        var home: String?
        /// With a worker, the studio has its real rooms in place of the scripted ones.
        var worker: WorkerLaunch?
    }

    private struct Running: Service {
        let server: StudioServer
        let onReady: @Sendable (StudioServer.Address) -> Void

        func run() async throws { try await server.run(onReady: onReady) }
    }

    /// Runs a studio for as long as the body does.
    static func run<Value: Sendable>(
        _ options: Options = Options(),
        _ body: @Sendable (TestStudio) async throws -> Value
    ) async throws -> Value {
        let home = try options.home ?? makeHome()
        defer { if options.home == nil { try? FileManager.default.removeItem(atPath: home) } }
        let folder = DataFolder(path: home + "/data")
        try DataFolder.makePrivate(folder.path)
        try folder.create()
        try await options.prepare(folder)
        let configuration = configuration(options, home: home)
        let scripted = StudioParts(
            probe: ScriptedProber.probe,
            respond: { try await options.agent.respond(to: $0) },
            export: { try await options.renderer.export($0) },
            workload: { try options.renderer.workload($0) },
            still: { try options.thumbnailer.still($0) },
            thumbnail: { try options.thumbnailer.thumbnail($0) },
            forget: { options.thumbnailer.forget($0) }
        )
        var server = try StudioServer(
            configuration: configuration,
            parts: options.worker == nil ? scripted : StudioParts(configuration: configuration),
            now: options.now
        )
        server.lockPatience = options.lockPatience
        server.tidyInterval = options.tidyInterval
        let (ready, announce) = AsyncStream<StudioServer.Address>.makeStream()
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(
                        service: Running(server: server) { announce.yield($0) },
                        successTerminationBehavior: .gracefullyShutdownGroup
                    )
                ],
                logger: StudioLog.logger(path: "/dev/null")
            )
        )
        let run = Task {
            defer { announce.finish() }
            try await group.run()
        }
        var addresses = ready.makeAsyncIterator()
        guard let address = await addresses.next() else {
            try await run.value
            throw StudioStartError(.address, "The studio ended before it was ready.")
        }
        let studio = TestStudio(
            address: address,
            folder: folder,
            agent: options.agent,
            renderer: options.renderer,
            stop: {
                run.cancel()
                _ = await run.result
            },
            terminate: { await group.triggerGracefulShutdown() },
            ended: { try await run.value }
        )
        let outcome: Result<Value, any Error>
        do {
            outcome = .success(try await body(studio))
        } catch {
            outcome = .failure(error)
        }
        options.agent.gate.open()
        options.renderer.gate.open()
        try await studio.stop()
        return try outcome.get()
    }

    static func makeHome() throws -> String {
        // Short: a socket's path has 107 bytes at most.
        let home = "/tmp/ks-" + Identifier.random().prefix(12)
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        return home
    }

    static func configuration(_ options: Options, home: String) -> StudioConfiguration {
        var configuration = StudioConfiguration(
            listen: options.local ? .unixSocket(home + "/run/studio.sock") : .tcp(host: "127.0.0.1", port: 0),
            dataFolder: home + "/data",
            local: options.local,
            version: "1.2.3",
            build: "test-build",
            worker: options.worker ?? WorkerLaunch(executable: "/nonexistent", encoders: 1),
            idleExit: options.idleExit
        )
        configuration.limits = options.limits
        configuration.trustedProxies = options.trustedProxies
        configuration.linkRule = options.linkRule
        configuration.logPath = home + "/studio.log"
        configuration.handlesSignals = false
        return configuration
    }
}

extension TestStudio {
    /// What a client says of itself, as the chat does.
    static let attribution = [
        APIHeader.source: APIHeader.sourceValue, APIHeader.version: "1.0.0", APIHeader.platform: "unknown",
    ]

    func request(
        _ method: String,
        _ path: String,
        headers: [String: String] = [:],
        body: Data? = nil
    ) async throws -> RawReply {
        let connection = try RawConnection(to: address)
        defer { connection.close() }
        await connection.send(Self.bytes(method, path, headers: headers, body: body))
        return try #require(RawReply(await connection.receiveAll()), "no reply to \(method) \(path)")
    }

    static func bytes(_ method: String, _ path: String, headers: [String: String], body: Data?) -> Data {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: studio.test:1234\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body, headers["Transfer-Encoding"] == nil { head += "Content-Length: \(body.count)\r\n" }
        return Data((head + "\r\n").utf8) + (body ?? Data())
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> RawReply {
        try await request("GET", path, headers: headers)
    }

    func post(_ path: String, _ body: JSONValue = [:], headers: [String: String] = [:]) async throws -> RawReply {
        try await request("POST", path, headers: headers, body: Reply.encode(body))
    }

    /// A new session's id.
    func makeSession(headers: [String: String] = [:]) async throws -> String {
        let reply = try await post(APIPath.session, ["task_name": "project", "language": "en"], headers: headers)
        return try #require(try reply.decoded(Envelope<SessionReply>.self).data).sessionID
    }

    /// A new account's authorization, with attribution.
    ///
    /// - Parameter address: Where a trusted proxy says the client is.
    func makeAccount(client: String = UUID().uuidString, from address: String? = nil) async throws -> [String: String] {
        var headers = [APIHeader.clientID: client]
        headers["X-Forwarded-For"] = address
        let reply = try await post(APIPath.anonymousToken, headers: headers)
        let token = try #require(try reply.decoded(Envelope<TokenReply>.self).data).token
        return Self.attribution.merging(["Authorization": "Bearer \(token)"]) { $1 }
    }

    func upload(
        _ files: [(name: String, content: Data)],
        to session: String,
        headers: [String: String] = [:]
    ) async throws -> RawReply {
        var body = Data()
        for file in files {
            let header = "Content-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\""
            body += Data("--XyZ\r\n\(header)\r\n\r\n".utf8) + file.content + Data("\r\n".utf8)
        }
        body += Data("--XyZ--\r\n".utf8)
        return try await request(
            "POST",
            APIPath.upload(session: session),
            headers: headers.merging(["Content-Type": "multipart/form-data; boundary=XyZ"]) { $1 },
            body: body
        )
    }

    /// Says something; the events of the answer.
    @discardableResult
    func say(
        _ text: String,
        in session: String,
        turn: String? = nil,
        streaming: Bool = false,
        headers: [String: String] = [:]
    ) async throws -> [AgentEvent] {
        var headers = headers
        headers[APIHeader.turn] = turn
        let reply = try await post(APIPath.run, Self.message(text, in: session, streaming: streaming), headers: headers)
        #expect(reply.status == 200)
        return try Self.events(in: reply.text)
    }

    static func message(_ text: String, in session: String, streaming: Bool = false) throws -> JSONValue {
        try JSONValue(encoding: RunRequest(session: session, text: text, streaming: streaming))
    }

    static func events(in stream: String) throws -> [AgentEvent] {
        try stream.components(separatedBy: "\n\n").filter { $0.hasPrefix("data: ") }.map { frame in
            try JSONDecoder().decode(AgentEvent.self, from: Data(frame.dropFirst(6).utf8))
        }
    }

    /// A session with two photos on its timeline.
    func makeVideo(headers: [String: String] = [:]) async throws -> String {
        let session = try await makeSession(headers: headers)
        _ = try await upload([("a.jpg", photo("a")), ("b.jpg", photo("b"))], to: session, headers: headers)
        try await say("make", in: session, headers: headers)
        return session
    }

    func draft(of session: String, headers: [String: String] = [:]) async throws -> JSONValue {
        let reply = try await get(APIPath.state(session: session), headers: headers).decoded(JSONValue.self)
        return try #require(reply["data"]?["state"]?["draft"])
    }

    func submit(
        _ id: String,
        session: String,
        draft: JSONValue? = nil,
        output: JSONValue = ["format": "mp4", "quality": "draft"],
        headers: [String: String] = [:]
    ) async throws -> RawReply {
        var body: [String: JSONValue] = ["id": .string(id), "sessionId": .string(session), "output": output]
        if let draft {
            body["draft"] = draft
        } else {
            body["draft"] = try await self.draft(of: session, headers: headers)
        }
        return try await post(APIPath.render, .object(body), headers: headers)
    }

    /// Polls until the export is no longer under way.
    func outcome(of id: String, headers: [String: String] = [:]) async throws -> RenderStatus {
        while true {
            let status = try await get(APIPath.render(id: id), headers: headers).decoded(RenderStatus.self)
            if status.status != .pending, status.status != .processing { return status }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}

/// What the scripted prober takes for a photo.
func photo(_ text: String) -> Data { Data("PHOTO \(text)".utf8) }
