import Synchronization

/// A turn that is going on: its events so far, and whoever listens. It does not depend on anyone listening.
final class LiveTurn: Sendable {
    private struct State {
        var lines: [String] = []
        var isFinished = false
        var listeners: [AsyncStream<String>.Continuation] = []
    }

    private let state = Mutex(State())

    /// All events from the first to the last, each as it comes.
    func lines() -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream<String>.makeStream()
        state.withLock { state in
            for line in state.lines { continuation.yield(line) }
            if state.isFinished {
                continuation.finish()
            } else {
                state.listeners.append(continuation)
            }
        }
        return stream
    }

    /// Adds the last events and ends the turn.
    func finish(_ lines: [String]) {
        let listeners = state.withLock { state in
            state.lines += lines
            state.isFinished = true
            defer { state.listeners = [] }
            return state.listeners
        }
        for listener in listeners {
            for line in lines { listener.yield(line) }
            listener.finish()
        }
    }
}
