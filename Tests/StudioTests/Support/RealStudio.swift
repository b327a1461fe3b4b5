import Foundation
import Renderer
import Testing

@testable import Studio

/// A studio for others on TCP, with its real rooms: director, renderer, worker.
enum RealStudio {
    /// The program beside the test runner that is a worker and nothing else.
    static var worker: WorkerLaunch {
        let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let folder = URL(filePath: runner).deletingLastPathComponent().path
        return WorkerLaunch(executable: "\(folder)/RendererWorker", encoders: 2)
    }

    static let samples = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Docs/samples")

    /// Runs one for as long as the body does.
    static func run(_ body: @Sendable (TestStudio, _ origin: String, _ home: String) async throws -> Void) async throws
    {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        var configuration = StudioConfiguration(
            listen: .tcp(host: "127.0.0.1", port: 0),
            dataFolder: home + "/data",
            local: false,
            version: "1.2.3",
            build: "b",
            worker: worker
        )
        configuration.handlesSignals = false
        configuration.logPath = home + "/studio.log"
        let server = try StudioServer(configuration: configuration)
        let (ready, announce) = AsyncStream<StudioServer.Address>.makeStream()
        let run = Task {
            defer { announce.finish() }
            try await server.run { announce.yield($0) }
        }
        let address = try #require(await ready.first { _ in true })
        let stop: @Sendable () async throws -> Void = {
            run.cancel()
            _ = await run.result
        }
        let studio = TestStudio(
            address: address,
            folder: DataFolder(path: configuration.dataFolder),
            agent: ScriptedAgent(),
            renderer: ScriptedRenderer(),
            stop: stop,
            ended: { try await run.value }
        )
        guard case .tcp(let host, let port) = address else { return }
        do {
            try await body(studio, "http://\(host):\(port)", home)
        } catch {
            try await stop()
            throw error
        }
        try await stop()
    }
}
