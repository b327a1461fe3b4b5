/// How long a turn may take, counted by the client's clock from when the message is sent.
struct TurnTimer: Sendable {
    /// Since the turn had something to say last: until then there is a sign of life at most.
    static let silence = Duration.seconds(10 * 60)
    /// In all.
    static let total = Duration.seconds(15 * 60)

    private let elapsed: @Sendable () -> Duration
    private let sleep: @Sendable (Duration) async throws -> Void
    private var lastNews = Duration.zero

    init(_ clock: any Clock<Duration>) {
        self.init(opening: clock)
    }

    private init<Source: Clock<Duration>>(opening clock: Source) {
        let start = clock.now
        elapsed = { start.duration(to: clock.now) }
        sleep = { try await clock.sleep(until: start.advanced(by: $0), tolerance: nil) }
    }

    /// Begins to count the silence anew.
    mutating func tellNews() {
        lastNews = elapsed()
    }

    private var deadline: Duration { min(lastNews + Self.silence, Self.total) }

    var isOver: Bool { elapsed() >= deadline }

    func timedOut(place: Place) -> StudioError {
        StudioError(
            .timedOut,
            deadline == Self.total
                ? "\(place.start) did not finish within 15 minutes. Look at what is on the timeline by now."
                : "\(place.start) had nothing to say for 10 minutes. Look at what is on the timeline by now."
        )
    }

    /// What `work` gives, unless the time is over before it is done; then the work is cancelled.
    ///
    /// - Returns: nil when the time is over.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value? {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask { [sleep, deadline] in
                try await sleep(deadline)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }
}
