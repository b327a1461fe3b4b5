import HTTP
import StudioAPI
import Synchronization

extension StudioClient {
    /// Sends a message to the agent. It reaches the studio once at most: only a refusal before the turn began is
    /// answered by sending it again.
    ///
    /// - Parameter turn: A name for the turn, of letters, digits, hyphens, dots and underscores. Where the studio keeps
    ///   a record of its turns, a stream that breaks goes on from there.
    /// - Returns: What to show, as it comes.
    public func run(_ text: String, session: String, turn: String) async throws -> TurnStream {
        let isKinora = isKinora.withLock { $0 } == true
        var call = Call(.post, APIPath.run, json: Self.body(text, session: session, streaming: isKinora))
        call.headers = [.init(name: APIHeader.turn, value: turn)]
        call.accept = "text/event-stream"
        call.atMostOnce = true
        // Silence of minutes is usual while the agent works: the turn's own timer watches it.
        call.timeouts.stall = nil
        call.timeouts.total = nil
        let timer = TurnTimer(clock)
        let opened = try await openTurn(call, within: timer)
        var record: TurnStream.Record?
        if isKinora { record = { [self] in try await self.record(of: turn, session: session) } }
        return TurnStream(opened, call: call, of: self, timer: timer, record: record)
    }

    /// Makes the call of a turn, and returns when its stream begins.
    func openTurn(_ call: Call, within timer: TurnTimer) async throws -> Opened {
        let opened = try await timer.run { [self] in
            // Whatever it is called that is neither JSON nor a page: the stream tells itself by its first byte.
            try await open(call) { head in
                (200..<300).contains(head.status) && !head.isJSON && !head.isPage
            }
        }
        guard let opened else { throw timer.timedOut(place: address.place) }
        if let reply = opened.reply { throw reply.failure ?? reply.strange }
        return opened
    }

    /// What the studio has recorded of a turn so far; nil where it keeps no record.
    public func turnRecord(_ turn: String, session: String) async throws -> TurnReplay? {
        guard let record = try await record(of: turn, session: session) else { return nil }
        var reader = TurnReader()
        var items = record.events.flatMap { reader.take(.event($0)) }
        if record.finished { items += reader.end() }
        return TurnReplay(finished: record.finished, items: items)
    }

    func record(of turn: String, session: String) async throws -> RecordedTurn? {
        let path = APIPath.turn(session: session.asPathPart, turn: turn.asPathPart)
        do {
            let reply = try await perform(Call(.get, path))
            guard let events = reply.field("events")?.array else { throw reply.strange }
            return RecordedTurn(
                finished: reply.field("finished")?.bool ?? false,
                events: events.compactMap { StreamEvent($0) }
            )
        } catch let error as StudioError where error.code == .notFound {
            return nil
        }
    }

    private static func body(_ text: String, session: String, streaming: Bool) -> [UInt8] {
        let part = RawJSON(object: ["text": RawJSON(string: text)])
        let message = RawJSON(object: ["parts": RawJSON(array: [part])])
        let (app, user) = (RawJSON(string: "nemo_agent"), RawJSON(string: "me"))
        let session = RawJSON(string: session)
        guard streaming, let yes = RawJSON(Array("true".utf8)) else {
            return RawJSON(object: ["app_name": app, "user_id": user, "session_id": session, "new_message": message])
                .bytes
        }
        return RawJSON(object: [
            "app_name": app, "user_id": user, "session_id": session, "new_message": message, "streaming": yes,
        ]).bytes
    }
}

/// A turn as the studio recorded it.
public struct TurnReplay: Hashable, Sendable {
    /// Nothing more will come.
    public var finished: Bool
    /// All of the turn so far, from its beginning.
    public var items: [TurnItem]
}

struct RecordedTurn: Sendable {
    var finished: Bool
    var events: [StreamEvent]
}
