import StudioAPI

/// What a client needs of an agent's event, read from whatever the server made of it.
struct StreamEvent: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case text(String)
        case call(id: String?, name: String, arguments: JSONValue?)
        case response(id: String?, name: String)
    }

    /// Without the agent's thoughts, pictures and whatever kind is yet to be invented.
    var parts: [Part] = []
    var partial = false
    var draftChanged = false
    var errorCode: String?
    var errorMessage = ""

    /// A sign of life that is no event of the agent's.
    var isHeartbeat = false
    /// It says nothing: a heartbeat, or an end marker.
    var isEmpty: Bool { parts.isEmpty && !draftChanged && errorCode == nil }
}

extension StreamEvent {
    /// - Parameter wire: An event as it came; nil is returned for what is no object.
    init?(_ wire: JSONValue) {
        guard let members = wire.object else { return nil }
        isHeartbeat = members.keys.allSatisfy { !Self.ownKeys.contains($0) }
        partial = wire["partial"]?.bool ?? false
        parts = (wire["content"]?["parts"]?.array ?? []).compactMap(Self.part)
        errorCode = (wire["errorCode"] ?? wire["error_code"])?.text
        errorMessage = (wire["errorMessage"] ?? wire["error_message"])?.string ?? ""
        let actions = wire["actions"]
        draftChanged = (actions?["stateDelta"] ?? actions?["state_delta"])?["draft"] != nil
    }

    /// An event of an agent has one of these at least.
    private static let ownKeys: Set = [
        "content", "actions", "author", "id", "invocationId", "invocation_id", "errorCode", "error_code", "partial",
    ]

    private static func part(_ wire: JSONValue) -> Part? {
        if let call = wire["functionCall"] ?? wire["function_call"], call.object != nil {
            return .call(id: call["id"]?.text, name: call["name"]?.text ?? "", arguments: call["args"])
        }
        if let response = wire["functionResponse"] ?? wire["function_response"], response.object != nil {
            return .response(id: response["id"]?.text, name: response["name"]?.text ?? "")
        }
        guard wire["thought"]?.bool != true, let text = wire["text"]?.string, !text.isEmpty else { return nil }
        return .text(text)
    }
}

extension JSONValue {
    /// Text that is not empty, or a whole number as text: servers write ids and codes either way.
    var text: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .int(let number): String(number)
        default: nil
        }
    }

    /// A whole number written as 3, 3.0 or "3".
    var number: Int? {
        int ?? string.flatMap { Int($0.trimmed) }
    }

    /// A number of seconds, in ms.
    var milliseconds: Int? {
        double.flatMap { Int(exactly: ($0 * 1000).rounded()) }
    }

    init?(body: [UInt8]) {
        guard let raw = RawJSON(body), let value = JSONValue(raw) else { return nil }
        self = value
    }
}
