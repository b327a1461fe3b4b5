import Foundation
import Synchronization

/// Where a signal handler leaves the signals it got. A plain global with a constant value: a handler may touch
/// nothing that is made at first use, and no lock.
nonisolated(unsafe) private var relayDescriptor: Int32 = -1

/// Hands the signals of the process to whoever asked for them, on a thread of its own and not in a signal handler.
public final class SignalRelay: Sendable {
    /// Signals are the process's, and so is the relay.
    public static let shared = SignalRelay()

    public typealias Handler = @Sendable (Int32) -> Void

    private struct State {
        var handlers: [Int: (signals: Set<Int32>, handler: Handler)] = [:]
        var nextKey = 0
    }

    private let state = Mutex(State())

    private init() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // A full pipe must not block the handler; what is lost then is a signal that is already on its way.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        relayDescriptor = ends[1]
        let reader = ends[0]
        let thread = Thread { [self] in
            var byte: UInt8 = 0
            while true {
                let count = read(reader, &byte, 1)
                if count == 1 { deliver(Int32(byte)) } else if count == 0 || errno != EINTR { return }
            }
        }
        thread.name = "signals"
        thread.start()
    }

    /// A subscription, which ends by ``cancel()``.
    public struct Subscription: Sendable {
        let key: Int

        public func cancel() {
            SignalRelay.shared.state.withLock { $0.handlers[key] = nil }
        }
    }

    /// Calls `handler` at every one of `signals` from now on. Their default action no longer happens, also not
    /// after the subscription has ended.
    public func subscribe(to signals: Set<Int32>, handler: @escaping Handler) -> Subscription {
        let key = state.withLock { state in
            state.nextKey += 1
            state.handlers[state.nextKey] = (signals, handler)
            return state.nextKey
        }
        for signal in signals { Self.take(signal) }
        return Subscription(key: key)
    }

    static func take(_ signal: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { signal in
            let saved = errno
            var byte = UInt8(truncatingIfNeeded: signal)
            _ = write(relayDescriptor, &byte, 1)
            errno = saved
        }
        // Calls that were under way go on: only the threads that wait for it should hear of a signal.
        action.sa_flags = SA_RESTART
        sigaction(signal, &action, nil)
    }

    /// Stops the process and those that belong to the same job of the shell, as the terminal would. The stop may
    /// come a little after this returns; when the process goes on, the signal is to be taken again.
    static func stopProcess() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = SIG_DFL
        sigaction(SIGTSTP, &action, nil)
        kill(0, SIGTSTP)
    }

    private func deliver(_ signal: Int32) {
        let handlers = state.withLock { state in
            state.handlers.sorted { $0.key < $1.key }.map(\.value).filter { $0.signals.contains(signal) }
        }
        for entry in handlers { entry.handler(signal) }
    }
}
