import Foundation
import Logging
import ServiceLifecycle

/// Keeps a studio from growing without bound: what is old, or over its limit, goes.
struct Housekeeping: Service {
    let folder: DataFolder
    let store: Store
    let limits: StudioLimits
    /// Deletes what was made of a medium or of an export.
    let forget: @Sendable (String) -> Void
    let logger: Logger
    /// Between two rounds.
    var interval = Duration.seconds(3600)

    /// Before the studio listens: ends what the last one left unfinished, and tidies.
    func begin() async throws {
        try closeInterruptedTurns()
        try await tidy()
        try await deleteStrays()
    }

    /// Tidies now and then.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: interval)) != nil {
                do {
                    try await tidy()
                } catch {
                    // There is a next time.
                    logger.error("Tidying failed: \(type(of: error))")
                }
            }
        }
    }

    /// Deletes sessions that nobody came back to, media that no session has, records of the past, and exports that are
    /// old or more than there is room for.
    func tidy() async throws {
        let now = store.now()
        if let lifetime = limits.sessionLifetime {
            let exports = try await store.deleteSessions(untouchedSince: now - lifetime * 1000)
            for key in exports { delete(export: key) }
        }
        try await store.deleteRecords(
            before: now - limits.turnLifetime * 1000,
            accountsBefore: now - limits.tokenLifetime * 1000
        )
        try await store.deleteUnusedMedia { [folder, forget] media in
            folder.deleteMedium(media)
            forget(media)
        }
        try tidyRenders()
    }

    /// Deletes exports that are old or more than there is room for.
    ///
    /// - Parameter newest: The key of one that was just finished: its client has yet to fetch it.
    func tidyRenders(sparing newest: String? = nil) throws {
        let manager = FileManager.default
        let horizon = store.now() - limits.renderLifetime * 1000
        var total = 0
        var gone: [String] = []
        // The newest first: they are what the limit leaves room for.
        for export in try store.finishedExports().reversed() {
            let size = try? manager.attributesOfItem(atPath: folder.renderPath(export.key))[.size] as? Int
            let fits = export.finished >= horizon && total + (size ?? 0) <= limits.renderBytes
            if let size, fits || export.key == newest {
                total += size
            } else {
                gone.append(export.key)
            }
        }
        try store.forget(exports: gone)
        for key in gone { delete(export: key) }
    }

    private func delete(export key: String) {
        unlink(folder.renderPath(key))
        forget(key)
    }

    /// Deletes files that nobody knows: halves of exports, and what a crash left between a file and its record.
    private func deleteStrays() async throws {
        let manager = FileManager.default
        let exports = Set(try store.finishedExports().map { folder.renderPath($0.key) })
        for name in try manager.contentsOfDirectory(atPath: folder.renders) {
            let path = folder.renders + "/" + name
            if !exports.contains(path) { try manager.removeItem(atPath: path) }
        }
        let media = try await store.mediaIDs()
        for part in try manager.contentsOfDirectory(atPath: folder.media) {
            for name in (try? manager.contentsOfDirectory(atPath: folder.media + "/" + part)) ?? []
            where !media.contains(name) {
                try manager.removeItem(atPath: "\(folder.media)/\(part)/\(name)")
            }
        }
    }

    /// Ends, with words, the turns that the last studio did not come to the end of.
    private func closeInterruptedTurns() throws {
        let event = TurnEvents(time: Double(store.now()) / 1000, streaming: false).failure(
            code: "INTERRUPTED",
            message: "The studio ended before this was done; the timeline is as it was. Say it again."
        )
        try store.closeInterruptedTurns(with: Store.text(event))
    }
}
