import Foundation
import Logging
import Renderer
import StudioAPI
import Synchronization
import Timeline

/// The exports that wait and run: in the order they were asked for, one of a session at a time.
actor RenderQueue {
    private struct Entry {
        var key: String
        var session: String
    }

    private struct Running {
        var session: String
        var work: Task<ExportResult, any Error>
        /// Ends when the outcome is kept.
        var end: Task<Void, Never>
        let progress: ProgressBox
        var isCancelled = false
    }

    private let store: Store
    private let folder: DataFolder
    private let parts: StudioParts
    private let activity: Activity
    private let logger: Logger
    private let parallel: Int
    /// Makes room after an export, whose key it is told.
    private let makeRoom: @Sendable (String) throws -> Void
    private var waiting: [Entry] = []
    private var running: [String: Running] = [:]
    private var isStopped = false

    /// An export that was begun so often without coming to an end is not begun again: it may be what ends the studio.
    static let attemptLimit = 3

    init(
        store: Store,
        folder: DataFolder,
        parts: StudioParts,
        activity: Activity,
        logger: Logger,
        parallel: Int,
        makeRoom: @escaping @Sendable (String) throws -> Void
    ) {
        self.store = store
        self.folder = folder
        self.parts = parts
        self.activity = activity
        self.logger = logger
        self.parallel = max(parallel, 1)
        self.makeRoom = makeRoom
    }

    func add(_ key: String, session: String) {
        activity.began(.export)
        waiting.append(Entry(key: key, session: session))
        advance()
    }

    /// How far an export is: 0…1, the time left in ms, and how many are before it.
    func standing(of key: String) -> (progress: RenderProgress, position: Int)? {
        if let running = running[key] { return (running.progress.value, 0) }
        guard let index = waiting.firstIndex(where: { $0.key == key }) else { return nil }
        return (RenderProgress(fraction: 0), running.count + index)
    }

    /// Ends an export that waits or runs. What was encoded of it stays in the cache.
    func cancel(_ key: String) async throws {
        if let index = waiting.firstIndex(where: { $0.key == key }) {
            waiting.remove(at: index)
            activity.ended(.export)
            try await store.finish(export: key, state: .cancelled)
        } else if let current = running[key] {
            running[key]?.isCancelled = true
            current.work.cancel()
            await current.end.value
        }
    }

    /// Ends what runs; it is taken up at the next start. Nothing new begins.
    func stop() async {
        isStopped = true
        for current in running.values { current.work.cancel() }
        for current in running.values { await current.end.value }
    }

    private func advance() {
        while !isStopped, running.count < parallel {
            let busy = Set(running.values.map(\.session))
            guard let index = waiting.firstIndex(where: { !busy.contains($0.session) }) else { return }
            start(waiting.remove(at: index))
        }
    }

    private func start(_ entry: Entry) {
        let progress = ProgressBox()
        let work = Task { try await render(entry.key, progress: progress) }
        // Apart from the work: what is kept of its end must not be cancelled with it.
        let end = Task { await settle(entry.key, await work.result) }
        running[entry.key] = Running(session: entry.session, work: work, end: end, progress: progress)
    }

    private nonisolated func render(_ key: String, progress: ProgressBox) async throws -> ExportResult {
        guard let record = try await store.export(key: key) else { throw Refusal.noSuchExport }
        guard record.attempts < Self.attemptLimit else {
            throw Refusal(
                .serverError,
                "This export was begun \(record.attempts) times and the studio ended each time. Change something and "
                    + "export again."
            )
        }
        try await store.begin(export: key)
        let media = Set(try await store.media(of: record.session).map(\.id))
        let folder = folder
        return try await parts.export(
            ExportOrder(
                timeline: try Timeline(record.draft),
                quality: record.quality,
                aspect: record.aspect,
                media: { media.contains($0) ? folder.mediaPath($0) : nil },
                path: folder.renderPath(key),
                progress: { progress.value = $0 }
            )
        )
    }

    private func settle(_ key: String, _ outcome: Result<ExportResult, any Error>) async {
        let isCancelled = running[key]?.isCancelled ?? false
        do {
            switch outcome {
            case .success(let result):
                try await store.finish(export: key, state: .completed, result: result)
                do { try makeRoom(key) } catch { logger.error("Old exports were not deleted: \(type(of: error))") }
            case .failure where isCancelled:
                try await store.finish(export: key, state: .cancelled)
            case .failure where isStopped:
                try await store.postpone(export: key)
            case .failure(let error):
                logger.error("An export failed: \(type(of: error))")
                try await store.finish(export: key, state: .failed, message: ExportFailure.sentence(for: error))
            }
        } catch {
            // It stays as it was, and is taken up at the next start.
            logger.error("An export's end could not be kept: \(type(of: error))")
        }
        running[key] = nil
        activity.ended(.export)
        advance()
    }
}

/// Where a render says how far it is, as often as it likes.
final class ProgressBox: Sendable {
    private let state = Mutex(RenderProgress(fraction: 0))

    var value: RenderProgress {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}
