internal import CSandbox
internal import Foundation
internal import Synchronization

/// A running worker, seen from the studio. It is killed when nobody holds it any more.
final class WorkerProcess: Sendable {
    /// A task without any sign of life for so long is taken for hung. The longest silence of a healthy worker is the
    /// decode of one very large picture.
    static let patience: TimeInterval = 120

    private let inner: WorkerConversation

    /// Starts a worker and waits until it has closed its doors behind it.
    /// - Parameter readable: What it may read besides the system's own files and the fonts, the SoundFont for instance.
    /// - Throws: ``WorkerDeath``.
    init(_ launch: WorkerLaunch, readable: [String] = [], patience: TimeInterval = WorkerProcess.patience) async throws
    {
        inner = WorkerConversation(patience: patience)
        let inner = inner
        // The thread that starts a worker is also the one that listens to it: the kernel takes the end of the starting
        // thread for the end of the parent, so it has to live as long as the worker.
        try await withCheckedThrowingContinuation { (started: CheckedContinuation<Void, any Error>) in
            let thread = Thread { inner.run(launch, started: started) }
            thread.stackSize = 512 << 10
            thread.start()
        }
        let limits = WorkerLimits(
            memory: launch.memoryLimit,
            readable: readable + Fonts.places,
            niceness: launch.niceness
        )
        _ = try await perform(.begin(limits))
    }

    deinit {
        inner.kill()
    }

    /// The worker's process id.
    var id: pid_t { inner.processID }

    /// Has a task done.
    ///
    /// - Parameters:
    ///   - files: In the order the task names them; they may be closed when this returns.
    ///   - progress: Called with the frames done since the last call, from the thread that listens to the worker.
    /// - Throws: ``WorkerFailure`` when the task failed, ``WorkerDeath`` when the worker did, `CancellationError`.
    func perform(
        _ task: WorkerTask,
        files: [OpenFile] = [],
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> WorkerResult {
        let id = inner.nextID()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                inner.ask(id: id, task, files: files, progress: progress, continuation: continuation)
            }
        } onCancel: {
            inner.abandon(id)
        }
    }

    /// Ends the worker at once; whoever waits for an answer gets a ``WorkerDeath``.
    func kill() {
        inner.kill()
    }
}
