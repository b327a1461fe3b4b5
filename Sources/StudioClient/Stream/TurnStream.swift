import HTTP
import StudioAPI

/// The items of a turn as they arrive, up to ``TurnItem/ended(_:)``. To be read once.
///
/// When the stream breaks and the studio keeps a record of the turn, the items go on from the record; else the
/// iterator throws ``StudioError`` with `interrupted`. The message is not sent again either way.
/// A turn that has nothing to say for 10 minutes, or is not over after 15, ends with `timedOut`: counted by the client's
/// clock, whatever signs of life there are. Cancelling the reading task ends the transfer.
public struct TurnStream: AsyncSequence, Sendable {
    public typealias Element = TurnItem
    typealias Record = @Sendable () async throws -> RecordedTurn?

    private let opened: StudioClient.Opened
    private let call: Call
    private let client: StudioClient
    private let timer: TurnTimer
    private let record: Record?

    /// - Parameter call: What `opened` answers. It is made once more when the answer turns out to be a refusal that a
    ///   new token or a wait can heal, for then there was no turn.
    init(_ opened: StudioClient.Opened, call: Call, of client: StudioClient, timer: TurnTimer, record: Record?) {
        self.opened = opened
        self.call = call
        self.client = client
        self.timer = timer
        self.record = record
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(opened, call: call, of: client, timer: timer, record: record)
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        private enum Phase {
            case beginning, streaming, ended
            /// The stream broke with this error.
            case recovering(StudioError)
        }

        /// So often in a row a record may be out of reach.
        private static let patience = 5
        private static let recordInterval = Duration.milliseconds(500)
        /// The longest refusal in place of a stream, in bytes.
        private static let refusalLimit = 1 << 20

        private var opened: StudioClient.Opened
        private var call: Call
        private let client: StudioClient
        private var timer: TurnTimer
        private let record: Record?
        private var repeats = StudioClient.Repeats()
        private var phase = Phase.beginning
        private var bytes = SSEReader()
        private var turn = TurnReader()
        private var ready: ArraySlice<TurnItem> = []

        fileprivate init(
            _ opened: StudioClient.Opened,
            call: Call,
            of client: StudioClient,
            timer: TurnTimer,
            record: Record?
        ) {
            self.opened = opened
            self.call = call
            self.client = client
            self.timer = timer
            self.record = record
        }

        public mutating func next() async throws -> TurnItem? {
            while ready.isEmpty {
                if case .ended = phase { return nil }
                guard !timer.isOver else { throw fail(timer.timedOut(place: client.address.place)) }
                if case .recovering(let error) = phase { try await recover(from: error) } else { try await readOn() }
            }
            return ready.removeFirst()
        }

        private mutating func readOn() async throws {
            let body = opened.response.body
            do {
                let read = try await timer.run { try await studioErrors { try await body.next() } }
                guard let read else { throw fail(timer.timedOut(place: client.address.place)) }
                guard let piece = read else {
                    for frame in bytes.finish() { ready += turn.take(frame) }
                    guard bytes.endedWithinFrame else { return end() }
                    phase = .recovering(
                        StudioError(.interrupted, "\(client.address.place.start) broke off its answer.")
                    )
                    return
                }
                if case .beginning = phase, let first = piece.first(where: { $0 > 0x20 }) {
                    if first == UInt8(ascii: "{") || first == UInt8(ascii: "<") { return try await refuse(piece) }
                    phase = .streaming
                }
                for frame in bytes.read(piece) { take(frame) }
            } catch let error as StudioError where error.code == .interrupted {
                guard record != nil else { throw fail(error) }
                phase = .recovering(error)
            }
        }

        private mutating func take(_ frame: SSEFrame) {
            let items = turn.take(frame)
            if items.contains(where: { $0 != .heartbeat }) { timer.tellNews() }
            ready += items
        }

        private mutating func end() {
            ready += turn.end()
            phase = .ended
        }

        /// A body that is an envelope although it is called a stream.
        private mutating func refuse(_ beginning: [UInt8]) async throws {
            let body = opened.response.body
            let rest = try await timer.run {
                try await studioErrors { try await body.collect(limit: Self.refusalLimit) }
            }
            guard let rest else { throw fail(timer.timedOut(place: client.address.place)) }
            let reply = Reply(head: opened.response.head, body: beginning + rest, place: client.address.place)
            guard let refusal = reply.refusal else { throw fail(reply.failure ?? reply.strange) }
            guard try await repeats.prepare(&call, of: client, after: refusal, token: opened.token) else {
                throw fail(client.safe(refusal, of: call, token: opened.token))
            }
            opened = try await client.openTurn(call, within: timer)
        }

        /// Reads on in the record until there is something new.
        private mutating func recover(from error: StudioError) async throws {
            var failures = 0
            while ready.isEmpty {
                do {
                    guard let recorded = try await record?() else { throw fail(error) }
                    failures = 0
                    for event in recorded.events.dropFirst(turn.eventCount) { take(.event(event)) }
                    if recorded.finished { return end() }
                } catch let problem as StudioError where problem.isPassing {
                    failures += 1
                    guard failures < Self.patience else { throw fail(error) }
                }
                guard ready.isEmpty else { return }
                guard !timer.isOver else { throw fail(timer.timedOut(place: client.address.place)) }
                try await client.clock.sleep(for: Self.recordInterval)
            }
        }

        private mutating func fail(_ error: StudioError) -> StudioError {
            phase = .ended
            return error
        }
    }
}

extension StudioError {
    /// Trouble on the way, which may be over in a moment.
    var isPassing: Bool {
        [.unreachable, .interrupted, .timedOut, .serverError].contains(code)
    }
}
