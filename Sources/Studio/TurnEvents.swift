import Director
import Foundation
import StudioAPI
import Timeline

/// Writes what the agent did in a turn as the events of its stream, in the form google-adk 2.13 gives them.
struct TurnEvents {
    static let author = "nemo_agent"

    private let invocation = "e-" + UUID().uuidString.lowercased()
    /// Seconds since 1970.
    let time: Double
    /// Text comes in pieces first, then whole.
    let streaming: Bool

    init(time: Double, streaming: Bool) {
        self.time = time
        self.streaming = streaming
    }

    /// The calls, what came of them with the new draft, and the words.
    ///
    /// - Parameter edited: The reply's history is another than before.
    func events(for reply: DirectorReply, edited: Bool) throws -> [AgentEvent] {
        var events: [AgentEvent] = []
        if edited {
            var calls = try reply.commands.flatMap(\.parts).map(Self.call)
            // An undo has no commands of its own.
            if calls.isEmpty { calls = [Self.call(named: "restore_timeline", with: [:])] }
            events += calls.map { call in
                event([AgentEvent.Part(functionCall: call)], partial: streaming ? false : nil, finish: "STOP")
            }
            let answers = calls.map { call in
                AgentEvent.Part(
                    functionResponse: AgentEvent.FunctionResponse(
                        id: call.id,
                        name: call.name,
                        response: ["status": "success"]
                    )
                )
            }
            var response = event(answers, role: "user")
            response.actions = AgentEvent.Actions(
                stateDelta: ["draft": try JSONValue(encoding: Draft(reply.history.timeline))]
            )
            events.append(response)
        }
        return events + text(reply.text)
    }

    private func text(_ text: String) -> [AgentEvent] {
        let whole = AgentEvent.Part(text: text)
        guard streaming else { return [event([whole], finish: "STOP")] }
        let deltas = Self.pieces(of: text).map { event([AgentEvent.Part(text: $0)], partial: true) }
        return deltas + [event(nil, partial: true, finish: "STOP"), event([whole], partial: false, finish: "STOP")]
    }

    /// The turn could not be done.
    func failure(code: String, message: String) -> AgentEvent {
        AgentEvent(
            author: Self.author,
            id: UUID().uuidString.lowercased(),
            invocationId: invocation,
            timestamp: time,
            errorCode: code,
            errorMessage: message
        )
    }

    private func event(
        _ parts: [AgentEvent.Part]?,
        role: String = "model",
        partial: Bool? = nil,
        finish: String? = nil
    ) -> AgentEvent {
        AgentEvent(
            content: AgentEvent.Content(parts: parts, role: role),
            partial: partial,
            author: Self.author,
            id: UUID().uuidString.lowercased(),
            invocationId: invocation,
            timestamp: time,
            finishReason: finish
        )
    }

    /// `.setDurations(["a": 3000])` as the call `set_durations({"a": 3000})`.
    private static func call(_ command: EditCommand) throws -> AgentEvent.FunctionCall {
        let members = try JSONValue(encoding: command).object?.first
        let arguments = members?.value
        return call(named: snakeCase(members?.key ?? "edit"), with: arguments?["_0"] ?? arguments)
    }

    private static func call(named name: String, with arguments: JSONValue?) -> AgentEvent.FunctionCall {
        AgentEvent.FunctionCall(id: "call-" + UUID().uuidString.lowercased(), name: name, args: arguments)
    }

    static func snakeCase(_ name: String) -> String {
        name.reduce(into: "") { text, character in
            if character.isUppercase { text.append("_") }
            text += character.lowercased()
        }
    }

    /// A few pieces of about equal length that end where a word ends, and make up the whole.
    static func pieces(of text: String) -> [String] {
        let length = max(text.count / 4, 12)
        return text.reduce(into: [""]) { pieces, character in
            pieces[pieces.count - 1].append(character)
            if pieces[pieces.count - 1].count >= length, character == " " || !character.isASCII { pieces.append("") }
        }.filter { !$0.isEmpty }
    }
}

extension EditCommand {
    /// The commands that a batch is made of.
    var parts: [EditCommand] {
        if case .batch(let commands) = self { commands.flatMap(\.parts) } else { [self] }
    }
}
