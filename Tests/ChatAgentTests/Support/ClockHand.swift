import Foundation
import ProgramKit

/// Moves the clock of a chat.
final class ClockHand {
    /// The chat's end of the wire.
    let far: Int32
    private let near: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            throw Spawned.Failure("no socket pair: \(errno)")
        }
        (near, far) = (ends[0], ends[1])
        _ = fcntl(near, F_SETFD, FD_CLOEXEC)
        _ = fcntl(far, F_SETFD, FD_CLOEXEC)
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(near, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(near)
        close(far)
    }

    /// Moves the time on at once, as soon as the chat waits for a moment until then.
    func advance(_ time: Duration) throws { try ask("advance", time) }

    /// Lets the time pass in the steps of those who wait.
    func flow(_ time: Duration) throws { try ask("flow", time) }

    /// Waits until the chat has exactly this long to wait for something.
    func await(_ time: Duration) throws { try ask("await", time) }

    /// What those who wait have left, in ms.
    var left: String {
        send("left\n")
        return (receive() ?? "unknown").trimmingCharacters(in: .newlines)
    }

    private func ask(_ what: String, _ time: Duration) throws {
        send("\(what) \(Int(time / .milliseconds(1)))\n")
        if let answer = receive(), answer == "ok\n" { return }
        throw Spawned.Failure("nobody in the chat waits so long that \(what) \(time) would end it")
    }

    private func send(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(near, $0.baseAddress, $0.count) }
    }

    private func receive() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(near, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}
