import Glibc
import StudioAPI
import Synchronization

@testable import StudioClient

/// A clock on which every wait is over at once, and which remembers how long it would have been.
final class InstantClock: Clock {
    struct Instant: InstantProtocol {
        var offset = Duration.zero
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let time = Mutex(Instant())
    var now: Instant { time.withLock { $0 } }
    var minimumResolution: Duration { .zero }
    var slept: Duration { now.offset }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        time.withLock { $0 = max($0, deadline) }
        await Task.yield()
    }
}

/// Something that happens once, for threads and tasks to wait for.
final class Event: Sendable {
    private let isSet = Mutex(false)

    func set() { isSet.withLock { $0 = true } }
    var value: Bool { isSet.withLock { $0 } }

    /// Waits on a thread of its own.
    func waitOnThread() {
        while !value { usleep(1000) }
    }

    func wait() async throws {
        while !value { try await Task.sleep(for: .milliseconds(1)) }
    }
}

/// Values told by callbacks on other threads.
final class Log<Value: Sendable>: Sendable {
    private let kept = Mutex<[Value]>([])

    func add(_ value: Value) { kept.withLock { $0.append(value) } }
    var values: [Value] { kept.withLock { $0 } }
}

/// A folder that goes away with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/kinora-test-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template))
    }

    deinit { Self.remove(path) }

    /// The path of a new file with these bytes.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try AtomicFile.write(bytes, to: path + "/" + name)
        return path + "/" + name
    }

    var names: [String] { Self.names(in: path) }

    private static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func remove(_ path: String) {
        for name in names(in: path) {
            if unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
        }
        rmdir(path)
    }
}

extension Peer {
    /// A client of this peer.
    func client(
        tokens: TokenKeeper? = nil,
        environment: [String: String] = ["NEMO_CLIENT_ID": "client-1"],
        clock: InstantClock = InstantClock(),
        onWait: @escaping @Sendable (Duration) -> Void = { _ in }
    ) throws -> StudioClient {
        let address =
            if let socketPath {
                StudioAddress(
                    origin: "http://localhost",
                    base: "http://localhost",
                    socketPath: socketPath,
                    isLocal: true
                )
            } else {
                try StudioAddress(url: url)
            }
        return StudioClient(
            address: address,
            identity: ClientIdentity(environment: environment, executable: "/opt/kinora", version: "9.9"),
            tokens: tokens,
            clock: clock,
            onWait: onWait,
            transport: Transport()
        )
    }
}

/// Bytes that no shift or repetition leaves alike.
func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
    }
}

/// What a call throws, if it is an error of a studio's.
func studioError<Value>(_ call: () async throws -> Value) async -> StudioError? {
    do {
        _ = try await call()
        return nil
    } catch {
        return error as? StudioError
    }
}
