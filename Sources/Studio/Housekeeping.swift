import Foundation

/// What a studio puts in order when it starts, before it listens.
struct Housekeeping {
    let folder: DataFolder
    let store: Store
    let limits: StudioLimits

    /// Deletes exports that are old, or over the limit, and what is left of files that never were finished.
    func tidyRenders() throws {
        let manager = FileManager.default
        let horizon = store.now() - limits.renderLifetime * 1000
        var total = 0
        var keep = Set<String>()
        var gone: [String] = []
        // The newest first: they are what the limit leaves room for.
        for export in try store.finishedExports().reversed() {
            let path = folder.renderPath(export.key)
            let size = try? manager.attributesOfItem(atPath: path)[.size] as? Int
            if let size, export.finished >= horizon, total + size <= limits.renderBytes {
                total += size
                keep.insert((path as NSString).lastPathComponent)
            } else {
                gone.append(export.key)
            }
        }
        for name in try manager.contentsOfDirectory(atPath: folder.renders) where !keep.contains(name) {
            try manager.removeItem(atPath: folder.renders + "/" + name)
        }
        try store.forget(exports: gone)
    }

    /// Ends, with words, the turns that the last studio did not come to the end of.
    func closeInterruptedTurns() throws {
        let event = TurnEvents(time: Double(store.now()) / 1000, streaming: false).failure(
            code: "INTERRUPTED",
            message: "The studio ended before this was done; the timeline is as it was. Say it again."
        )
        try store.closeInterruptedTurns(with: Store.text(event))
    }
}
