import Glibc
import StudioAPI
import TestKit
import Testing

@testable import StudioClient

/// How long a turn may take, by the client's clock.
@Suite struct TurnLimitTests {
    private let clock = SteppedClock()
    private let seen = Log<TurnItem>()
    /// What the peer is to send, one after the other.
    private let frames = Log<String>()

    private static let end = "end"

    private func pour(into connection: PeerConnection) {
        var sent = 0
        while frames.values.last != Self.end {
            let all = frames.values
            for frame in all[sent...] { connection.send(frame) }
            sent = all.count
            usleep(500)
        }
    }

    private func peer() -> Peer {
        Peer { _, connection in
            connection.beginStream()
            pour(into: connection)
        }
    }

    /// Reads a turn to its end, and tells the items as they come.
    private func read(_ peer: Peer) throws -> Task<StudioError?, Never> {
        let client = try peer.client(clock: clock)
        return Task {
            defer { frames.add(Self.end) }
            return await studioError {
                for try await item in try await client.run("hi", session: "s1", turn: "t") { seen.add(item) }
            }
        }
    }

    /// Moves the clock on by just so much.
    private func pass(minutes: Int) async throws {
        let time = Duration.seconds(minutes * 60)
        let end = clock.now.advanced(by: time)
        async let tick: Void = clock.sleep(until: end, tolerance: nil)
        await clock.advance(by: time)
        try await tick
    }

    /// Has the peer send something, and waits until it has arrived.
    private func send(_ frame: String) async throws {
        let before = seen.values.count
        frames.add(frame)
        while seen.values.count == before { try await Task.sleep(for: .milliseconds(1)) }
    }

    @Test func heartbeatsAloneForTenMinutesAreATimeout() async throws {
        let peer = peer()
        let reading = try read(peer)
        try await send(Streams.text("Working on it."))
        for _ in 1...9 {
            try await pass(minutes: 1)
            try await send(": alive\n\n")
        }
        try await pass(minutes: 1)
        let error = await reading.value
        #expect(error?.code == .timedOut)
        #expect(error?.message.contains("10 minutes") == true)
        #expect(seen.values == [.text("Working on it.")] + Array(repeating: .heartbeat, count: 9))
        #expect(peer.requests.count == 1)
    }

    @Test func newsBeginsTheTenMinutesAnewButFifteenAreTheEnd() async throws {
        let peer = peer()
        let reading = try read(peer)
        try await send(Streams.text("One."))
        try await pass(minutes: 9)
        try await send(Streams.call("add_title"))
        try await pass(minutes: 5)
        try await send(": alive\n\n")
        try await pass(minutes: 1)
        let error = await reading.value
        #expect(error?.code == .timedOut)
        #expect(error?.message.contains("15 minutes") == true)
        #expect(seen.values.count == 3)
        #expect(peer.requests.count == 1)
    }

    @Test func aStudioThatNeverBeginsIsATimeoutToo() async throws {
        let asked = Event()
        let peer = Peer { _, connection in
            asked.set()
            connection.waitForClose()
        }
        let reading = try read(peer)
        try await asked.wait()
        try await pass(minutes: 10)
        #expect(await reading.value?.code == .timedOut)
        #expect(peer.requests.count == 1)
    }

    @Test func aRecordWithoutAnEndIsNotReadForEver() async throws {
        let folder = TemporaryFolder()
        let polled = Event()
        let peer = Peer(socketPath: folder.path + "/s") { request, connection in
            if request.target == "/run_sse" {
                connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 9\r\n\r\n")
                return connection.close()
            }
            polled.set()
            connection.reply(#"{"code":0,"data":{"turn":"t","finished":false,"events":[]}}"#)
        }
        let reading = try read(peer)
        try await polled.wait()
        try await pass(minutes: 10)
        #expect(await reading.value?.code == .timedOut)
        #expect(peer.requests.filter { $0.target == "/run_sse" }.count == 1)
    }
}
