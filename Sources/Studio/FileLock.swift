import Foundation

/// A lock that lasts as long as the process: the system gives it back even when the studio is killed.
final class FileLock: Sendable {
    private let descriptor: CInt

    /// - Throws: ``StudioStartError`` when another process has the lock, or the file cannot be made.
    init(path: String, busy: String) throws {
        // Closed on exec: a worker that outlives a killed studio must not hold the studio's lock.
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StudioStartError(.folder, "The lock file \(path) cannot be written: \(systemMessage(errno)).")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
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
