import Glibc
import Synchronization

/// What happens in a folder, in order, told by the kernel (inotify): also what lasts shorter than any look.
public final class FolderWatch: Sendable {
    public enum Change: String, Sendable {
        /// Made anew, by opening it or as a link.
        case made
        case written
        case closed
        /// Renamed to this name.
        case arrived
        /// Renamed to another one.
        case left
        case removed
    }

    public struct Event: Sendable, CustomStringConvertible {
        public var folder: String
        public var name: String
        public var change: Change

        public var description: String { "\(name) \(change)" }
    }

    private static let mask =
        UInt32(IN_CREATE) | UInt32(IN_MODIFY) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM)
        | UInt32(IN_DELETE)

    private let queue: Int32
    /// A pipe, closed at its other end when the watch ends.
    private let end: Int32
    private let endWriter: Int32
    private let folders = Mutex<[Int32: String]>([:])
    private let happened = Log<Event>()
    private let seen: @Sendable (Event) -> Void
    private let ended = TestKit.Event()

    /// - Parameter seen: Called with each event, on a thread of its own; while it runs, later events wait.
    public init(_ folders: [String], seen: @escaping @Sendable (Event) -> Void = { _ in }) {
        self.seen = seen
        var ends: [Int32] = [-1, -1]
        queue = inotify_init1(Int32(IN_CLOEXEC))
        precondition(queue >= 0 && pipe(&ends) == 0, "inotify: \(errno)")
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (end, endWriter) = (ends[0], ends[1])
        for folder in folders { add(folder) }
        var thread = pthread_t()
        let code = pthread_create(
            &thread,
            nil,
            { context in
                guard let context else { return nil }
                Unmanaged<FolderWatch>.fromOpaque(context).takeRetainedValue().read()
                return nil
            },
            Unmanaged.passRetained(self).toOpaque()
        )
        precondition(code == 0, "pthread_create: \(code)")
        pthread_detach(thread)
    }

    deinit {
        close(queue)
        close(end)
    }

    /// What has happened so far.
    public var events: [Event] { happened.values }

    /// Watches a further folder.
    public func add(_ folder: String) {
        let number = inotify_add_watch(queue, folder, Self.mask)
        precondition(number >= 0, "\(folder): \(errno)")
        folders.withLock { $0[number] = folder }
    }

    /// Ends the watch when all that has happened is told.
    public func finish() {
        close(endWriter)
        ended.waitOnThread()
    }

    private func read() {
        defer { ended.set() }
        var isEnding = false
        while true {
            var waiting = [
                pollfd(fd: queue, events: Int16(POLLIN), revents: 0),
                pollfd(fd: end, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&waiting, 2, isEnding ? 0 : -1) >= 0 || errno == EINTR else { return }
            if waiting[1].revents != 0 { isEnding = true }
            if waiting[0].revents != 0 {
                tell()
            } else if isEnding {
                return
            }
        }
    }

    private func tell() {
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { bytes in
            let count = Glibc.read(queue, bytes.baseAddress, bytes.count)
            var at = 0
            while at + MemoryLayout<inotify_event>.size <= count {
                let head = bytes.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
                at += MemoryLayout<inotify_event>.size
                let name = bytes[at..<at + Int(head.len)].prefix { $0 != 0 }
                at += Int(head.len)
                guard let change = Self.change(head.mask) else { continue }
                let event = Event(
                    folder: folders.withLock { $0[head.wd] } ?? "",
                    name: String(decoding: name, as: UTF8.self),
                    change: change
                )
                happened.add(event)
                seen(event)
            }
        }
    }

    private static func change(_ mask: UInt32) -> Change? {
        let changes: [(Int32, Change)] = [
            (IN_CREATE, .made), (IN_MODIFY, .written), (IN_CLOSE_WRITE, .closed), (IN_MOVED_TO, .arrived),
            (IN_MOVED_FROM, .left), (IN_DELETE, .removed),
        ]
        return changes.first { mask & UInt32($0.0) != 0 }?.1
    }
}
