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
        // Silence of minutes is usual while the agent works; after a quarter of an hour every turn is over.
        call.timeouts.stall = .seconds(10 * 60)
        call.timeouts.total = .seconds(15 * 60)
        let (response, reply) = try await open(call) { head in
            (200..<300).contains(head.status) && head.contentType.hasPrefix("text/event-stream")
        }
        if let reply { throw reply.strange }
        guard isKinora else { return TurnStream(response, of: self, record: nil) }
        return TurnStream(response, of: self) { [self] in try await record(of: turn, session: session) }
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
        // An array of the one part.
        let parts = RawJSON([UInt8(ascii: "[")] + part.bytes + [UInt8(ascii: "]")]) ?? part
        let message = RawJSON(object: ["parts": parts])
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
