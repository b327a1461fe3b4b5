import Synchronization

/// Something that happens the first time only.
final class Once: Sendable {
    private let taken = Mutex(false)

    func take() -> Bool {
        taken.withLock { taken in
            defer { taken = true }
            return !taken
        }
    }

    var isTaken: Bool { taken.withLock { $0 } }
}
