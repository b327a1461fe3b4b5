internal import CSandbox
internal import Foundation

/// A program started with one end of a socket as its standard input, and nothing else of ours.
struct ChildProcess {
    let id: pid_t
    /// Our end of the socket.
    let socket: Int32

    /// - Throws: ``FileFailure`` when the program cannot be started.
    init(_ executable: String, arguments: [String]) throws(FileFailure) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw FileFailure(code: errno)
        }
        defer { close(ends[1]) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        _ = kinora_spawn_close_from(&actions, STDERR_FILENO + 1)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A process group of its own: Ctrl-C at the terminal is for the studio to answer. No signal is blocked or
        // ignored on its behalf.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var started: pid_t = 0
        let code = Self.withStrings([executable] + arguments) { arguments in
            Self.withStrings(Self.environment) { environment in
                posix_spawn(&started, executable, &actions, &attributes, arguments, environment)
            }
        }
        guard code == 0 else {
            close(ends[0])
            throw FileFailure(code: code)
        }
        id = started
        socket = ends[0]
    }

    /// Waits until the program has ended.
    /// - Returns: The signal that ended it, or 0.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return kinora_ending_signal(status)
    }

    /// Little of ours goes into a process that strangers' files may take over: no token, no address.
    private static var environment: [String] {
        let kept = [
            "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
            // Without these a worker would draw in other fonts than those that were found here.
            "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT",
        ]
        let ours = ProcessInfo.processInfo.environment
        // A backtrace would start another program.
        return ["SWIFT_BACKTRACE=enable=no"] + kept.compactMap { name in ours[name].map { "\(name)=\($0)" } }
    }

    private static func withStrings<T>(
        _ strings: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> T
    ) -> T {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
