import Synchronization

/// A clock that stands still until a test moves it.
public final class SteppedClock: Clock {
    public typealias Instant = InstantClock.Instant

    private struct Sleeper {
        var deadline: Instant
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct Waiter {
        var isMet: @Sendable ([Duration]) -> Bool
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var now = Instant()
        /// Until here time passes by itself, as fast as those who wait let it.
        var horizon = Instant()
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var waiters: [Waiter] = []
        var lastID = 0

        /// How long each sleeper still has to wait, the shortest first.
        var left: [Duration] { sleepers.values.map { now.duration(to: $0.deadline) }.sorted() }
    }

    private let state = Mutex(State())

    public init() {}

    public var now: Instant { state.withLock { $0.now } }
    public var minimumResolution: Duration { .zero }

    /// How long each of those who wait still has to, the shortest first.
    public var left: [Duration] { state.withLock { $0.left } }

    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let isCancelled = state.withLock { state in
                    if state.cancelled.remove(id) != nil { return true }
                    state.sleepers[id] = Sleeper(deadline: deadline, continuation: continuation)
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
                settle()
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: id)
                if sleeper == nil { state.cancelled.insert(id) }
                return sleeper
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Moves the time on at once, when somebody waits for a moment until then. Sleepers wake in their order.
    public func advance(by duration: Duration) async {
        await wait { left in left.contains { $0 <= duration } }
        state.withLock { state in
            state.horizon = max(state.horizon, state.now).advanced(by: duration)
            state.now = state.horizon
        }
        settle()
    }

    /// Lets `duration` pass in the steps of those who wait, also of those who begin to wait only then. What was to
    /// pass of an earlier one is forgotten: zero lets the time stand still.
    public func flow(for duration: Duration) {
        state.withLock { state in state.horizon = state.now.advanced(by: duration) }
        settle()
    }

    /// Waits until the times that are still to be waited are as wanted.
    public func wait(until isMet: @escaping @Sendable ([Duration]) -> Bool) async {
        await withCheckedContinuation { continuation in
            state.withLock { $0.waiters.append(Waiter(isMet: isMet, continuation: continuation)) }
            settle()
        }
    }

    /// Wakes who is due, and tells who waits for sleepers.
    private func settle() {
        while true {
            let sleeper: Sleeper? = state.withLock { state in
                guard let first = state.sleepers.min(by: { $0.value.deadline < $1.value.deadline }),
                    first.value.deadline <= max(state.horizon, state.now)
                else { return nil }
                state.now = max(state.now, first.value.deadline)
                return state.sleepers.removeValue(forKey: first.key)
            }
            guard let sleeper else { break }
            sleeper.continuation.resume()
        }
        let met = state.withLock { state in
            let left = state.left
            let met = state.waiters.filter { $0.isMet(left) }
            state.waiters.removeAll { $0.isMet(left) }
            return met
        }
        for waiter in met { waiter.continuation.resume() }
    }
}
