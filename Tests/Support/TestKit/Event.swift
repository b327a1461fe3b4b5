import Glibc
import Synchronization

/// Something that happens once, for threads and tasks to wait for.
public final class Event: Sendable {
    private let isSet = Mutex(false)

    public init() {}

    public func set() { isSet.withLock { $0 = true } }
    public var value: Bool { isSet.withLock { $0 } }

    /// Waits on a thread of its own.
    public func waitOnThread() {
        while !value { usleep(1000) }
    }

    public func wait() async throws {
        while !value { try await Task.sleep(for: .milliseconds(1)) }
    }
}
