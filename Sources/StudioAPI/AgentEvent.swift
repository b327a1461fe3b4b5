/// One event of an agent's stream, in the form google-adk 2.13 sends it.
public struct AgentEvent: Codable, Hashable, Sendable {
    public struct FunctionCall: Codable, Hashable, Sendable {
        public var id: String?
        public var name: String
        public var args: JSONValue?

        public init(id: String?, name: String, args: JSONValue? = nil) {
            self.id = id
            self.name = name
            self.args = args
        }
    }

    public struct FunctionResponse: Codable, Hashable, Sendable {
        public var id: String?
        public var name: String
        public var response: JSONValue?

        public init(id: String?, name: String, response: JSONValue? = nil) {
            self.id = id
            self.name = name
            self.response = response
        }
    }

    public struct Part: Codable, Hashable, Sendable {
        public var text: String?
        /// The model's own thinking: never shown.
        public var thought: Bool?
        public var functionCall: FunctionCall?
        public var functionResponse: FunctionResponse?

        public init(
            text: String? = nil,
            thought: Bool? = nil,
            functionCall: FunctionCall? = nil,
            functionResponse: FunctionResponse? = nil
        ) {
            self.text = text
            self.thought = thought
            self.functionCall = functionCall
            self.functionResponse = functionResponse
        }
    }

    public struct Content: Codable, Hashable, Sendable {
        public var parts: [Part]?
        public var role: String?

        public init(parts: [Part]?, role: String?) {
            self.parts = parts
            self.role = role
        }
    }

    public struct Actions: Codable, Hashable, Sendable {
        /// What changed in the session's state; `draft` is the timeline after an edit.
        public var stateDelta: [String: JSONValue]?

        public init(stateDelta: [String: JSONValue]?) {
            self.stateDelta = stateDelta
        }
    }

    public var content: Content?
    public var partial: Bool?
    public var author: String?
    public var id: String?
    public var invocationId: String?
    /// Seconds since 1970.
    public var timestamp: Double?
    public var actions: Actions?
    public var finishReason: String?
    public var errorCode: String?
    public var errorMessage: String?

    public init(
        content: Content? = nil,
        partial: Bool? = nil,
        author: String? = nil,
        id: String? = nil,
        invocationId: String? = nil,
        timestamp: Double? = nil,
        actions: Actions? = nil,
        finishReason: String? = nil,
        errorCode: String? = nil,
        errorMessage: String? = nil
    ) {
        self.content = content
        self.partial = partial
        self.author = author
        self.id = id
        self.invocationId = invocationId
        self.timestamp = timestamp
        self.actions = actions
        self.finishReason = finishReason
        self.errorCode = errorCode
        self.errorMessage = errorMessage
    }
}
