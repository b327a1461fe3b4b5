import Synchronization

/// What a studio is busy with, and so when it may end.
final class Activity: Sendable {
    enum Work: Hashable, Sendable {
        case request, turn, export
    }

    private struct State {
        var counts: [Work: Int] = [:]
        var idleSince = ContinuousClock.now
        /// New work is refused; the studio ends with the work it has.
        var draining = false
        var isIdle: Bool { counts.values.allSatisfy { $0 == 0 } }
    }

    private let state = Mutex(State())
    private let end: AsyncStream<Void>
    private let endNow: AsyncStream<Void>.Continuation

    init() {
        (end, endNow) = AsyncStream.makeStream()
    }

    func began(_ work: Work) {
        state.withLock { $0.counts[work, default: 0] += 1 }
    }

    func ended(_ work: Work) {
        let isOver = state.withLock { state in
            state.counts[work, default: 0] -= 1
            if state.isIdle { state.idleSince = .now }
            return state.draining && state.isIdle
        }
        if isOver { endNow.yield() }
    }

    func count(_ work: Work) -> Int {
        state.withLock { $0.counts[work, default: 0] }
    }

    var isDraining: Bool { state.withLock { $0.draining } }

    /// The studio ends as soon as it has nothing to do, and takes nothing new on until then.
    func drain() {
        let isOver = state.withLock { state in
            state.draining = true
            return state.isIdle
        }
        if isOver { endNow.yield() }
    }

    /// The studio ends at once.
    func stop() {
        state.withLock { $0.draining = true }
        endNow.yield()
    }

    /// Returns when ``drain()`` or ``stop()`` has had its effect, or the task is cancelled.
    func untilOver() async {
        var iterator = end.makeAsyncIterator()
        _ = await iterator.next()
    }

    /// Returns when there was nothing to do for so long, or the task is cancelled.
    func untilIdle(for limit: Duration) async {
        while !Task.isCancelled {
            let remaining = state.withLock { state in
                state.isIdle ? limit - (ContinuousClock.now - state.idleSince) : limit
            }
            if remaining <= .zero { return }
            try? await Task.sleep(for: remaining)
        }
    }
}
