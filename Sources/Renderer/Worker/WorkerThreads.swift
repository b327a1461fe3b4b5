internal import Foundation
internal import Synchronization

/// Threads that do tasks and stay for the next. The one that was busy last is the first to be busy again: what the
/// allocator keeps for it is what an encoder like the last one needs.
final class WorkerThreads: Sendable {
    /// Enough for text layout, which is the deepest of what a thread does. It counts toward the memory limit.
    private static let stackSize = 2 << 20

    private let idle = Mutex<[Hand]>([])

    /// Has a thread do it.
    /// - Parameter work: Gives the rest, which is done when the thread counts as idle again: the answer, after which the
    ///   next task may come.
    func start(_ work: @escaping @Sendable () -> @Sendable () -> Void) {
        if let hand = idle.withLock({ $0.popLast() }) {
            hand.take(work)
            return
        }
        let hand = Hand()
        hand.take(work)
        let thread = Thread { [self] in
            while true {
                let rest = hand.next()()
                idle.withLock { $0.append(hand) }
                rest()
            }
        }
        thread.stackSize = Self.stackSize
        thread.start()
    }
}

/// A thread's next task.
private final class Hand: Sendable {
    private let work = Mutex<(@Sendable () -> @Sendable () -> Void)?>(nil)
    private let given = DispatchSemaphore(value: 0)

    func take(_ next: @escaping @Sendable () -> @Sendable () -> Void) {
        work.withLock { $0 = next }
        given.signal()
    }

    /// Waits for it.
    func next() -> @Sendable () -> @Sendable () -> Void {
        while true {
            given.wait()
            if let next = work.withLock({ $0.take() }) { return next }
        }
    }
}
