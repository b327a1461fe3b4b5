import Glibc

/// A lock between processes, and between tasks of one. Given back when it is dropped, and by the system when the
/// process dies.
final class LockFile: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Waits until nobody else has the lock.
    ///
    /// - Throws: ``StudioError`` with `file` when the lock file cannot be made.
    static func take(_ path: String) async throws -> LockFile {
        while true {
            if let lock = try tryTake(path) { return lock }
            // flock has no way to wait without keeping a thread.
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// The lock, or nil when another has it.
    static func tryTake(_ path: String) throws(StudioError) -> LockFile? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            throw StudioError(.file, "The lock file \(name) cannot be made: \(words(forSystemError: errno)).")
        }
        let lock = LockFile(descriptor)
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? lock : nil
    }
}
