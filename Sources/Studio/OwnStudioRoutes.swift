import Hummingbird
import StudioAPI

/// What only the owner of a studio may ask of it, on its private socket.
struct OwnStudioRoutes {
    let studio: StudioCore

    func add(to table: inout RouteTable) {
        table.on(.get, APIPath.status) { _, _ in try await status() }
        table.on(.post, APIPath.stop) { request, _ in try await stop(request) }
        table.on(.post, APIPath.clean) { _, _ in try await clean() }
    }

    private func status() async throws -> Response {
        let uptime = ContinuousClock.now - studio.started
        return try Reply.success(
            StudioStatus(
                version: studio.configuration.version,
                build: studio.configuration.build,
                uptime: uptime / .seconds(1),
                sessions: await studio.store.sessionCount(),
                activeTurns: studio.activity.count(.turn),
                activeExports: studio.activity.count(.export),
                stopping: studio.activity.isDraining,
                cacheBytes: DataFolder.size(of: studio.folder.chunks),
                dataBytes: DataFolder.size(of: studio.folder.path)
            )
        )
    }

    /// Ends the studio. With "idle" it finishes its turns and exports first and refuses new ones; what it keeps, and
    /// exports that were cut off, are there again in the next studio of the same data folder.
    private func stop(_ request: Request) async throws -> Response {
        switch try await studio.body(of: request, as: StopRequest.self).when {
        case .idle: studio.activity.drain()
        case .now: studio.activity.stop()
        }
        return try await status()
    }

    private func clean() async throws -> Response {
        guard studio.activity.count(.export) == 0, studio.activity.count(.turn) == 0 else {
            throw Refusal(.conflict, "The studio is at work. Wait until its exports are done, then clean.")
        }
        try await studio.store.deleteSessions()
        studio.folder.empty()
        return try await status()
    }
}
