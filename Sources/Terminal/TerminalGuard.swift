import Foundation

// What the handlers below put back. Plain globals that are written before a handler is installed and only read
// afterwards: a handler may take no lock.
nonisolated(unsafe) private var guardedDescriptor: Int32 = -1
nonisolated(unsafe) private var guardedModes = termios()
nonisolated(unsafe) private let formerActions = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)

private let fatalSignals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT]

/// Puts the terminal back as it was, in whatever way the process ends.
public enum TerminalGuard {
    /// Remembers how the terminal behind `descriptor` is now, for an exit or a crash.
    public static func protect(descriptor: Int32) {
        guard guardedDescriptor < 0, tcgetattr(descriptor, &guardedModes) == 0 else { return }
        guardedDescriptor = descriptor
        atexit { TerminalGuard.restore() }
        for signal in fatalSignals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { signal in
                TerminalGuard.restore()
                // Once more, for whoever cared about it before: a backtrace or a core dump.
                sigaction(signal, formerActions + Int(signal), nil)
                raise(signal)
            }
            sigaction(signal, &action, formerActions + Int(signal))
        }
    }

    /// The terminal is as it was before: nothing is to be put back any more.
    public static func release() {
        guardedDescriptor = -1
    }

    /// Puts the terminal back now, with the cursor on a line of its own; nothing happens where none is protected. Safe in a signal handler.
    public static func restore() {
        // In the background the terminal is somebody else's, and to touch it would stop the process.
        guard guardedDescriptor >= 0, tcgetpgrp(guardedDescriptor) == getpgrp() else { return }
        let farewell: StaticString = "\u{1B}[?2004l\r\n"
        _ = write(guardedDescriptor, farewell.utf8Start, farewell.utf8CodeUnitCount)
        tcsetattr(guardedDescriptor, TCSANOW, &guardedModes)
    }
}
