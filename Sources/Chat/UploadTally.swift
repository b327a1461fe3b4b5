import Synchronization

/// How far files that are sent several at once have come as a whole: a line that tells it goes forward alone.
final class UploadTally: Sendable {
    struct Progress: Hashable, Sendable {
        /// The first file that has not arrived, or the last of all.
        var path: String
        /// Files that have arrived.
        var arrived: Int
        var count: Int
        /// Of all files, each taken for as long as any other.
        var fraction: Double
    }

    private struct State {
        /// By path: a file that is sent anew has come as far as it had.
        var fractions: [String: Double] = [:]
        var sum = 0.0
        var arrived = 0
        var first = 0
    }

    private let paths: [String]
    private let state = Mutex(State())

    /// - Parameter paths: In the order they are sent. One that is named twice is sent once.
    init(_ paths: [String]) {
        var seen: Set<String> = []
        self.paths = paths.filter { seen.insert($0).inserted }
    }

    /// - Parameter tell: Told one after the other, and only of what is further than before.
    func went(_ path: String, _ fraction: Double, tell: (Progress) -> Void) {
        state.withLock { state in
            let before = state.fractions[path]
            guard fraction > before ?? -1 else { return }
            state.fractions[path] = fraction
            state.sum += fraction - (before ?? 0)
            if fraction >= 1 { state.arrived += 1 }
            while state.first < paths.count - 1, state.fractions[paths[state.first]] ?? 0 >= 1 { state.first += 1 }
            guard paths.indices.contains(state.first) else { return }
            let total = min(1, state.sum / Double(paths.count))
            tell(Progress(path: paths[state.first], arrived: state.arrived, count: paths.count, fraction: total))
        }
    }
}
