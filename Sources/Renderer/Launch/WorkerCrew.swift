internal import Foundation

/// One worker at a time, started when it is first needed and started again when it dies, so many times. It is ended
/// when it was idle for long enough.
actor WorkerCrew {
    private let launch: WorkerLaunch
    private let readable: [String]
    private let idleLimit: Duration?
    private let clock: any Clock<Duration>
    private var restartsLeft: Int
    /// Tasks that have the worker or wait for it.
    private var users = 0
    /// Ends the worker if nobody comes before.
    private var leaving: Task<Void, Never>?
    private var current: Task<WorkerProcess, any Error>?
    /// The worker of `current`, once it has started.
    private var running: WorkerProcess?

    /// - Parameters:
    ///   - restarts: How many workers may die.
    ///   - idleLimit: For so long a worker with nothing to do is kept; nil keeps it.
    init(
        _ launch: WorkerLaunch,
        readable: [String] = [],
        restarts: Int,
        idleLimit: Duration? = nil,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.launch = launch
        self.readable = readable
        self.idleLimit = idleLimit
        self.clock = clock
        restartsLeft = restarts
    }

    /// Does something with the worker, from the start again with a new one when the worker dies over it.
    /// - Throws: ``WorkerDeath`` when the restarts are used up; whatever `body` throws.
    func run<T: Sendable>(_ body: @Sendable (WorkerProcess) async throws -> T) async throws -> T {
        enter()
        defer { leave() }
        while true {
            let worker = try await worker()
            do {
                return try await body(worker)
            } catch let death as WorkerDeath {
                try Task.checkCancellation()
                guard replace(worker) else { throw death }
            }
        }
    }

    /// Has a task done that opens one untrusted file. A worker that dies meanwhile may have died over another file:
    /// the task is then done once more, by a worker of its own.
    /// - Parameter files: As the task names them.
    /// - Throws: ``WorkerDeath`` when the file is deadly indeed, or no worker can be started; ``WorkerFailure``.
    func perform(_ task: WorkerTask, files: [OpenFile]) async throws -> WorkerResult {
        enter()
        defer { leave() }
        let worker = try await worker()
        do {
            return try await worker.perform(task, files: files)
        } catch let death as WorkerDeath {
            replace(worker)
            if case .notStarted = death.cause { throw death }
        }
        return try await WorkerProcess(launch, readable: readable).perform(task, files: files)
    }

    private func enter() {
        users += 1
        leaving?.cancel()
        leaving = nil
    }

    private func leave() {
        users -= 1
        guard users == 0, let idleLimit else { return }
        leaving = Task { [clock, weak self] in
            try? await clock.sleep(for: idleLimit)
            await self?.endIdle()
        }
    }

    /// Runs in the task that waited, which whoever came meanwhile has cancelled.
    private func endIdle() async {
        guard !Task.isCancelled else { return }
        await endIfIdle()
    }

    /// Ends the worker at once, unless it has something to do.
    func endIfIdle() async {
        guard users == 0 else { return }
        leaving?.cancel()
        leaving = nil
        await stop()
    }

    /// The worker, started if there is none.
    func worker() async throws -> WorkerProcess {
        if let current { return try await current.value }
        let starting = Task { try await start() }
        current = starting
        do {
            let worker = try await starting.value
            running = worker
            return worker
        } catch {
            if current == starting { current = nil }
            throw error
        }
    }

    /// A worker may die before its first task as well as in any later one.
    private func start() async throws -> WorkerProcess {
        do {
            return try await WorkerProcess(launch, readable: readable)
        } catch let death as WorkerDeath {
            guard case .ended = death.cause, restartsLeft > 0 else { throw death }
            restartsLeft -= 1
            return try await WorkerProcess(launch, readable: readable)
        }
    }

    /// Takes a worker out of use after its death, however many have noticed.
    /// - Returns: Whether there may be another.
    @discardableResult
    func replace(_ dead: WorkerProcess) -> Bool {
        guard running === dead else { return true }
        guard restartsLeft > 0 else { return false }
        restartsLeft -= 1
        current = nil
        running = nil
        return true
    }

    /// Ends the worker; a later task would start another.
    func stop() async {
        let last = current
        current = nil
        running = nil
        try? await last?.value.kill()
    }
}
