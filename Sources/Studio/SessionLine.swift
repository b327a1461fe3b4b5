import Synchronization

/// Work on one session happens one piece after the other, in the order it was asked for; sessions do not wait for
/// each other.
final class SessionLine: Sendable {
    private struct Place {
        var number: Int
        var task: Task<Void, Never>
    }

    private let last = Mutex<[String: Place]>([:])

    /// Does the work when all work asked for before is done. It does not depend on who asked: it is never cancelled.
    @discardableResult
    func perform<Value: Sendable>(
        on session: String,
        _ work: @escaping @Sendable () async throws -> Value
    ) -> Task<Value, any Error> {
        last.withLock { last in
            let before = last[session]
            let number = (before?.number ?? 0) + 1
            let task = Task {
                await before?.task.value
                return try await work()
            }
            let end = Task {
                _ = await task.result
                self.leave(session, number)
            }
            last[session] = Place(number: number, task: end)
            return task
        }
    }

    private func leave(_ session: String, _ number: Int) {
        last.withLock { last in
            if last[session]?.number == number { last[session] = nil }
        }
    }

    /// Returns when no work is left.
    func untilEmpty() async {
        while let task = last.withLock({ $0.values.first?.task }) {
            await task.value
        }
    }
}
