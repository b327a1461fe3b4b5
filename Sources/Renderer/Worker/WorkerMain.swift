internal import CSandbox
internal import Foundation

/// The body of a worker process: the only place where media from outside are opened.
///
/// It is started by the studio with one end of a Unix socket as its standard input, answers tasks until the other end
/// is closed, and never outlives the studio.
public enum WorkerMain {
    /// Works until the studio is gone.
    /// - Returns: The status to exit with: 0, or 2 when it was not a studio that started it.
    public static func run() -> Int32 {
        var status = stat()
        guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
            FileHandle.standardError.write(Data("A worker is started by the studio, not by hand.\n".utf8))
            return 2
        }
        _ = kinora_die_with_parent()
        signal(SIGPIPE, SIG_IGN)
        // The next encoder needs as much as the last: one a core, and the sound beside them.
        kinora_keep_freed_memory(Int32(clamping: ProcessInfo.processInfo.activeProcessorCount + 2))
        WorkerLoop(LineChannel(socket: dup(STDIN_FILENO))).run()
        return 0
    }
}
