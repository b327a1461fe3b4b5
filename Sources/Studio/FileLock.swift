import Foundation

/// A lock that lasts as long as the process: the system gives it back even when the studio is killed.
final class FileLock: Sendable {
    private let descriptor: CInt

    /// Takes the lock, waiting for one who is about to give it back.
    ///
    /// - Parameter patience: How long to wait.
    /// - Throws: ``StudioStartError`` when another process keeps the lock, or the file cannot be made.
    static func taken(path: String, busy: String, patience: Duration) async throws -> FileLock {
        let deadline = ContinuousClock.now + patience
        while ContinuousClock.now < deadline {
            do {
                return try FileLock(path: path, busy: busy)
            } catch let error where error.code == .alreadyRunning {
                try await Task.sleep(for: .milliseconds(50))
            }
        }
        return try FileLock(path: path, busy: busy)
    }

    /// Takes the lock if it is free.
    init(path: String, busy: String) throws(StudioStartError) {
        // Closed on exec: a worker that outlives a killed studio must not hold the studio's lock.
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StudioStartError(.folder, "The lock file \(path) cannot be written: \(systemMessage(errno)).")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            // The descriptor is closed by deinit, which runs also when an initialiser throws once all is set.
            let code = errno
            if code == EWOULDBLOCK { throw StudioStartError(.alreadyRunning, busy) }
            throw StudioStartError(.folder, "The lock file \(path) cannot be locked: \(systemMessage(code)).")
        }
    }

    deinit {
        close(descriptor)
    }
}

/// What the system says of an error number, such as "No space left on device".
func systemMessage(_ code: CInt) -> String {
    String(cString: strerror(code))
}
