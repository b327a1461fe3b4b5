import Foundation
import StudioAPI

/// The body of run_sse, read as strictly as agent servers read it: names in snake_case or camelCase, and nothing in
/// the message that is not known.
struct RunMessage: Hashable, Sendable {
    var session: String
    var text: String
    var streaming: Bool

    /// In characters.
    static let limit = 20_000

    /// - Throws: ``Refusal`` 400 for a body that is no JSON object, 422 for one of another shape.
    init(body: Data) throws {
        guard let body = try? JSONDecoder().decode(JSONValue.self, from: body), body.object != nil else {
            throw Refusal(.badRequest, "The body is not a JSON object.")
        }
        guard let session = (body["session_id"] ?? body["sessionId"])?.string else {
            throw Refusal.unprocessable("session_id is missing.")
        }
        guard let message = (body["new_message"] ?? body["newMessage"])?.object else {
            throw Refusal.unprocessable("new_message is missing.")
        }
        guard message.keys.allSatisfy(["parts", "role"].contains) else {
            throw Refusal.unprocessable("new_message has keys other than parts and role.")
        }
        let texts = try (message["parts"]?.array ?? []).map { part in
            guard let text = part.object?["text"]?.string else {
                throw Refusal.unprocessable("A part of new_message has no text.")
            }
            return text
        }
        let text = texts.joined(separator: "\n")
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Refusal.unprocessable("new_message has no text.")
        }
        guard text.count <= Self.limit else {
            throw Refusal.unprocessable("The message is longer than \(Self.limit) characters.")
        }
        self.session = session
        self.text = text
        self.streaming = body["streaming"]?.bool ?? false
    }
}
