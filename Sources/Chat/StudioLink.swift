import StudioAPI
import StudioClient

/// The connection to the studio, made anew when the studio has gone.
actor StudioLink {
    typealias Connect = @Sendable (@escaping @Sendable (ConnectNotice) -> Void) async throws -> any StudioService

    private struct Reached {
        var studio: any StudioService
        /// Nil for a hosted studio, which tells nothing of itself.
        var info: StudioInfo?
    }

    private let connect: Connect
    private let notify: @Sendable (ConnectNotice) -> Void
    private var current: Reached?
    private var connecting: Task<Reached, any Error>?

    init(connect: @escaping Connect, notify: @escaping @Sendable (ConnectNotice) -> Void) {
        self.connect = connect
        self.notify = notify
    }

    /// The studio; found or started at the first use.
    func studio() async throws -> any StudioService { try await reached().studio }

    /// What the studio says it is; nil for a hosted one.
    func info() async throws -> StudioInfo? { try await reached().info }

    private func reached() async throws -> Reached {
        if let current { return current }
        // Two who ask at once get the same studio.
        let task =
            connecting
            ?? Task { [connect, notify] in
                let studio = try await connect(notify)
                return Reached(studio: studio, info: try await studio.info())
            }
        connecting = task
        defer { connecting = nil }
        let reached = try await task.value
        current = reached
        return reached
    }

    /// Forgets the user's own studio when it no longer answers, so that the next use finds or starts it. One elsewhere
    /// stays where it is.
    func lose() {
        if current?.studio.isOwn == true { current = nil }
    }
}
