import Foundation

/// A program in a pseudo-terminal of its own, as a person would run it.
public final class PseudoTerminal {
    public let process: Int32
    private let master: Int32
    /// Everything the program has shown so far, with escape sequences taken out.
    public private(set) var screen = ""
    /// What stands on the terminal now.
    public private(set) var display: VirtualScreen
    private var pending: [UInt8] = []
    /// Where the next `expect` begins to look.
    private var seen: String.Index
    private var status: Int32?

    public init(
        _ arguments: [String],
        environment: [String: String],
        folder: String,
        columns: UInt16 = 100,
        rows: UInt16 = 30,
        control: Int32? = nil
    ) throws {
        var near: Int32 = -1
        var far: Int32 = -1
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&far, &near, &name, nil, nil) == 0 else {
            throw Spawned.Failure("no pseudo-terminal: \(String(cString: strerror(errno)))")
        }
        master = far
        display = VirtualScreen(columns: Int(columns), rows: Int(rows))
        _ = fcntl(master, F_SETFD, FD_CLOEXEC)
        let terminal = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        // Closed here only when the program has the terminal open, or it would be hung up at once.
        defer { close(near) }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        process = try Spawned.start(
            arguments,
            environment: environment,
            folder: folder,
            terminal: terminal,
            control: control
        )
        seen = screen.startIndex
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(master)
    }

    public func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Types `text` as it is; a line ends with "\r".
    public func type(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }

    public func enter(_ line: String) { type(line + "\r") }
    public func controlC() { type("\u{03}") }
    public func controlD() { type("\u{04}") }

    /// Waits until `text` is shown after what was last expected; gives what was shown up to and with it.
    @discardableResult
    public func expect(_ text: String, within seconds: Double = 60) throws -> String {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while true {
            if let range = screen.range(of: text, range: seen..<screen.endIndex) {
                let shown = String(screen[seen..<range.upperBound])
                seen = range.upperBound
                return shown
            }
            guard read(until: deadline) else {
                let tail = screen[seen...].suffix(2000)
                throw Spawned.Failure("waited for “\(text)”; shown since: “\(tail)”")
            }
        }
    }

    /// Waits until what stands on the terminal is as wanted; false when that does not happen in time.
    public func wait(within seconds: Double = 60, until isWanted: (VirtualScreen) -> Bool) -> Bool {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while !isWanted(display) { guard read(until: deadline) else { return false } }
        return true
    }

    /// Reads until the program has shown nothing for a while.
    public func waitForQuiet(of seconds: Double) {
        while read(until: Date(timeIntervalSinceNow: seconds)) {}
    }

    /// Waits for the program's end; gives its exit status, or 128 + the signal that ended it.
    public func waitForEnd(within seconds: Double = 60) throws -> Int32 {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while read(until: deadline) {}
        var raw: Int32 = 0
        while waitpid(process, &raw, WNOHANG) == 0 {
            guard Date() < deadline else { throw Spawned.Failure("did not end; shown: “\(screen.suffix(2000))”") }
            usleep(20_000)
        }
        let ended = raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f)
        status = ended
        return ended
    }

    /// Reads what is there; false at the deadline or at the program's end.
    private func read(until deadline: Date) -> Bool {
        var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        let left = Int32(max(0, deadline.timeIntervalSinceNow * 1000))
        guard poll(&entry, 1, left) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        pending += buffer[0..<count]
        show()
        return true
    }

    /// Moves whole characters from `pending` to `screen`, without escape sequences.
    private func show() {
        var whole = pending.count
        while whole > 0, pending.count - whole < 4, String(validating: pending[0..<whole], as: UTF8.self) == nil {
            whole -= 1
        }
        let text = String(decoding: pending[0..<whole], as: UTF8.self)
        pending.removeFirst(whole)
        let offset = screen.distance(from: screen.startIndex, to: seen)
        display.take(text)
        screen += text.replacing(/\u{1b}\[[0-9;?]*[ -\/]*[@-~]/, with: "").replacing("\u{0d}\n", with: "\n")
        seen = screen.index(screen.startIndex, offsetBy: offset)
    }
}
