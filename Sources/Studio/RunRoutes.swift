import Foundation
import HTTPTypes
import Hummingbird
import StudioAPI
import Timeline

/// The conversation with the agent: messages, the record of a turn, undo and redo.
struct RunRoutes {
    let studio: StudioCore

    func add(to table: inout RouteTable) {
        table.on(.post, APIPath.run) { request, _ in try await run(request) }
        table.on(.get, APIPath.turn(session: ":session", turn: ":turn")) { try await record($0, $1) }
        table.on(.post, APIPath.undo(session: ":session")) { request, context in
            try await step(request, context) { $0.undo() }
        }
        table.on(.post, APIPath.redo(session: ":session")) { request, context in
            try await step(request, context) { $0.redo() }
        }
    }

    private func run(_ request: Request) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .write)
        let message = try RunMessage(body: await studio.body(of: request, upTo: StudioCore.messageLimit))
        let session = try await studio.store.session(message.session, for: caller)
        let turn = try Self.turnName(in: request.headers)
        if let turn, let lines = try await studio.turns.lines(of: turn, session: session.id) {
            return EventStream.response(lines)
        }
        try studio.refuseWhenDraining()
        let lines = try await studio.turns.run(
            TurnRunner.Message(
                session: session.id,
                turn: turn ?? Identifier.random(),
                text: message.text,
                streaming: message.streaming
            ),
            account: session.owner
        )
        return EventStream.response(lines)
    }

    private func record(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        let session = try await studio.store.session(context.parameter("session"), for: caller)
        let name = try context.parameter("turn")
        guard let entry = try await studio.store.turn(name, session: session.id) else {
            throw Refusal(.notFound, "The session has no turn of this name.")
        }
        let events = try entry.events.map { try Store.value(AgentEvent.self, from: $0) }
        return try Reply.success(TurnRecord(turn: name, finished: entry.finished, events: events))
    }

    private func step(
        _ request: Request,
        _ context: StudioContext,
        _ step: @escaping @Sendable (inout History) -> Bool
    ) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .write)
        let session = try await studio.store.session(context.parameter("session"), for: caller)
        return try Reply.success(await studio.turns.step(session.id, step))
    }

    static func turnName(in headers: HTTPFields) throws -> String? {
        guard let field = HTTPField.Name(APIHeader.turn), let name = headers[field] else { return nil }
        guard Identifier.isAcceptable(name) else {
            throw Refusal(.badRequest, "A turn's name is up to 128 letters, digits, hyphens, dots and underscores.")
        }
        return name
    }
}
