import StudioClient

/// The connection to the studio, made anew when the studio has gone.
actor StudioLink {
    typealias Connect = @Sendable (@escaping @Sendable (ConnectNotice) -> Void) async throws -> any StudioService

    private let connect: Connect
    private let notify: @Sendable (ConnectNotice) -> Void
    private var current: (any StudioService)?
    private var connecting: Task<any StudioService, any Error>?

    init(connect: @escaping Connect, notify: @escaping @Sendable (ConnectNotice) -> Void) {
        self.connect = connect
        self.notify = notify
    }

    /// The studio; found or started at the first use.
    func studio() async throws -> any StudioService {
        if let current { return current }
        // Two who ask at once get the same studio.
        let task =
            connecting
            ?? Task { [connect, notify] in
                try await connect(notify)
            }
        connecting = task
        defer { connecting = nil }
        let studio = try await task.value
        current = studio
        return studio
    }

    /// Forgets a studio that no longer answers, so that the next use finds or starts one.
    func lose() {
        current = nil
    }
}

extension StudioError {
    /// The studio may have gone, and its answer with it.
    var isLoss: Bool { code == .unreachable || code == .interrupted || code == .timedOut }
}
