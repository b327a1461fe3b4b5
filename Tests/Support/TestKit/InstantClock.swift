import Synchronization

/// A clock on which every wait is over at once, and which remembers how long it would have been.
public final class InstantClock: Clock {
    public struct Instant: InstantProtocol {
        public var offset = Duration.zero
        public init() {}
        public func advanced(by duration: Duration) -> Instant {
            var later = self
            later.offset += duration
            return later
        }
        public func duration(to other: Instant) -> Duration { other.offset - offset }
        public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let time = Mutex(Instant())
    public var now: Instant { time.withLock { $0 } }
    public var minimumResolution: Duration { .zero }
    public var slept: Duration { now.offset }

    public init() {}

    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        time.withLock { $0 = max($0, deadline) }
        await Task.yield()
    }
}
