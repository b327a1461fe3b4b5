import Synchronization

@testable import Renderer

/// What a render told about its progress, from whatever thread.
final class Told: Sendable {
    private let progress = Mutex<[RenderProgress]>([])

    func add(_ one: RenderProgress) {
        progress.withLock { $0.append(one) }
    }

    var all: [RenderProgress] { progress.withLock { $0 } }
}
