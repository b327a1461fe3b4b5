internal import Foundation
internal import Synchronization

/// How far a render has come.
public struct RenderProgress: Hashable, Sendable {
    /// 0…1.
    public var fraction: Double
    /// The time left in ms, told from the speed so far; nil as long as that says little.
    public var etaMS: Int?

    public init(fraction: Double, etaMS: Int? = nil) {
        self.fraction = fraction
        self.etaMS = etaMS
    }
}

/// What a render made.
public struct RenderResult: Hashable, Sendable {
    /// The size of the file.
    public var bytes: Int
    /// The length of the video, to the nearest ms.
    public var durationMS: Int
    /// In pixels.
    public var width: Int
    public var height: Int
    /// How long the render took.
    public var renderMS: Int
    /// What had to be done for it.
    public var workload: RenderWorkload
    public var chunksEncoded: Int
    /// Chunks that were in the cache.
    public var chunksReused: Int
}

/// Adds up work from several threads and tells how far it all has come.
final class ProgressMeter: Sendable {
    private struct State {
        var total = 0.0
        var done = 0.0
        var started: TimeInterval?
        var told = 0.0
    }

    private let state = Mutex(State())
    private let tell: @Sendable (RenderProgress) -> Void

    init(_ tell: @escaping @Sendable (RenderProgress) -> Void) {
        self.tell = tell
    }

    /// - Parameter work: All that is to be done, in any unit: what lies in the cache already is not counted.
    func begin(work: Double) {
        state.withLock { state in
            state.total = work
            state.started = ProcessInfo.processInfo.systemUptime
        }
        tell(RenderProgress(fraction: 0))
    }

    func advance(by work: Double) {
        // Told under the lock, so that what is told never goes backwards.
        state.withLock { state in
            state.done = min(state.done + work, state.total)
            guard state.total > 0, let started = state.started else { return }
            let fraction = state.done / state.total
            guard fraction - state.told >= 0.002 else { return }
            state.told = fraction
            var progress = RenderProgress(fraction: min(fraction, 0.999))
            // The first frames wait for photos to be decoded and say little about the speed.
            if fraction >= 0.02 {
                let elapsed = ProcessInfo.processInfo.systemUptime - started
                progress.etaMS = Int(elapsed * 1000 / fraction * (1 - fraction))
            }
            tell(progress)
        }
    }

    func finish() {
        tell(RenderProgress(fraction: 1, etaMS: 0))
    }
}
