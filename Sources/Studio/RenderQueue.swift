import Foundation
import Logging
import Renderer
import StudioAPI
import Synchronization

/// The exports that wait and run: in the order they were asked for, one of a session at a time. Those in the background
/// run while no other does, and are put down as soon as another is asked for.
actor RenderQueue {
    /// An export that waits or runs.
    struct Entry: Sendable {
        var key: String
        var session: String
        var isBackground = false
        /// How long it will take, as far as that was told before it began.
        var estimateMS: Int?
    }

    private enum Ending: Sendable {
        /// With words for the person, where there are any.
        case cancelled(String?)
        /// It makes way and waits again.
        case putDown
    }

    private struct Running {
        var entry: Entry
        var work: Task<ExportResult, any Error>
        /// Ends when the outcome is kept.
        var end: Task<Void, Never>
        let progress: ProgressBox
        /// Why it is ended before its time.
        var ending: Ending?

        /// The time left in ms. At first the estimate tells it, and more and more what was seen of the render itself.
        var leftMS: Int? {
            let progress = progress.value
            guard let estimate = entry.estimateMS else { return progress.etaMS }
            let expected = Double(estimate) * (1 - progress.fraction)
            guard let seen = progress.etaMS else { return Int(expected) }
            let trust = min(progress.fraction / 0.25, 1)
            return Int(expected * (1 - trust) + Double(seen) * trust)
        }
    }

    private let store: Store
    private let folder: DataFolder
    private let parts: StudioParts
    private let activity: Activity
    private let logger: Logger
    private let parallel: Int
    /// Makes room after an export, whose key it is told.
    private let makeRoom: @Sendable (String) throws -> Void
    /// Those in the background behind all others.
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

    func add(_ entry: Entry) {
        activity.began(.export)
        if entry.isBackground {
            waiting.append(entry)
        } else {
            waiting.insert(entry, at: firstInBackground)
            for (key, current) in running where current.entry.isBackground && current.ending == nil {
                running[key]?.ending = .putDown
                current.work.cancel()
            }
        }
        advance()
    }

    /// Ends an export that waits or runs. What was encoded of it stays in the cache.
    func cancel(_ key: String) async throws {
        if let end = try await cancel(key, saying: nil) { await end.value }
    }

    /// Ends the exports of a session in the background: they are of a timeline that is no longer there.
    ///
    /// - Parameter newest: One that stays.
    func dropBackground(of session: String, sparing newest: String? = nil) async {
        let entries = waiting + running.values.map(\.entry)
        for entry in entries where entry.isBackground && entry.session == session && entry.key != newest {
            do {
                _ = try await cancel(entry.key, saying: "The video has changed since. Ask for a new draft.")
            } catch {
                logger.error("An export's end could not be kept: \(type(of: error))")
            }
        }
    }

    /// - Returns: What to wait for when it runs.
    private func cancel(_ key: String, saying message: String?) async throws -> Task<Void, Never>? {
        if let index = waiting.firstIndex(where: { $0.key == key }) {
            waiting.remove(at: index)
            activity.ended(.export)
            try await store.finish(export: key, state: .cancelled, message: message)
        } else if let current = running[key] {
            running[key]?.ending = .cancelled(message)
            current.work.cancel()
            return current.end
        }
        return nil
    }

    /// Ends what runs; it is taken up at the next start. Nothing new begins.
    func stop() async {
        isStopped = true
        for current in running.values { current.work.cancel() }
        for current in running.values { await current.end.value }
    }

    private var firstInBackground: Int { waiting.firstIndex(where: \.isBackground) ?? waiting.endIndex }

    private func advance() {
        while !isStopped, running.count < parallel {
            let busy = Set(running.values.map(\.entry.session))
            let isAlone = running.isEmpty && firstInBackground == 0
            guard let index = waiting.firstIndex(where: { !busy.contains($0.session) && (isAlone || !$0.isBackground) })
            else { return }
            start(waiting.remove(at: index))
        }
    }

    private func start(_ entry: Entry) {
        let progress = ProgressBox()
        let work = Task { try await render(entry.key, progress: progress) }
        // Apart from the work: what is kept of its end must not be cancelled with it.
        let end = Task { await settle(entry, await work.result) }
        running[entry.key] = Running(entry: entry, work: work, end: end, progress: progress)
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
        var order = ExportOrder(try record.shownTimeline, quality: record.quality, path: folder.renderPath(key))
        order.media = try await store.paths(of: record.session, in: folder)
        order.isBackground = record.isBackground
        order.progress = { progress.value = $0 }
        return try await parts.export(order)
    }

    private func settle(_ entry: Entry, _ outcome: Result<ExportResult, any Error>) async {
        let key = entry.key
        do {
            switch (outcome, running[key]?.ending) {
            case (.success(let result), _):
                try await store.finish(export: key, state: .completed, result: result)
                do { try makeRoom(key) } catch { logger.error("Old exports were not deleted: \(type(of: error))") }
            case (.failure, .cancelled(let message)):
                try await store.finish(export: key, state: .cancelled, message: message)
            case (.failure, _) where isStopped:
                try await store.postpone(export: key)
            case (.failure, .putDown):
                try await store.postpone(export: key)
                running[key] = nil
                waiting.insert(entry, at: firstInBackground)
                return advance()
            case (.failure(let error), nil):
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

// MARK: - How far

extension RenderQueue {
    /// How far an export is: 0…1, the time left in ms, and how many are before it.
    func standing(of key: String) -> (progress: RenderProgress, position: Int)? {
        if let running = running[key] {
            return (RenderProgress(fraction: running.progress.value.fraction, etaMS: running.leftMS), 0)
        }
        guard let index = waiting.firstIndex(where: { $0.key == key }) else { return nil }
        let before = ahead(of: index)
        let eta = waiting[index].estimateMS.flatMap { own in before.leftMS.map { $0 + own } }
        return (RenderProgress(fraction: 0, etaMS: eta), before.count)
    }

    /// How long a further export would wait for those before it, in ms.
    func waitMS() -> Int { ahead(of: firstInBackground).leftMS ?? 0 }

    /// The exports before the one at an index, and how long they take together where that can be told.
    private func ahead(of index: Int) -> (count: Int, leftMS: Int?) {
        let isBackground = waiting.indices.contains(index) && waiting[index].isBackground
        // What makes way is not before those it makes way for.
        let atWork = running.values.filter { isBackground || !$0.entry.isBackground }
        let left = atWork.map(\.leftMS) + waiting[..<index].map(\.estimateMS)
        let known = left.compactMap(\.self)
        return (left.count, known.count == left.count ? known.reduce(0, +) : nil)
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
