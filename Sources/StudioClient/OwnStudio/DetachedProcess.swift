import CSpawn
import Glibc
import HTTP
import Synchronization

/// A process that outlives this one: in a session of its own, with nothing of ours open.
final class DetachedProcess: Sendable {
    private let exit = Mutex<Int32?>(nil)

    /// The status of `waitpid`, once it has ended.
    var exitStatus: Int32? { exit.withLock { $0 } }

    /// - Parameters:
    ///   - executable: An absolute path.
    ///   - logPath: Takes what the process writes to its standard output and error.
    /// - Throws: ``StudioError`` with `ownStudio`.
    init(
        executable: String,
        arguments: [String],
        environment: [String: String],
        logPath: String
    ) throws(StudioError) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, logPath, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        // No folder is kept from being unmounted or deleted by it.
        posix_spawn_file_actions_addchdir_np(&actions, "/")

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        kinora_spawn_detach(&attributes)

        var pid = pid_t()
        let code = Self.withCStrings([executable] + arguments) { argv in
            Self.withCStrings(environment.map { "\($0)=\($1)" }) { envp in
                posix_spawn(&pid, executable, &actions, &attributes, argv, envp)
            }
        }
        guard code == 0 else {
            throw StudioError(
                .ownStudio,
                "Your studio could not be started: \(words(forSystemError: code)). Install Kinora again."
            )
        }
        let child = pid
        // Someone has to take note of its end, or it stays as a zombie while this process lives.
        startThread { [weak self] in
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0, errno == EINTR {}
            self?.exit.withLock { $0 = status }
        }
    }

    private static func withCStrings<Result>(
        _ strings: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
