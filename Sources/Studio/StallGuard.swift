import NIOCore

/// Ends a connection on which something takes too long: whoever is at its other end has gone, or stands still.
struct StallGuard: Sendable {
    private let channel: any Channel

    init(channel: any Channel) {
        self.channel = channel
    }

    /// Does the work, which fails by the end of the connection when it takes longer than so many seconds.
    func within<Value>(
        _ seconds: Int,
        isolation: isolated (any Actor)? = #isolation,
        _ work: () async throws -> Value
    ) async rethrows -> Value {
        let channel = channel
        let end = channel.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
        defer { end.cancel() }
        return try await work()
    }
}
