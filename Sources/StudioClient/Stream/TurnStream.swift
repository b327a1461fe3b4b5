import HTTP
import StudioAPI

/// The items of a turn as they arrive, up to ``TurnItem/ended(_:)``. To be read once.
///
/// When the stream breaks and the studio keeps a record of the turn, the items go on from the record; else the
/// iterator throws ``StudioError`` with `interrupted` or `timedOut`. The message is not sent again either way.
/// Cancelling the reading task ends the transfer.
public struct TurnStream: AsyncSequence, Sendable {
    public typealias Element = TurnItem
    typealias Record = @Sendable () async throws -> RecordedTurn?

    private let response: HTTPResponse
    private let client: StudioClient
    private let record: Record?

    init(_ response: HTTPResponse, of client: StudioClient, record: Record?) {
        self.response = response
        self.client = client
        self.record = record
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(response: response, client: client, record: record)
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

        private let response: HTTPResponse
        private let client: StudioClient
        private let record: Record?
        private var phase = Phase.beginning
        private var bytes = SSEReader()
        private var turn = TurnReader()
        private var ready: ArraySlice<TurnItem> = []

        fileprivate init(response: HTTPResponse, client: StudioClient, record: Record?) {
            self.response = response
            self.client = client
            self.record = record
        }

        public mutating func next() async throws -> TurnItem? {
            while ready.isEmpty {
                switch phase {
                case .ended: return nil
                case .beginning, .streaming: try await readOn()
                case .recovering(let error): try await recover(from: error)
                }
            }
            return ready.removeFirst()
        }

        private mutating func readOn() async throws {
            do {
                guard let piece = try await studioErrors({ try await response.body.next() }) else {
                    for frame in bytes.finish() { ready += turn.take(frame) }
                    ready += turn.end()
                    phase = .ended
                    return
                }
                if case .beginning = phase, let first = piece.first(where: { $0 > 0x20 }) {
                    if first == UInt8(ascii: "{") { try await refuse(piece) }
                    phase = .streaming
                }
                for frame in bytes.read(piece) { ready += turn.take(frame) }
            } catch let error as StudioError where error.code == .interrupted || error.code == .timedOut {
                guard record != nil else { throw fail(error) }
                phase = .recovering(error)
            }
        }

        /// A body that is an envelope although it is called a stream.
        private mutating func refuse(_ beginning: [UInt8]) async throws {
            let rest = try await studioErrors { try await response.body.collect(limit: Self.refusalLimit) }
            let reply = Reply(head: response.head, body: beginning + rest, place: client.address.place)
            throw fail(reply.refusal ?? reply.strange)
        }

        /// Reads on in the record until there is something new.
        private mutating func recover(from error: StudioError) async throws {
            var failures = 0
            while ready.isEmpty {
                do {
                    guard let recorded = try await record?() else { throw fail(error) }
                    failures = 0
                    for event in recorded.events.dropFirst(turn.eventCount) { ready += turn.take(.event(event)) }
                    if recorded.finished {
                        ready += turn.end()
                        phase = .ended
                        return
                    }
                } catch let problem as StudioError where problem.isPassing {
                    failures += 1
                    guard failures < Self.patience else { throw fail(error) }
                }
                if ready.isEmpty { try await client.clock.sleep(for: Self.recordInterval) }
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
